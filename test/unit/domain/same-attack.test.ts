import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIncidents, mayBeSame } from '../../../shared/domain/same-attack.ts';
import { prepare } from '../../../shared/domain/same-attack-aspects.ts';
import type { SameView } from '../../../shared/domain/same-attack-types.ts';
import { hoursBetween, hoursOf } from '../../../shared/domain/same-attack-words.ts';
import { eventTypes, geoLevels, targetTypes } from '../../../shared/domain/vocabulary.ts';
import { addDays } from '../../../shared/lib/days.ts';
import { isSameSound } from '../../../shared/lib/spelling.ts';
import { pairs, view } from '../../fixtures/same/pairs.ts';

const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2025-05-01', n));
const span = fc.oneof(
  fc.constant([null, null] as const),
  day.map((each) => [each, each] as const),
  fc
    .tuple(day, fc.integer({ min: 0, max: 400 }))
    .map(([from, n]) => [from, addDays(from, n)] as const),
  day.map((each) => [null, each] as const),
);
const point = fc.option(
  fc.tuple(
    fc.double({ min: 13.5, max: 14.5, noNaN: true }),
    fc.double({ min: -2, max: -1, noNaN: true }),
  ),
);
const actor = fc.record({
  role: fc.constantFrom('perpetrator', 'target', 'claimant', 'victim'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  names: fc.subarray(['JNIM', 'FDS', 'VDP']),
  kin: fc.subarray(['a', 'b']),
  isVague: fc.boolean(),
});
const toll = fc.record({
  outcome: fc.constantFrom('killed' as const, 'injured' as const),
  low: fc.integer({ min: 0, max: 50 }),
  high: fc.option(fc.integer({ min: 50, max: 300 })),
});
const source = fc.record({
  keys: fc.subarray(['s1', 's2', 's3'], { minLength: 1 }),
  passages: fc.array(
    fc.integer({ min: 0, max: 90 }).map((start) => ({ start, end: start + 20 })),
    { maxLength: 2 },
  ),
});
const anyView: fc.Arbitrary<SameView> = fc
  .record({
    title: fc.constantFrom(
      '',
      'Djibo base overrun',
      'Attaque du camp de Djibo',
      'Drone strike market',
    ),
    span,
    timeWords: fc.constantFrom(null, 'dawn', 'overnight', '17h30', 'unsaid'),
    placeNames: fc.subarray(['Djibo', 'Sollé', 'Soolé', 'Tilwa', 'جيبو']),
    placeId: fc.constantFrom(null, 'p1', 'p2'),
    point,
    geoLevel: fc.constantFrom(...geoLevels),
    radiusM: fc.option(fc.integer({ min: 0, max: 300_000 })),
    country: fc.constantFrom(null, 'BF', 'ML'),
    eventType: fc.constantFrom(null, ...eventTypes),
    subEventType: fc.constantFrom(null, 'Attack', 'Grenade'),
    targets: fc.subarray([...targetTypes.slice(0, 3)]),
    actors: fc.array(actor, { maxLength: 4 }),
    tolls: fc.uniqueArray(toll, { maxLength: 2, selector: ({ outcome }) => outcome }),
    sources: fc.array(source, { maxLength: 2 }),
    externalKeys: fc.subarray(['acled:1', 'acled:2', 'own']),
  })
  .map(({ span: [dateEarliest, dateLatest], point: at, ...rest }) => ({
    ...rest,
    dateEarliest,
    dateLatest,
    latitude: at?.[0] ?? null,
    longitude: at?.[1] ?? null,
  }));

const score = (a: SameView, b: SameView) => compareIncidents(a, b);

function shuffled(one: SameView): SameView {
  return {
    ...one,
    placeNames: [...one.placeNames].reverse(),
    targets: [...one.targets].reverse(),
    actors: [...one.actors].reverse(),
    tolls: [...one.tolls].reverse(),
    sources: [...one.sources].reverse(),
  };
}

describe('same attack: rules that always hold', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(anyView, anyView, (a, b) => {
        expect(score(a, b)).toEqual(score(b, a));
      }),
    );
  });

  it('is stable: again, and whatever the order of lists', () => {
    fc.assert(
      fc.property(anyView, anyView, (a, b) => {
        const first = score(a, b);
        expect(score(a, b)).toEqual(first);
        expect(score(shuffled(a), b).weight).toBeCloseTo(first.weight, 2);
      }),
    );
  });

  it('gives no other incident more than a copy of it', () => {
    fc.assert(
      fc.property(anyView, anyView, (a, b) => {
        expect(score(a, a).weight).toBeGreaterThanOrEqual(score(a, b).weight);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes unknown for neither yes nor no', () => {
    fc.assert(
      fc.property(anyView, anyView, (a, b) => {
        const undated = { ...b, dateEarliest: null, dateLatest: null };
        const reason = (aspect: string) =>
          score(a, undated).reasons.find((each) => each.aspect === aspect);
        expect(reason('date')).toMatchObject({ verdict: 'unknown', points: 0 });
        const unplaced = {
          ...b,
          placeNames: [],
          placeId: null,
          latitude: null,
          longitude: null,
          country: null,
        };
        const place = score(a, unplaced).reasons.find(({ aspect }) => aspect === 'place');
        expect(place).toMatchObject({ verdict: 'unknown', points: 0 });
      }),
    );
  });

  it('never gains by a disagreement more', () => {
    const worse: readonly ((one: SameView, other: SameView) => SameView)[] = [
      // further away in time
      (one, other) => {
        if (one.dateEarliest === null || one.dateLatest === null) return one;
        if (other.dateLatest === null) return one;
        const later = (day: string) => addDays([day, other.dateLatest ?? day].sort()[1] ?? day, 9);
        return { ...one, dateEarliest: later(one.dateEarliest), dateLatest: later(one.dateLatest) };
      },
      // another place, far away
      (one) => ({ ...one, latitude: -30, longitude: 100 }),
      // one more perpetrator that the other does not have
      (one) => ({
        ...one,
        actors: [
          ...one.actors,
          { role: 'perpetrator', id: 'x', names: ['Nobody else'], kin: [], isVague: false },
        ],
      }),
      (one) => ({
        ...one,
        actors: [
          ...one.actors,
          { role: 'victim', id: 'x', names: ['Nobody else'], kin: [], isVague: false },
        ],
      }),
      // another figure
      (one) => ({ ...one, tolls: [{ outcome: 'killed', low: 90_000, high: 90_000 }] }),
      (one) => ({ ...one, targets: [...one.targets, 'mine'] }),
      (one, other) => ({
        ...one,
        sources: [...one.sources, { keys: [`not ${other.title}`], passages: [] }],
      }),
    ];
    fc.assert(
      fc.property(anyView, anyView, fc.nat(worse.length - 1), (a, b, n) => {
        const given = { ...a, tolls: a.tolls.filter(({ outcome }) => outcome === 'killed') };
        const other = { ...b, tolls: b.tolls.filter(({ high }) => high !== null) };
        // a point says more than a name: going far away is a disagreement only between points
        if (n === 1 && (given.latitude === null || other.latitude === null)) return;
        const more = worse[n]?.(given, other) ?? given;
        expect(score(more, other).weight).toBeLessThanOrEqual(score(given, other).weight);
      }),
      { numRuns: 1000 },
    );
  });

  it('rules no pair out before the comparison that the comparison would show', () => {
    fc.assert(
      fc.property(anyView, anyView, (a, b) => {
        const bare = (one: SameView) => ({ ...one, sources: [], externalKeys: [] });
        if (mayBeSame(prepare(a), prepare(b))) return;
        expect(score(bare(a), bare(b)).band).not.toBe('likely');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('same attack: names', () => {
  it.each([
    ['Tilwa', 'Tiloua'],
    ['Sole', 'Sollé'],
    ['Sole', 'Soolé'],
    ['Sollé', 'Soolé'],
    ['Barsalogo', 'Barsalogho'],
    ['Djugu', 'Jugu'],
    ['Ménaka', 'Menaka'],
  ])('%s sounds as %s', (a, b) => {
    expect(isSameSound(a, b)).toBe(true);
    expect(isSameSound(b, a)).toBe(true);
  });

  it.each([
    ['Djibo', 'Dori'],
    ['Gao', 'Goma'],
    ['Diapaga', 'Djibo'],
    ['Sole', 'Sebba'],
  ])('%s does not sound as %s', (a, b) => {
    expect(isSameSound(a, b)).toBe(false);
  });

  it('compares places by their names without the words around them, Arabic too', () => {
    const place = (a: string, b: string) =>
      score(view({ p: a, noPoint: true }), view({ p: b, noPoint: true })).reasons.find(
        ({ aspect }) => aspect === 'place',
      )?.verdict;
    expect(place('near Djibo', 'ville de Djibo')).toBe('agrees');
    expect(place('جيبو', 'جيبو')).toBe('agrees');
    expect(place('Police station, Djibo', 'Djibo')).toBe('near');
    expect(place('Dori', 'Djibo')).toBe('differs');
  });
});

describe('same attack: time of day', () => {
  it.each([
    ['5 am', 5, 5],
    ['vers 17h30', 17.5, 17.5],
    ['à l’aube', 4, 7],
    ['early in the morning', 5, 8],
    ['dans la nuit de samedi à dimanche', 20, 29],
  ])('reads %s', (words, from, to) => {
    expect(hoursOf(words)).toEqual([from, to]);
  });

  it('counts over midnight', () => {
    expect(hoursBetween([23, 25], [1, 1])).toBe(0);
    expect(hoursBetween([22, 22], [2, 2])).toBe(4);
  });
});

describe('same attack: the answer-keyed pairs', () => {
  const judged = pairs.map((pair) => ({ ...pair, ...score(pair.a, pair.b) }));

  it('has at least forty, of all three answers', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(40);
    for (const answer of ['same', 'different', 'unclear'])
      expect(pairs.filter((pair) => pair.answer === answer).length).toBeGreaterThan(4);
  });

  it('asks about every one that is the same', () => {
    const missed = judged.filter(({ answer, band }) => answer === 'same' && band === 'unlikely');
    expect(missed.map(({ why, score }) => `${score} ${why}`)).toEqual([]);
  });

  it('calls none likely that is different', () => {
    const wrong = judged.filter(({ answer, band }) => answer === 'different' && band === 'likely');
    expect(wrong.map(({ why, score }) => `${score} ${why}`)).toEqual([]);
  });

  it('calls most of the same likely, and asks about few of the different', () => {
    const ofAnswer = (answer: string) => judged.filter((pair) => pair.answer === answer);
    const share = (list: typeof judged, band: string) =>
      list.filter((pair) => pair.band === band).length / list.length;
    expect(share(ofAnswer('same'), 'likely')).toBeGreaterThanOrEqual(0.8);
    expect(share(ofAnswer('different'), 'unlikely')).toBeGreaterThanOrEqual(0.8);
    // what cannot be said is asked
    expect(share(ofAnswer('unclear'), 'unlikely')).toBe(0);
  });
});
