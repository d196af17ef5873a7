import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Filter, filterSchema } from '../../../shared/domain/filter.ts';
import { formatFilter, parseFilter } from '../../../shared/domain/filter-text.ts';
import * as v from '../../../shared/domain/vocabulary.ts';

const id = '0196d5a0-0000-7000-8000-000000000001';

describe('parseFilter', () => {
  test.each<[string, Filter]>([
    ['', {}],
    ['   ', {}],
    ['convoy  ambush', { text: 'convoy ambush' }],
    [
      'actor:JNIM place:Djibo after:2025-05-01 killed>=50 "police station"',
      {
        actors: [{ words: 'JNIM' }],
        places: ['Djibo'],
        after: '2025-05-01',
        killedMin: 50,
        text: '"police station"',
      },
    ],
    [
      'acteur:GSIM lieu:"Djibo ville" après:2025-05 avant:2025 tués<60 statut:revendiqué,confirmé',
      {
        actors: [{ words: 'GSIM' }],
        places: ['Djibo ville'],
        after: '2025-05-01',
        before: '2025-12-31',
        killedMax: 59,
        statuses: ['claimed', 'confirmed'],
      },
    ],
    ['ACTEUR.auteur:GSIM', { actors: [{ words: 'GSIM', role: 'perpetrator' }] }],
    [
      `actor.victim:"Forces armées"#${id}`,
      { actors: [{ words: 'Forces armées', id, role: 'victim' }] },
    ],
    [`actor:#${id} batch:${id}`, { actors: [{ id }], batch: id }],
    [
      'type:battles type:"armed clash" type:émeutes',
      { types: ['Battles', 'Armed clash', 'Riots'] },
    ],
    ['type:battl', { types: ['Battles'] }],
    ['type:"Cattle raid"', { types: ['Cattle raid'] }],
    ['cible:marché target:police-station', { targets: ['market', 'police-station'] }],
    ['killed:50..100', { killedMin: 50, killedMax: 100 }],
    ['killed:60', { killedMin: 60, killedMax: 60 }],
    ['killed>60', { killedMin: 61 }],
    [
      'credibility<=3 tlp:amber+strict country:bf,ML',
      { credibilityAtLeast: 3, tlpMax: 'AMBER+STRICT', countries: ['BF', 'ML'] },
    ],
    ['has:question is:undated est:supprimé', { openQuestion: true, undated: true, deleted: true }],
    ['undated:no question:non', { undated: false, openQuestion: false }],
    [
      'near:14.1,-1.6,50 box:-5,9,3,16',
      { near: { lat: 14.1, lon: -1.6, km: 50 }, box: [-5, 9, 3, 16] },
    ],
    ['http://example.org 12:30', { text: 'http://example.org 12:30' }],
    ['place:N\u2019Tillit actor:نصرة', { places: ['N\u2019Tillit'], actors: [{ words: 'نصرة' }] }],
    ['"actor:JNIM"', { text: '"actor:JNIM"' }],
    ['tag:"said \\"no\\""', { tags: ['said "no"'] }],
  ])('given %s, then it is read', (text, filter) => {
    expect(parseFilter(text)).toEqual({ filter, problems: [] });
  });

  test.each([
    ['actr:JNIM', 'unknown-field', 'actor:JNIM'],
    ['acteurs:JNIM', 'unknown-field', 'acteur:JNIM'],
    ['zzz:x', 'unknown-field', '"zzz:x"'],
    ['status:claimd', 'unknown-value', 'status:claimed'],
    ['after:11/05/2025', 'bad-date', 'after:2025-05-11'],
    ['before:2025-02-30', 'bad-date', 'before:2025-05-11'],
    ['killed>=many', 'bad-number', 'killed>=50'],
    ['killed<0', 'bad-number', 'killed<=0'],
    ['place>Djibo', 'bad-operator', 'place:Djibo'],
    ['place:', 'missing-value', null],
    ['tlp:ambre', 'unknown-value', 'tlp:AMBER'],
    ['country:Mali', 'unknown-value', 'country:BF'],
    ['near:somewhere', 'bad-area', 'near:14.1,-1.6,50'],
    ['has:questoin', 'unknown-value', 'has:question'],
    ['actor:#not-an-id', 'unknown-value', null],
    ['"police station', 'unclosed-quote', '"police station"'],
  ])('given ok %s, then it is told as %s with its position', (text, code, suggestion) => {
    const { problems } = parseFilter(`ok ${text}`);
    expect(problems).toEqual([{ code, from: 3, to: 3 + text.length, text, suggestion }]);
  });

  test('given an unreadable part, then the rest still counts', () => {
    expect(parseFilter('actor:JNIM after:soon village').filter).toEqual({
      actors: [{ words: 'JNIM' }],
      text: 'village',
    });
  });

  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'JNIM',
      'Boucle du Mouhoun',
      '#hash',
      'a"b',
      'c\\d',
      'actor:x',
      '"',
      'نصرة',
      "N'Djamena",
    ),
  );
  const value = words.filter((word) => word.trim() !== '' && word.length <= 90);
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const day = fc.constantFrom('2025-05-11', '2024-02-29', '0001-01-01');
  const list = (arbitrary: fc.Arbitrary<string>) =>
    fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 4 });
  const coordinate = (limit: number) =>
    fc.double({ min: -limit, max: limit, noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n));
  const filters: fc.Arbitrary<Filter> = fc
    .record({
      text: optional(words.map((text) => parseFilter(text).filter.text)),
      after: optional(day),
      before: optional(day),
      undated: optional(fc.boolean()),
      actors: optional(
        fc.array(
          fc
            .record({
              words: optional(value),
              id: optional(fc.constant(id)),
              role: optional(fc.constantFrom(...v.actorIncidentRoles)),
            })
            .filter((actor) => actor.words !== undefined || actor.id !== undefined),
          { minLength: 1, maxLength: 3 },
        ),
      ),
      places: optional(list(value)),
      countries: optional(list(fc.constantFrom('BF', 'ML', 'NE'))),
      regions: optional(list(fc.constantFrom('BF/Sahel', 'BF/Centre-Nord', 'TD/"N’Djamena"'))),
      provinces: optional(list(fc.constantFrom('BF/Soum', 'ML/Bandiagara "old"'))),
      grades: optional(fc.uniqueArray(fc.constantFrom('C3', 'A1', 'none'), { minLength: 1 })),
      sources: optional(fc.constant([id])),
      polygon: optional(
        fc.array(fc.tuple(coordinate(180), coordinate(90)), { minLength: 3, maxLength: 500 }),
      ),
      types: optional(list(fc.constantFrom('Battles', 'Armed clash', 'Cattle raid', 'Attack'))),
      targets: optional(list(fc.constantFrom('market', 'village', 'silo'))),
      statuses: optional(fc.uniqueArray(fc.constantFrom(...v.incidentStatuses), { minLength: 1 })),
      killedMin: optional(fc.nat(1000)),
      killedMax: optional(fc.nat(1000)),
      credibilityAtLeast: optional(fc.integer({ min: 1, max: 5 })),
      tags: optional(list(value)),
      tlpMax: optional(fc.constantFrom(...v.tlpLabels)),
      batch: optional(fc.constant(id)),
      box: optional(fc.tuple(coordinate(180), coordinate(90), coordinate(180), coordinate(90))),
      near: optional(
        fc.record({
          lat: coordinate(90),
          lon: coordinate(180),
          km: fc.double({ min: 0.001, max: 20_000, noNaN: true }),
        }),
      ),
      openQuestion: optional(fc.boolean()),
      deleted: optional(fc.boolean()),
    })
    .map((filter) => stripped(filter) as Filter);

  test('given any filter, when written and read in either language, then it is the same', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom('en' as const, 'fr' as const), (filter, lang) => {
        expect(parseFilter(formatFilter(filter, lang))).toEqual({ filter, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test('given a field-like word with a backslash glued to a quote, then it reads back the same', () => {
    for (const typed of ['A":\\', 'b"c:\\"', '"x"y:\\z']) {
      const { filter } = parseFilter(typed);
      expect(parseFilter(formatFilter(filter)).filter).toEqual(filter);
    }
  });

  test('given any text, then the filter read fits the schema and reads back the same', () => {
    const text = fc
      .array(
        fc.oneof(
          words,
          fc.constantFrom('actor:', 'killed>=5', 'place:"a b"', ' ', 'after:2025', 'has:question'),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (typed) => {
        const { filter } = parseFilter(typed);
        expect(filterSchema.parse(filter)).toEqual(filter);
        expect(parseFilter(formatFilter(filter)).filter).toEqual(filter);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Without keys whose value is undefined, also inside lists. */
function stripped(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
