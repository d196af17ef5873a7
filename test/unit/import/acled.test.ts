import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventTaxonomy } from '../../../shared/domain/vocabulary.ts';
import { actorKind, eventKind, geoLevelOf, interCode } from '../../../shared/import/acled-codes.ts';
import { countryCode } from '../../../shared/import/country-codes.ts';
import { edtfOf, provenOrder, readDay } from '../../../shared/import/import-dates.ts';
import { AcledReader } from '../../../shared/import/read-acled.ts';
import { recogniseLayout } from '../../../shared/import/recognise-layout.ts';
import { acledColumns, acledRow } from '../../helpers/acled-file.ts';

/** Names of columns of real files, of several years. */
const layouts = JSON.parse(
  readFileSync(new URL('../../fixtures/acled-layouts.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly string[]>>;

describe('the layout', () => {
  test.each(Object.keys(layouts).filter((name) => name.startsWith('acled')))('%s', (name) => {
    const columns = layouts[name] ?? [];
    const found = recogniseLayout(columns);
    const isWhole = name !== 'acled_r_subset_no_coords';
    expect(found.preset).toBe('acled');
    expect(found.known).toHaveLength(columns.filter((column) => column !== '').length);
    expect(found.mapping.columns).toHaveLength(columns.length);
    expect(found.mapping.columns.includes('date')).toBe(true);
    expect(found.mapping.columns.includes('latitude')).toBe(isWhole);
  });

  test.each([
    ['ucdp_ged_hdx_hxl', 'ucdp'],
    ['ucdp_ged_191', 'ucdp'],
    ['ucdp_ged_candidate', 'ucdp'],
    ['gtd_0718', 'gtd'],
    ['ucdp_actor_221', 'table'],
    ['gtd_cut_down', 'table'],
    ['hdx_hapi_conflict_event', 'table'],
    ['hdx_pcodes', 'table'],
  ])('%s is taken for %s, whatever the order and case of its columns', (name, preset) => {
    const columns = layouts[name] ?? [];
    expect(recogniseLayout(columns).preset).toBe(preset);
    const mixed = columns.map((column) => column.toUpperCase()).sort();
    expect(recogniseLayout(mixed).preset).toBe(preset);
  });

  test('a column met twice counts once, one of an unknown name is kept', () => {
    const { mapping, known } = recogniseLayout([...acledColumns, 'NOTES', 'colour', '']);
    expect(mapping.columns.slice(-3)).toEqual(['keep', 'keep', 'skip']);
    expect(known).not.toContain('colour');
  });
});

describe('dates', () => {
  test.each([
    ['2023-02-16', '2023-02-16'],
    ['16 May 2025', '2025-05-16'],
    ['16-Feb-21', '2021-02-16'],
    ['12-September-22', '2022-09-12'],
    ['15 April 2022', '2022-04-15'],
    ['May 16, 2025', '2025-05-16'],
    ['16-05-2025', '2025-05-16'],
    ['02-01-1997', '1997-01-02'],
    ['25/12/1997', '1997-12-25'],
    ['12/25/1997', '1997-12-25'],
    ['05/05/1997', '1997-05-05'],
    ['41712', '2014-03-14'],
    ['41712.75', '2014-03-14'],
    ['1er août 2024', '2024-08-01'],
    ['3 févr. 2024', '2024-02-03'],
    ['14 juillet 2024', '2024-07-14'],
    ['1991-11-24 00:00:00.000', '1991-11-24'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, 'none')).toEqual({ day });
  });

  test.each(['31 June 2025', '2025-13-01', '19999', '417120', 'yesterday', '2025'])(
    '%s is none',
    (text) => {
      expect(readDay(text, 'none')).toEqual({ problem: 'date-unreadable' });
    },
  );

  test('numbers alone that go both ways are never guessed', () => {
    expect(readDay('02/01/1997', 'none')).toEqual({ problem: 'date-ambiguous' });
    expect(readDay('02/01/1997', 'day-first')).toEqual({ day: '1997-01-02' });
    expect(readDay('02/01/1997', 'month-first')).toEqual({ day: '1997-02-01' });
  });

  test('a file proves its order by a day above 12, and nothing by both', () => {
    expect(provenOrder(['02/01/1997', '25/01/1997'])).toBe('day-first');
    expect(provenOrder(['02/01/1997', '01/25/1997'])).toBe('month-first');
    expect(provenOrder(['25/01/1997', '01/25/1997'])).toBe('none');
    expect(provenOrder(['2023-02-16'])).toBe('none');
  });

  test('precision becomes a day, a week around it, or its month', () => {
    expect(edtfOf('2025-05-01', 1)).toBe('2025-05-01');
    expect(edtfOf('2025-05-01', 2)).toBe('2025-04-28/2025-05-04');
    expect(edtfOf('2025-05-15', 3)).toBe('2025-05');
  });
});

describe('codes', () => {
  test('all of today’s types are known as they stand', () => {
    for (const [type, subTypes] of Object.entries(eventTaxonomy)) {
      for (const subType of subTypes) {
        const expected = { eventType: type, subEventType: subType, isKnown: true };
        expect(eventKind(type, subType, null)).toEqual(expected);
        expect(eventKind(type.toUpperCase(), subType, null)).toEqual(expected);
      }
    }
  });

  test('old spellings and types become those of today', () => {
    expect(eventKind('Strategic Developments', 'Other', null).isKnown).toBe(true);
    expect(eventKind('Protests', 'Excessive force against protestors', 6).subEventType).toBe(
      'Excessive force against protesters',
    );
    expect(eventKind('Battle-No change of territory', '', 2)).toMatchObject({
      eventType: 'Battles',
      subEventType: 'Armed clash',
    });
    expect(eventKind('Riots/Protests', '', 5).eventType).toBe('Riots');
    expect(eventKind('Riots/Protests', '', 6).eventType).toBe('Protests');
    expect(eventKind('Earthquake', '', null)).toMatchObject({
      eventType: 'Earthquake',
      isKnown: false,
    });
  });

  test('types of actors in words and numbers', () => {
    expect(interCode('State forces')).toBe(1);
    expect(interCode('Rebel Groups')).toBe(2);
    expect(interCode('8')).toBe(8);
    expect(interCode('')).toBe(null);
    expect(interCode('0')).toBe(null);
    expect(interCode('9')).toBe(undefined);
    expect(actorKind('Unidentified Armed Group (Mali)', 3)).toBe('unidentified');
    expect(actorKind('Civilians (Mali)', null)).toBe('civilians');
    expect(actorKind('Police Forces of Mali (2020-)', null)).toBe('police');
    expect(actorKind('X', 8)).toBe('external-force');
  });

  test('precision of a place', () => {
    expect(['1', '2', '3', '4', ''].map(geoLevelOf)).toEqual([
      'settlement',
      'near',
      'region',
      null,
      null,
    ]);
  });

  test.each([
    ['Burkina Faso', 'BF'],
    ['Democratic Republic of Congo', 'CD'],
    ['Republic of Congo', 'CG'],
    ['Ivory Coast', 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Myanmar', 'MM'],
    ['Palestine', 'PS'],
    ['Turkey', 'TR'],
    ['eSwatini', 'SZ'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Syria', 'SY'],
    ['Central African Republic', 'CF'],
    ['South Sudan', 'SS'],
    ['Kosovo', 'XK'],
    ['Sao Tome and Principe', 'ST'],
    ['Cape Verde', 'CV'],
    ['North Macedonia', 'MK'],
    ['Czech Republic', 'CZ'],
    ['Saint Vincent and the Grenadines', 'VC'],
    ['Mayotte', 'YT'],
    ['Atlantis', null],
  ])('%s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});

describe('a row', () => {
  const reader = () => new AcledReader(acledColumns, recogniseLayout(acledColumns).mapping);
  const read = (cells: Record<string, string>) => {
    const row = acledRow('X1', cells);
    return reader().read(acledColumns.map((name) => row[name] ?? ''));
  };

  test('0 is no figure given, not nobody', () => {
    const figure = (low: number | null, qualifier: string) => ({
      row: { claims: [{ kind: 'toll', source: null, tolls: [{ low, high: low, qualifier }] }] },
    });
    expect(read({ fatalities: '0' })).toMatchObject(figure(null, 'none-given'));
    expect(read({ fatalities: '12' })).toMatchObject(figure(12, 'exact'));
  });

  test('an actor named twice stands once, as the main one', () => {
    const involved = (name: string, kind: string, inter: number | null) => ({
      ...{ role: 'involved', attribution: null, actor: { name, kind, inter } },
    });
    const found = read({ assoc_actor_1: 'Military Forces of Sahelia; Guard ; ; Guard' });
    expect(found).toMatchObject({
      row: {
        actors: [
          involved('Group of the Hills', 'rebel-group', 2),
          involved('Military Forces of Sahelia', 'state-force', 1),
          involved('Guard', 'other', null),
        ],
      },
    });
  });

  test('a row cut off, or of another width, is left out', () => {
    expect(reader().read(['a'], false)).toEqual({ failure: { code: 'cell-count', column: null } });
    expect(reader().read(['a'], true)).toEqual({ failure: { code: 'cut-off', column: null } });
  });

  test('any text at all is read or refused, and never breaks', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '1', '-1', '99', 'NaN', '2025-05-11'));
    const cells = fc.array(cell, {
      minLength: acledColumns.length,
      maxLength: acledColumns.length,
    });
    fc.assert(
      fc.property(cells, (row) => {
        const found = reader().read(row);
        if ('failure' in found) return;
        const { latitude, longitude, title } = found.row.incident;
        expect(title.length).toBeGreaterThan(0);
        expect(latitude === null).toBe(longitude === null);
      }),
    );
  });
});
