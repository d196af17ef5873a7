/** Quirks seen in real files (the list in shared/data/README.md), each in a file of our own making. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { withIncidentFile } from '../../electron/services/bulk/incident-file.ts';
import { previewTable } from '../../electron/services/bulk/table-tasks.ts';
import { checkCase } from '../../electron/services/check.ts';
import { ucdpColumns } from '../../shared/import/known-layouts.ts';
import { type AcledCells, acledRow } from '../helpers/acled-file.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { cellsOf, csvText, gtdColumns, gtdRow, ucdpRow } from '../helpers/data-set-rows.ts';
import { xlsxOf, xlsxParts } from '../helpers/xlsx-of.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => {
  expect(checkCase(held.session)).toEqual({ ok: true, problems: [] });
  held.close();
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(held.folder, name);
  writeFileSync(path, content);
  return path;
}
const take = (path: string) =>
  withIncidentFile(path, {}, ({ feed, mapping, preset }) => ({
    preset,
    ...importRows(held.session, feed(mapping, held.session.db)),
  }));
const incidents = () => listRecords(held.session.db, 'incident');

type Cells = Readonly<Record<string, string>>;
const acled = (...all: AcledCells[]): readonly Cells[] =>
  all.map((cells, at) => acledRow(`XYZ${at}`, cells) as Cells);
const names = Object.keys(acledRow('X'));
const table = (rows: readonly Cells[], columns = names, heads: readonly string[] = columns) =>
  csvText([heads, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]);

describe('columns', () => {
  test('an index without a name stands before them', async () => {
    const rows = acled({}, {}).map((row, at) => ({ ...row, '': String(at) }));
    const result = await take(file('pandas.csv', table(rows, ['', ...names])));
    expect(result).toMatchObject({ preset: 'acled', added: 2, failed: 0, warnings: 0 });
    const kept = held.session.db.prepare('SELECT kept FROM imported_row').pluck().all();
    expect(kept.join()).not.toContain('column 1');
  });

  test('they stand in the order of the alphabet, or shout', async () => {
    const sorted = [...names].sort();
    expect(await take(file('a.csv', table(acled({}), sorted)))).toMatchObject({ added: 1 });
    const loud = names.map((name) => name.toUpperCase());
    const again = await take(file('b.csv', table(acled({}), names, loud)));
    expect(again).toMatchObject({ preset: 'acled', added: 0, failed: 0, warnings: 0 });
    expect(incidents()).toHaveLength(1);
  });

  test('none are named: a candidate file of UCDP of 49 columns', async () => {
    const bare = csvText([cellsOf(ucdpRow('1')), cellsOf(ucdpRow('2'))]);
    expect(bare.split('\r\n')[0]?.split(',').length).toBeGreaterThanOrEqual(49);
    expect(await take(file('GEDEvent_v24_0_1.csv', bare))).toMatchObject({
      ...{ preset: 'ucdp', added: 2, failed: 0 },
    });
  });

  test('a row of HXL tags, one column more, and low, best, high in another order', async () => {
    const bounds = ['high', 'low', 'best'];
    const columns = [...ucdpColumns.filter((name) => !bounds.includes(name)), ...bounds, 'extra'];
    const tags = columns.map((name) => `#x+${name}`);
    const row = cellsOf({ ...ucdpRow('1'), extra: 'ours' }, columns);
    const path = file('hdx.csv', csvText([columns, tags, row]));
    expect(await take(path)).toMatchObject({ preset: 'ucdp', rows: 1, added: 1, warnings: 0 });
    const tolls = listRecords(held.session.db, 'toll');
    expect(tolls.some(({ low, high }) => low === 4 && high === 9)).toBe(true);
  });
});

describe('text', () => {
  test('a byte order mark before the first name, and one in UTF-16', async () => {
    const text = table(acled({ location: 'Pô' }));
    expect(await take(file('bom.csv', `\ufeff${text}`))).toMatchObject({ added: 1, failed: 0 });
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await take(file('wide.csv', wide))).toMatchObject({ added: 0, failed: 0, unchanged: 1 });
    expect(incidents()[0]).toMatchObject({ external_key: 'ACLED:XYZ0', place_words: 'Pô' });
  });

  test('Latin-1, with the letters of Windows', async () => {
    const text = table(acled({ location: 'Pô', notes: 'L\x92attaque à l\x92aube \x96 vue' }));
    await take(file('latin.csv', Buffer.from(text, 'latin1')));
    expect(incidents()[0]).toMatchObject({
      ...{ place_words: 'Pô', summary: 'L’attaque à l’aube – vue' },
    });
  });

  test('cut off in the middle of a row, also inside quotes', async () => {
    const whole = table(acled({}, {}, {})).trimEnd();
    const result = await take(file('cut.csv', whole.slice(0, -60)));
    expect(result).toMatchObject({ added: 2, failed: 1 });
    const quoted = `${table(acled({}, {}))}XYZ9,"2025-05`;
    const other = await take(file('cut2.csv', quoted));
    expect(other).toMatchObject({ failed: 1 });
    expect(other.reasons[0]).toMatchObject({ code: 'cut-off', isFailure: true });
  });

  test('line breaks inside quotes', async () => {
    const notes = 'First line,\nsecond "line"\r\n\r\nthird.';
    expect(await take(file('lines.csv', table(acled({ notes }, {}))))).toMatchObject({ added: 2 });
    expect(incidents()[0]?.summary.replaceAll('\r\n', '\n')).toBe(
      'First line,\nsecond "line"\n\nthird.',
    );
  });
});

describe('dates', () => {
  test('seven spellings', async () => {
    const spelled = ['2016-07-02', '16-Feb-21', '12-September-22', '15 April 2022', '41712'];
    const rows = acled(...spelled.map((event_date) => ({ event_date, year: '' })));
    expect(await take(file('dates.csv', table(rows)))).toMatchObject({ failed: 0 });
    expect(incidents().map(({ date_edtf }) => date_edtf)).toEqual([
      ...['2016-07-02', '2021-02-16', '2022-09-12', '2022-04-15', '2014-03-14'],
    ]);
  });

  test('numbers alone: proven by the file, otherwise asked and never guessed', async () => {
    const both = acled({ event_date: '02/01/1997', year: '' });
    const asked = await take(file('asked.csv', table(both)));
    expect(asked).toMatchObject({ added: 0, failed: 1 });
    expect(asked.reasons[0]?.code).toBe('date-ambiguous');
    const proven = [...both, ...acled({}, { event_date: '25/01/1997', year: '' }).slice(1)];
    expect(await take(file('proven.csv', table(proven)))).toMatchObject({ added: 2, failed: 0 });
    expect(incidents().map(({ date_edtf }) => date_edtf)).toEqual(['1997-01-02', '1997-01-25']);
  });

  test('year, month and day of their own, 0 for unknown', async () => {
    const rows = [
      gtdRow('1', { iyear: '1997', imonth: '1', iday: '2' }),
      gtdRow('2', { iyear: '1997', imonth: '1', iday: '0' }),
      gtdRow('3', { iyear: '1997', imonth: '0', iday: '0' }),
    ];
    const text = csvText([gtdColumns, ...rows.map((row) => cellsOf(row, gtdColumns))]);
    expect(await take(file('gtd.csv', text))).toMatchObject({ preset: 'gtd', added: 3 });
    expect(incidents().map(({ date_edtf }) => date_edtf)).toEqual([
      ...['1997-01-02', '1997-01', '1997'],
    ]);
  });
});

test('UCDP’s bounds that are not in order are told and kept', async () => {
  const rows = [
    ucdpRow('1', { low: '9', best: '6', high: '9' }),
    ucdpRow('2', { low: '4', best: '6', high: '5' }),
    ucdpRow('3'),
  ];
  const text = csvText([ucdpColumns, ...rows.map((row) => cellsOf(row))]);
  const result = await take(file('ged.csv', text));
  expect(result).toMatchObject({ added: 3, failed: 0 });
  expect(result.issues.map(({ line, code }) => [line, code])).toEqual([
    [2, 'bounds-broken'],
    [3, 'bounds-broken'],
  ]);
});

describe('maps', () => {
  const features = (rows: readonly Cells[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: rows.map((properties) => ({ type: 'Feature', geometry: null, properties })),
    });

  test('every geometry is null, and the coordinates stand in the properties', async () => {
    const rows = acled(
      { latitude: '14.1', longitude: '-1.6' },
      { latitude: '13.5', longitude: '2' },
    );
    const result = await take(file('null.geojson', features(rows)));
    expect(result).toMatchObject({ preset: 'acled', added: 2, warnings: 0 });
    expect(incidents().map(({ latitude, longitude }) => [latitude, longitude])).toEqual([
      [14.1, -1.6],
      [13.5, 2],
    ]);
  });

  test('the same events as CSV and as GeoJSON stand there once', async () => {
    const rows = acled(...Array.from({ length: 70 }, (_, at) => ({ location: `Place ${at}` })));
    expect(await take(file('same.csv', table(rows)))).toMatchObject({ added: 70 });
    const again = await take(file('same.geojson', features(rows)));
    expect(again).toMatchObject({ preset: 'acled', added: 0, failed: 0, conflicting: 0 });
    expect(incidents()).toHaveLength(70);
  });

  test('GeoJSON in a .js file is a program and refused as one', async () => {
    const path = file('events.js', `var json_events = ${features(acled({}))};`);
    await expect(take(path)).rejects.toMatchObject({ details: { reason: 'script' } });
  });
});

describe('workbooks', () => {
  const rows = [
    ['Date', 'Place', 'Killed'],
    [45_788, 'Pô', 3],
    ['2025-05-12', 'Arbinda', 'au moins 4'],
  ];
  const book = () => {
    const made = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet([['Licence'], ['Ask.']]), 'Terms');
    xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet(rows), 'Data');
    return made;
  };

  test.each([
    ['old Excel', 'xls', 'biff8'],
    ['Excel', 'xlsx', 'xlsx'],
    ['binary Excel', 'xlsb', 'xlsb'],
    ['OpenDocument', 'ods', 'ods'],
  ] as const)('%s is read, past its page of terms', async (_name, ending, bookType) => {
    const path = file(`list.${ending}`, xlsx.write(book(), { type: 'buffer', bookType }));
    expect(await previewTable({ path })).toMatchObject({
      sheets: ['Terms', 'Data'],
      sheet: 'Data',
    });
    expect(await take(path)).toMatchObject({ added: 2, failed: 0 });
    expect(incidents().map(({ date_edtf, place_words }) => [date_edtf, place_words])).toEqual([
      ['2025-05-11', 'Pô'],
      ['2025-05-12', 'Arbinda'],
    ]);
    const tolls = listRecords(held.session.db, 'toll').map(({ low, qualifier }) => [
      low,
      qualifier,
    ]);
    expect(tolls).toEqual([
      [3, 'exact'],
      [4, 'at-least'],
    ]);
  });

  test.each([
    ['a document of old Word', 'workbook-broken', () => wordDocument()],
    ['an old workbook cut off', 'workbook-broken', () => oldBook().subarray(0, 1500)],
    ['a workbook without a cell', 'empty', () => emptyBook()],
  ])('%s is refused with what it is', async (_name, reason, made) => {
    await expect(take(file('x.xls', made()))).rejects.toMatchObject({
      ...{ code: 'file/unreadable', details: { reason } },
    });
  });

  test('one that turns out hostile at its end leaves nothing behind', async () => {
    const cells = (all: readonly string[]) =>
      all.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const good = Array.from(
      { length: 3000 },
      (_, n) => `<row>${cells(['2025-05-11', `P${n}`])}</row>`,
    );
    const parts = (last: string) =>
      xlsxParts({ rows: `<row>${cells(['Date', 'Place'])}</row>${good.join('')}${last}` });
    const bad = file('bad.xlsx', xlsxOf(parts('<row r="2000000"/>')));
    await expect(take(bad)).rejects.toMatchObject({ details: { reason: 'workbook-rows' } });
    expect(incidents()).toEqual([]);
    expect(await take(file('good.xlsx', xlsxOf(parts(''))))).toMatchObject({ added: 3000 });
  });

  const oldBook = (): Buffer => xlsx.write(book(), { type: 'buffer', bookType: 'biff8' });
  function emptyBook(): Buffer {
    const made = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet([]), 'A');
    return xlsx.write(made, { type: 'buffer', bookType: 'biff8' });
  }
  function wordDocument(): Buffer {
    const made = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(made, '/WordDocument', Buffer.alloc(5000, 1));
    return Buffer.from(xlsx.CFB.write(made, { type: 'buffer' }) as Uint8Array);
  }
});

test('a list may begin with a tag of HXL, a word of a program or a dash', async () => {
  for (const head of ['#date', 'Select', 'Library', '-', 'Set', 'from'])
    expect((await previewTable({ path: file('l.csv', `${head},x\n2025-05-11,1\n`) })).format).toBe(
      'table',
    );
});

describe('what is no incident data is refused as what it is', () => {
  test.each([
    ['nothing', 'empty', ''],
    ['blank lines', 'empty', '\r\n \r\n\t\r\n'],
    ['a mark and nothing', 'empty', '\ufeff'],
    ['a script of Python', 'script', 'import os\nprint("x,y")\n'],
    ['a script of R', 'script', 'library(dplyr)\ndf <- read.csv("a.csv")\n'],
    ['a script of a shell', 'script', '#!/usr/bin/env bash\ncurl x | sh\n'],
    ['a module of Python', 'script', 'from os import path\nprint(path)\n'],
    ['a dump of a database', 'script', '--\n-- PostgreSQL database dump\n--\nSET x = 0;\n'],
    ['SQL', 'script', 'CREATE TABLE events (id int);\nINSERT INTO events VALUES (1);\n'],
    ['Parquet', 'parquet', 'PAR1\0\0'],
    ['a picture', 'binary', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ] as const)('%s', async (_name, reason, content) => {
    await expect(take(file('events.csv', content))).rejects.toMatchObject({
      ...{ code: 'file/unreadable', details: { reason, fileName: 'events.csv' } },
    });
  });
});
