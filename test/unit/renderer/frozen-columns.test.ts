import { describe, expect, test } from 'vitest';
import {
  defaultChoice,
  readChoice,
  shownColumns,
  tableWidth,
  withFrozen,
  withPlace,
  withVisibility,
} from '../../../renderer/features/incidents/columns.ts';

const ids = (columns: ReturnType<typeof shownColumns>) => columns.map(({ id }) => id);

describe('the columns of the table', () => {
  test('given a pane of 590 pixels, then date, title, place, killed and status are in sight', () => {
    const shown = shownColumns(defaultChoice, 590);
    expect(ids(shown)).toEqual(['date', 'title', 'place', 'killed', 'status']);
    expect(tableWidth(shown)).toBeLessThanOrEqual(590);
  });

  test('given a column ticked anew, then it stays in a narrow pane', () => {
    const choice = withVisibility(defaultChoice, 'actors', true);
    expect(ids(shownColumns(choice, 590))).toContain('actors');
  });

  test('given frozen columns, then they come first and each stands behind the one before', () => {
    const moved = withPlace(defaultChoice, 'status', 'date');
    const choice = withFrozen(withFrozen(moved, 'title', true), 'killed', true);
    const [first, second, third] = shownColumns(choice, 2000);
    expect([first?.id, second?.id, third?.id]).toEqual(['title', 'killed', 'status']);
    expect(first?.left).toBe(0);
    expect(second?.left).toBe(first?.width);
    expect(third?.left).toBeUndefined();
    expect(ids(shownColumns(withFrozen(choice, 'killed', false), 2000)).at(1)).toBe('status');
  });

  test('given what was stored by anyone, then only known columns are frozen', () => {
    expect(readChoice({ frozen: ['title', 'title', 'nothing', 3] }).frozen).toEqual(['title']);
    expect(readChoice({ frozen: 'title' }).frozen).toEqual([]);
  });
});
