import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariseTolls } from '../../../shared/domain/toll.ts';
import { figureOf } from '../../../shared/import/figures.ts';
import { spanEdtf } from '../../../shared/import/import-dates.ts';
import type { ReadResult, ReadRow } from '../../../shared/import/imported.ts';
import { ucdpColumns } from '../../../shared/import/known-layouts.ts';
import { GtdReader } from '../../../shared/import/read-gtd.ts';
import { TableReader } from '../../../shared/import/read-table.ts';
import { UcdpReader } from '../../../shared/import/read-ucdp.ts';
import { mappingFor } from '../../../shared/import/recognise-layout.ts';
import type { ColumnMeaning } from '../../../shared/import/table-fields.ts';
import { type Cells, cellsOf, gtdColumns, gtdRow, ucdpRow } from '../../helpers/data-set-rows.ts';

function rowOf(read: ReadResult): ReadRow {
  if ('failure' in read) throw new Error(read.failure.code);
  return read.row;
}
const codes = (row: ReadRow) => row.warnings.map(({ code }) => code);
const figures = ({ claims }: ReadRow) =>
  claims.map(({ tolls }) =>
    tolls.map(({ outcome, party, low, high }) => [outcome, party, low, high]),
  );

describe('UCDP GED', () => {
  const reader = new UcdpReader(ucdpColumns, mappingFor('ucdp', ucdpColumns));
  const read = (cells: Cells = {}) => rowOf(reader.read(cellsOf(ucdpRow('7', cells))));

  test('the best estimate by party and the bounds are two statements of one origin', () => {
    const row = read();
    expect(figures(row)).toEqual([
      [
        ['killed', 'military', 3, 3],
        ['killed', 'militant', 2, 2],
        ['killed', 'civilian', 1, 1],
      ],
      [['killed', 'unknown', 4, 9]],
    ]);
    const [killed] = summariseTolls(
      row.claims.map(({ tolls }, at) => ({
        ...{ id: `c${1 - at}`, credibility: 6, reliability: 'F' as const, supersededById: null },
        ...{ deniedById: null, originKey: 'source:1', tolls },
      })),
    );
    expect(killed).toMatchObject({ low: 4, high: 9, best: { low: 6, high: 6 }, counted: 1 });
  });

  test('sides are parties to it, and perpetrator and victim only in one-sided violence', () => {
    expect(read().actors.map(({ actor, role }) => [actor.name, actor.kind, role])).toEqual([
      ['Government of Sahelia', 'government', 'involved'],
      ['Group of the Hills', 'rebel-group', 'involved'],
    ]);
    const oneSided = read({
      ...{ type_of_violence: '3', side_a: 'Group of the Hills', side_b: 'Civilians' },
      ...{ deaths_a: '0', deaths_b: '0', deaths_civilians: '6' },
    });
    expect(oneSided.actors.map(({ role, attribution }) => [role, attribution])).toEqual([
      ['perpetrator', 'assessed'],
      ['victim', null],
    ]);
    expect(figures(oneSided)[0]).toEqual([['killed', 'civilian', 6, 6]]);
  });

  test('two sides of one party are added up', () => {
    const row = read({
      ...{ type_of_violence: '2', side_a: 'A', side_b: 'B', deaths_civilians: '0', best: '5' },
    });
    expect(figures(row)[0]).toEqual([['killed', 'militant', 5, 5]]);
  });

  test('broken bounds and parts are told and kept as said', () => {
    const row = read({ low: '7', best: '6', high: '2' });
    expect(codes(row)).toEqual(['bounds-broken']);
    expect(figures(row)[1]).toEqual([['killed', 'unknown', 7, 2]]);
    const parts = read({ deaths_unknown: '4' });
    expect(codes(parts)).toEqual(['parts-differ']);
    expect(figures(parts)[0]).toEqual([['killed', 'unknown', 6, 6]]);
    expect(read({ low: '6', high: '6' }).claims).toHaveLength(1);
  });

  test.each([
    ['2024-05-11', '2024-05-11', '1', '2024-05-11'],
    ['2024-05-11', '2024-05-14', '2', '2024-05-11/2024-05-14'],
    ['2024-02-01', '2024-02-29', '4', '2024-02'],
    ['2024-01-01', '2024-12-31', '5', '2024'],
  ])('%s to %s with precision %s is %s', (date_start, date_end, date_prec, edtf) => {
    expect(read({ date_start, date_end, date_prec }).incident.date_edtf).toBe(edtf);
  });

  test('an end before the beginning is told', () => {
    const row = read({ date_start: '2024-05-11', date_end: '2024-05-01' });
    expect([row.incident.date_edtf, ...codes(row)]).toEqual(['2024-05-11', 'end-before-start']);
  });

  test.each([
    ['1', 'settlement'],
    ['2', 'near'],
    ['3', 'district'],
    ['4', 'region'],
    ['5', 'region'],
    ['6', 'country'],
    ['7', 'unknown'],
  ])('where_prec %s is %s, with its code kept', (where_prec, level) => {
    expect(read({ where_prec }).incident).toMatchObject({ geo_level: level, geo_code: where_prec });
  });

  test('articles become sources with publisher and date, older references stand as they are', () => {
    expect(read().sources).toEqual([
      expect.objectContaining({
        ...{ title: 'Clash at Djibo; many dead', publisher: 'Radio Colline' },
        ...{ published: '2024-05-12', kind: 'article' },
      }),
      expect.objectContaining({ title: 'Combats à Djibo', published: '2024-05-13' }),
    ]);
    const old = 'Reuters (1992-05-20): "REBELS; SETTLERS".';
    expect(read({ source_article: old }).sources.map(({ title }) => title)).toEqual([old]);
    expect(read().kept).toMatchObject({ relid: 'SAH-2024-1-999-7', code_status: 'Clear' });
  });

  test('any text at all is read or refused, and never breaks', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '1', '-1', '3', '2024-05-11'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 49, maxLength: 49 }), (cells) => {
        const found = reader.read(cells);
        if ('row' in found) expect(found.row.incident.title.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('GTD', () => {
  const reader = new GtdReader(gtdColumns, mappingFor('gtd', gtdColumns));
  const read = (cells: Cells = {}) =>
    rowOf(reader.read(cellsOf(gtdRow('201705110001', cells), gtdColumns)));

  test('the killed include the attackers: victims and attackers stand apart, their sum is GTD’s', () => {
    expect(figures(read())).toEqual([
      [
        ['killed', 'unknown', 3, 3],
        ['killed', 'militant', 2, 2],
        ['injured', 'unknown', 4, 4],
      ],
    ]);
    expect(figures(read({ nkillter: '' }))[0]?.[0]).toEqual(['killed', 'unknown', 5, 5]);
    expect(read({ nkill: '', nwound: '' }).claims[0]?.tolls).toEqual([
      expect.objectContaining({ qualifier: 'none-given', low: null }),
    ]);
    expect(codes(read({ nkillter: '9' }))).toEqual(['bounds-broken']);
    expect(figures(read({ ishostkid: '1', nhostkid: '-99' }))[0]).toHaveLength(3);
    expect(figures(read({ ishostkid: '1', nhostkid: '7' }))[0]?.[3]).toEqual([
      ...['captured', 'unknown', 7, 7],
    ]);
  });

  test.each([
    [{}, '2017-05-11'],
    [{ iday: '0' }, '2017-05'],
    [{ imonth: '0', iday: '0' }, '2017'],
    [{ approxdate: 'May 10-12, 2017' }, '2017-05-11~'],
    [{ extended: '1', resolution: '2017-05-14' }, '2017-05-11/2017-05-14'],
  ])('%o is %s', (cells, edtf) => {
    expect(read(cells).incident.date_edtf).toBe(edtf);
  });

  test('an unclear date keeps its words, and no year is refused', () => {
    expect(read({ approxdate: 'mid-May' }).incident.date_words).toBe('mid-May');
    expect(reader.read(cellsOf(gtdRow('1', { iyear: '' }), gtdColumns))).toMatchObject({
      failure: { code: 'date-unreadable' },
    });
  });

  test('a group did it by GTD’s word, as suspected, or by its own', () => {
    const roles = (cells: Cells) =>
      read(cells).actors.map(({ actor, role, attribution }) => [actor.name, role, attribution]);
    expect(roles({})).toEqual([['Group of the Hills', 'perpetrator', 'assessed']]);
    expect(roles({ guncertain1: '1', gname2: 'Others' })).toEqual([
      ['Group of the Hills', 'perpetrator', 'alleged'],
      ['Others', 'perpetrator', 'assessed'],
    ]);
    expect(roles({ gname: 'Unknown' })).toEqual([]);
    const claimed = read({ claimed: '1', claimmode_txt: 'Video' });
    expect(claimed.actors[0]?.attribution).toBe('claimed');
    expect(claimed.claims.at(-1)).toMatchObject({
      ...{ kind: 'attribution', value: 'Group of the Hills', statement: 'Claimed (Video)' },
    });
  });

  test.each([
    [{}, 'settlement'],
    [{ vicinity: '1' }, 'near'],
    [{ specificity: '3' }, 'district'],
    [{ specificity: '4' }, 'region'],
    [{ specificity: '5' }, 'country'],
  ])('%o is a place of level %s', (cells, level) => {
    expect(read(cells).incident.geo_level).toBe(level);
  });

  test('what it doubts, what failed and what it quotes', () => {
    expect(read({ doubtterr: '1', success: '0', suicide: '1' }).tags).toHaveLength(3);
    expect(read({ doubtterr: '-9' }).tags).toEqual([]);
    expect(read().sources.map(({ title }) => title)).toEqual([gtdRow('').scite1]);
    expect(read({ eventid: '2.01705E+11' }).key).toBeNull();
    expect(read().incident.targets).toEqual(['Police']);
  });
});

describe('a list of one’s own', () => {
  const read = (cells: { readonly [M in ColumnMeaning]?: string }) => {
    const columns = Object.keys(cells) as ColumnMeaning[];
    const mapping = { preset: 'table', columns, dateOrder: 'none' } as const;
    return rowOf(new TableReader(columns, mapping).read(Object.values(cells)));
  };

  test('roles, figures, address and status are those of the columns', () => {
    const row = read({
      ...{ date: '2025-05-11', title: 'Attack on a post', perpetrator: 'Hills; Others' },
      ...{ target: 'Army', fatalities: 'at least 60', injured: '10-12', status: 'Confirmé' },
      ...{ source: 'Le Courrier', 'source-url': 'https://example.org/a', time: 'at dawn' },
    });
    expect(row.incident).toMatchObject({
      ...{ title: 'Attack on a post', status: 'confirmed', time_words: 'at dawn' },
    });
    expect(row.actors.map(({ actor, role }) => [actor.name, role])).toEqual([
      ['Hills', 'perpetrator'],
      ['Others', 'perpetrator'],
      ['Army', 'target'],
    ]);
    expect(figures(row)).toEqual([
      [
        ['killed', 'unknown', 60, null],
        ['injured', 'unknown', 10, 12],
      ],
    ]);
    expect(row.claims[0]?.source).toMatchObject({ url: 'https://example.org/a' });
  });

  test('year, month and day in columns of their own, with 0 for unknown', () => {
    const edtf = (year: string, month: string, day: string) =>
      read({ year, month, day }).incident.date_edtf;
    expect(edtf('2025', '5', '11')).toBe('2025-05-11');
    expect(edtf('2025', '5', '0')).toBe('2025-05');
    expect(edtf('2025', '0', '0')).toBe('2025');
  });

  test('without a title it is the type, or who is named first, and the place', () => {
    expect(read({ date: '2025', location: 'Djibo', 'event-type': 'Battles' }).incident.title).toBe(
      'Battles, Djibo',
    );
    expect(read({ date: '2025', actor: 'Hills', country: 'Mali' }).incident.title).toBe(
      'Hills, Mali',
    );
  });

  test('bounds out of order are told; no number is no figure', () => {
    const row = read({ date: '2025', fatalities: '9', 'killed-low': '10', 'killed-high': '12' });
    expect(codes(row)).toEqual(['bounds-broken']);
    const words = read({ date: '2025', fatalities: 'a lot', status: 'odd', 'source-url': 'x' });
    expect(codes(words)).toEqual(['status-unknown', 'url-unreadable', 'fatalities-unreadable']);
  });
});

test.each([
  ['12', 12, 12, 'exact'],
  ['1 200', 1200, 1200, 'exact'],
  ['1,200', 1200, 1200, 'exact'],
  ['12.0', 12, 12, 'exact'],
  ['10–12', 10, 12, 'between'],
  ['entre 10 et 12', 10, 12, 'between'],
  ['at least 60', 60, null, 'at-least'],
  ['60+', 60, null, 'at-least'],
  ['au plus 5', null, 5, 'at-most'],
  ['~40', 40, 40, 'about'],
  ['des dizaines', null, null, 'dozens'],
  ['unknown', null, null, 'none-given'],
])('%s people', (text, low, high, qualifier) => {
  expect(figureOf(text)).toEqual({ low, high, qualifier });
});

test('what is no number of people is none', () => {
  for (const text of ['a lot', '-3', '1.5', '99999999999', '']) {
    expect(figureOf(text)).toBeUndefined();
  }
  expect(spanEdtf('2023-02-01', '2023-02-27')).toBe('2023-02-01/2023-02-27');
});
