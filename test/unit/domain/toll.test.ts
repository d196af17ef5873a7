import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeRank } from '../../../shared/domain/grade.ts';
import {
  spanOf,
  spanOver,
  summariseTolls,
  sumParts,
  type TollClaim,
  type TollFigure,
} from '../../../shared/domain/toll.ts';
import { groupSame, sumTolls, type TotalledIncident } from '../../../shared/domain/toll-total.ts';
import { outcomes, parties, qualifiers, reliabilities } from '../../../shared/domain/vocabulary.ts';

function figure(values: Partial<TollFigure> = {}): TollFigure {
  return {
    party: 'military',
    outcome: 'killed',
    low: null,
    high: null,
    qualifier: 'exact',
    ...values,
  };
}
function claim(id: string, values: Partial<TollClaim> = {}): TollClaim {
  return {
    id,
    credibility: 3,
    reliability: 'C',
    supersededById: null,
    deniedById: null,
    originKey: null,
    tolls: [],
    ...values,
  };
}
const killed = (low: number, values: Partial<TollFigure> = {}) =>
  figure({ low, high: low, ...values });

describe('spanOf', () => {
  test.each([
    [
      { qualifier: 'exact', low: 60, high: null },
      { low: 60, high: 60 },
    ],
    [
      { qualifier: 'at-least', low: 60, high: null },
      { low: 60, high: null },
    ],
    [
      { qualifier: 'at-least', low: 60, high: 60 },
      { low: 60, high: null },
    ],
    [
      { qualifier: 'at-most', low: null, high: 12 },
      { low: 0, high: 12 },
    ],
    [
      { qualifier: 'at-most', low: 12, high: null },
      { low: 0, high: 12 },
    ],
    [
      { qualifier: 'between', low: 20, high: 30 },
      { low: 20, high: 30 },
    ],
    [
      { qualifier: 'about', low: 20, high: 20 },
      { low: 20, high: 20 },
    ],
    [
      { qualifier: 'several', low: null, high: null },
      { low: 3, high: 9 },
    ],
    [
      { qualifier: 'dozens', low: null, high: null },
      { low: 24, high: 99 },
    ],
    [
      { qualifier: 'dozens', low: 30, high: 50 },
      { low: 30, high: 50 },
    ],
    [
      { qualifier: 'hundreds', low: null, high: null },
      { low: 200, high: 999 },
    ],
    [{ qualifier: 'heavy', low: null, high: null }, null],
    [{ qualifier: 'none-given', low: null, high: null }, null],
    [{ qualifier: 'none-given', low: 0, high: 0 }, null],
    [{ qualifier: 'exact', low: null, high: null }, null],
    [
      { qualifier: 'exact', low: 0, high: 0 },
      { low: 0, high: 0 },
    ],
  ] as const)('given %j, then it states %j', (values, span) => {
    expect(spanOf(values)).toEqual(span);
  });
});

describe('summariseTolls', () => {
  test('given the Djibo claims, then the range spans them and "no figure" is shown, not counted', () => {
    const claims = [
      claim('jnim', { reliability: 'B', credibility: 4, tolls: [killed(200)] }),
      claim('residents', {
        credibility: 3,
        tolls: [figure({ party: 'unknown', qualifier: 'dozens' })],
      }),
      claim('government', { credibility: 2, tolls: [figure({ qualifier: 'none-given' })] }),
    ];
    expect(summariseTolls(claims)).toEqual([
      {
        outcome: 'killed',
        low: 24,
        high: 200,
        best: { low: 24, high: 99 },
        bestGrade: 'C3',
        bestClaimId: 'residents',
        bestQualifier: 'dozens',
        apart: null,
        noFigure: true,
        vague: ['dozens'],
        counted: 2,
        given: 3,
        claims: 2,
        replaced: 0,
        silent: 1,
        denied: 0,
        rule: 'span-of-claims',
      },
    ]);
  });

  test('given only "no figure given", then there is no range and never a zero', () => {
    expect(summariseTolls([claim('a', { tolls: [figure({ qualifier: 'none-given' })] })])).toEqual([
      {
        outcome: 'killed',
        low: null,
        high: null,
        best: null,
        bestGrade: null,
        bestClaimId: null,
        bestQualifier: null,
        apart: null,
        noFigure: true,
        vague: [],
        counted: 0,
        given: 1,
        claims: 0,
        replaced: 0,
        silent: 1,
        denied: 0,
        rule: 'no-figure-only',
      },
    ]);
  });

  test('given a claim superseded by a later one, then it leaves the range and stays given', () => {
    const [summary] = summariseTolls([
      claim('first', { supersededById: 'second', tolls: [killed(60)] }),
      claim('second', { tolls: [killed(200)] }),
    ]);
    expect(summary).toMatchObject({
      low: 200,
      high: 200,
      counted: 1,
      given: 2,
      rule: 'single-claim',
    });
  });

  test('given three papers quoting one origin, then they count as one', () => {
    const [summary] = summariseTolls(
      ['a', 'b', 'c'].map((id) => claim(id, { originKey: 'SITE', tolls: [killed(200)] })),
    );
    expect(summary).toMatchObject({
      low: 200,
      high: 200,
      counted: 1,
      given: 3,
      rule: 'single-claim',
    });
  });

  test('given F or 6 beside a judged grade, then the judged one is best however poor', () => {
    const [summary] = summariseTolls([
      claim('unjudged', { reliability: 'F', credibility: 1, tolls: [killed(10)] }),
      claim('poor', { reliability: 'E', credibility: 5, tolls: [killed(90)] }),
      claim('unknown', { reliability: 'A', credibility: 6, tolls: [killed(20)] }),
    ]);
    expect(summary).toMatchObject({
      low: 10,
      high: 90,
      best: { low: 90, high: 90 },
      bestGrade: 'E5',
    });
  });

  test('given a denied claim and one of the same grade, then the undenied one is best', () => {
    const [summary] = summariseTolls([
      claim('a', { deniedById: 'army', tolls: [killed(10)] }),
      claim('b', { tolls: [killed(90)] }),
    ]);
    expect(summary).toMatchObject({ low: 10, high: 90, bestClaimId: 'b' });
  });

  test('given parts by party, then they are summed within the claim only', () => {
    const [summary] = summariseTolls([
      claim('a', { tolls: [killed(60), killed(5, { party: 'police' })] }),
      claim('b', { tolls: [killed(40)] }),
    ]);
    expect(summary).toMatchObject({ low: 40, high: 65 });
  });

  test('given "at least" below a named figure, then the figure closes the range', () => {
    const open = figure({ qualifier: 'at-least', low: 60 });
    expect(
      spanOver([
        { low: 60, high: null },
        { low: 200, high: 200 },
      ]),
    ).toEqual({ low: 60, high: 200 });
    expect(summariseTolls([claim('a', { tolls: [open] })])[0]).toMatchObject({
      low: 60,
      high: null,
    });
    expect(sumParts([open, figure({ qualifier: 'heavy' })])).toEqual({ low: 60, high: null });
  });

  const anyFigure: fc.Arbitrary<TollFigure> = fc
    .record({
      party: fc.constantFrom(...parties),
      outcome: fc.constantFrom(...outcomes),
      low: fc.option(fc.nat(500)),
      more: fc.option(fc.nat(500)),
      qualifier: fc.constantFrom(...qualifiers),
    })
    .map(({ more, ...rest }) => ({ ...rest, high: more === null ? null : (rest.low ?? 0) + more }));
  const anyClaim: fc.Arbitrary<TollClaim> = fc.record({
    id: fc.uuid(),
    credibility: fc.integer({ min: 1, max: 6 }),
    reliability: fc.option(fc.constantFrom(...reliabilities)),
    supersededById: fc.option(fc.constant('later'), { freq: 4 }),
    deniedById: fc.option(fc.constant('denier'), { freq: 4 }),
    originKey: fc.option(fc.constantFrom('SITE', 'AFP')),
    tolls: fc.array(anyFigure, { maxLength: 4 }),
  });
  const claims = fc.uniqueArray(anyClaim, { selector: (c) => c.id, maxLength: 8 });

  test('given any claims, then order does not matter', () => {
    fc.assert(
      fc.property(claims, (list) => {
        expect(summariseTolls([...list].reverse())).toEqual(summariseTolls(list));
      }),
    );
  });

  test('given any claims, then best lies in the range and every bound is a figure of some claim', () => {
    fc.assert(
      fc.property(claims, (list) => {
        for (const s of summariseTolls(list)) {
          const spans = list
            .filter((c) => c.supersededById === null)
            .map((c) => sumParts(c.tolls.filter((t) => t.outcome === s.outcome)))
            .filter((span) => span !== null);
          expect(s.low === null).toBe(spans.length === 0);
          expect(s.counted).toBeLessThanOrEqual(spans.length);
          if (s.low === null || s.best === null) continue;
          expect(spans.map((span) => span.low)).toContain(s.low);
          expect(spans.map((span) => span.high)).toContain(s.high);
          expect(s.best.low).toBeGreaterThanOrEqual(s.low);
          if (s.high !== null) expect(s.best.high ?? s.best.low).toBeLessThanOrEqual(s.high);
        }
      }),
    );
  });

  test('given any claims, when a superseded or "no figure" claim is added, then the range stays', () => {
    fc.assert(
      fc.property(claims, anyClaim, (list, extra) => {
        const before = new Map(
          summariseTolls(list).map((s) => [s.outcome, [s.low, s.high, s.best]]),
        );
        const silent = extra.tolls.map((t) => ({ ...t, qualifier: 'none-given' as const }));
        for (const added of [
          { ...extra, supersededById: 'x' },
          { ...extra, tolls: silent },
        ]) {
          for (const s of summariseTolls([...list, { ...added, id: 'extra' }])) {
            expect([s.low, s.high, s.best]).toEqual(before.get(s.outcome) ?? [null, null, null]);
          }
        }
      }),
    );
  });

  test('given any two grades, then the unjudged never ranks before the judged', () => {
    for (const a of reliabilities) {
      for (const n of [1, 2, 3, 4, 5]) {
        if (a !== 'F') expect(gradeRank(a, n)).toBeLessThan(gradeRank('F', 1));
        if (a !== 'F') expect(gradeRank(a, n)).toBeLessThan(gradeRank('A', 6));
      }
    }
  });
});

describe('sumTolls', () => {
  const incident = (id: string, low: number | null, same: string[] = []): TotalledIncident => ({
    id,
    span: low === null ? null : { low, high: low },
    possiblySameAs: same,
  });

  test('given Loroum and Sole possibly the same, then one figure counts once', () => {
    const total = sumTolls([
      incident('djibo', 200),
      incident('loroum', 60),
      incident('sole', null, ['loroum']),
    ]);
    expect(total).toEqual({
      low: 260,
      high: 260,
      named: 260,
      counted: 2,
      merged: 1,
      withoutFigure: 0,
    });
  });

  test('given a chain of three and a refuted one, then one figure from lowest to highest', () => {
    const list = [
      incident('a', 10, ['b']),
      incident('b', 20, ['c']),
      incident('c', 30),
      { ...incident('d', 500), isRefuted: true },
      incident('e', null),
    ];
    expect(sumTolls(list)).toEqual({
      low: 10,
      high: 30,
      named: 30,
      counted: 1,
      merged: 2,
      withoutFigure: 1,
    });
  });

  test('given any links, then linking more never raises the total and groups part the list', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 6, maxLength: 6 }), links, (lows, pairs) => {
        const plain = ids.map((id, i) => incident(id, lows[i] ?? 0));
        const linked = plain.map((entry, i) => ({
          ...entry,
          possiblySameAs: pairs.filter(([from]) => from === i).map(([, to]) => ids[to] ?? 'a'),
        }));
        expect(sumTolls(linked).high ?? 0).toBeLessThanOrEqual(sumTolls(plain).high ?? 0);
        expect(
          groupSame(linked)
            .flat()
            .map((entry) => entry.id)
            .sort(),
        ).toEqual(ids);
        expect(sumTolls([...linked].reverse())).toEqual(sumTolls(linked));
      }),
    );
  });
});
