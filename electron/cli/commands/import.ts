import { extname } from 'node:path';
import type { Author } from '../../../shared/contract/control.ts';
import type { ImportResult, PackPreview } from '../../../shared/contract/exchange-calls.ts';
import { type StructuredFormat, structuredFormats } from '../../../shared/contract/table-calls.ts';
import type { SignerState, SignerView } from '../../../shared/contract/trust-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { importPack } from '../../services/import-pack.ts';
import { previewPack } from '../../services/preview-pack.ts';
import { withoutText } from '../../services/read-source-text.ts';
import { addSourceOfFile } from '../../services/source-of-file.ts';
import { type Command, oneOf, optionalText } from '../command.ts';
import { columns, withCase } from '../common.ts';
import { emptyCounts } from '../results.ts';
import { importStructured } from './import-structured.ts';
import { importTableFile, readOrder } from './import-table.ts';

/** What a file is taken for by its ending; `structured`: whichever of those formats it turns out to be. */
const kindsByEnding: Readonly<Record<string, 'source' | 'table' | 'structured'>> = {
  ...{ csv: 'table', tsv: 'table', xlsx: 'table', xls: 'table', xlsb: 'table', ods: 'table' },
  ...{ geojson: 'structured', json: 'structured', kml: 'structured', kmz: 'structured' },
  ...{ txt: 'source', md: 'source', html: 'source', htm: 'source', docx: 'source', pdf: 'source' },
};

const kindByEnding = (path: string) =>
  kindsByEnding[extname(path).slice(1).toLowerCase()] ?? ('pack' as const);

/** Data sets that a table can be required to be one of. */
const sets = ['acled', 'ucdp', 'gtd'] as const;

export const importCommand: Command = {
  name: 'import',
  usage:
    'CASE FILE [--as pack|source|table|acled|ucdp|gtd|geojson|kml|stix|misp] [--dry-run] [--conflicts ours|theirs] [--accept-signer]',
  summary:
    'Takes a pack, a text, PDF or Word file as a source, or a table of incidents into a case: one undo.',
  positionals: ['CASE', 'FILE'],
  options: {
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
    conflicts: { type: 'string' },
    'accept-signer': { type: 'boolean' },
    'passphrase-file': { type: 'string' },
    'day-first': { type: 'boolean' },
    'month-first': { type: 'boolean' },
    sheet: { type: 'string' },
    list: { type: 'string' },
  },
  help: {
    as: 'what the file is, where its ending does not say it: pack, source (.txt, .md, .html, .docx, .pdf, media), table (.csv, .tsv, .xlsx, .ods, also in a .zip; what it is is recognised), or the data set it must be, geojson, kml, stix or misp',
    sheet: 'the sheet of a workbook that is read (table)',
    list: 'what a list of your own is called: the same name again updates it (table)',
    'accept-signer': 'take a pack signed by another key than before, or no longer signed',
    'passphrase-file':
      'file whose first line is the passphrase of a sealed pack; else CAIRN_PASSPHRASE, else it is asked for',
    'day-first': 'dates as 02/01/1997 are read day first (table)',
    'month-first':
      'or month first; without either, such dates are refused unless the file proves one',
    'dry-run': 'only say what would be done',
    conflicts: 'what counts where both sides changed one field: ours (the case, default) or theirs',
  },
  run: async ({ author, resolve, profile, passphrase: secret }, [file = '', pack = ''], values) => {
    const kinds = ['pack', 'source', 'table', ...sets, ...structuredFormats] as const;
    const kind =
      values['as'] === undefined ? kindByEnding(pack) : oneOf(values, 'as', kinds, 'pack');
    const conflicts = oneOf(values, 'conflicts', ['ours', 'theirs'], 'ours');
    const isDryRun = values['dry-run'] === true;
    const path = resolve(file);
    if (kind === 'source') return importSource(path, resolve(pack), author, isDryRun);
    if (kind === 'structured' || isStructured(kind)) {
      const order = readOrder(values);
      const format = kind === 'structured' ? undefined : kind;
      return importStructured(path, resolve(pack), author, { isDryRun, format, order });
    }
    if (kind !== 'pack') {
      const sheet = optionalText(values, 'sheet');
      return importTableFile(path, resolve(pack), author, {
        ...{ isDryRun, order: readOrder(values), only: kind === 'table' ? undefined : kind },
        ...{
          reading: sheet === undefined ? {} : { sheet },
          listName: optionalText(values, 'list'),
        },
      });
    }
    return withCase(path, { author, readOnly: isDryRun }, async (session) => {
      const preview = await withPassphrase(
        (passphrase) => previewPack(session, resolve(pack), { profile, passphrase }),
        () => secret(optionalText(values, 'passphrase-file'), 'Passphrase of the pack: '),
      );
      const result = isDryRun
        ? foreseen(preview)
        : await importPack(
            session,
            {
              preview: preview.preview,
              conflicts,
              rules: [],
              decisions: {},
              acceptSigner: values['accept-signer'] === true,
            },
            { profile },
          );
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
          signer: preview.signer,
        },
        text: [
          `${isDryRun ? 'Would import' : 'Imported'} "${title}" (TLP:${tlp}, by ${exportedBy}).`,
          signerWords(preview.signer),
          resultWords(result),
          ...twinWords(preview.twins),
          ...sameWords(preview.same),
        ].join('\n'),
      };
    });
  },
};

const isStructured = (kind: string): kind is StructuredFormat =>
  (structuredFormats as readonly string[]).includes(kind);

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
  'hangs-on-deleted':
    'Some of it hangs on deleted records and is not seen until those are restored.',
  'merges-incidents': 'It merges incidents that stand apart in this case.',
};

/** Asks for the passphrase only where there is something sealed. */
async function withPassphrase<T>(
  open: (passphrase: string | undefined) => Promise<T>,
  ask: () => Promise<string>,
): Promise<T> {
  try {
    return await open(undefined);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'pack/passphrase-needed') throw error;
    return open(await ask());
  }
}

function signerWords({ state, name, knownAs, key }: SignerView): string {
  const who = knownAs === null ? name : `${knownAs} (who calls themselves ${name})`;
  const by = key === null ? '' : ` Fingerprint ${key.fingerprint}.`;
  const words: { readonly [S in SignerState]: string } = {
    own: 'Signed by a key of this laptop.',
    verified: `Signed by ${who}, whose key was compared.`,
    known: `Signed by ${who}, as earlier packs; the key was not compared yet.`,
    new: `Signed by ${who}, whose key is seen for the first time.`,
    changed: `Signed by ANOTHER key than packs of ${name} until now.`,
    unsigned: 'Not signed: nobody can say who made it, or whether it was changed.',
  };
  return `${words[state]}${by}`;
}

/** Incidents of the pack that are rows of data sets which the case has too. */
function twinWords({ sets }: PackPreview['twins']): string[] {
  return sets.map(
    ({ name, count }) =>
      `${count} incidents are rows of ${name} that you have too: they become one.`,
  );
}

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
  return { batch: null, ...total, joined: preview.twins.count, apart: 0, byTable };
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
