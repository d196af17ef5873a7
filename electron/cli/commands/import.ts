import type { Author } from '../../../shared/contract/control.ts';
import type { ImportResult, PackPreview } from '../../../shared/contract/exchange-calls.ts';
import { importPack } from '../../services/import-pack.ts';
import { previewPack } from '../../services/preview-pack.ts';
import { withoutText } from '../../services/read-source-text.ts';
import { addSourceOfFile } from '../../services/source-of-file.ts';
import { type Command, oneOf } from '../command.ts';
import { columns, withCase } from '../common.ts';
import { emptyCounts } from '../results.ts';
import { importAcled, readOrder } from './import-acled.ts';

export const importCommand: Command = {
  name: 'import',
  usage: 'CASE FILE [--as pack|source|acled] [--dry-run] [--conflicts ours|theirs]',
  summary:
    'Takes a pack, a text, PDF or Word file as a source, or a file of ACLED into a case: one undo.',
  positionals: ['CASE', 'FILE'],
  options: {
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
    conflicts: { type: 'string' },
    'day-first': { type: 'boolean' },
    'month-first': { type: 'boolean' },
  },
  help: {
    as: 'what the file is: pack (default), source (.txt, .md, .html, .docx, .pdf, media), or acled (.csv)',
    'day-first': 'dates as 02/01/1997 are read day first (acled)',
    'month-first':
      'or month first; without either, such dates are refused unless the file proves one',
    'dry-run': 'only say what would be done',
    conflicts: 'what counts where both sides changed one field: ours (the case, default) or theirs',
  },
  run: async ({ author, resolve }, [file = '', pack = ''], values) => {
    const kind = oneOf(values, 'as', ['pack', 'source', 'acled'], 'pack');
    const conflicts = oneOf(values, 'conflicts', ['ours', 'theirs'], 'ours');
    const isDryRun = values['dry-run'] === true;
    const path = resolve(file);
    if (kind === 'source') return importSource(path, resolve(pack), author, isDryRun);
    if (kind === 'acled') {
      const order = readOrder(values);
      return importAcled(path, resolve(pack), author, { isDryRun, order });
    }
    return withCase(path, { author, readOnly: isDryRun }, async (session) => {
      const preview = await previewPack(session, resolve(pack));
      const result = isDryRun
        ? foreseen(preview)
        : await importPack(session, {
            preview: preview.preview,
            conflicts,
            rules: [],
            decisions: {},
          });
      const { title, tlp, exportedBy, invented, seenBefore, attachments, sha256 } = preview;
      const warnings = preview.warnings.map((code) => ({
        row: null,
        column: null,
        code,
        message: warningWords[code] ?? code,
      }));
      return {
        json: {
          case: path,
          ...result,
          warnings,
          dryRun: isDryRun,
          pack: { title, tlp, exportedBy, invented, seenBefore, attachments, sha256 },
          same: preview.same,
        },
        text: [
          `${isDryRun ? 'Would import' : 'Imported'} "${title}" (TLP:${tlp}, by ${exportedBy}).`,
          resultWords(result),
          ...sameWords(preview.same),
        ].join('\n'),
      };
    });
  },
};

/** One file as a source, kept inside the case. A file without text says so as a warning. */
function importSource(path: string, file: string, author: Author, isDryRun: boolean) {
  return withCase(path, { author, readOnly: isDryRun }, async (session) => {
    const { id, read } = await addSourceOfFile(session, file, isDryRun);
    const { text, pageText, notice, ...facts } = read;
    const warnings =
      notice === null
        ? []
        : [{ row: null, column: null, code: notice, message: withoutText(file, notice).message }];
    const counts = { ...emptyCounts, added: 1 };
    const byTable = { source: { new: 1 }, attachment: { new: 1 } };
    const source = {
      id,
      ...facts,
      characters: text.length,
      pageCharacters: pageText?.length ?? null,
    };
    return {
      json: { case: path, batch: null, ...counts, byTable, warnings, dryRun: isDryRun, source },
      text: [
        `${isDryRun ? 'Would add' : 'Added'} the source "${read.title}" (${text.length} characters).`,
        ...warnings.map(({ message }) => message),
        ...(isDryRun ? [] : [`Source ${id}: "cairn undo CASE" takes it back.`]),
      ].join('\n'),
    };
  });
}

const warningWords: Readonly<Record<string, string>> = {
  'signature-not-checked': 'The pack is signed, but this version cannot check signatures yet.',
  'hangs-on-deleted':
    'Some of it hangs on deleted records and is not seen until those are restored.',
  'merges-incidents': 'It merges incidents that stand apart in this case.',
};

/** New incidents that look like one of the case. */
function sameWords({ pairs, likely, possible }: PackPreview['same']): string[] {
  if (pairs.length === 0) return [];
  return [
    `${likely + possible} new incidents look like one you already have (${likely} likely): "cairn same CASE" lists them.`,
    ...pairs.slice(0, 10).map(({ a, b, score }) => `  ${score.score}  ${a.title} – ${b.title}`),
  ];
}

/** What an import would count, from what a preview says. */
function foreseen(preview: PackPreview): ImportResult {
  const total: Record<keyof typeof emptyCounts, number> = { ...emptyCounts };
  const byTable: Record<string, Record<string, number>> = {};
  for (const [table, counts] of Object.entries(preview.byTable)) {
    byTable[table] = { ...counts };
    total.added += counts.new;
    total.updated += counts.changed;
    total.unchanged += counts.unchanged;
    total.skipped += counts.older;
    total.conflicting += counts.conflicting;
  }
  return { batch: null, ...total, byTable };
}

function resultWords(result: ImportResult): string {
  const { batch, byTable, ...counts } = result;
  const total = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const rows = Object.entries(byTable).map(([table, each]) => [
    `  ${table}`,
    Object.entries(each)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  ]);
  return [
    total.join(', '),
    columns(rows),
    ...(batch === null
      ? []
      : [`Batch ${batch}: "cairn undo CASE --batch ${batch}" takes it back.`]),
  ].join('\n');
}
