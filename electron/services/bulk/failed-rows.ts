/** The rows of a file that an import leaves out, as a table of their own: to be mended and imported again. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { FedRow, RowFeed } from '../../../shared/import/row-feed.ts';
import { escapeText } from '../../../shared/lib/marked-cell.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { tableWords } from '../../../shared/text/table-words.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { csvText } from '../../files/csv-table.ts';
import { noHooks, stopIfCancelled, type WorkHooks } from '../work-hooks.ts';
import { toldIssue } from './row-judge.ts';

export interface FailedRows {
  readonly fileName: string;
  readonly bytes: number;
  readonly rows: number;
}

const number = /^[-+]?\d+(?:[.,]\d+)?$/;

/** As it stood in the file; only what a spreadsheet would run as a formula gets an apostrophe. */
function safe(cell: string): string {
  return number.test(cell) ? cell : escapeText(cell);
}

function why(feed: RowFeed, fed: FedRow, lang: Lang): string | undefined {
  if (!('failure' in fed.read)) return undefined;
  const { code, column } = toldIssue(feed.columns, fed, fed.read.failure, true);
  const { issues, because } = tableWords[lang];
  return column === null ? issues[code] : because(column, issues[code]);
}

/**
 * Reads the whole file again and writes each row that is left out, with its line and the reason in front of
 * its cells (CSV, UTF-8 with a mark by which Excel knows it). Throws `disk/*`, `file/unreadable`,
 * `call/cancelled`.
 */
export async function saveFailedRows(
  feed: RowFeed,
  path: string,
  lang: Lang,
  hooks: WorkHooks = noHooks,
): Promise<FailedRows> {
  const { line, reason } = tableWords[lang];
  let rows = 0;
  let seen = 0;
  const written = await writeAtomically(path, async (temporary) => {
    const file = openSync(temporary, 'wx');
    try {
      writeSync(file, `\ufeff${csvText([[line, reason, ...feed.columns.map(safe)]])}`);
      feed.each((piece, bytes) => {
        const failed = piece.flatMap((fed) => {
          const because = why(feed, fed, lang);
          return because === undefined
            ? []
            : [[String(fed.line), safe(because), ...fed.cells.map(safe)]];
        });
        if (failed.length > 0) writeSync(file, csvText(failed));
        rows += failed.length;
        seen += piece.length;
        hooks.progress({ done: bytes, total: feed.bytes, count: seen });
        stopIfCancelled(hooks);
        return true;
      });
    } finally {
      closeSync(file);
    }
  });
  return { fileName: written.fileName, bytes: written.bytes, rows };
}
