import { describe, expect, it } from 'vitest';
import {
  actorParts,
  type CellLanguage,
  dateText,
  placeParts,
  rangeText,
  shortDate,
} from '../../../renderer/features/incidents/cell-words.ts';
import { incidentsEn } from '../../../renderer/text/en/incidents.ts';
import type { TollSummary } from '../../../shared/domain/toll-types.ts';

const language: CellLanguage = { lang: 'en', words: incidentsEn.cell, number: String };

function summary(part: Partial<TollSummary>): TollSummary {
  return {
    outcome: 'killed',
    low: null,
    high: null,
    best: null,
    bestGrade: null,
    bestClaimId: null,
    bestQualifier: null,
    apart: null,
    noFigure: false,
    vague: [],
    counted: 1,
    given: 1,
    claims: 1,
    replaced: 0,
    silent: 0,
    denied: 0,
    rule: 'single-claim',
    ...part,
  };
}

describe('shortDate', () => {
  it.each([
    ['2025-05-11', '11 May 2025', '11 mai 2025'],
    ['2025-09-11', '11 Sept 2025', '11 sept. 2025'],
    ['../2025-05-10', '≤\u200910 May 2025', '≤\u200910 mai 2025'],
    ['2025-05-10/..', '≥\u200910 May 2025', '≥\u200910 mai 2025'],
    ['2025-05', 'May 2025', 'mai 2025'],
  ])('given %s when written in a cell then is short', (edtf, en, fr) => {
    expect([shortDate(edtf, 'en'), shortDate(edtf, 'fr')]).toEqual([en, fr]);
  });
});

describe('dateText', () => {
  it('given no date but words when written then gives the words as words', () => {
    expect(dateText({ dateEdtf: null, dateWords: 'no date given' }, 'en')).toEqual({
      text: 'no date given',
      full: 'no date given',
      isWords: true,
    });
  });

  it('given neither when written then gives nothing', () => {
    expect(dateText({ dateEdtf: null, dateWords: null }, 'en')).toBeUndefined();
  });
});

describe('rangeText', () => {
  it.each([
    [null, { kind: 'none' }],
    [summary({ low: 60, high: 60 }), { kind: 'figure', text: '60' }],
    [summary({ low: 12, high: 200 }), { kind: 'figure', text: '12–200' }],
    [summary({ low: 60, high: null }), { kind: 'figure', text: '≥\u200960' }],
    [summary({ vague: ['heavy'] }), { kind: 'vague', text: 'heavy' }],
    [summary({ noFigure: true }), { kind: 'no-figure', text: 'no figure' }],
    [summary({}), { kind: 'none' }],
  ])('given %o when written then gives %o', (given, expected) => {
    const range = rangeText(given, language);
    expect(range).toEqual(
      expected.kind === 'vague'
        ? { kind: 'vague', text: expect.stringMatching(/heavy/) }
        : expected,
    );
  });
});

describe('placeParts', () => {
  it('given a place in its province when written then names both', () => {
    expect(placeParts({ place: 'Djibo', admin2: 'Soum', admin1: 'Sahel' })).toEqual({
      name: 'Djibo',
      area: 'Soum',
    });
  });

  it('given only a region when written then it is the name', () => {
    expect(placeParts({ place: null, admin2: null, admin1: 'Sahel' })).toEqual({
      name: 'Sahel',
      area: undefined,
    });
  });
});

describe('actorParts', () => {
  it('given roles when parted then doers, sufferers and others stand apart, each once', () => {
    const actor = (id: string, role: string, attribution: 'alleged' | 'denied' | null = null) => ({
      id,
      name: `Name ${id}`,
      shortName: id,
      role,
      attribution,
    });
    expect(
      actorParts([
        actor('JNIM', 'perpetrator', 'alleged'),
        actor('JNIM', 'claimant'),
        actor('Army', 'target'),
        actor('Police', 'victim', 'denied'),
        actor('SITE', 'named'),
      ]),
    ).toEqual({
      from: [{ id: 'JNIM', name: 'JNIM', sign: 'doubtful' }],
      to: [
        { id: 'Army', name: 'Army', sign: 'plain' },
        { id: 'Police', name: 'Police', sign: 'denied' },
      ],
      others: [{ id: 'SITE', name: 'SITE', sign: 'plain' }],
    });
  });
});
