/** Short texts with dates, places, numbers and violent words that tell of no incident. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractFromText, plainLookups } from '../../electron/services/extract.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const lookups = plainLookups(testDataDir());
const texts = JSON.parse(
  readFileSync(new URL('../fixtures/texts/non-events.json', import.meta.url), 'utf8'),
) as readonly string[];

test.each(texts)('%s', (text) => {
  const found = extractFromText({ text, published: '2025-05-14', lang: 'auto' }, lookups);
  expect(found.incidents.map(({ summary, why }) => [summary, why])).toEqual([]);
  expect(found.nothingFound).toBe(true);
});
