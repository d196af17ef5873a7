/** The correction note of a report made anew: which edition it replaces, and what was told differently. Pure. */
import { incidentStatuses } from '../domain/vocabulary.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import type { ReportBlock, ReportDocument } from './document.ts';
import type { Correction, ReportChange } from './kept.ts';
import { reportText } from './report-text.ts';

/** Changes told one by one; a report on hundreds of incidents counts the rest. */
const mostTold = 100;

/** The report with its correction note: a section of its own before the sources. */
export function withCorrection(document: ReportDocument, correction: Correction): ReportDocument {
  const { blocks, lang } = document;
  const t = reportText(lang).correction;
  const { edition, asOfWords, productId, changes } = correction;
  const told = changes.slice(0, mostTold).map((change) => changeWords(change, lang));
  const rest = changes.length - told.length;
  const lines = rest > 0 ? [...told, t.more(rest)] : told;
  const note: ReportBlock[] = [
    { type: 'heading', level: 2, text: t.title(edition) },
    {
      type: 'paragraph',
      tone: 'normal',
      runs: [{ text: t.replaces(productId, asOfWords), marks: [] }],
    },
    lines.length === 0
      ? { type: 'paragraph', tone: 'normal', runs: [{ text: t.none, marks: [] }] }
      : { type: 'bullets', items: lines.map((text) => ({ text, marks: [] })) },
  ];
  const sources = blocks.findIndex(({ type }) => type === 'sources');
  const print = blocks.findLastIndex((each) => each.type !== 'paragraph' || each.tone !== 'quiet');
  return { ...document, blocks: blocks.toSpliced(sources < 0 ? print + 1 : sources, 0, ...note) };
}

function changeWords({ what, title, from, to }: ReportChange, lang: Lang): string {
  const t = reportText(lang).correction;
  const status = (code: string) => {
    const known = incidentStatuses.find((each) => each === code);
    return known === undefined ? code : labels(lang).statuses[known].toLowerCase();
  };
  const says = {
    new: t.new,
    toll: t.toll(from, to),
    status: t.status(status(from), status(to)),
    merged: t.merged(to),
    withdrawn: t.withdrawn,
    left: t.left,
  }[what];
  return `${title}${lang === 'fr' ? '\u00a0' : ''}: ${says}.`;
}
