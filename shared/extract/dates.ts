/**
 * Dates in a text: absolute ones, and relative words resolved against the day of publication with the
 * reasoning in words. A suggestion, never silent: nothing is made of words that give no day.
 */
import {
  dayFirst,
  dayRange,
  feast,
  isoDate,
  monthFirst,
  monthYear,
  slashDate,
  yearOnly,
} from './date-absolute.ts';
import type { Anchor, DateMention, Found, Rule } from './date-parts.ts';
import { anaphor, counted, nightBetween, phrased, weekdayRule } from './date-relative.ts';
import type { Token } from './tokens.ts';

/** Kinds of rule, so that a reason can be put in words of either language. */
export type DateRule = 'written' | 'night' | 'weekday' | 'counted' | 'told';

const rules: readonly (readonly [DateRule, Rule])[] = [
  ['written', isoDate],
  ['written', slashDate],
  ['night', nightBetween],
  ['written', dayRange],
  ['written', feast],
  ['written', dayFirst],
  ['written', monthFirst],
  ['written', monthYear],
  ['counted', counted],
  ['counted', phrased],
  ['told', anaphor],
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
  return found;
}
