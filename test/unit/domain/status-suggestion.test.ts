import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimView } from '../../../shared/contract/read-calls.ts';
import { suggestStatus } from '../../../shared/domain/status-suggestion.ts';
import type { ClaimKind, IncidentStatus } from '../../../shared/domain/vocabulary.ts';
import { claimRef } from '../../../shared/text/claim-words.ts';
import { suggestionWords } from '../../../shared/text/status-words.ts';
import { claimView } from '../record-kit/builders.ts';

interface Given {
  readonly n: number;
  readonly kind?: ClaimKind;
  readonly credibility?: number;
  readonly reliability?: 'A' | 'B' | 'C' | 'F';
  /** Actor by name; null without one. */
  readonly by?: string | null;
  readonly byKind?: string;
  readonly source?: string | null;
  readonly value?: string | null;
  readonly deniedBy?: string;
  readonly isReplaced?: boolean;
}

const id = (n: number) => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const actorId = (name: string) => id(1000 + name.charCodeAt(0));

/** Claims of a place, so that agreement is a matter of the value alone. */
function view(given: Given): ClaimView {
  const { n, kind = 'place', credibility = 3, reliability = 'C', source = `s${n}` } = given;
  const by = given.by === undefined ? `Actor ${n}` : given.by;
  const sourceId = source === null ? null : id(2000 + Number(source.slice(1)));
  const actor =
    by === null ? null : { id: actorId(by), name: by, kind: given.byKind ?? 'rebel-group' };
  return {
    ...claimView({
      id: id(n),
      kind,
      credibility,
      claimant_id: actor?.id ?? null,
      source_id: sourceId,
      via: [],
      value: given.value === undefined ? 'Djibo' : given.value,
    }),
    claimant: actor,
    source:
      sourceId === null
        ? null
        : {
            id: sourceId,
            title: `Source ${n}`,
            publisher: null,
            kind: 'article',
            published: null,
            reliability,
            chain: [{ id: sourceId, publisherActorId: null }],
          },
    deniedBy:
      given.deniedBy === undefined
        ? null
        : { id: actorId(given.deniedBy), name: given.deniedBy, kind: 'government' },
    isReplaced: given.isReplaced ?? false,
    grade: `${reliability}${credibility}`,
  };
}
function contradicting(from: ClaimView, to: ClaimView): ClaimView {
  const other = claimRef(to);
  return {
    ...from,
    relations: [{ id: id(9), rev: 'r', kind: 'contradicts', isFrom: true, note: '', other }],
  };
}
const jnim = { n: 1, by: 'JNIM', credibility: 4, reliability: 'B' } as const;
const army = { n: 2, by: 'Army', kind: 'denial', byKind: 'state-force' } as const;

describe('suggestStatus', () => {
  test.each<[string, readonly ClaimView[], IncidentStatus, string]>([
    ['no claim', [], 'reported', 'Suggested: reported — no claim is recorded yet'],
    [
      'a paper alone',
      [view({ n: 1, by: null })],
      'reported',
      'Suggested: reported — reported by Source 1, and nobody is named who claims it (C3)',
    ],
    [
      'a monitor alone',
      [view({ n: 1, by: 'SITE', byKind: 'media-monitor' })],
      'reported',
      'Suggested: reported — reported by SITE, and nobody is named who claims it (C3)',
    ],
    [
      'one party',
      [view(jnim)],
      'claimed',
      'Suggested: claimed — claimed by JNIM, and nobody of another origin bears it out (B4)',
    ],
    [
      'a party and a denial of its own',
      [view(jnim), view(army)],
      'disputed',
      'Suggested: disputed — Army denies what JNIM claims (B4 vs C3)',
    ],
    [
      'a claim marked as denied',
      [view({ ...jnim, deniedBy: 'Army' })],
      'disputed',
      'Suggested: disputed — Army denies what JNIM claims (B4)',
    ],
    [
      'two that contradict each other',
      [contradicting(view({ n: 3, by: 'Residents' }), view(jnim)), view(jnim)],
      'disputed',
      'Suggested: disputed — JNIM contradicts Residents (C3 vs B4)',
    ],
    [
      'two independent ones that agree',
      [view({ n: 1, by: 'JNIM' }), view({ n: 2, by: 'Residents', credibility: 6 })],
      'corroborated',
      'Suggested: corroborated — told separately by JNIM and Residents (C3, C6)',
    ],
    [
      'two in one article, both named',
      [view({ n: 1, by: 'JNIM' }), view({ n: 2, by: 'Residents', source: 's1' })],
      'corroborated',
      'Suggested: corroborated — told separately by JNIM and Residents (C3, C3)',
    ],
    [
      'one in an article and the article itself',
      [view({ n: 1, by: 'JNIM' }), view({ n: 2, by: null, source: 's1' })],
      'claimed',
      'Suggested: claimed — claimed by JNIM, and nobody of another origin bears it out (C3)',
    ],
    [
      'two that name other places',
      [view({ n: 1, by: 'JNIM' }), view({ n: 2, by: 'Residents', value: 'Sole' })],
      'claimed',
      'Suggested: claimed — claimed by JNIM, and nobody of another origin bears it out (C3)',
    ],
    [
      'two that nobody judged',
      [view({ n: 1, credibility: 6 }), view({ n: 2, credibility: 6 })],
      'claimed',
      'Suggested: claimed — claimed by Actor 1, and nobody of another origin bears it out (C6)',
    ],
    [
      'a 1 that another bears out, denied all the same',
      [view({ ...jnim, credibility: 1 }), view({ n: 3, by: 'UN' }), view(army)],
      'confirmed',
      'Suggested: confirmed — graded B1, and UN bears it out independently (C3)',
    ],
    [
      'a 1 without a source',
      [view({ n: 1, by: 'JNIM', credibility: 1, source: null, reliability: 'F' })],
      'claimed',
      'Suggested: claimed — claimed by JNIM, and nobody of another origin bears it out (F1)',
    ],
    [
      'a denial that another bears out',
      [
        view(jnim),
        view({ ...army, credibility: 1 }),
        view({ n: 3, by: 'UN', kind: 'denial', credibility: 2 }),
      ],
      'refuted',
      'Suggested: refuted — the denial of Army is borne out by UN (C1, C2)',
    ],
    [
      'an improbable claim against a sound denial',
      [view({ ...jnim, credibility: 5 }), view({ ...army, credibility: 2 })],
      'refuted',
      'Suggested: refuted — what JNIM claims is graded improbable against Army (B5 vs C2)',
    ],
    [
      'a denied claim that was replaced',
      [view({ ...jnim, deniedBy: 'Army', isReplaced: true }), view({ n: 3, by: 'Residents' })],
      'claimed',
      'Suggested: claimed — claimed by Residents, and nobody of another origin bears it out (C3)',
    ],
  ])('given %s', (_, claims, status, words) => {
    const found = suggestStatus({ claims: [...claims] });
    expect(found.status).toBe(status);
    expect(suggestionWords(found, 'en')).toBe(words);
  });

  test('given the army against JNIM, then French says so too', () => {
    const found = suggestStatus({ claims: [view(jnim), view(army)] });
    expect(suggestionWords(found, 'fr')).toBe(
      'Suggéré\u00a0: contesté — démenti par Army de ce qu’affirme JNIM (B4 contre C3)',
    );
  });
});

const anyGiven = fc.record({
  kind: fc.constantFrom<ClaimKind>('place', 'place', 'denial', 'attribution'),
  credibility: fc.integer({ min: 1, max: 6 }),
  reliability: fc.constantFrom('A', 'B', 'C', 'F' as const),
  by: fc.option(fc.constantFrom('Army', 'JNIM', 'Residents', 'UN')),
  byKind: fc.constantFrom('rebel-group', 'media-outlet'),
  source: fc.option(fc.constantFrom('s1', 's2', 's3')),
  value: fc.constantFrom('Djibo', 'Sole'),
  isReplaced: fc.boolean(),
});
const anyClaims = fc
  .tuple(
    fc.array(anyGiven, { maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }),
  )
  .map(([list, ties]) => {
    const views = list.map((given, n) => view({ n, ...given }));
    return views.map((one, n) => {
      const to = ties.find(([from]) => from === n)?.[1];
      const other = to === undefined || to === n ? undefined : views[to];
      return other === undefined ? one : contradicting(one, other);
    });
  });
const ladder: readonly IncidentStatus[] = [
  'refuted',
  'disputed',
  'reported',
  'claimed',
  'corroborated',
  'confirmed',
];

describe('given any claims', () => {
  test('then the suggestion is the same in every order, with its reason', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(5), (claims, turn) => {
        const turned = [...claims.slice(turn), ...claims.slice(0, turn)].reverse();
        expect(suggestStatus({ claims: turned })).toEqual(suggestStatus({ claims }));
        for (const lang of ['en', 'fr'] as const) {
          expect(suggestionWords(suggestStatus({ claims }), lang)).not.toMatch(/undefined|null/);
        }
      }),
    );
  });

  test('when an independent source agrees with one of them, then the status never falls', () => {
    fc.assert(
      fc.property(
        anyClaims,
        fc.nat(5),
        fc.integer({ min: 1, max: 3 }),
        (claims, at, credibility) => {
          const one = claims[at];
          if (one === undefined || one.claim.kind === 'denial' || one.isReplaced) return;
          const { kind, value } = one.claim;
          const added = view({ n: 50, by: 'Zeta', source: 's50', kind, value, credibility });
          const before = ladder.indexOf(suggestStatus({ claims }).status);
          const after = ladder.indexOf(suggestStatus({ claims: [...claims, added] }).status);
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('when a replaced claim is added, then nothing changes', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const added = view({ n: 50, by: 'Zeta', isReplaced: true });
        expect(suggestStatus({ claims: [...claims, added] })).toEqual(suggestStatus({ claims }));
      }),
    );
  });
});
