import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checked, colourOf, formOf } from '../../../renderer/features/reports/house/house-form.ts';
import { contrastOnWhite } from '../../../shared/lib/contrast.ts';
import {
  dressOf,
  houseStyleSchema,
  logoLetters,
  logoSize,
  logoStart,
  noHouseStyle,
} from '../../../shared/report/house-style.ts';
import { nextNumber, numberAt, patternProblem } from '../../../shared/report/product-number.ts';

/** Head of a PNG of some pixels, as far as its size is read. */
function png(width: number, height: number): string {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return logoStart + bytes.toString('base64');
}

describe('contrast with paper', () => {
  // values of the WCAG formula, worked out apart from this code
  test.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#1f4e79', 8.66],
    ['#ff0000', 4],
  ])('of %s is %d', (colour, ratio) => {
    expect(contrastOnWhite(colour)).toBeCloseTo(ratio, 1);
  });
});

describe('a logo', () => {
  test('is a PNG of bounded size', () => {
    expect(logoSize(png(600, 240))).toEqual({ width: 600, height: 240 });
    expect(logoSize(png(601, 240))).toBeUndefined();
    expect(logoSize(png(0, 10))).toBeUndefined();
    expect(logoSize('data:image/svg+xml;base64,AAAA')).toBeUndefined();
    expect(logoSize(`${logoStart}${Buffer.from('GIF89a'.repeat(9)).toString('base64')}`)).toBe(
      undefined,
    );
    expect(logoSize(`${png(10, 10)}"><script>`)).toBeUndefined();
  });

  test('that is too heavy is refused by the schema, and so is a colour that is none', () => {
    const heavy = png(10, 10) + 'A'.repeat(logoLetters);
    expect(houseStyleSchema.safeParse({ ...noHouseStyle, logo: heavy }).success).toBe(false);
    expect(houseStyleSchema.safeParse({ ...noHouseStyle, accent: 'red' }).success).toBe(false);
    expect(houseStyleSchema.safeParse({ ...noHouseStyle, logo: png(10, 10) }).success).toBe(true);
  });
});

describe('product numbers', () => {
  const series = { kind: 'sitrep', year: 2026, initials: 'AT' } as const;
  test('follow the pattern', () => {
    expect(numberAt('{kind}-{year}-{nnn}', series, 4)).toBe('S-2026-004');
    expect(numberAt('CD/{initials}/{n}', series, 12)).toBe('CD/AT/12');
    expect(numberAt('{nn}', series, 123)).toBe('123');
  });

  test('need one counter and known words', () => {
    expect(patternProblem('{kind}-{year}-{nnn}')).toBeUndefined();
    expect(patternProblem('{kind}-{year}')).toBe('counter');
    expect(patternProblem('{n}-{nn}')).toBe('counter');
    expect(patternProblem('{month}-{n}')).toBe('token');
    expect(patternProblem('{n')).toBe('token');
    expect(patternProblem('{n}\u0007')).toBe('signs');
  });

  test('are never given twice, whatever the pattern leaves out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('{n}', '{kind}{n}', '{year}-{nn}', '{kind}-{year}-{nnn}'),
        fc.array(
          fc.record({ kind: fc.constantFrom('brief', 'list'), year: fc.constantFrom(2025, 2026) }),
          {
            maxLength: 30,
          },
        ),
        (pattern, asked) => {
          const given = new Set<string>();
          const last = new Map<string, number>();
          for (const { kind, year } of asked) {
            const key = `${kind} ${year}`;
            const of = { kind: kind as 'brief' | 'list', year, initials: '' };
            const next = nextNumber(pattern, of, last.get(key) ?? 0, (number) => given.has(number));
            expect(given.has(next.number)).toBe(false);
            given.add(next.number);
            last.set(key, next.n);
          }
        },
      ),
    );
  });
});

describe('the form', () => {
  test('makes colours of what is typed', () => {
    expect(colourOf(' #ABC ')).toBe('#aabbcc');
    expect(colourOf('1F4E79')).toBe('#1f4e79');
    expect(colourOf('')).toBe(null);
    expect(colourOf('blue')).toBe(undefined);
  });

  test('gives back the style that it was made of, and none while something is wrong', () => {
    const style = {
      ...noHouseStyle,
      organisation: 'Desk',
      accent: '#1f4e79',
      page: 'Letter',
    } as const;
    const form = formOf(style);
    expect(checked(form).style).toEqual(style);
    expect(checked({ ...form, accent: '#ffcc00' })).toMatchObject({
      style: undefined,
      accent: 'faint',
    });
    // lines may be fainter than letters
    expect(checked({ ...form, rule: '#8a8a8a' }).rule).toBeUndefined();
    expect(checked({ ...form, accent: '#8a8a8a' }).accent).toBe('faint');
    expect(checked({ ...form, number: '{week}' }).number).toBe('token');
  });

  test('what a report says itself goes first', () => {
    const house = { ...noHouseStyle, page: 'Letter' as const };
    expect(dressOf(house).page).toBe('Letter');
    expect(dressOf(house, { page: 'A4', number: 'X-1' })).toMatchObject({
      page: 'A4',
      number: 'X-1',
    });
    expect(dressOf(noHouseStyle).page).toBe('A4');
  });
});
