/** Two dates that are the ends of one run: "from Friday to Sunday", "late Saturday into Sunday". */
import { addDays } from '../lib/days.ts';
import { type Anchor, type DateMention, span, w } from './date-parts.ts';
import type { Token } from './tokens.ts';

const filler =
  /^(?:morning|evening|night|afternoon|midday|noon|dawn|early|late|the|on|le|la|matin|soir|nuit|matinee|soiree|petit|hours|of|about|around|vers|h|am|pm|gmt)$/;
const until = /^(?:and )?(?:into|through|until|till|jusqu au|jusqu a|jusqu|jusque)$/;
const began = /^(?:began|begun|started|erupted|broke|commence\w*|debute\w*|entame\w*|eclate\w*)$/;
const lasted =
  /^(?:went|continued|lasted|ended|s? ?est poursuivie?|se sont poursuivi\w*|prolonge\w*|a dure|acheve\w*|termine\w*) .*(?:until|till|through|into|jusqu(?: au| a)?)$/;

/** Whether the words between two dates make them one run of days. */
function isRun(tokens: readonly Token[], a: DateMention, b: DateMention): boolean {
  const inside = tokens.slice(a.end, b.start);
  if (inside.length > 9 || tokens.slice(a.end, b.start + 1).some(({ gap }) => /[.;:\n]/.test(gap)))
    return false;
  const words = inside
    .map(({ word }) => word)
    .filter((word) => !filler.test(word) && !/^\d/.test(word));
  const joint = words.join(' ');
  const lead = [1, 2, 3].map((step) => w(tokens, a.start - step));
  const opener = lead.find((word) => !filler.test(word)) ?? '';
  if (until.test(joint)) return true;
  if (/^(?:to|au|a|and|et)$/.test(joint) && /^(?:from|du|de|between|entre)$/.test(opener))
    return true;
  if (joint === 'and' && lead[0] === 'late' && inside.some(({ word }) => word === 'early'))
    return true;
  const isBegun = tokens
    .slice(Math.max(0, a.start - 6), a.start)
    .some(({ word }) => began.test(word));
  return isBegun && lasted.test(joint.replace(/^(?:and|et) /, ''));
}

/** Joins neighbours that are ends of one run. Others stay as they are. */
export function joinRuns<T extends DateMention>(
  tokens: readonly Token[],
  dates: readonly T[],
  anchor: Anchor,
): readonly T[] {
  const result: T[] = [];
  for (const date of dates) {
    const before = result.at(-1);
    if (!before?.earliest || !date.latest || !date.earliest || !isRun(tokens, before, date)) {
      result.push(date);
      continue;
    }
    // "until Monday" is read as the coming one when nothing stands before it
    const isPast = date.isFuture && anchor.published !== null && date.earliest > anchor.published;
    const last =
      isPast && addDays(date.latest, -7) >= before.earliest
        ? addDays(date.latest, -7)
        : date.latest;
    if (last <= before.earliest) {
      result.push(date);
      continue;
    }
    result[result.length - 1] = {
      ...before,
      end: date.end,
      ...span(before.earliest, last),
      why: `${before.why} ${date.why} Read as one run of days.`,
    };
  }
  return result;
}
