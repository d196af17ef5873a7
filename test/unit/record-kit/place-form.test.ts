import { describe, expect, it } from 'vitest';
import { placeDraft, placeIssues, placeOps } from '../../../renderer/record-kit/place-form.ts';
import type { PlaceDossier } from '../../../shared/contract/place-calls.ts';

const meta = {
  rev: 'r1',
  created_at: '',
  created_by: 'a',
  updated_at: '',
  updated_by: 'a',
  deleted_at: null,
  tlp: 'GREEN',
  origin: null,
} as const;
const dossier: PlaceDossier = {
  place: {
    ...meta,
    id: 'p',
    name: 'Tiloua',
    gazetteer_id: null,
    kind: null,
    country: 'NE',
    admin1: null,
    admin2: null,
    admin3: null,
    latitude: null,
    longitude: null,
    geo_level: 'settlement',
    radius_m: 3000,
    description: '',
  },
  names: [
    {
      ...meta,
      id: 'n',
      place_id: 'p',
      name: 'Tilwa',
      lang: 'en',
      valid_from: null,
      valid_to: null,
    },
  ],
  incidents: [],
  incidentCount: 0,
};
const draft = placeDraft(dossier);
const name = { id: 'm', name: 'تيلوا', lang: 'ar', validFrom: '2019', validTo: null };

describe('a place in its form', () => {
  it('nothing changed is nothing to save', () => {
    expect(placeOps(draft, dossier)).toEqual([]);
    expect(placeIssues(draft)).toBeUndefined();
  });

  it('saves what changed: the place, a name made, one taken away, one dated', () => {
    const changed = { ...draft, radiusM: 5000, names: [name] };
    expect(placeOps(changed, dossier)).toEqual([
      { do: 'update', table: 'place', id: 'p', patch: { radius_m: 5000 }, rev: 'r1' },
      { do: 'delete', table: 'place_name', id: 'n' },
      {
        do: 'create',
        table: 'place_name',
        id: 'm',
        values: { place_id: 'p', name: 'تيلوا', lang: 'ar', valid_from: '2019', valid_to: null },
      },
    ]);
    const dated = {
      ...draft,
      names: [
        {
          ...draft.names[0],
          id: 'n',
          name: 'Tilwa',
          lang: 'en',
          validFrom: null,
          validTo: '2020-03',
        },
      ],
    };
    expect(placeOps(dated, dossier)).toEqual([
      { do: 'update', table: 'place_name', id: 'n', patch: { valid_to: '2020-03' }, rev: 'r1' },
    ]);
  });

  it.each([
    [{ ...name, name: ' ' }, 'needed'],
    [{ ...name, validTo: 'May' }, 'bad-date'],
    [{ ...name, validTo: '2018' }, 'before-start'],
  ] as const)('a name %j is %s', (wrong, issue) => {
    expect(placeIssues({ ...draft, names: [wrong] })).toEqual({ names: { m: issue } });
  });

  it('a place needs its name', () => {
    expect(placeIssues({ ...draft, name: '' })).toEqual({ name: 'needed', names: {} });
  });
});
