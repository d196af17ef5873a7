/** `cairn import` of geojson, kml, stix or misp: incidents of files of other programs into a case. */
import type { Author } from '../../../shared/contract/control.ts';
import type { StructuredFormat } from '../../../shared/contract/table-calls.ts';
import type { DateOrder } from '../../../shared/import/table-fields.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { tableWords } from '../../../shared/text/table-words.ts';
import { dryRunRows, importRows } from '../../services/bulk/import-rows.ts';
import { type IncidentFile, withIncidentFile } from '../../services/bulk/incident-file.ts';
import { withCase } from '../common.ts';

/** How many failures and warnings are told in words; `--json` has up to 500. */
const toldIssues = 20;

interface StructuredOptions {
  readonly isDryRun: boolean;
  /** Undefined: any of them. */
  readonly format: StructuredFormat | undefined;
  readonly order: DateOrder | undefined;
}

/** Throws `file/unreadable` for a file of another format than was said, and what the pipeline throws. */
export function importStructured(
  path: string,
  file: string,
  author: Author,
  options: StructuredOptions,
) {
  return withIncidentFile(file, {}, (found) => carryOut(path, found, author, options));
}

function carryOut(
  path: string,
  file: IncidentFile,
  author: Author,
  { isDryRun, format: wanted, order }: StructuredOptions,
) {
  return withCase(path, { author, readOnly: isDryRun }, (session) => {
    const { format } = file;
    const mapping = { ...file.mapping, ...(order === undefined ? {} : { dateOrder: order }) };
    const feed = file.feed(mapping, session.db);
    const links = file.contents(mapping)?.links ?? 0;
    const { fileName, bytes } = feed;
    if (wanted !== undefined && format !== wanted) {
      const message = `${fileName} is ${format}, not ${wanted}. Use --as ${format}.`;
      throw new AppError('file/unreadable', message, { fileName, reason: 'format', format });
    }
    const result = isDryRun ? dryRunRows(session, feed) : importRows(session, feed);
    const { issues, warnings, ...counts } = result;
    const told = issues.map(({ line, column, code, value, isFailure }) => ({
      ...{ row: line, column, code, value, isFailure },
      message: tableWords.en.issues[code],
    }));
    const { rows, added, updated, unchanged, failed } = result;
    return {
      json: {
        ...{ case: path, ...counts, warnings: told, warningCount: warnings, dryRun: isDryRun },
        file: { fileName, bytes, format, networkLinks: links },
      },
      text: [
        `${isDryRun ? 'Would import' : 'Imported'} ${fileName} (${format}): ${rows} objects, ${added} added, ${updated} updated, ${unchanged} unchanged, ${failed} left out.`,
        ...(links === 0 ? [] : [`${links} network links were not followed.`]),
        ...told
          .slice(0, toldIssues)
          .map(({ row, value, message }) => `  object ${row} (${value ?? ''}): ${message}`),
        ...(told.length > toldIssues ? ['… more with --json'] : []),
        ...(result.batch === null
          ? []
          : [`Batch ${result.batch}: "cairn undo CASE --batch ${result.batch}" takes it back.`]),
      ].join('\n'),
    };
  });
}
