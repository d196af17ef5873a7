/** Which incidents a text tells of, their type, day and place: texts written before the rules saw them. */
import { describe, expect, test } from 'vitest';
import { extractFromText, plainLookups } from '../../electron/services/extract.ts';
import { addScores, judge, scoreTable } from '../helpers/extract-scorer.ts';
import { eventTexts } from '../helpers/extract-texts.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const lookups = plainLookups(testDataDir());
const judgements = eventTexts.map(({ key, text }) =>
  judge(key, text, extractFromText({ text, published: key.published, lang: 'auto' }, lookups)),
);
const score = addScores(judgements.map((each) => each.score));
/** Least recall and precision, in percent. */
const floor = 90;

describe('incidents of texts from many outlets and wars', () => {
  test('there are texts to read', () => {
    expect(eventTexts.length).toBeGreaterThan(50);
  });

  test('nothing is found that must not be', () => {
    expect(
      judgements.flatMap(({ id, breaches }) => breaches.map((each) => `${id} ${each}`)),
    ).toEqual([]);
  });

  test.each(['incident', 'type', 'date', 'place', 'country'] as const)('%s', (kind) => {
    const { expected, hit, found, right } = score[kind];
    expect(expected, scoreTable('events', score)).toBeGreaterThan(50);
    expect((100 * hit) / expected).toBeGreaterThanOrEqual(floor);
    expect((100 * right) / found).toBeGreaterThanOrEqual(floor);
  });
});
