import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { all } from '../../electron/db/sqlite.ts';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { withRecognised } from '../../electron/services/bulk/recognise-table.ts';
import { previewTable } from '../../electron/services/bulk/table-tasks.ts';
import { checkCase } from '../../electron/services/check.ts';
import { ucdpColumns } from '../../shared/import/known-layouts.ts';
import type { TableMapping, TableReading } from '../../shared/import/table-fields.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { cellsOf, csvText, gtdColumns, gtdRow, ucdpRow } from '../helpers/data-set-rows.ts';
import { zipOf } from '../helpers/zip-of.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

function file(name: string, content: string | Uint8Array): string {
  const path = join(held.folder, name);
  writeFileSync(path, content);
  return path;
}
const take = (path: string, reading: TableReading = {}) =>
  withRecognised(path, reading, ({ facts, mapping, preset }, unpacked) => ({
    preset,
    ...importTable(held.session, { path: unpacked, facts, mapping }),
  }));
const sound = () => expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });
const incidents = () => listRecords(held.session.db, 'incident');

const rows = [
  ucdpRow('1'),
  ucdpRow('2', { deaths_b: '0', deaths_civilians: '0', best: '3', low: '3', high: '3' }),
  ucdpRow('3', {
    deaths_a: '0',
    deaths_b: '0',
    deaths_civilians: '0',
    best: '0',
    low: '0',
    high: '1',
  }),
];
const table = (columns: readonly string[] = ucdpColumns, head = columns) =>
  csvText([head, ...rows.map((row) => cellsOf(row, columns))]);

/** Sum of UCDP's best estimates as the case holds them. */
function best(): number {
  const tolls = all<{ toll_json: string }>(held.session.db, 'SELECT toll_json FROM incident');
  return tolls.reduce((sum, { toll_json }) => {
    const [killed] = JSON.parse(toll_json) as { best: { low: number } }[];
    return sum + (killed?.best.low ?? 0);
  }, 0);
}

describe('UCDP GED', () => {
  test('comes in with the sum of its file, its terms and where it is from', async () => {
    const result = await take(file('ged.csv', table()));
    expect(result).toMatchObject({ preset: 'ucdp', added: 3, failed: 0, warnings: 0 });
    expect(best()).toBe(6 + 3 + 0);
    expect(incidents().map(({ external_key }) => external_key)).toEqual([
      ...['UCDP:1', 'UCDP:2', 'UCDP:3'],
    ]);
    const { db } = held.session;
    expect(listRecords(db, 'note').map(({ body }) => body)).toEqual([
      expect.stringContaining('CC BY 4.0'),
    ]);
    expect(listRecords(db, 'source').map(({ title }) => title)).toEqual(
      expect.arrayContaining(['UCDP GED', 'Clash at Djibo; many dead']),
    );
    sound();
  });

  test('a newer release changes figures and takes none twice', async () => {
    await take(file('ged.csv', table()));
    const newer = ucdpRow('1', { deaths_a: '5', best: '8', low: '8', high: '9' });
    const text = csvText([ucdpColumns, cellsOf(newer)]);
    expect(await take(file('ged2.csv', text))).toMatchObject({ updated: 1, added: 0 });
    expect(best()).toBe(8 + 3 + 0);
    expect(listRecords(held.session.db, 'source')).toHaveLength(3);
    sound();
  });

  test('a row of HXL tags, columns in alphabetical order and upper case, and none at all', async () => {
    const tags = ucdpColumns.map((name) => (name === 'best' ? '#affected+killed' : ''));
    const [head, ...others] = table().trimEnd().split('\r\n');
    const tagged = [head, csvText([tags]).trimEnd(), ...others, ''].join('\r\n');
    expect(await take(file('hxl.csv', tagged))).toMatchObject({ rows: 3, added: 3, failed: 0 });
    const sorted = [...ucdpColumns].sort();
    const upper = sorted.map((name) => name.toUpperCase());
    expect(await take(file('sorted.csv', table(sorted, upper)))).toMatchObject({
      ...{ preset: 'ucdp', rows: 3, failed: 0, added: 0 },
    });
    const bare = csvText(rows.map((row) => cellsOf(row)));
    expect(await take(file('bare.csv', bare))).toMatchObject({
      ...{ preset: 'ucdp', rows: 3, unchanged: 3, failed: 0 },
    });
    sound();
  });

  test('inside a zip', async () => {
    const zip = await zipOf({ 'ged/readme.txt': 'Hello', 'ged/GEDEvent_v99.csv': table() });
    const path = file('ged99-csv.zip', zip);
    expect(await take(path)).toMatchObject({ preset: 'ucdp', added: 3 });
    expect((await previewTable({ path })).fileName).toBe('GEDEvent_v99.csv');
  });
});

describe('GTD', () => {
  const lines = [
    gtdRow('201705110001', { city: 'Pô', claimed: '1', claimmode_txt: 'Video' }),
    gtdRow('201705120002', { doubtterr: '1', nkill: '', gname: 'Unknown' }),
  ];
  const cells = lines.map((row) => cellsOf(row, gtdColumns));

  test('as Latin-1 text and as a workbook behind a licence page: the same', async () => {
    const text = Buffer.from(csvText([gtdColumns, ...cells]), 'latin1');
    expect(await take(file('gtd.csv', text))).toMatchObject({
      preset: 'gtd',
      added: 2,
      warnings: 0,
    });
    expect(incidents()[0]).toMatchObject({ place_words: 'Pô', external_key: 'GTD:201705110001' });
    const book = xlsx.utils.book_new();
    const licence = xlsx.utils.aoa_to_sheet([['Terms of use'], ['Do not give on.'], ['Ever.']]);
    xlsx.utils.book_append_sheet(book, licence, 'Licence');
    const numbered = cells.map((row) =>
      row.map((cell) => (/^\d{1,14}$/.test(cell) ? Number(cell) : cell)),
    );
    const sheet = xlsx.utils.aoa_to_sheet([[...gtdColumns], ...numbered]);
    xlsx.utils.book_append_sheet(book, sheet, 'Data');
    const path = file('gtd.xlsx', xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect(await previewTable({ path })).toMatchObject({
      ...{ preset: 'gtd', sheets: ['Licence', 'Data'], sheet: 'Data', encoding: null },
    });
    expect(await take(path)).toMatchObject({ unchanged: 2, added: 0 });
    sound();
  });
});

describe('a list of one’s own', () => {
  const head = ['Date', 'Lieu', 'Tués', 'Auteur', 'Résumé', 'Réf'];
  const line = ['11/05/2025', 'جيبو', 'au moins 60', 'Hills', 'Long texte', 'A-1'];

  test('with semicolons, French names and Arabic places', async () => {
    const path = file(
      'liste.csv',
      csvText([head, line, ['25/05/2025', 'Arbinda', '2', '', '', 'A-2']], ';'),
    );
    const shown = await previewTable({ path });
    expect(shown).toMatchObject({ preset: 'table', separator: ';', listName: 'liste' });
    expect(shown.mapping).toMatchObject({ dateOrder: 'day-first' });
    expect(shown.mapping.columns).toEqual([
      ...['date', 'location', 'fatalities', 'perpetrator', 'notes', 'key'],
    ]);
    expect(await take(path)).toMatchObject({ added: 2, failed: 0 });
    expect(incidents()[0]).toMatchObject({ place_words: 'جيبو', external_key: 'table/liste:A-1' });
    sound();
  });

  test('of a workbook: serial dates, a title above the table, any sheet', async () => {
    const book = xlsx.utils.book_new();
    const sheet = xlsx.utils.aoa_to_sheet([
      ['Incidents 2025'],
      [],
      ['Date', 'Place', 'Killed'],
      [new Date(Date.UTC(2025, 4, 11)), 'Djibo', 3],
      [45_789, 'Arbinda', 0],
    ]);
    xlsx.utils.book_append_sheet(book, sheet, 'A');
    xlsx.utils.book_append_sheet(
      book,
      xlsx.utils.aoa_to_sheet([
        ['Date', 'Place'],
        ['2024-01-01', 'X'],
      ]),
      'B',
    );
    for (const bookType of ['xlsx', 'ods'] as const) {
      const path = file(
        `list.${bookType}`,
        xlsx.write(book, { type: 'buffer', bookType, cellDates: false }),
      );
      const shown = await previewTable({ path });
      expect(
        shown.rows.map(({ incident }) => [incident?.date, incident?.place, incident?.killed]),
      ).toEqual([
        ['2025-05-11', 'Djibo', { low: 3, high: 3 }],
        ['2025-05-12', 'Arbinda', { low: 0, high: 0 }],
      ]);
      const other = await previewTable({ path, reading: { sheet: 'B' } });
      expect(other.rows.map(({ incident }) => incident?.date)).toEqual(['2024-01-01']);
    }
  });

  test('encoding, separator and row of names can be said', async () => {
    const path = file(
      'odd.txt',
      Buffer.from('2025-05-11|P\u00f4|3\r\n2025-05-12|Djibo|4\r\n', 'latin1'),
    );
    const reading = { encoding: 'windows-1252', separator: '|', hasHeader: false } as const;
    const mapping: TableMapping = {
      preset: 'table',
      dateOrder: 'none',
      columns: ['date', 'location', 'fatalities'],
    };
    const shown = await previewTable({ path, reading, mapping });
    expect(shown.columns).toEqual(['column 1', 'column 2', 'column 3']);
    expect(shown.rows.map(({ incident }) => incident?.place)).toEqual(['Pô', 'Djibo']);
  });
});

describe('what is no incident data is refused by name', () => {
  const sqlite = (id: string) => {
    const bytes = Buffer.alloc(200);
    bytes.write('SQLite format 3\0', 0, 'latin1');
    bytes.write(id, 68, 'latin1');
    return bytes;
  };
  test.each([
    ['empty', ''],
    ['git-lfs', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n'],
    ['pdf', '%PDF-1.7\n'],
    ['geopackage', sqlite('GPKG')],
    ['case-file', sqlite('CARN')],
    ['sqlite', sqlite('\0\0\0\0')],
    ['binary', Buffer.from([1, 2, 0, 4])],
    ['script', '#!/bin/sh\necho hello\n'],
    ['script', 'var data = {"type":"FeatureCollection"};\n'],
    ['web-page', '<!DOCTYPE html><html></html>'],
    ['not-structured', '{"a": 1}'],
    ['not-kml', '<?xml version="1.0"?><a/>'],
    [
      'aggregates',
      'month,year,country,events,fatalities\nMay,2025,Mali,12,30\nJune,2025,Mali,9,3\n',
    ],
    [
      'aggregates',
      'location_code,event_type,events,fatalities,reference_period_start\nMLI,x,2,3,2025-01-01\n',
    ],
  ])('%s', async (reason, content) => {
    const found = previewTable({ path: file('x.csv', content) });
    await expect(found).rejects.toMatchObject({ code: 'file/unreadable', details: { reason } });
  });

  test.each([
    ['zip-empty', { 'a.png': 'x' }],
    ['zip-many', { 'a.csv': 'x', 'b.csv': 'y' }],
    ['pack', { 'datapackage.json': '{}', 'a.csv': 'x' }],
  ])('%s', async (reason, entries) => {
    const found = previewTable({ path: file('x.zip', await zipOf(entries)) });
    await expect(found).rejects.toMatchObject({ details: { reason } });
  });
});
