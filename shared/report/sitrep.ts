/** The situation report: a period and what it adds to those before it, every figure with its sources. */
import type { IncidentRow } from '../contract/read-calls.ts';
import { changeLevel } from '../domain/period.ts';
import { eventTypes } from '../domain/vocabulary.ts';
import { edtfWords } from '../text/date-words.ts';
import { codeLabel, labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { totalWords } from '../text/toll-words.ts';
import { activityBlock } from './activity.ts';
import { networkFigure, rankFigure } from './actor-figures.ts';
import { type ReportDocument, reportDocumentSchema } from './document.ts';
import { endMatter } from './end-matter.ts';
import { incidentTable } from './list.ts';
import {
  documentHead,
  type GivenBlock,
  gradeSpan,
  mapFigure,
  scopeOf,
  sourcesOfAll,
} from './parts.ts';
import { productText } from './product-text.ts';
import { stampDayWords } from './report-text.ts';
import { areaBlocks } from './sitrep-areas.ts';
import type { SitrepInput } from './sitrep-input.ts';
import { gapItems, keyPoints } from './sitrep-points.ts';
import { numberSources, type SourceNumbers } from './source-list.ts';
import { tollFigure, tollTotal } from './toll-figure.ts';

export function buildSitrep(input: SitrepInput): ReportDocument {
  const { rows, lang, period } = input;
  const t = productText(lang);
  const numbers = numberSources(input);
  const from = edtfWords(period.from, lang);
  const to = edtfWords(period.to, lang);
  const blocks: GivenBlock[] = [
    { type: 'heading', level: 2, text: t.keyPoints },
    { type: 'bullets', items: keyPoints(input, numbers.marks) },
  ];
  const scope = scopeOf(edtfWords(`${period.from}/${period.to}`, lang), input.scopeWords);
  if (input.withMap) blocks.push(...mapFigure(rows, scope, lang));
  const activity = activityBlock(rows, period, scope, lang);
  if (activity !== null) blocks.push({ type: 'heading', level: 2, text: t.activity }, activity);
  blocks.push(...tollFigure(rows, input, numbers.marks, scope));
  blocks.push(...rankFigure(rows, scope, lang));
  blocks.push(...networkFigure(rows, scope, lang));
  if (rows.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.incidents });
    blocks.push(incidentTable(input, numbers.marks));
    blocks.push({ type: 'heading', level: 2, text: t.byArea });
    blocks.push(...areaBlocks(input, numbers.marks));
  }
  blocks.push(
    { type: 'heading', level: 2, text: t.comparison },
    comparisonBlock(input, numbers.marks),
  );
  blocks.push({ type: 'heading', level: 2, text: t.earlier }, changesBlock(input));
  blocks.push(...assessmentBlocks(input));
  const gaps = gapItems(input);
  if (gaps.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.gaps });
    blocks.push({ type: 'bullets', items: gaps.map((text) => ({ text })) });
  }
  blocks.push(
    ...endMatter(
      input,
      { scopeWords: input.scopeWords, method: t.method(from, to), incidents: rows.length },
      numbers,
    ),
  );
  return reportDocumentSchema.parse({
    ...documentHead(input, 'sitrep'),
    title: input.title ?? t.periodTitle(from, to),
    subtitle: [edtfWords(`${period.from}/${period.to}`, lang), input.scopeWords]
      .filter((part) => part !== '')
      .join(' · '),
    scopeWords: input.scopeWords,
    blocks,
  });
}

function comparisonBlock(
  { rows, before, figureSources, lang }: SitrepInput,
  marks: SourceNumbers['marks'],
): GivenBlock {
  const t = productText(lang);
  const l = labels(lang);
  const c = t.comparisonColumns;
  const line = (label: string, matches: (row: IncidentRow) => boolean) => {
    const now = rows.filter(matches).length;
    const earlier = before.map((each) => each.filter(matches).length);
    const mean = earlier.reduce((sum, count) => sum + count, 0) / Math.max(1, earlier.length);
    return { label, now, last: earlier[0] ?? 0, mean };
  };
  const types = eventTypes
    .map((type) => line(codeLabel(l.eventTypes, type), (row) => row.eventType === type))
    .filter(({ now, last, mean }) => now > 0 || last > 0 || mean > 0);
  const counts = [line(t.allIncidents, () => true), ...types];
  const end = (text: string) => ({ text, align: 'end' as const });
  return {
    type: 'table',
    caption: t.comparison,
    columns: [
      { label: c.what, width: 34 },
      { label: c.now, width: 14, align: 'end' },
      { label: c.before, width: 16, align: 'end' },
      { label: c.mean, width: 16, align: 'end' },
      { label: c.change, width: 20 },
    ],
    rows: [
      ...counts.map(({ label, now, last, mean }) => [
        { text: label },
        end(t.number(now)),
        end(t.number(last)),
        end(t.number(mean)),
        { text: t.change(changeLevel(now, mean)) },
      ]),
      [
        { text: t.killedRow },
        {
          ...end(killedSpan(rows, lang)),
          sub: gradeSpan(rows, lang),
          marks: marks(sourcesOfAll(rows, figureSources)),
        },
        end(killedSpan(before[0] ?? [], lang)),
        end('—'),
        { text: '—' },
      ],
    ],
    note: t.comparisonNote,
  };
}

function killedSpan(rows: readonly IncidentRow[], lang: Lang): string {
  const sum = tollTotal(rows, 'killed');
  return sum.counted === 0 ? '—' : totalWords(sum, lang);
}

function changesBlock({ changes, lang }: SitrepInput): GivenBlock {
  const t = productText(lang);
  const l = labels(lang);
  if (changes.length === 0) {
    return { type: 'paragraph', tone: 'quiet', runs: [{ text: t.earlierNone }] };
  }
  return {
    type: 'bullets',
    items: changes.map(({ row, status, claimsAdded, claimsReplaced }) => {
      const said = [
        row.isDeleted ? t.withdrawn : null,
        status === null ? null : t.statusChanged(l.statuses[status.from], l.statuses[status.to]),
        claimsAdded === 0 ? null : t.claimsAdded(claimsAdded),
        claimsReplaced === 0 ? null : t.claimsReplaced(claimsReplaced),
      ].filter((part) => part !== null);
      return { text: `${row.title} (${edtfWords(row.dateEdtf, lang)}). ${said.join(' ')}` };
    }),
  };
}

function assessmentBlocks({ assessments, lang }: SitrepInput): GivenBlock[] {
  if (assessments.length === 0) return [];
  const t = productText(lang);
  return [
    { type: 'heading', level: 2, text: t.assessment },
    ...assessments.map(
      ({ title, view }): GivenBlock => ({
        type: 'markdown',
        text: view.note.body,
        caption: `${title} — ${view.author}, ${stampDayWords(view.note.created_at, lang)}`,
      }),
    ),
  ];
}
