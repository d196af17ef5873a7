import { describe, expect, it } from 'vitest';
import {
  createOps,
  emptyForm,
  type IncidentForm,
  problemsOf,
  refusedFields,
  updateOps,
} from '../../../renderer/features/incidents/form-values.ts';
import type { PlaceValue } from '../../../renderer/map-kit/place-value.ts';
import { incidentsEn } from '../../../renderer/text/en/incidents.ts';

function form(part: Partial<IncidentForm> = {}): IncidentForm {
  return { ...emptyForm('GREEN'), title: 'Attack at Djibo', ...part };
}

function place(part: Partial<PlaceValue> = {}): PlaceValue {
  return {
    placeId: null,
    gazetteerId: 'geonames:2360615',
    name: 'Djibo',
    kind: 'town',
    country: 'BF',
    admin1: 'Sahel',
    admin2: 'Soum',
    latitude: 14.1,
    longitude: -1.63,
    level: 'settlement',
    radiusM: 3000,
    ...part,
  };
}

const fresh = { incident: 'incident-id', place: 'place-id' };

describe('createOps', () => {
  it('given a place of the gazetteer when recorded then its record comes first', () => {
    const ops = createOps(form({ place: place({ level: 'near', radiusM: 10_000 }) }), fresh, false);
    expect(ops).toHaveLength(2);
    expect(ops[0]).toMatchObject({
      do: 'create',
      table: 'place',
      id: 'place-id',
      values: {
        name: 'Djibo',
        gazetteer_id: 'geonames:2360615',
        geo_level: 'settlement',
        radius_m: null,
      },
    });
    expect(ops[1]).toMatchObject({
      do: 'create',
      table: 'incident',
      id: 'incident-id',
      values: { place_id: 'place-id', geo_level: 'near', radius_m: 10_000, admin2: 'Soum' },
    });
  });

  it('given a place of the case when recorded then it is pointed to', () => {
    const ops = createOps(form({ place: place({ placeId: 'known' }) }), fresh, false);
    expect(ops).toHaveLength(1);
    expect(ops[0]).toMatchObject({ values: { place_id: 'known', latitude: 14.1 } });
  });

  it('given a bare point when recorded then no place record is made', () => {
    const point = place({ gazetteerId: null, name: '', level: 'point' });
    const ops = createOps(form({ place: point }), fresh, false);
    expect(ops).toHaveLength(1);
    expect(ops[0]).toMatchObject({
      values: { place_id: null, latitude: 14.1, geo_level: 'point' },
    });
  });

  it('given an own place with other names when recorded then they are kept', () => {
    const own = place({ gazetteerId: null, name: 'Sollé', names: [{ name: 'Sole', lang: 'en' }] });
    const ops = createOps(form({ place: own }), fresh, false);
    expect(ops.map((op) => op.table)).toEqual(['place', 'place_name', 'incident']);
  });

  it('given words with spaces around when recorded then they are trimmed, empty ones absent', () => {
    const ops = createOps(
      form({ title: ' Attack ', dateWords: ' ', targets: ['town', 'market', 'town'] }),
      fresh,
      true,
    );
    expect(ops[0]).toMatchObject({
      values: {
        title: 'Attack',
        date_words: null,
        targets: ['market', 'town'],
        invented: true,
        tlp: 'GREEN',
      },
    });
  });

  it('given an event type when recorded then the disorder type follows', () => {
    const ops = createOps(form({ eventType: 'Riots', subEventType: 'Mob violence' }), fresh, false);
    expect(ops[0]).toMatchObject({ values: { disorder_type: 'Political violence' } });
  });
});

describe('updateOps', () => {
  const record = { id: 'incident-id', rev: 'r1' };

  it('given nothing changed when saved then there is nothing to do', () => {
    expect(updateOps(form(), form(), record, 'place-id')).toEqual([]);
  });

  it('given one field changed when saved then only it is written', () => {
    expect(updateOps(form(), form({ status: 'claimed' }), record, 'place-id')).toEqual([
      {
        do: 'update',
        table: 'incident',
        id: 'incident-id',
        patch: { status: 'claimed' },
        rev: 'r1',
      },
    ]);
  });

  it('given no revision when saved then it is written over whatever is stored', () => {
    const [op] = updateOps(form(), form({ title: 'B' }), { id: 'x', rev: undefined }, 'p');
    expect(op).toEqual({ do: 'update', table: 'incident', id: 'x', patch: { title: 'B' } });
  });

  it('given the place taken away when saved then point and area go too', () => {
    const ops = updateOps(form({ place: place({ placeId: 'known' }) }), form(), record, 'place-id');
    expect(ops[0]).toMatchObject({
      patch: {
        place_id: null,
        latitude: null,
        longitude: null,
        geo_level: 'unknown',
        radius_m: null,
        country: null,
        admin1: null,
        admin2: null,
      },
    });
  });

  it('given an imported disorder type when another field changes then it is left alone', () => {
    const before = form({ eventType: 'Something else' });
    const [op] = updateOps(before, { ...before, title: 'B' }, record, 'p');
    expect(op).toMatchObject({ patch: { title: 'B' } });
  });
});

describe('problemsOf', () => {
  const words = incidentsEn.form;

  it('given no title and an unreadable date when checked then both are told', () => {
    expect(problemsOf(form({ title: ' ', date: '? Sunday' }), words)).toEqual({
      title: words.titleMissing,
      date: words.badDate,
    });
  });

  it('given a good form when checked then there is no problem', () => {
    expect(problemsOf(form({ date: '2025-05-11~' }), words)).toEqual({});
  });
});

describe('refusedFields', () => {
  it('given refusals by step when read then they stand at the fields of the form', () => {
    const issues = [
      { path: [1, 'date_edtf'], message: 'no date' },
      { path: [0, 'name'], message: 'too long' },
      { path: 'odd' },
    ];
    expect(refusedFields(issues, 2)).toEqual({ date: 'no date', place: 'too long' });
  });
});
