/**
 * The process that gets killed in the middle of an import: letters on standard output as it goes on. With a
 * third argument, the built `table-worker.cjs`, one thread reads and another writes.
 */
import { writeSync } from 'node:fs';
import { TableThread } from '../../electron/engine/table-thread.ts';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { openCase } from '../../electron/services/cases.ts';

const [path = '', csv = '', workerFile] = process.argv.slice(2);
const author = { id: '018f0000-0000-7000-8000-0000000000c1', name: 'Crash', initials: 'C' };
const session = openCase(path, { author, waitMs: 5000 });
const { facts, mapping } = recogniseTable(csv);
const progress = () => void writeSync(1, '.');
const ended = () => void writeSync(1, '!');
if (workerFile === undefined) {
  importTable(session, { path: csv, facts, mapping, progress });
  ended();
} else {
  const job = { signal: new AbortController().signal, progress };
  const work = { what: 'import', path: csv, mapping } as const;
  void new TableThread(workerFile).read(session, work, job).then(ended);
}
