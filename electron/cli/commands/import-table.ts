/** `cairn import --as table`: a table of a data set, or a list of one's own, into a case. */

import type { Author } from '../../../shared/contract/control.ts';
import type { TableImportResult, TableRowIssue } from '../../../shared/contract/table-calls.ts';
import type { DateOrder, TablePreset, TableReading } from '../../../shared/import/table-fields.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { tableWords } from '../../../shared/text/table-words.ts';
import { dryRunTable, importTable } from '../../services/bulk/import-table.ts';
import { type RecognisedTable, withRecognised } from '../../services/bulk/recognise-table.ts';
import { UsageError, type Values } from '../command.ts';
import { withCase } from '../common.ts';

/** How many failures and warnings are told in words; `--json` has up to 500. */
const toldIssues = 20;

export function readOrder(values: Values): DateOrder | undefined {
  const isDay = values['day-first'] === true;
  const isMonth = values['month-first'] === true;
  if (isDay && isMonth) throw new UsageError('--day-first and --month-first exclude each other.');
  if (isDay) return 'day-first';
  return isMonth ? 'month-first' : undefined;
}

export interface TableOptions {
  readonly isDryRun: boolean;
  readonly order: DateOrder | undefined;
  /** Refuses a file of another layout than this one. */
  readonly only: TablePreset | undefined;
  readonly reading: TableReading;
  readonly listName: string | undefined;
}

/** Throws `file/unreadable` for a file of another layout than was said, and what the pipeline throws. */
export function importTableFile(path: string, file: string, author: Author, options: TableOptions) {
  return withRecognised(file, options.reading, (found, unpacked) =>
    carryOut(path, unpacked, found, author, options),
  );
}

function carryOut(
  path: string,
  file: string,
  { facts, preset, mapping }: RecognisedTable,
  author: Author,
  { isDryRun, order, only, listName }: TableOptions,
) {
  if (only !== undefined && preset !== only) {
    const message = `The columns of ${facts.fileName} are not those of ${only.toUpperCase()}.`;
    throw new AppError('file/unreadable', message, { fileName: facts.fileName, reason: 'layout' });
  }
  const used = {
    ...mapping,
    ...(order === undefined ? {} : { dateOrder: order }),
    ...(listName === undefined ? {} : { listName }),
  };
  const what = { path: file, facts, mapping: used };
  return withCase(path, { author, readOnly: isDryRun }, (session) => {
    const result = isDryRun ? dryRunTable(session, what) : importTable(session, what);
    const { issues, warnings, ...counts } = result;
    const told = issues.map(({ line, column, code, value, isFailure }) => ({
      ...{ row: line, column, code, value, isFailure },
      message: tableWords.en.issues[code],
    }));
    return {
      json: {
        case: path,
        ...counts,
        warnings: told,
        warningCount: warnings,
        dryRun: isDryRun,
        file: { ...facts, layout: preset, mapping: used },
      },
      text: [
        `${isDryRun ? 'Would import' : 'Imported'} ${facts.fileName}: ${resultWords(result)}.`,
        ...issues.slice(0, toldIssues).map(issueWords),
        ...(issues.length > toldIssues ? ['… more with --json'] : []),
        ...(result.batch === null
          ? []
          : [`Batch ${result.batch}: "cairn undo CASE --batch ${result.batch}" takes it back.`]),
      ].join('\n'),
    };
  });
}

function resultWords(result: TableImportResult): string {
  const names = ['added', 'updated', 'unchanged', 'conflicting', 'skipped', 'failed'] as const;
  const parts = names.filter((name) => result[name] > 0).map((name) => `${result[name]} ${name}`);
  return `${result.rows} rows, ${parts.length === 0 ? 'nothing to do' : parts.join(', ')}`;
}

function issueWords({ line, column, value, code, isFailure }: TableRowIssue): string {
  const where = column === null ? '' : `, ${column} "${value ?? ''}"`;
  return `  line ${line}${where}: ${tableWords.en.issues[code]}${isFailure ? ' (left out)' : ''}`;
}
