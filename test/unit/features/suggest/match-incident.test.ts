import { describe, expect, test } from 'vitest';
import type { FoundIncident } from '../../../../renderer/features/sources/suggest/found.ts';
import {
  filterFor,
  matchesOf,
} from '../../../../renderer/features/sources/suggest/match-incident.ts';
import { tollOf } from '../../../../renderer/features/sources/suggest/toll-of.ts';
import { incidentRow } from '../../../helpers/incident-row.ts';
import { read } from '../../extract/look-ups.ts';

function incident(text: string): FoundIncident {
  const found = read(text).incidents[0];
  if (found === undefined) throw new Error('no incident read');
  return found;
}
const djibo = incident(
  'JNIM fighters attacked the army base at Djibo on Sunday and killed 60 soldiers.',
);
const nobody = () => [];

describe('an incident of the case that a candidate may be', () => {
  const row = incidentRow({
    key: 1,
    ...{ place: 'Djibo', country: 'BF', dateEdtf: '2025-05-11' },
    ...{ dateEarliest: '2025-05-11', dateLatest: '2025-05-11', geoLevel: 'settlement' as const },
  });

  test('given the same day and place, then it is offered', () => {
    expect(matchesOf(djibo, [row], nobody)).toMatchObject([{ date: 'day', where: 'place' }]);
  });

  test('given another place on the same day, then it is not', () => {
    const other = { ...row, place: 'Fada', admin1: null, admin2: null };
    expect(matchesOf(djibo, [{ ...other, latitude: 12, longitude: 0.4 }], nobody)).toEqual([]);
  });

  test('given the same place years before, then it is not unless an actor is shared', () => {
    const old = {
      ...row,
      dateEdtf: '2019-01-01',
      dateEarliest: '2019-01-01',
      dateLatest: '2019-01-01',
    };
    expect(matchesOf(djibo, [old], nobody)).toEqual([]);
  });

  test('given a likelier one, then it comes first, and never more than two', () => {
    const vague = {
      ...row,
      id: 'vague',
      dateEdtf: '2025-05',
      dateEarliest: '2025-05-01',
      dateLatest: '2025-05-31',
    };
    const ordered = matchesOf(djibo, [vague, vague, row], nobody);
    expect(ordered).toHaveLength(2);
    expect(ordered[0]?.id).toBe(row.id);
  });

  test('given a day, then the case is searched around it; without one, by the place', () => {
    expect(filterFor(djibo)).toEqual({ after: '2025-05-10', before: '2025-05-12' });
    expect(filterFor({ ...djibo, date: null })).toEqual({ places: ['Djibo'] });
    expect(filterFor({ ...djibo, date: null, place: null })).toBeUndefined();
  });
});

describe('the figure of a claim', () => {
  const claim = djibo.claims.find(({ value }) => value === 60);
  if (claim === undefined) throw new Error('no figure read');
  const { value: _value, min: _min, max: _max, ...bare } = claim;

  test.each([
    [
      { value: 60, qualifier: 'exact' as const },
      { low: 60, high: 60, qualifier: 'exact' },
    ],
    [
      { value: 9, qualifier: 'at-least' as const },
      { low: 9, high: null, qualifier: 'at-least' },
    ],
    [
      { value: 9, qualifier: 'at-most' as const },
      { low: null, high: 9, qualifier: 'at-most' },
    ],
    [
      { min: 3, max: 5, qualifier: 'between' as const },
      { low: 3, high: 5, qualifier: 'between' },
    ],
    [
      { value: 70, qualifier: 'about' as const },
      { low: 70, high: 70, qualifier: 'about' },
    ],
    [{ qualifier: 'dozens' as const }, { low: null, high: null, qualifier: 'dozens' }],
    [{ qualifier: 'none-given' as const }, { low: null, high: null, qualifier: 'none-given' }],
    [{ qualifier: null }, { low: null, high: null, qualifier: 'none-given' }],
  ])('%o is kept as %o', (given, toll) => {
    expect(tollOf({ ...bare, ...given })).toMatchObject(toll);
  });
});
