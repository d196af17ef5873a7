/** The generator of large cases for benches: what it writes is what the app would have written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { completeFilter } from '../../electron/services/search.ts';
import { answerView } from '../../electron/services/views.ts';
import { viewCalls } from '../../shared/contract/view-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { fold } from '../../shared/lib/fold.ts';
import { writeAcledFile, writeLargeCase } from '../bench/generate-large.ts';
import { commonWord, largeRows, rareWord } from '../bench/large/rows.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

describe('large cases', () => {
  it('are sound', () => {
    const path = join(folder, 'large.cairn');
    writeLargeCase(path, 600);
    const session = openCase(path, { author: analyst });
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
    const ask = viewCalls['view/answer'].args.parse({
      ...{ filter: { text: commonWord }, sort: defaultSort, count: 10 },
      facets: ['actor', 'tag', 'source'],
    });
    const common = answerView(session, ask);
    expect(common.total).toBeGreaterThan(520);
    expect(common.facets.every(({ values }) => values.length > 3)).toBe(true);
    const rare = answerView(session, { ...ask, filter: { text: rareWord } });
    expect(rare.total).toBeGreaterThan(15);
    expect(rare.total).toBeLessThan(90);
    // towns off the index and known regions: among what the walk through all finds
    const regions = answerView(session, { ...ask, filter: {}, facets: ['region'], facetSize: 200 });
    const words = (regions.facets[0]?.values ?? []).map(({ label, count }) => ({
      ...{ value: label, label, count },
    }));
    for (const text of ['b', 'ba', 'sa']) {
      const walked = completeFilter(session.db, { field: 'place', text });
      const known = completeFilter(session.db, { field: 'place', text }, { words });
      expect(known.length).toBeGreaterThan(0);
      expect(known.every(({ value }) => fold(value).startsWith(text))).toBe(true);
      expect(walked.length).toBeGreaterThanOrEqual(Math.min(20, known.length));
    }
    closeCase(session);
  });

  it('begin with the same incidents whatever their size', () => {
    const small = [...largeRows(50)];
    const larger = [...largeRows(80)];
    expect(larger.slice(0, 50)).toEqual(small);
    expect(small.every(({ actors }) => actors.length >= 2)).toBe(true);
  });

  it('have a file in ACLED’s layout beside them', async () => {
    const path = join(folder, 'acled.csv');
    await writeAcledFile(path, 100);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines[0]?.split(',')).toHaveLength(31);
    expect(lines[1]).toMatch(/^[A-Z]{2}1,\d{4}-\d\d-\d\d,\d{4},[123],/);
  });
});
