/** Tables that Cairn wrote, after somebody had them open in a spreadsheet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csvText } from '../../electron/files/csv-table.ts';
import { act } from '../../electron/services/act.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { withIncidentFile } from '../../electron/services/bulk/incident-file.ts';
import { previewTable } from '../../electron/services/bulk/table-tasks.ts';
import { writeExport } from '../../electron/services/export/write-export.ts';
import { licensedIn } from '../../electron/services/licensed-rows.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { said } from '../helpers/said-of.ts';

let from: TemporaryCase;
let to: TemporaryCase;
beforeEach(() => {
  [from, to] = [temporaryCase(), temporaryCase()];
  act(from.session, { kind: 'create', title: 'All' }, (tx) => {
    const { id } = tx.insert('incident', {
      ...{ title: 'Attack at Sollé', date_edtf: '2025-05-11', date_words: 'on Sunday' },
      ...{ latitude: 14.123_456_789_012, longitude: -1.63, geo_level: 'settlement' },
      ...{ external_key: 'ACLED:BFO1', tlp: 'RED', country: 'BF', place_words: 'Sollé' },
    });
    const jnim = tx.insert('actor', { name: 'JNIM', kind: 'rebel-group', country: 'ML' });
    const ends = { kind: 'actor-incident', from_id: jnim.id, to_id: id } as const;
    tx.insert('link', {
      ...ends,
      role: 'perpetrator',
      attribution: 'claimed',
      note: 'on Telegram',
    });
    const source = tx.insert('source', { title: 'Radio Colline', kind: 'audio' });
    const claim = { incident_id: id, source_id: source.id, kind: 'toll', credibility: 2 } as const;
    const { id: claimId } = tx.insert('claim', { ...claim, statement: '=SUM', tlp: 'RED' });
    tx.insert('toll', {
      ...{ claim_id: claimId, party: 'civilian', outcome: 'killed', low: 4, high: 4 },
      ...{ qualifier: 'exact', tlp: 'RED' },
    });
  });
});
afterEach(() => {
  from.close();
  to.close();
});

async function exported(format: 'csv' | 'xlsx'): Promise<string> {
  const path = join(from.folder, `out.${format}`);
  const request = { format, selection: { what: 'case' as const }, tlpMax: 'RED' as const };
  await writeExport(from.session, path, { ...request, withMark: false });
  return path;
}

type Row = Record<string, string>;

/** The one row of the table by its columns, changed, and written again. */
async function edited(change: (row: Row) => Row): Promise<string> {
  const path = await exported('csv');
  const [row] = parse(readFileSync(path), { columns: true }) as Record<string, string>[];
  const now = change(row ?? {});
  writeFileSync(path, csvText([Object.keys(now), Object.values(now)]));
  return path;
}

const into = (of: TemporaryCase, path: string) =>
  withIncidentFile(path, {}, ({ feed, mapping }) =>
    importRows(of.session, feed(mapping, of.session.db)),
  );

test('it is known as ours, and says so with the columns that tell', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    const preview = await previewTable({ path: await exported(format) });
    expect(preview).toMatchObject({ preset: 'cairn', format: 'table' });
    expect(preview.signs).toContain('cairn');
    expect(preview.mapping.columns.at(-1)).toBe('whole');
    if (format === 'xlsx') expect(preview.sheet).toBe('incidents');
    expect(preview.rows[0]?.incident).toMatchObject({
      title: 'Attack at Sollé',
      killed: { low: 4 },
    });
  }
});

test('what a spreadsheet does to cells on saving changes nothing', async () => {
  const path = await edited((row) => ({
    ...row,
    ...{ latitude: '14,1234568', longitude: '-1,63', invented: 'FALSE', date: '11-May-25' },
  }));
  expect(await into(to, path)).toMatchObject({ added: 1, warnings: 0, failed: 0 });
  expect(said(to)).toEqual(said(from));
});

test('days that go both ways since a spreadsheet saved them are asked about', async () => {
  const path = await edited((row) => ({ ...row, date: '11/05/2025' }));
  const result = await into(to, path);
  expect(result).toMatchObject({ added: 0, failed: 1 });
  expect(result.reasons[0]?.code).toBe('date-ambiguous');
});

test('what was changed in a column counts for more, and the rest stays whole', async () => {
  const path = await edited((row) => ({
    ...row,
    ...{ title: "'=Raid on Sollé", date: '2025-05-12', latitude: '14.2', country: 'ML' },
    ...{ actors: 'JNIM (perpetrator); Volontaires (victim)', tags: 'market; night' },
    ...{ sources: 'Radio Colline; Le Pays', comment: 'Seen by two.' },
  }));
  expect(await into(to, path)).toMatchObject({ added: 1, warnings: 0 });
  const [now] = said(to);
  const [before] = said(from);
  expect(now).toEqual({
    ...before,
    ...{ title: '=Raid on Sollé', date_edtf: '2025-05-12', latitude: 14.2, country: 'ML' },
    actors: [
      // with what is known of its part
      before?.actors[0],
      expect.objectContaining({ name: 'Volontaires', role: 'victim', attribution: null }),
    ],
    tags: ['market', 'night'],
    notes: [{ kind: 'comment', body: 'Seen by two.', tlp: 'RED' }],
  });
  const sources = to.session.db.prepare('SELECT title FROM source ORDER BY title').pluck().all();
  expect(sources).toEqual(['Le Pays', 'Radio Colline']);
});

test.each([
  ['killed_low', '40'],
  ['tlp', 'CLEAR'],
  ['radius_m', '10'],
  ['external_key', ''],
] as const)('a change of %s cannot be taken and is told', async (name, cell) => {
  const path = await edited((row) => ({ ...row, [name]: cell }));
  const result = await into(to, path);
  expect(result).toMatchObject({ added: 1, warnings: 1 });
  expect(result.issues[0]).toMatchObject({ code: 'not-taken', column: name, value: cell });
  expect(said(to)).toEqual(said(from));
});

test('a point that cannot be read does not take the known one away', async () => {
  const path = await edited((row) => ({ ...row, latitude: 'north' }));
  expect(await into(to, path)).toMatchObject({ added: 1, warnings: 1 });
  expect(said(to)).toEqual(said(from));
});

test.each([
  ['cut', (row: Row) => ({ ...row, cairn: (row['cairn'] ?? '').slice(0, 200) })],
  ['gone', ({ cairn: _, ...row }: Row) => row],
] as const)('a cell that is %s: read by the other columns, and that is told', async (_, change) => {
  const path = await edited(change);
  const result = await into(to, path);
  expect(result).toMatchObject({ added: 1 });
  expect(result.issues.map(({ code }) => code)).toContain('whole-missing');
  const [now] = said(to);
  expect(now).toMatchObject({
    title: 'Attack at Sollé',
    country: 'BF',
    latitude: 14.123_456_789_012,
  });
  expect(now?.actors).toMatchObject([{ name: 'JNIM', role: 'perpetrator' }]);
  // ACLED's terms hold as before
  expect(licensedIn(to.session.db, { what: 'case' }, 'RED')).toEqual({ ACLED: 1 });
});

test('in XLSX a changed cell counts too; numbers and texts keep their kind', async () => {
  const path = await exported('xlsx');
  const book = read(readFileSync(path));
  const sheet = book.Sheets['incidents'] ?? {};
  const names = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  sheet[utils.encode_cell({ r: 1, c: names.indexOf('title') })] = { t: 's', v: 'Raid' };
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
  expect(await into(to, path)).toMatchObject({ added: 1, warnings: 0 });
  expect(said(to)).toEqual(said(from).map((each) => ({ ...each, title: 'Raid' })));
});

test('at home it is left alone; elsewhere the same file again is nothing new', async () => {
  const path = await exported('csv');
  const home = await into(from, path);
  expect(home).toMatchObject({ batch: null, failed: 1 });
  expect(home.reasons[0]?.code).toBe('already-here');
  expect(await into(to, path)).toMatchObject({ added: 1 });
  expect(await into(to, path)).toMatchObject({ batch: null, unchanged: 1 });
});
