/** Names of months and weekdays, folded. */
const monthLines: readonly string[] = [
  'january jan janvier janv',
  'february feb fevrier fevr',
  'march mar mars',
  'april apr avril avr',
  'may mai',
  'june jun juin',
  'july jul juillet juil',
  'august aug aout',
  'september sep sept septembre',
  'october oct octobre',
  'november nov novembre',
  'december dec decembre',
];
const weekdayLines: readonly string[] = [
  'sunday dimanche sundays',
  'monday lundi mondays',
  'tuesday mardi tuesdays',
  'wednesday mercredi',
  'thursday jeudi',
  'friday vendredi',
  'saturday samedi',
];

function numbers(lines: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line, i) => line.split(' ').map((word) => [word, i + first] as const)),
  );
}

/** 1–12. */
export const months = numbers(monthLines, 1);
/** 0 Sunday – 6 Saturday. */
export const weekdays = numbers(weekdayLines, 0);
