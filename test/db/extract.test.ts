import { describe, expect, test } from 'vitest';
import { extractFromText, plainLookups } from '../../electron/services/extract.ts';
import { addScores, type Judgement, judge, scoreTable } from '../helpers/extract-scorer.ts';
import { keyedTexts } from '../helpers/extract-texts.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const lookups = plainLookups(testDataDir());

function judged(set: string): readonly Judgement[] {
  return keyedTexts
    .filter((each) => each.set === set)
    .map(({ key, text }) =>
      judge(key, text, extractFromText({ text, published: key.published, lang: 'auto' }, lookups)),
    );
}

/** Least recall and precision, in percent; the bench prints what is reached. */
const floors = { shared: 95, heldout: 90, own: 88, blind: 85 } as const;

describe.each(Object.entries(floors))('texts with keys: %s', (set, floor) => {
  const judgements = judged(set);
  const score = addScores(judgements.map((each) => each.score));

  test('nothing is found that must not be', () => {
    expect(
      judgements.flatMap(({ id, breaches }) => breaches.map((breach) => `${id} ${breach}`)),
    ).toEqual([]);
  });

  test('every span is the very words', () => {
    expect(score.span.hit).toBe(score.span.expected);
  });

  test.each(['incident', 'date', 'place', 'figure', 'claimant'] as const)('%s', (kind) => {
    const { expected, hit, found, right } = score[kind];
    expect(expected, scoreTable(set, score)).toBeGreaterThan(0);
    expect((100 * hit) / expected).toBeGreaterThanOrEqual(floor);
    expect((100 * right) / found).toBeGreaterThanOrEqual(floor);
  });
});

test('two undated attacks that may be one are linked', () => {
  const [text] = keyedTexts.filter(({ key }) => key.id === 'T01');
  const found = extractFromText(
    { text: text?.text ?? '', published: '2025-05-14', lang: 'auto' },
    lookups,
  );
  expect(found.links.map(({ a, b, type }) => [a, b, type])).toEqual([['a', 'b', 'possibly-same']]);
});
