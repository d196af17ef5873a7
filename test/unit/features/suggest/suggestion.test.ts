import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAt } from '../../../../renderer/features/sources/suggest/statement.ts';
import {
  groupSuggestions,
  type Suggestion,
} from '../../../../renderer/features/sources/suggest/suggestion.ts';
import {
  asideOf,
  lineOf,
  reasonOf,
} from '../../../../renderer/features/sources/suggest/word-suggestion.ts';
import { catalogues } from '../../../../renderer/text/catalogue.ts';
import type { Suggestions } from '../../../../shared/contract/extract-calls.ts';
import { languageSignal } from '../../../../shared/extract/language-signal.ts';
import { read } from '../../extract/look-ups.ts';

const djibo = readFileSync(
  join(import.meta.dirname, '../../../fixtures/texts/shared/T01_en.txt'),
  'utf8',
);

function suggest(text: string): Suggestions {
  return { ...read(text), cast: [], language: 'clear', textSha256: null };
}
const items = (text: string): readonly Suggestion[] =>
  groupSuggestions(suggest(text), text).flatMap((group) => group.items);
const ids = (text: string) => items(text).map(({ id }) => id);

describe('suggestions of a text', () => {
  test('given an article, then groups come in reading order and each item has its very words', () => {
    const groups = groupSuggestions(suggest(djibo), djibo);
    const starts = groups.flatMap(({ incident }) => incident?.passages[0]?.start ?? []);
    expect(starts.length).toBeGreaterThanOrEqual(3);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const item of groups.flatMap((group) => group.items)) {
      for (const { exact, start, end } of item.passages) {
        expect([...djibo].slice(start, end).join('')).toBe(exact);
      }
    }
  });

  test('given the same text twice, then ids are the same, and no two are alike', () => {
    expect(ids(djibo)).toEqual(ids(djibo));
    expect(new Set(ids(djibo)).size).toBe(ids(djibo).length);
  });

  test('given a correction elsewhere, then ids stay where the words stand', () => {
    const corrected = djibo.replace('motorbikes', 'motorcycles').replace('DAKAR', 'BAMAKO');
    const before = ids(djibo);
    const kept = ids(corrected).filter((id) => before.includes(id));
    expect(kept.length).toBeGreaterThan(before.length * 0.8);
  });

  test('given an id, then it holds nothing that could be read back', () => {
    for (const id of ids(djibo)) expect(id).toMatch(/^[\da-z]{1,12}(-\d+)?$/);
  });

  test('given two undated attacks of one claimant, then the later one carries the doubt', () => {
    const groups = groupSuggestions(suggest(djibo), djibo);
    const same = groups.flatMap((group) => group.items).filter(({ kind }) => kind === 'same');
    for (const item of same) {
      if (item.kind !== 'same') continue;
      const at = (letter: string) => groups.findIndex(({ id }) => id === letter);
      expect(at(item.other)).toBeLessThan(at(item.group));
    }
  });

  test.each(['en', 'fr'] as const)('in %s, each has a line and a reason', (lang) => {
    const found = suggest(djibo);
    const groups = groupSuggestions(found, djibo);
    const words = catalogues[lang].suggest;
    const wording = { lang, words, published: found.published, groups };
    for (const item of groups.flatMap((group) => group.items)) {
      expect(lineOf(item, wording).length).toBeGreaterThan(0);
      expect(asideOf(item, wording)).not.toContain('undefined');
      const reason = reasonOf(item, wording);
      expect(reason).toMatch(/[.!]$/);
      // names stay what they are in any language
      const names = item.kind === 'role' ? (item.role.canonical ?? '') : '';
      const own = reason.replaceAll(names, '').replaceAll(/«[^»]*»/g, '');
      if (lang === 'fr') expect(own).not.toMatch(/\b(the|said|named|killed|text)\b/);
    }
  });
});

describe('the sentence of a passage', () => {
  test('given words of a sentence, then the whole of it, on one line', () => {
    const text = 'One thing. The  army said that 12\u00a0soldiers died. Another.\nNext line.';
    const start = text.indexOf('12');
    const passage = { exact: '12\u00a0soldiers', prefix: '', suffix: '', start, end: start + 11 };
    expect(sentenceAt(text, passage, 'en')).toBe('The army said that 12 soldiers died.');
  });

  test('given any text, then the words are kept and the length is held', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word ', 'Ouagadougou. ', '🚨 ', 'جيبو ', '\n', 'x'.repeat(90)), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.nat(200),
        fc.integer({ min: 1, max: 12 }),
        (parts, from, length) => {
          const points = [...parts.join('')];
          const start = Math.min(from, points.length - 1);
          const exact = points.slice(start, start + length).join('');
          fc.pre(exact.trim() !== '' && !exact.includes('\n'));
          const passage = { exact, prefix: '', suffix: '', start, end: start + length };
          const said = sentenceAt(points.join(''), passage, 'en');
          expect(said.length).toBeLessThan(480);
          expect(said.trim()).not.toBe('');
        },
      ),
    );
  });

  test('given a language tag that is none, then it is read all the same', () => {
    const passage = { exact: 'army', prefix: '', suffix: '', start: 4, end: 8 };
    expect(sentenceAt('The army said.', passage, 'not a tag')).toBe('The army said.');
  });
});

describe('the language of a text', () => {
  test.each([
    ['clear', djibo],
    ['clear', 'Des hommes armés ont attaqué le village de Dembo dans la nuit de dimanche à lundi.'],
    ['clear', '12 345'],
    ['unreadable', 'هاجم مسلحون قاعدة عسكرية في مدينة جيبو شمال بوركينا فاسو'],
    ['unreadable', 'Боевики напали на военную базу в городе Джибо'],
    [
      'unsure',
      'Rundunar sojin kasar ta ce akalla sojoji goma sha biyu ne suka mutu a ranar Lahadi',
    ],
    [
      'unsure',
      'El ejército informó de que al menos doce soldados murieron el domingo en un ataque',
    ],
  ])('%s: %s', (signal, text) => {
    expect(languageSignal(text)).toBe(signal);
  });
});
