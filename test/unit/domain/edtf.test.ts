import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesEn } from '../../../renderer/text/en/dates.ts';
import { datesFr } from '../../../renderer/text/fr/dates.ts';
import { edtfBounds, isValidEdtf, parseEdtf } from '../../../shared/domain/edtf.ts';
import { addDays, daysInMonth, dayText } from '../../../shared/lib/days.ts';
import vectors from '../../fixtures/edtf/edtf-vectors.json' with { type: 'json' };

describe('edtfBounds', () => {
  test.each([
    ['2025-05-11', '2025-05-11', '2025-05-11'],
    ['2025-05-11?', '2025-05-11', '2025-05-11'],
    ['2025-05-11~', '2025-05-09', '2025-05-13'],
    ['2025-05-11%', '2025-05-09', '2025-05-13'],
    ['2025-05~', '2025-04-01', '2025-06-30'],
    ['2025~', '2024-01-01', '2026-12-31'],
    ['2025-05-11/2025-05-13', '2025-05-11', '2025-05-13'],
    ['2025-05', '2025-05-01', '2025-05-31'],
    ['2025-05-XX', '2025-05-01', '2025-05-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-05-1X', '2025-05-10', '2025-05-19'],
    ['2025-05-3X', '2025-05-30', '2025-05-31'],
    ['2025-1X', '2025-10-01', '2025-12-31'],
    ['2025-XX-XX', '2025-01-01', '2025-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['[2025-05-11,2025-05-12]', '2025-05-11', '2025-05-12'],
    ['[2025-05-12,2025-05-11]', '2025-05-11', '2025-05-12'],
    ['[2025-05-11..2025-05-13]', '2025-05-11', '2025-05-13'],
    ['[..2025-05-13]', null, '2025-05-13'],
    ['[2025-05-13..]', '2025-05-13', null],
    ['../2025-05-13', null, '2025-05-13'],
    ['/2025-05-13', null, '2025-05-13'],
    ['2025-05-13/..', '2025-05-13', null],
    ['2025-05-12~/2025-05-XX', '2025-05-10', '2025-05-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-21', '2025-03-01', '2025-05-31'],
    ['2025-24', '2025-12-01', '2026-02-28'],
    ['', null, null],
    ['soon', null, null],
  ])('given %s, then it spans %s to %s', (text, earliest, latest) => {
    expect(edtfBounds(text)).toEqual({ earliest, latest });
  });

  test('given no date, then both ends are open', () => {
    expect(edtfBounds(null)).toEqual({ earliest: null, latest: null });
  });
});

describe('parseEdtf', () => {
  test.each([
    ['', 'empty'],
    ['11 May 2025', 'syntax'],
    ['2025-02-29', 'no-such-day'],
    ['2025-13', 'no-such-day'],
    ['2025-00', 'no-such-day'],
    ['2025-05-13/2025-05-11', 'reversed'],
    ['../..', 'says-nothing'],
    ['XXXX', 'says-nothing'],
    ['2025-05-11T05', 'has-time'],
    ['2025-05-11T05:30:00Z', 'has-time'],
    ['Y170000002', 'year-out-of-range'],
    ['-0044', 'year-out-of-range'],
    ['{2025-05-11,2025-05-13}', 'level-2'],
    ['2025-33', 'level-2'],
    ['2025?-05', 'level-2'],
    ['1560-XX-25', 'level-2'],
  ])('given %s, then it is refused as %s', (text, reason) => {
    expect(parseEdtf(text)).toEqual({ ok: false, reason });
  });

  test('given the vectors of other validators, then nothing they all refuse is accepted', () => {
    // from a day to some time in the same month says something, and one validator alone refuses it
    const endsVaguely = ['0000-01-03/0000-01', '0000-02/0000', '2004-06-11%/2004-06~'];
    const wrong = vectors.filter((v) => v.valid_by.length === 0 && isValidEdtf(v.edtf));
    expect(wrong.map((v) => v.edtf)).toEqual(endsVaguely);
  });

  test('given a vector that two validators accept, then each refusal is one of the subset', () => {
    const refused = vectors
      .filter((v) => v.valid_by.length >= 2)
      .map((v) => ({ edtf: v.edtf, parsed: parseEdtf(v.edtf) }))
      .flatMap(({ edtf, parsed }) => (parsed.ok ? [] : [{ edtf, reason: parsed.reason }]));
    const allowed = new Set(['has-time', 'year-out-of-range', 'level-2', 'says-nothing']);
    expect(refused.filter(({ reason }) => !allowed.has(reason))).toEqual([]);
  });

  test('given any vector, then it is accepted or refused with a reason that is put in words', () => {
    const counts: Record<string, number> = {};
    for (const { edtf } of vectors) {
      const parsed = parseEdtf(edtf);
      const outcome = parsed.ok ? 'accepted' : parsed.reason;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (parsed.ok) continue;
      for (const words of [datesEn, datesFr]) {
        expect([edtf, words.refusals[parsed.reason].length]).not.toEqual([edtf, 0]);
      }
    }
    expect(vectors.length).toBeGreaterThan(300);
    // each reason of the subset is met by some vector
    expect(Object.keys(counts).sort()).toEqual(
      ['accepted', ...Object.keys(datesEn.refusals)].sort(),
    );
  });

  test.each([
    ['2025-05-11T05:30:00Z', 'has-time'],
    ['Y-17E7', 'year-out-of-range'],
    ['-0999', 'year-out-of-range'],
    ['156X-12-25', 'level-2'],
    ['{1667,1668..1670}', 'level-2'],
    ['2004-06-(01)~/2004-06-(20)~', 'level-2'],
    ['2001-34', 'level-2'],
    ['2004-02-30', 'no-such-day'],
  ])('given %s of the vectors, then the refusal says %s', (text, reason) => {
    expect(parseEdtf(text)).toEqual({ ok: false, reason });
  });

  test('given vectors with bounds, then ours agree where nothing is widened', () => {
    const checked = vectors.flatMap((vector) => {
      const [bounds] =
        (vector as { 'bounds_python-edtf'?: string[][] })['bounds_python-edtf'] ?? [];
      const own = edtfBounds(vector.edtf);
      if (bounds === undefined || !isValidEdtf(vector.edtf)) return [];
      // `~` widens by another measure, winter runs into the next year, and an end left empty is
      // unknown here instead of ten years away
      if (/[~%]|-24$|^\/|\/$/.test(vector.edtf)) return [];
      const [first = '', last = first] = bounds;
      const isDayWithPadding = bounds.length === 3;
      const open = (day: string) => (day.endsWith('inf') ? null : day);
      return [
        {
          edtf: vector.edtf,
          own,
          theirs: { earliest: open(first), latest: open(isDayWithPadding ? first : last) },
        },
      ];
    });
    expect(checked.length).toBeGreaterThan(20);
    for (const { edtf, own, theirs } of checked) expect([edtf, own]).toEqual([edtf, theirs]);
  });

  const days = fc
    .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
    .map(([year, month, day]) => dayText(year, month, 1 + (day % daysInMonth(year, month))));

  test('given any two days, then interval, set and their bounds agree', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const expected = { earliest: from, latest: to };
        expect(edtfBounds(`${from}/${to}`)).toEqual(expected);
        expect(edtfBounds(`[${b},${a}]`)).toEqual(expected);
        expect(edtfBounds(`[${from}..${to}]`)).toEqual(expected);
        expect(isValidEdtf(`${to}/${from}`)).toBe(from === to);
      }),
    );
  });

  test('given any day, when a mark is added, then the span holds the day and `?` adds nothing', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('?', '~', '%'), (day, mark) => {
        const { earliest, latest } = edtfBounds(day + mark);
        expect(earliest !== null && earliest <= day && latest !== null && latest >= day).toBe(true);
        if (mark === '?') expect(earliest).toBe(latest);
        else expect(latest).toBe(addDays(day, 2));
      }),
    );
  });

  test('given any text, then it is answered without throwing', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'0123456789X-/.[],?~%T{}S'), maxLength: 24 });
    fc.assert(
      fc.property(soup, (text) => {
        const parsed = parseEdtf(text);
        const bounds = edtfBounds(text);
        if (parsed.ok && bounds.earliest !== null && bounds.latest !== null) {
          expect(bounds.earliest <= bounds.latest).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
