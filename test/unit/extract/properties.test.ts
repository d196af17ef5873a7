import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import type { Evidence, Extraction } from '../../../shared/extract/types.ts';
import { keyedTexts } from '../../helpers/extract-texts.ts';
import { read } from './look-ups.ts';

const naughty = JSON.parse(
  readFileSync(new URL('../../fixtures/strings/blns.json', import.meta.url), 'utf8'),
) as readonly string[];

function spansOf(found: Extraction): readonly Evidence[] {
  const { incidents, actors, places, dates, persons } = found;
  return [
    ...[...actors, ...places, ...dates, ...persons].map(({ evidence }) => evidence),
    ...incidents.flatMap((incident) => [
      ...incident.evidence,
      ...incident.claims.map(({ evidence }) => evidence),
      ...incident.actors.map(({ evidence }) => evidence),
    ]),
  ];
}

function check(text: string): void {
  const found = read(text);
  const points = [...text];
  for (const { quote, start, end } of spansOf(found)) {
    expect(points.slice(start, end).join('')).toBe(quote);
    expect(quote.trim()).not.toBe('');
  }
  for (const { date } of [...found.dates, ...found.incidents]) {
    if (date !== null) expect(isValidEdtf(date)).toBe(true);
  }
  expect(found.nothingFound).toBe(found.incidents.length === 0);
}

const fragments = [
  'JNIM',
  'killed',
  '12 soldiers',
  'in Djibo',
  'on Sunday',
  'l’armée malienne',
  'a tué',
  'une dizaine de civils',
  'à Gao',
  'selon',
  'residents said',
  '💔',
  'قوات الدعم السريع',
  '\n\n',
  '• ',
  ', ',
  '; ',
  '. ',
  '“',
  '”',
  '« ',
  ' »',
  '(',
  ')',
  'entre 10 et',
  'between 5 and 9',
  'the',
  'de',
  '1 200',
  '\u0301',
  '\u200f',
  '\u00a0',
  "d'",
  'Dr.',
  '2025',
  'le 31 février',
  'dozens',
];

// hundreds of texts, on a machine that may be busy
vi.setConfig({ testTimeout: 120_000 });

describe('spans', () => {
  test('quote the very words, whatever stands in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), check), { numRuns: 100 });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(' ')),
        check,
      ),
      { numRuns: 150 },
    );
  });

  test('hold for naughty strings, alone and inside a report', () => {
    for (const text of naughty) check(text);
    for (const text of naughty)
      check(`Gunmen attacked ${text} near Djibo on Sunday, killing 12 people. ${text}`);
  });

  test('move with what is put before the text', () => {
    for (const { text } of keyedTexts) {
      const before = spansOf(read(text)).map(({ quote }) => quote);
      const after = spansOf(read(`😀\n\n${text}`));
      expect(after.map(({ quote }) => quote)).toEqual(before);
      check(`😀\n\n${text}`);
    }
  });

  test('the same text gives the same answer', () => {
    for (const { text } of keyedTexts) expect(read(text)).toEqual(read(text));
  });
});
