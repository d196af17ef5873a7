/** Records made in bulk against the same ones made one by one in the ordinary way. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importFields, rangeNames } from '../../electron/db/queries/bulk-writer.ts';
import { listRecords } from '../../electron/db/queries/records.ts';
import { all } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let bulk: TemporaryCase;
let single: TemporaryCase;
beforeEach(() => {
  bulk = temporaryCase();
  single = temporaryCase();
});
afterEach(() => {
  bulk.close();
  single.close();
});

const quirks = [
  acledRow('BFO1', { tags: 'crowd size=no report', assoc_actor_1: 'Village Guard; Hunters' }),
  acledRow('BFO2', {
    notes: 'He said "no", twice.\nBackslash \\ and\ttab, bell \u0007, del \u007f.',
  }),
  acledRow('BFO3', { notes: '\u{1f525} beside a lone half: \ud83d. قُتل ٥ في جيبو. Œuvre, İ, ﬁ.' }),
  acledRow('BFO4', { latitude: '-0', longitude: '0.0', geo_precision: '3', location: 'Ga\\o "X"' }),
  acledRow('BFO5', { latitude: '', longitude: '', country: 'Nowhere', admin1: '', admin2: '' }),
  acledRow('BFO6', { event_date: '16 May 2025', time_precision: '2', fatalities: '0' }),
  acledRow('BFO7', { event_date: '17-05-2025', time_precision: '3', fatalities: 'many' }),
  acledRow('BFO8', { event_type: 'Strange type', sub_event_type: 'x', notes: '', source: '' }),
  acledRow('BFO9', { actor1: 'Groupe d’appui', actor2: 'GROUPE D\u2018APPUI', fatalities: '12' }),
  acledRow('BFO10', { source: 'ACLED; Radio Colline; Radio Colline; AFP', source_scale: '\u2028' }),
  acledRow('BFO1', {}),
  acledRow('BFO11', { event_date: 'yesterday' }),
];

/** All that is stored of what was made, but for when and by which action. */
function stored(session: CaseSession) {
  for (const name of ['incident_fts', 'search_fts']) {
    session.db.exec(
      `CREATE VIRTUAL TABLE temp.${name}_words USING fts5vocab(main, ${name}, instance)`,
    );
  }
  const words = [
    all(session.db, 'SELECT * FROM incident_fts_words ORDER BY term, doc, col, offset'),
    // documents are numbered as they come
    all(
      session.db,
      `SELECT term, record_id, col, offset FROM search_fts_words
       JOIN search_doc ON pk = doc ORDER BY term, record_id, col, offset`,
    ),
  ];
  const tables = rangeNames.map((table) =>
    all(session.db, `SELECT * FROM ${table} ORDER BY pk`).map(
      ({ created_at: _, updated_at: __, origin: ___, ...row }) => row,
    ),
  );
  const points = all(session.db, 'SELECT * FROM incident_rtree ORDER BY pk');
  return { words, tables, points };
}

test('hold the same, to the last word of the search index', () => {
  const path = writeAcled(join(bulk.folder, 'acled.csv'), quirks);
  const { facts, mapping } = recogniseTable(path);
  const result = importTable(bulk.session, { path, facts, mapping });
  expect(result).toMatchObject({ added: 10, skipped: 1, failed: 1 });
  act(single.session, { kind: 'create', title: 'One by one' }, (tx) => {
    for (const table of rangeNames) {
      const given = importFields[table].filter((name) => !/_(earliest|latest)$/.test(name));
      for (const record of listRecords(bulk.session.db, table)) {
        const values = Object.fromEntries(
          Object.entries(record).filter(([name]) => (given as string[]).includes(name)),
        );
        tx.insert(table, values as never, { id: record.id });
      }
    }
  });
  const [made, ordinary] = [stored(bulk.session), stored(single.session)];
  expect(made.tables).toEqual(ordinary.tables);
  expect(made.points).toEqual(ordinary.points);
  expect(made.words).toEqual(ordinary.words);
  expect(made.tables.flat().length).toBeGreaterThan(60);
  expect(made.words.flat().length).toBeGreaterThan(300);
});
