import { describe, expect, it } from 'vitest';
import {
  type ColumnChoice,
  defaultChoice,
  nextSort,
  readChoice,
  shownColumns,
  tableWidth,
  withPlace,
  withVisibility,
  withWidth,
} from '../../../renderer/features/incidents/columns.ts';

const ids = (columns: ReturnType<typeof shownColumns>) => columns.map((column) => column.id);

describe('shownColumns', () => {
  it('given room when shown then every default column has the width it likes', () => {
    expect(ids(shownColumns(defaultChoice, 3000))).toEqual([
      'date',
      'title',
      'place',
      'type',
      'actors',
      'killed',
      'grade',
      'status',
      'notes',
      'tlp',
    ]);
  });

  it.each([1200, 1000, 800])('given %i pixels when shown then all fits', (available) => {
    expect(tableWidth(shownColumns(defaultChoice, available))).toBeLessThanOrEqual(available);
  });

  it('given a narrow pane when shown then what matters most stays', () => {
    expect(ids(shownColumns(defaultChoice, 700))).toEqual([
      'date',
      'title',
      'place',
      'actors',
      'killed',
      'status',
    ]);
  });

  it('given a column asked for when the pane is narrow then it stays', () => {
    const choice = withVisibility(defaultChoice, 'tlp', true);
    expect(ids(shownColumns(choice, 700))).toContain('tlp');
  });

  it('given a width set by hand when the pane is narrow then it is kept', () => {
    const choice = withWidth(defaultChoice, 'place', 260);
    const place = shownColumns(choice, 900).find((column) => column.id === 'place');
    expect(place?.width).toBe(260);
  });

  it('given the title hidden when shown then it is there all the same', () => {
    const choice = withVisibility(defaultChoice, 'title', false);
    expect(ids(shownColumns(choice, 2000))).toContain('title');
  });
});

describe('readChoice', () => {
  it('given what was stored when read then gives it back', () => {
    const choice = withWidth(withVisibility(defaultChoice, 'updated', true), 'place', 200);
    expect(readChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  });

  it.each([[undefined], [null], ['x'], [{ hidden: 3, widths: 'wide' }]])(
    'given %j when read then gives the defaults',
    (stored) => {
      expect(readChoice(stored)).toEqual(defaultChoice);
    },
  );
});

describe('nextSort', () => {
  it('given the sorted column when pressed then turns round', () => {
    expect(nextSort({ key: 'title', direction: 'ascending' }, 'title')).toEqual({
      key: 'title',
      direction: 'descending',
    });
  });

  it('given figures when pressed then the largest come first', () => {
    expect(nextSort({ key: 'date', direction: 'descending' }, 'killed')).toEqual({
      key: 'killed',
      direction: 'descending',
    });
  });
});

describe('the order of the columns', () => {
  const inOrder = (choice: ColumnChoice) => ids(shownColumns(choice, 5000));

  it('a column takes the place of another, to the left and to the right, and stays there', () => {
    const left = withPlace(defaultChoice, 'killed', 'date');
    expect(inOrder(left).slice(0, 3)).toEqual(['killed', 'date', 'title']);
    const right = withPlace(left, 'killed', 'title');
    expect(inOrder(right).slice(0, 3)).toEqual(['date', 'title', 'killed']);
    expect(inOrder(readChoice(JSON.parse(JSON.stringify(right))))).toEqual(inOrder(right));
  });

  it('no column is lost or doubled by what was stored', () => {
    const odd = readChoice({ order: ['killed', 'killed', 'nothing', 7, 'date'] });
    expect(inOrder(odd).slice(0, 2)).toEqual(['killed', 'date']);
    expect([...inOrder(odd)].sort()).toEqual([...inOrder(defaultChoice)].sort());
  });
});
