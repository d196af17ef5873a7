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

const rules: readonly Rule[] = [
  isoDate,
  slashDate,
  nightBetween,
  dayRange,
  feast,
  dayFirst,
  monthFirst,
  monthYear,
  counted,
  phrased,
  anaphor,
  weekdayRule,
  yearOnly,
];

/** Dates of one sentence, in order. `told` moves on as dates are read. */
export function datesOf(tokens: readonly Token[], anchor: Anchor): readonly DateMention[] {
  const found: DateMention[] = [];
  let told = anchor.told;
  for (let i = 0; i < tokens.length; ) {
    let hit: Found | undefined;
    for (const rule of rules) {
      hit = rule(tokens, i, { ...anchor, told });
      if (hit) break;
    }
    if (!hit) {
      i += 1;
      continue;
    }
    const mention = { isAnaphor: false, isFuture: false, ...hit };
    found.push(mention);
    if (mention.earliest !== null && mention.earliest === mention.latest) told = mention.earliest;
    i = Math.max(i + 1, mention.end);
  }
  return found;
}
