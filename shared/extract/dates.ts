/**
 * Dates in a text: absolute ones, and relative words resolved against the day of publication with the
 * reasoning in words. A suggestion, never silent: nothing is made of words that give no day.
 */
import {
  dayFirst,
  dayOfMonth,
  dayRange,
  dottedDate,
  feast,
  isoDate,
  monthFirst,
  monthYear,
  slashDate,
  yearOnly,
} from './date-absolute.ts';
import { anaphor, counted } from './date-counted.ts';
import { joinRuns } from './date-joined.ts';
import type { Anchor, DateMention, Found, Rule } from './date-parts.ts';
import { nightBetween, phrased, weekdayRule } from './date-relative.ts';
import type { Token } from './tokens.ts';

/** Kinds of rule, so that a reason can be put in words of either language. */
export type DateRule = 'written' | 'night' | 'weekday' | 'counted' | 'told';

const rules: readonly (readonly [DateRule, Rule])[] = [
  ['written', isoDate],
  ['written', slashDate],
  ['written', dottedDate],
  ['written', dayRange],
  ['night', nightBetween],
  ['written', feast],
  ['written', dayFirst],
  ['counted', dayOfMonth],
  ['written', monthFirst],
  ['written', monthYear],
  ['counted', counted],
  ['told', anaphor],
  ['counted', phrased],
  ['weekday', weekdayRule],
  ['written', yearOnly],
];

/** A date with the kind of rule that read it. */
export type RuledDate = DateMention & { readonly rule: DateRule };

/** Dates of one sentence, in order. `told` moves on as dates are read. */
export function datesOf(tokens: readonly Token[], anchor: Anchor): readonly RuledDate[] {
  const found: RuledDate[] = [];
  let told = anchor.told;
  for (let i = 0; i < tokens.length; ) {
    let hit: Found | undefined;
    let kind: DateRule = 'written';
    for (const [name, rule] of rules) {
      hit = rule(tokens, i, { ...anchor, told });
      kind = name;
      if (hit) break;
    }
    if (!hit) {
      i += 1;
      continue;
    }
    const mention = { isAnaphor: false, isFuture: false, rule: kind, ...hit };
    found.push(mention);
    if (mention.earliest !== null && mention.earliest === mention.latest) told = mention.earliest;
    i = Math.max(i + 1, mention.end);
  }
  return joinRuns(tokens, found, anchor);
}
