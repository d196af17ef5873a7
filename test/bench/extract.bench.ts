/** Recall and precision of extraction by kind, and its time per 1,000 words. */
import { describe, test } from 'vitest';
import { extractFromText, plainLookups } from '../../electron/services/extract.ts';
import { addScores, judge, scoreTable } from '../helpers/extract-scorer.ts';
import { type KeyedText, keyedTexts } from '../helpers/extract-texts.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const lookups = plainLookups(testDataDir());
/** All sets have been seen by now: first-sight scores stand in docs/decisions/0070. */
const titles = {
  shared: 'the four of shared/data',
  heldout: 'written before any rule, seen since',
  own: 'written later',
  blind: 'written by others than the rules, measured at first sight',
  all: 'all',
} as const;
const words = (text: string) => text.split(/\s+/).length;

function read({ key, text }: KeyedText) {
  return extractFromText({ text, published: key.published, lang: 'auto' }, lookups);
}

/** Milliseconds of the best of five. */
function best(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

describe('extraction', () => {
  test('recall and precision by kind', () => {
    for (const set of ['shared', 'heldout', 'own', 'blind', 'all'] as const) {
      const texts = keyedTexts.filter((each) => set === 'all' || each.set === set);
      const judgements = texts.map((each) => judge(each.key, each.text, read(each)));
      console.log(
        scoreTable(
          `${titles[set]}: ${texts.length} texts`,
          addScores(judgements.map((each) => each.score)),
        ),
      );
      for (const { id, breaches, misses } of judgements) {
        for (const breach of breaches) console.log(`  ${id} MUST NOT ${breach}`);
        for (const miss of misses) console.log(`  ${id} ${miss}`);
      }
    }
  });

  test('time (wanted: under 1 s for 2 000 words)', () => {
    for (const lang of ['en', 'fr']) {
      const texts = keyedTexts.filter(({ key }) => key.lang === lang).map(({ text }) => text);
      const long = texts
        .join('\n\n')
        .split(/(?<=\s)/)
        .slice(0, 2000)
        .join('');
      const first = performance.now();
      extractFromText(
        { text: long, published: '2025-05-14', lang: 'auto' },
        plainLookups(testDataDir()),
      );
      const cold = performance.now() - first;
      const warm = best(
        () => void extractFromText({ text: long, published: '2025-05-14', lang: 'auto' }, lookups),
      );
      const per = (warm * 1000) / words(long);
      console.log(
        `  ${lang}: ${words(long)} words, first ${cold.toFixed(0)} ms, best of five ${warm.toFixed(0)} ms, ${per.toFixed(0)} ms per 1,000 words`,
      );
    }
  });
});
