import { describe, expect, test } from 'vitest';
import { catalogues } from '../../renderer/text/catalogue.ts';
import { formats } from '../../renderer/text/format.ts';
import { frenchSpaces } from '../../renderer/text/french-spaces.ts';
import { errorCodes } from '../../shared/contract/errors.ts';

/** Phrases that are rightly the same in both languages: names of standards and data sets. */
const shared = new Set([
  'dates.edtf',
  'exchange.formats.ucdp',
  'reports.house.pages.Letter',
  'tableImport.presets.ucdp',
  'tableImport.presets.gtd',
  'tableImport.encodings.windows-1252',
]);

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (value === null || typeof value !== 'object') return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** A function of a catalogue called with numbers and words that fit nowhere else. */
function sampleOf(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  try {
    return String(value(7, 3, 2));
  } catch {
    return String(value('Xx', 'Yy', 'Zz'));
  }
}

const en = leaves(catalogues.en);
const fr = new Map(leaves(catalogues.fr).map(({ path, value }) => [path, value]));

describe('catalogue', () => {
  test('given both languages, then they have the same keys', () => {
    expect([...fr.keys()].sort()).toEqual(en.map(({ path }) => path).sort());
  });

  test('given both languages, then no text is empty where the other has one', () => {
    const empty = en.filter(
      ({ path, value }) => (sampleOf(value) === '') !== (sampleOf(fr.get(path)) === ''),
    );
    expect(empty).toEqual([]);
  });

  test('given sentences, then none is left untranslated', () => {
    const same = en.filter(({ path, value }) => {
      if (shared.has(path) || typeof value !== 'string') return false;
      // single words may be shared, as "Source" or "Note"; phrases are not
      return value.trim().split(/\s+/).length > 1 && value === fr.get(path);
    });
    expect(same).toEqual([]);
  });

  test('given every error code, then both languages say what happened and what to do', () => {
    for (const lang of ['en', 'fr'] as const) {
      const words = catalogues[lang].errors.codes;
      expect(Object.keys(words).sort()).toEqual([...errorCodes].sort());
      for (const code of errorCodes) {
        expect(words[code].title.length, code).toBeGreaterThan(10);
        expect(words[code].next.length, code).toBeGreaterThan(10);
      }
    }
  });
});

describe('French spaces', () => {
  test('given marks of two parts, then the space before them does not break', () => {
    expect(frenchSpaces('Dossier : « Djibo » ; vrai ? Oui !')).toBe(
      'Dossier\u00a0: «\u00a0Djibo\u00a0»\u202f; vrai\u202f? Oui\u202f!',
    );
    expect(catalogues.fr.app.undoWhat('x')).toBe('Annuler\u00a0: x');
  });
});

describe('formats', () => {
  test('given numbers, days and sizes, then each language writes them its own way', () => {
    expect(formats.en.number(12_345)).toBe('12,345');
    expect(formats.fr.number(12_345).replace(/\s/g, ' ')).toBe('12 345');
    expect(formats.en.day('2025-05-11')).toBe('11 May 2025');
    expect(formats.fr.day('2025-05-11')).toBe('11 mai 2025');
    expect(formats.en.bytes(182_344)).toBe('182 kB');
    expect(formats.fr.bytes(4_200_000).replace(/\s/g, ' ')).toBe('4,2 Mo');
    expect(formats.en.day('no day')).toBe('no day');
  });
});
