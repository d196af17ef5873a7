import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { all, value } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { listBatches } from '../../electron/services/batches.ts';
import { dryRunTable, importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { checkCase } from '../../electron/services/check.ts';
import { listHistory } from '../../electron/services/history.ts';
import { importOrigin } from '../../electron/services/import-conflicts.ts';
import { valuesAtRev } from '../../electron/services/revisions.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { undoBatch } from '../../electron/services/undo-batch.ts';
import { type AcledCells, acledRow, writeAcled } from '../helpers/acled-file.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { caught } from '../helpers/file-facts.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

function take(rows: readonly AcledCells[], name = 'acled.csv') {
  const path = writeAcled(join(held.folder, name), rows);
  const { facts, mapping, preset } = recogniseTable(path);
  expect(preset).toBe('acled');
  return importTable(held.session, { path, facts, mapping });
}

const incidents = () =>
  listRecords(held.session.db, 'incident').sort((a, b) =>
    String(a.external_key) < String(b.external_key) ? -1 : 1,
  );
const sound = () => expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });

const three = [
  acledRow('BFO1', { tags: 'crowd size=no report', assoc_actor_1: 'Village Guard; Hunters' }),
  acledRow('BFO2', {
    event_date: '16 May 2025',
    time_precision: '2',
    fatalities: '0',
    source: 'Radio Colline; AFP',
  }),
  acledRow('BFO3', {
    event_date: '17-05-2025',
    time_precision: '3',
    geo_precision: '3',
    actor2: '',
  }),
];

describe('a file of ACLED', () => {
  test('becomes incidents with actors involved, figures of ACLED, sources and tags', () => {
    const result = take(three);
    expect(result).toMatchObject({ rows: 3, added: 3, failed: 0, warnings: 0, issues: [] });
    const [first, second, third] = incidents();
    expect(first).toMatchObject({
      title: 'Armed clash, Djibo',
      event_type: 'Battles',
      disorder_type: 'Political violence',
      date_edtf: '2025-05-11',
      country: 'BF',
      geo_level: 'settlement',
      geo_code: '1',
      external_key: 'ACLED:BFO1',
      origin: result.batch,
      status: 'reported',
    });
    expect(second?.date_edtf).toBe('2025-05-13/2025-05-19');
    expect(third).toMatchObject({ date_edtf: '2025-05', geo_level: 'region', geo_code: '3' });
    const { db } = held.session;
    const links = listRecords(db, 'link');
    expect(new Set(links.map(({ role }) => role))).toEqual(new Set(['involved']));
    expect(links).toHaveLength(4 + 2 + 1);
    expect(listRecords(db, 'actor').map(({ name, kind }) => [name, kind])).toEqual([
      ['Group of the Hills', 'rebel-group'],
      ['Military Forces of Sahelia', 'state-force'],
      ['Village Guard', 'other'],
      ['Hunters', 'other'],
    ]);
    expect(listRecords(db, 'source').map(({ title, kind }) => [title, kind])).toEqual(
      expect.arrayContaining([
        ['ACLED', 'dataset-row'],
        ['Radio Colline', 'other'],
        ['AFP', 'other'],
      ]),
    );
    expect(
      all(db, `SELECT killed_low, killed_high, killed_given FROM incident ORDER BY external_key`),
    ).toEqual([
      { killed_low: 3, killed_high: 3, killed_given: 1 },
      { killed_low: null, killed_high: null, killed_given: 0 },
      { killed_low: 3, killed_high: 3, killed_given: 1 },
    ]);
    expect(listRecords(db, 'tag').map(({ name }) => name)).toEqual(['crowd size=no report']);
    expect(importOrigin(db, String(first?.id)).cells).toEqual({
      iso: '854',
      region: 'Western Africa',
      source_scale: 'National',
    });
    sound();
  });

  test('has one entry of history, and each record its own story', () => {
    take(three);
    const { db } = held.session;
    const [entry] = listHistory(db, { limit: 10 }).entries;
    expect(entry).toMatchObject({ kind: 'import', title: 'ACLED: acled.csv' });
    expect(entry?.changeCount).toBeGreaterThan(20);
    const [first] = incidents();
    const id = String(first?.id);
    act(held.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('incident', id, { title: 'Djibo' }),
    );
    const story = listHistory(db, { recordId: id, limit: 10 }).entries;
    expect(story.map(({ kind }) => kind)).toEqual(['update', 'import']);
    const made = story[1]?.changes.find((change) => change.id === id);
    expect(made).toMatchObject({ field: '*', new: { title: 'Armed clash, Djibo' } });
    expect(valuesAtRev(db, 'incident', id, String(first?.rev))).toMatchObject({
      title: 'Armed clash, Djibo',
    });
    sound();
  });

  test('is undone and brought back as if nothing had been', () => {
    take(three);
    const before = incidents();
    undo(held.session);
    expect(incidents()).toEqual([]);
    expect(listRecords(held.session.db, 'actor')).toEqual([]);
    expect(listBatches(held.session.db)[0]?.isUndone).toBe(true);
    sound();
    redo(held.session);
    expect(incidents()).toEqual(before);
    sound();
    undo(held.session);
    // as new: the tombstones are of the import that was taken back
    expect(take(three)).toMatchObject({ added: 3 });
    sound();
  });

  test('is taken back as a batch but for what was worked on since', () => {
    const { batch } = take(three);
    const [first] = incidents();
    const id = String(first?.id);
    act(held.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('incident', id, { summary: 'Mine.' }),
    );
    const hunters = listRecords(held.session.db, 'actor').find(({ name }) => name === 'Hunters');
    act(held.session, { kind: 'create', title: 'y' }, (tx) => {
      const incident = tx.insert('incident', { title: 'Own' });
      tx.insert('link', {
        kind: 'actor-incident',
        from_id: String(hunters?.id),
        to_id: incident.id,
        role: 'involved',
      });
    });
    const counts = undoBatch(held.session, String(batch));
    expect(counts.kept).toBe(2);
    expect(incidents().map(({ title }) => title)).toEqual(['Armed clash, Djibo', 'Own'].sort());
    expect(listRecords(held.session.db, 'actor').map(({ name }) => name)).toEqual(['Hunters']);
    sound();
    undo(held.session);
    expect(incidents()).toHaveLength(4);
    sound();
    redo(held.session);
    expect(incidents()).toHaveLength(2);
    sound();
  });

  test('taken in again changes nothing, and leaves no trace', () => {
    take(three);
    const revision = held.session.revision;
    expect(take(three, 'again.csv')).toMatchObject({ batch: null, added: 0, unchanged: 3 });
    expect(held.session.revision).toBe(revision);
  });
});

describe('a newer file', () => {
  const newer = { timestamp: '1747200000' };
  const second = (cells: AcledCells) => acledRow('BFO1', { ...newer, ...cells });

  test('changes what only the file changed', () => {
    take(three);
    const result = take(
      [second({ fatalities: '5', notes: 'Corrected.', actor2: 'Police' })],
      'b.csv',
    );
    expect(result).toMatchObject({ updated: 1, conflicting: 0, added: 0 });
    const [first] = incidents();
    expect(first?.summary).toBe('Corrected.');
    const { db } = held.session;
    expect(value(db, 'SELECT killed_low FROM incident WHERE id = ?', [String(first?.id)])).toBe(5);
    const names = all<{ name: string }>(
      db,
      `SELECT actor.name FROM link JOIN actor ON actor.id = from_id
       WHERE to_id = ? AND link.deleted_at IS NULL ORDER BY name`,
      [String(first?.id)],
    );
    expect(names.map(({ name }) => name)).toEqual(['Group of the Hills', 'Police']);
    sound();
    undo(held.session);
    expect(incidents()[0]?.summary).toMatch(/^On 11 May/);
    sound();
    // what was undone does not count as taken in
    expect(take([second({ notes: 'Corrected.' })], 'c.csv')).toMatchObject({ updated: 1 });
    sound();
  });

  test('an older row never overwrites a newer one', () => {
    take([second({ notes: 'New.' })]);
    expect(take([acledRow('BFO1', { notes: 'Old.' })], 'b.csv')).toMatchObject({ skipped: 1 });
    expect(incidents()[0]?.summary).toBe('New.');
  });

  test('an analyst’s own words stay, also when the file comes a third time', () => {
    take(three);
    const [first] = incidents();
    act(held.session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('incident', String(first?.id), { summary: 'Mine.' }),
    );
    expect(take([second({ notes: 'Theirs.' })], 'b.csv')).toMatchObject({ conflicting: 1 });
    expect(incidents()[0]?.summary).toBe('Mine.');
    // only the place changed: no new conflict about the words
    const again = second({ notes: 'Theirs.', location: 'Djibo town', timestamp: '1747300000' });
    expect(take([again], 'c.csv')).toMatchObject({ updated: 1, conflicting: 0 });
    expect(incidents()[0]).toMatchObject({ summary: 'Mine.', place_words: 'Djibo town' });
    sound();
  });

  test('what the analyst put into the bin stays there', () => {
    take(three);
    const [first] = incidents();
    act(held.session, { kind: 'delete', title: 'x' }, (tx) =>
      tx.remove('incident', String(first?.id)),
    );
    expect(take([second({ notes: 'Theirs.' })], 'b.csv')).toMatchObject({ skipped: 1, added: 0 });
    expect(incidents()).toHaveLength(2);
    sound();
  });
});

describe('rows that cannot be read', () => {
  test('are named by line and column and left out; the others come in', () => {
    const result = take([
      acledRow('A1'),
      acledRow('A2', { event_date: '31 June 2025' }),
      acledRow('A3', { event_date: '02/03/2025' }),
      acledRow('A1', { notes: 'Again.' }),
      acledRow('A4', { latitude: '99', fatalities: 'many', country: 'Atlantis' }),
    ]);
    expect(result).toMatchObject({ rows: 5, added: 2, failed: 2, skipped: 1, warnings: 3 });
    expect(result.issues.map(({ line, code, column }) => [line, code, column])).toEqual([
      [3, 'date-unreadable', 'event_date'],
      [4, 'date-ambiguous', 'event_date'],
      [5, 'key-twice', null],
      [6, 'country-unknown', 'country'],
      [6, 'coordinates-unreadable', 'latitude'],
      [6, 'fatalities-unreadable', 'fatalities'],
    ]);
    sound();
  });

  test('a dry run says the same and writes nothing', () => {
    const path = writeAcled(join(held.folder, 'dry.csv'), three);
    const { facts, mapping } = recogniseTable(path);
    const revision = held.session.revision;
    const foreseen = dryRunTable(held.session, { path, facts, mapping });
    expect(foreseen).toMatchObject({ rows: 3, added: 3, batch: null });
    expect(held.session.revision).toBe(revision);
  });

  test('a cancelled import leaves nothing', () => {
    const path = writeAcled(join(held.folder, 'x.csv'), three);
    const { facts, mapping } = recogniseTable(path);
    const revision = held.session.revision;
    const error = caught(() =>
      importTable(held.session, { path, facts, mapping, isCancelled: () => true }),
    );
    expect(error).toMatchObject({ code: 'call/cancelled' });
    expect(held.session.revision).toBe(revision);
    expect(incidents()).toEqual([]);
    expect(getRecord(held.session.db, 'source', 'x')).toBeUndefined();
    sound();
  });
});
