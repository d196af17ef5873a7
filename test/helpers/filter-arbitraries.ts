import fc from 'fast-check';
import type { Filter } from '../../shared/domain/filter.ts';
import { incidentStatuses, tlpLabels } from '../../shared/domain/vocabulary.ts';
import { mixedBatch, mixedSource, tagNames } from './mixed-case.ts';

const words = fc.constantFrom(
  'attack',
  'POLICE',
  'ouahi',
  '"police station"',
  '"station police"',
  'l’armée',
  'armee',
  'قاعدة',
  'القاعدة',
  'jnim',
  'نصرة',
  'sixty',
  'site',
  'loroum',
  '-',
  '"',
  'a*',
  'title:x OR 1',
  "d'eau",
  '7',
);
const day = fc.constantFrom('2024-06-01', '2025-04-30', '2025-05-01', '2025-05-11', '2025-06-01');
const place = fc.constantFrom(
  'Djibo',
  'jibo',
  'menaka',
  'Ménaka',
  'burkina',
  'Burkina Faso',
  'Fidji',
  'sahel',
  'northern lo',
  'BF',
  'nowhere',
);
const actor = fc.record(
  {
    words: fc.constantFrom(
      'jnim',
      'GSIM',
      'نصرة',
      'burkina faso arm',
      'dozo',
      'support group',
      'nobody',
    ),
    role: fc.constantFrom('perpetrator' as const, 'target' as const, 'victim' as const),
  },
  { requiredKeys: [] },
);

/** Filters that ask about the mixed case, a few parts at a time. */
export const anyFilter: fc.Arbitrary<Filter> = fc
  .record(
    {
      text: fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
      after: day,
      before: day,
      undated: fc.boolean(),
      actors: fc.array(actor, { maxLength: 2 }),
      places: fc.array(place, { maxLength: 2 }),
      countries: fc.uniqueArray(fc.constantFrom('BF', 'ML', 'NE')),
      regions: fc.uniqueArray(fc.constantFrom('BF/Sahel', 'BF/sahél', 'ML/Ménaka', 'ML/Sahel')),
      provinces: fc.uniqueArray(fc.constantFrom('BF/Soum', 'BF/SOUM', 'ML/Ménaka', 'ML/Soum')),
      grades: fc.uniqueArray(fc.constantFrom('C1', 'C3', 'C6', 'A1', 'none')),
      sources: fc.uniqueArray(fc.constantFrom(mixedSource, mixedBatch)),
      polygon: fc.constantFrom<[number, number][]>(
        [
          [-3, 13],
          [0, 13],
          [0, 15],
          [-3, 15],
        ],
        [
          [-1, 12],
          [-1, 17],
          [3, 17],
        ],
        [
          [-180, -90],
          [180, -90],
          [180, 90],
          [-180, 90],
        ],
      ),
      types: fc.uniqueArray(fc.constantFrom('Battles', 'battles', 'Armed clash', 'Protests')),
      targets: fc.uniqueArray(fc.constantFrom('market', 'town', 'convoy')),
      statuses: fc.uniqueArray(fc.constantFrom(...incidentStatuses)),
      killedMin: fc.constantFrom(0, 5, 6, 60, 99, 100),
      killedMax: fc.constantFrom(0, 5, 23, 24, 60, 1000),
      credibilityAtLeast: fc.integer({ min: 1, max: 5 }),
      tags: fc.uniqueArray(fc.constantFrom(...tagNames, 'urgent', 'a verifier', 'none')),
      tlpMax: fc.constantFrom(...tlpLabels),
      batch: fc.constantFrom(mixedBatch, '01970000-0000-7000-8000-00000000dead'),
      box: fc.constantFrom<[number, number, number, number]>(
        [-3, 13, 0, 15],
        [170, -20, -170, 0],
        [-180, -90, 180, 90],
        [-1.6255, 14.0994, -1.6255, 14.0994],
      ),
      near: fc.constantFrom(
        { lat: 14.0994, lon: -1.6255, km: 0.001 },
        { lat: 14, lon: -2, km: 60 },
        { lat: 14, lon: -2, km: 500 },
        { lat: -16.8, lon: -179.9, km: 30 },
        { lat: 89, lon: 0, km: 9000 },
        { lat: 0, lon: 0, km: 20_000 },
      ),
      openQuestion: fc.boolean(),
      deleted: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  // a filter of twenty fields matches nothing: take a few of them
  .chain((all) => {
    const names = Object.keys(all) as (keyof Filter)[];
    return fc
      .subarray(names, { maxLength: Math.min(4, names.length) })
      .map((some) => Object.fromEntries(some.map((name) => [name, all[name]])) as Filter);
  });
