/**
 * One date out of a few words of a source ("on Sunday morning", "la nuit de samedi à dimanche", "il y
 * a trois jours"), resolved against the day of publication. A suggestion with its reasoning for a
 * form or the reader; whoever asks decides. The words are read in both languages, whatever `lang` is.
 */
import { isValidEdtf } from '../domain/edtf.ts';
import { addDays, type Day } from '../lib/days.ts';
import { type DateReason, dateReasonWords } from '../text/date-reason-words.ts';
import type { Lang } from '../text/lang.ts';
import { weekdayOf } from './date-parts.ts';
import { datesOf, type RuledDate } from './dates.ts';
import { mirrorOf } from './mirror.ts';
import { timeWordsOf } from './time-words.ts';
import { type Token, tokensOf } from './tokens.ts';
import { weekdays } from './words/calendar.ts';

export interface DateResolution {
  /** EDTF that the words mean; null when they give no date, or none without the publication. */
  readonly edtf: string | null;
  /** The reasoning as data, and in words of the language asked for. */
  readonly reason: DateReason;
  readonly why: string;
  /** Time of day as worded ("morning", "vers 5 h 30"); null without. */
  readonly timeWords: string | null;
  /** True when the words count from a day of publication and none was given. */
  readonly needsPublished: boolean;
}

/**
 * `published` is the day of publication, null when it is not known to the day. Relative words then
 * resolve to nothing and `needsPublished` is true.
 */
export function resolveDateWords(words: string, published: Day | null, lang: Lang): DateResolution {
  const tokens = tokensOf(mirrorOf(words));
  const year = published === null ? null : Number(published.slice(0, 4));
  const found = datesOf(tokens, { published, year, told: null });
  const { edtf, reason } = resolve(tokens, found, published);
  return {
    edtf,
    reason,
    why: dateReasonWords(reason, lang),
    timeWords: timeWordsOf(words),
    needsPublished: reason.code === 'needs-published',
  };
}

function resolve(
  tokens: readonly Token[],
  found: readonly RuledDate[],
  published: Day | null,
): { readonly edtf: string | null; readonly reason: DateReason } {
  const dated = found.filter((mention) => mention.edtf !== null);
  const [first] = dated;
  if (first === undefined || first.edtf === null) {
    const isLost = found.length > 0 && published === null;
    return { edtf: null, reason: { code: isLost ? 'needs-published' : 'no-date' } };
  }
  const joined = join(tokens, dated) ?? shape(tokens, first, first.edtf);
  if (!isValidEdtf(joined)) return { edtf: null, reason: { code: 'no-date' } };
  return { edtf: joined, reason: reasonOf(tokens, first, joined, published) };
}

/** "Saturday or Sunday" is one of two days, "from Sunday to Tuesday" all from the first to the last. */
function join(tokens: readonly Token[], dated: readonly RuledDate[]): string | null {
  const [first, second] = dated;
  if (first === undefined || second === undefined || dated.length > 2) return null;
  const [a, b] = [dayOf(first), dayOf(second)];
  if (a === null || b === null || a === b) return null;
  const between = tokens.slice(first.end, second.start).map((token) => token.word);
  if (between.some((word) => word === 'or' || word === 'ou')) {
    return `[${[a, b].sort().join(',')}]`;
  }
  const isRun = between.some((word) => ['to', 'until', 'till', 'au', 'a', 'jusqu'].includes(word));
  const isFrom = tokens.slice(0, first.start).some((t) => ['from', 'de', 'du'].includes(t.word));
  if (!isRun || !isFrom) return null;
  // two weekdays are each the last before publication, so the run may start a week too late
  const start = a > b && first.rule === 'weekday' ? addDays(a, -7) : a;
  return start < b ? `${start}/${b}` : null;
}

/** "since Sunday", "before 11 May", "around 11 May": what stands before a day changes what it means. */
function shape(tokens: readonly Token[], mention: RuledDate, edtf: string): string {
  const day = dayOf(mention);
  const lead = tokens.slice(Math.max(0, mention.start - 3), mention.start).map((t) => t.word);
  const near = lead.filter((word) => !['le', 'la', 'the', 'on', 'l', 'du', 'de'].includes(word));
  const word = near.at(-1) ?? '';
  if (day === null) {
    const isAbout = /^(?:around|about|circa|vers|environ)$/.test(word);
    return isAbout && /^\d{4}(?:-\d{2})?$/.test(edtf) ? `${edtf}~` : edtf;
  }
  if (/^(?:since|depuis)$/.test(word)) return `${day}/..`;
  if (/^(?:before|avant)$/.test(word)) return `../${addDays(day, -1)}`;
  if (/^(?:after|apres)$/.test(word)) return `${addDays(day, 1)}/..`;
  if (/^(?:around|about|circa|vers|environ|autour)$/.test(word)) return `${day}~`;
  return edtf;
}

function dayOf({ earliest, latest }: RuledDate): Day | null {
  return earliest !== null && earliest === latest ? earliest : null;
}

function reasonOf(
  tokens: readonly Token[],
  mention: RuledDate,
  edtf: string,
  published: Day | null,
): DateReason {
  const own = tokens.slice(mention.start, mention.end);
  const weekday = [...own, ...tokens.slice(Math.max(0, mention.start - 1), mention.start)]
    .map((token) => weekdays.get(token.word))
    .find((number) => number !== undefined);
  const day = dayOf(mention);
  if (mention.rule === 'written' || published === null) {
    const hasYear = own.some(({ plain }) => /^(?:19|20|21)\d{2}$/.test(plain));
    const wrongWeekday =
      day !== null && weekday !== undefined && weekdayOf(day) !== weekday ? weekday : null;
    return { code: 'written', edtf, published: hasYear ? null : published, wrongWeekday };
  }
  if (mention.rule === 'weekday' && weekday !== undefined) {
    return { code: 'weekday', weekday, edtf, published, isNext: mention.isFuture };
  }
  return { code: mention.rule === 'night' ? 'night' : 'counted', edtf, published };
}
