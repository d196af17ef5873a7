/** Rows of data sets with terms of their own are told before they are given on. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { licensedIn } from '../../electron/services/licensed-rows.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { countLicensedKeys, licensedSetOf } from '../../shared/domain/licensed-data.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let held: TemporaryCase;
let ids: string[] = [];
beforeEach(() => {
  held = temporaryCase();
  const rows = [
    ['ACLED:XYZ1', 'BF', 'CLEAR'],
    ['ACLED:XYZ2', 'ML', 'RED'],
    ['GTD:199001', 'BF', 'CLEAR'],
    ['UCDP:5', 'BF', 'CLEAR'],
    ['ACLEDish', 'BF', 'CLEAR'],
    [null, 'BF', 'CLEAR'],
  ] as const;
  ids = act(held.session, { kind: 'import', title: 'x' }, (tx) =>
    rows.map(
      ([external_key, country, tlp], at) =>
        tx.insert('incident', { title: `I ${at}`, external_key, country, tlp }).id,
    ),
  );
});
afterEach(() => held.close());

test('the key of an incident says which data set it came from', () => {
  expect(licensedSetOf('ACLED:1')).toBe('ACLED');
  expect(licensedSetOf('ACLEDish')).toBeUndefined();
  expect(licensedSetOf(null)).toBeUndefined();
  expect(countLicensedKeys(['UCDP:1', 'UCDP:2', null, 'GTD:3'])).toEqual({ UCDP: 2, GTD: 1 });
});

test('counted for the whole case, a filter and picked incidents, under the ceiling', () => {
  const { db } = held.session;
  const filter = { what: 'filter', sort: defaultSort } as const;
  expect(licensedIn(db, { what: 'case' }, 'RED')).toEqual({ ACLED: 2, GTD: 1, UCDP: 1 });
  expect(licensedIn(db, { what: 'case' }, 'AMBER')).toEqual({ ACLED: 1, GTD: 1, UCDP: 1 });
  expect(licensedIn(db, { ...filter, filter: { countries: ['ML'] } }, 'RED')).toEqual({ ACLED: 1 });
  expect(
    licensedIn(db, { ...filter, filter: { countries: ['ML'], tlpMax: 'GREEN' } }, 'RED'),
  ).toEqual({});
  const picked = { what: 'incidents', ids: [ids[1] ?? '', ids[3] ?? '', ids[5] ?? ''] } as const;
  expect(licensedIn(db, picked as never, 'RED')).toEqual({ ACLED: 1, UCDP: 1 });
  expect(licensedIn(db, picked as never, 'GREEN')).toEqual({ UCDP: 1 });
});

test('what was deleted is not counted', () => {
  act(held.session, { kind: 'delete', title: 'x' }, (tx) => tx.remove('incident', ids[0] ?? ''));
  expect(licensedIn(held.session.db, { what: 'case' }, 'RED')).toMatchObject({ ACLED: 1 });
});
