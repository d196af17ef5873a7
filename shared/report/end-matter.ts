/**
 * What stands at the end of every report: its sources with their passages, the rating key, how its
 * figures were made, of what state of the case, and whose data it holds. Pure.
 */
import { type LicensedCounts, licensedSets } from '../domain/licensed-data.ts';
import type { Lang } from '../text/lang.ts';
import { type GivenBlock, type ReportHead, ratingKey } from './parts.ts';
import { momentWords, reportText } from './report-text.ts';
import type { SourceNumbers } from './source-list.ts';

interface Ended {
  /** The filter or selection in words. */
  readonly scopeWords: string;
  /** What the kind of report says of its own method; undefined when there is nothing besides. */
  readonly method?: string | undefined;
  /** Incidents that it tells or counts. */
  readonly incidents: number;
}

export function endMatter(
  head: ReportHead,
  { scopeWords, method, incidents }: Ended,
  numbers: SourceNumbers,
): GivenBlock[] {
  const { lang } = head;
  const t = reportText(lang).method;
  return [
    ...(numbers.isEmpty() ? [] : [numbers.block(), ratingKey(lang)]),
    quiet([method ?? t.title, t.ranges].join(' ')),
    quiet(`${t.cut(scopeWords, incidents)} ${stateOf(head)}`),
    ...attribution(head.dataSets, lang).map(quiet),
  ];
}

/** The same of one incident, short: what is said of several is left out. `used`: letters and numbers to explain. */
export function endMatterOfOne(
  head: ReportHead,
  numbers: SourceNumbers,
  used: string | undefined,
): GivenBlock[] {
  const { lang } = head;
  const t = reportText(lang).method;
  return [
    ...(numbers.isEmpty() ? [] : [numbers.block(), ratingKey(lang, used)]),
    quiet(`${t.title} ${t.rangesOfOne} ${stateOf(head)}`),
    ...attribution(head.dataSets, lang).map(quiet),
  ];
}

/** The state of the case that a report tells. */
function stateOf({ lang, lastChange, revision, inputsSha256 }: ReportHead): string {
  const t = reportText(lang).method;
  const last = lastChange === null ? [] : [t.lastChange(momentWords(lastChange, lang), revision)];
  return [...last, t.hash(inputsSha256)].join(' ');
}

function quiet(text: string): GivenBlock {
  return { type: 'paragraph', tone: 'quiet', runs: [{ text }] };
}

/** One line for each data set whose rows the report rests on. */
function attribution(counts: LicensedCounts, lang: Lang): string[] {
  const t = reportText(lang).dataSets;
  return licensedSets.flatMap((set) => {
    const count = counts[set] ?? 0;
    return count === 0 ? [] : [t[set](count)];
  });
}
