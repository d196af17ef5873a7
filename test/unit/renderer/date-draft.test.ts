import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DateDraft,
  draftFromEdtf,
  readDraft,
  tidyDraft,
} from '../../../renderer/record-kit/date-draft.ts';

function draft(part: Partial<DateDraft>): DateDraft {
  return { kind: 'exact', first: '', second: '', isDoubtful: false, ...part };
}

describe('readDraft', () => {
  it.each([
    [draft({ first: '11 May 2025' }), '2025-05-11'],
    [draft({ first: '11 May 2025', isDoubtful: true }), '2025-05-11?'],
    [draft({ kind: 'about', first: 'mai 2025' }), '2025-05~'],
    [
      draft({ kind: 'between', first: '11 May 2025', second: '13/5/2025' }),
      '2025-05-11/2025-05-13',
    ],
    [draft({ kind: 'month', first: 'May 2025' }), '2025-05'],
    [draft({ kind: 'year', first: '2025' }), '2025'],
    [draft({ kind: 'before', first: '13 May 2025' }), '../2025-05-13'],
    [draft({ kind: 'after', first: '2025-05-13' }), '2025-05-13/..'],
    [draft({ kind: 'one-of', first: '11 May 2025, 13 May 2025' }), '[2025-05-11,2025-05-13]'],
    [draft({ kind: 'unknown', first: 'left over' }), null],
    [draft({}), null],
    [draft({ kind: 'expert', first: '2025-05-XX' }), '2025-05-XX'],
  ])('given %o when read then gives %s', (given, edtf) => {
    expect(readDraft(given)).toEqual({ ok: true, edtf });
  });

  it.each([
    [draft({ first: 'Sunday' }), 'day'],
    [draft({ kind: 'between', first: '13 May 2025', second: '11 May 2025' }), 'order'],
    [draft({ kind: 'between', first: '13 May 2025' }), 'about'],
    [draft({ kind: 'one-of', first: '11 May 2025, soon' }), 'days'],
  ])('given %o when read then names the problem %s', (given, problem) => {
    expect(readDraft(given)).toEqual({ ok: false, problem });
  });

  it.each([
    ['2025-13', 'no-such-day'],
    ['2025-05-13/2025-05-11', 'reversed'],
    ['2025-05-11T05:30', 'has-time'],
    ['2025?-05', 'level-2'],
    ['soon', 'syntax'],
  ])('given EDTF %s when read then says why it is refused: %s', (first, refusal) => {
    const given = draft({ kind: 'expert', first });
    expect(readDraft(given)).toEqual({ ok: false, problem: 'edtf', refusal });
  });
});

describe('draftFromEdtf', () => {
  it.each([
    '2025-05-11',
    '2025-05-11?',
    '2025-05-11~',
    '2025-05',
    '2025',
    '2025-05-11/2025-05-13',
    '../2025-05-13',
    '2025-05-13/..',
    '[2025-05-11,2025-05-13]',
    '2025-05-1X',
  ])('given %s when shown and read back then gives the same date, in both languages', (edtf) => {
    expect(readDraft(draftFromEdtf(edtf, 'en'))).toEqual({ ok: true, edtf });
    expect(readDraft(draftFromEdtf(edtf, 'fr'))).toEqual({ ok: true, edtf });
  });

  it('given any day when shown and read back then gives the same day', () => {
    const days = fc
      .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.constantFrom('en' as const, 'fr' as const), (day, lang) => {
        expect(readDraft(draftFromEdtf(day, lang))).toEqual({ ok: true, edtf: day });
      }),
    );
  });
});

describe('tidyDraft', () => {
  it('given a typed day when the field is left then it is written out', () => {
    expect(tidyDraft(draft({ first: '11/5/2025' }), 'fr').first).toBe('11 mai 2025');
  });

  it('given an unreadable day when the field is left then it stays as typed', () => {
    expect(tidyDraft(draft({ first: 'Sunday' }), 'en').first).toBe('Sunday');
  });
});
