import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf } from '../../../shared/domain/period.ts';
import { addDays } from '../../../shared/lib/days.ts';
import { weekOf, weeksUpTo } from '../../../shared/report/trend-weeks.ts';

describe('weeks of a trend note', () => {
  test.each([
    ['2025-05-11', '2025-05-05'],
    ['2025-05-12', '2025-05-12'],
    ['1969-12-31', '1969-12-29'],
  ])('given %s, then its Monday is %s', (day, monday) => {
    expect(weekOf(day)).toEqual({ from: monday, to: addDays(monday, 6) });
  });

  test('given any day, then 53 weeks from Monday follow each other up to it', () => {
    const days = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('1970-01-01', n));
    fc.assert(
      fc.property(days, (day) => {
        const week = weekOf(day);
        expect(week.from <= day && day <= week.to).toBe(true);
        expect(new Date(week.from).getUTCDay()).toBe(1);
        const weeks = weeksUpTo(week);
        expect(weeks).toHaveLength(53);
        expect(weeks.at(-1)).toEqual(week);
        for (const [index, each] of weeks.entries()) {
          expect(daysOf(each)).toBe(7);
          if (index > 0) expect(each.from).toBe(addDays(weeks[index - 1]?.to ?? '', 1));
        }
      }),
    );
  });
});
