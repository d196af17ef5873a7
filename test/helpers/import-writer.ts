/** The process that gets killed in the middle of an import: one letter on standard output per piece. */
import { writeSync } from 'node:fs';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { openCase } from '../../electron/services/cases.ts';

const [path = '', csv = ''] = process.argv.slice(2);
const author = { id: '018f0000-0000-7000-8000-0000000000c1', name: 'Crash', initials: 'C' };
const session = openCase(path, { author, waitMs: 5000 });
const { facts, mapping } = recogniseTable(csv);
importTable(session, { path: csv, facts, mapping, progress: () => void writeSync(1, '.') });
writeSync(1, '!');
