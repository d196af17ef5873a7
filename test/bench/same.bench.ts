/**
 * "Same attack?" in a case of 100 000 incidents: asking for one that was just saved, against listing
 * all; and the search over the whole case, with the longest it kept the engine from answering.
 */
import { expect, it } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { listIncidentRows } from '../../electron/db/queries/incident-rows.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { sameCandidates } from '../../electron/services/same-candidates.ts';
import { scanForSame } from '../../electron/services/same-scan.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { analyst } from '../helpers/case-builder.ts';
import { generateCase } from './generate.ts';
import { measure, ms, percentile, table, times } from './measure.ts';

const count = Number(process.env['CAIRN_BENCH_INCIDENTS'] ?? 100_000);

it(`asks for one of ${count} incidents, and for all`, async () => {
  const session = openCase(generateCase(count), { author: analyst });
  const listed = measure(10, () => listIncidentKeys(session.db, {}, defaultSort));
  const { keys } = listIncidentKeys(session.db, {}, defaultSort);
  const step = Math.floor(keys.length / 200);
  const ids = listIncidentRows(
    session.db,
    Array.from({ length: 200 }, (_, at) => keys[at * step] ?? 1),
  ).map(({ id }) => id);
  let found = 0;
  const asked = measure(ids.length, (n) => {
    found += sameCandidates(session, { id: ids[n] ?? '' }).length;
  });
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const start = performance.now();
  const all = await scanForSame(session, { what: 'case' });
  const took = performance.now() - start;
  clearInterval(beat);
  closeCase(session);
  const ratio = percentile(asked, 0.5) / percentile(listed, 0.5);
  const rows = [
    [`${count} incidents`, 'p50', 'p99', 'to listing all'],
    ['list all', ms(percentile(listed, 0.5)), ms(percentile(listed, 0.99)), ''],
    ['ask for one', ms(percentile(asked, 0.5)), ms(percentile(asked, 0.99)), times(ratio)],
  ];
  console.log(table('Same attack?', rows));
  console.log(
    table('The whole case', [
      ['took', 'per incident', 'longest silence', 'pairs found'],
      [ms(took), ms(took / count), ms(longest), String(all.likely + all.possible)],
    ]),
  );
  expect(found).toBeGreaterThan(0);
});
