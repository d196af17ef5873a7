/**
 * Runs in a process of its own: reads workbooks one after the other, each its columns and then all its rows, and
 * tells the most memory each took above the idle process. `LIST`: a file with one a line; prints a line of JSON.
 */
import { readFileSync } from 'node:fs';
import { readRows, tableFacts } from '../../electron/files/tabular/open-table.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { clearPeak, memory } from './process-memory.ts';

function outcomeOf(path: string): string {
  let rows = 0;
  try {
    const facts = tableFacts(path);
    readRows(path, facts, (piece) => {
      rows += piece.length;
      return true;
    });
    return `${rows} rows`;
  } catch (error) {
    return error instanceof AppError ? String(error.details['reason']) : String(error);
  }
}

const [first = '', ...paths] = readFileSync(process.argv[2] ?? '', 'utf8').split('\n');
// what is loaded with the first workbook belongs to the idle process
outcomeOf(first);
global.gc?.();
const idle = memory('VmRSS');
const told = paths.map((path) => {
  global.gc?.();
  clearPeak();
  const before = process.cpuUsage();
  const outcome = outcomeOf(path);
  const { user, system } = process.cpuUsage(before);
  const seconds = Math.round((user + system) / 10_000) / 100;
  return { outcome, peak: Math.round(memory('VmHWM') - idle), seconds };
});
process.stdout.write(`${JSON.stringify({ idle: Math.round(idle), told })}\n`);
