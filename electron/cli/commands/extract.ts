import { join } from 'node:path';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import type { Extraction } from '../../../shared/extract/types.ts';
import { extractFromFile, extractFromSource } from '../../services/extract.ts';
import { type Command, oneOf, optionalText, UsageError } from '../command.ts';
import { columns, withCase } from '../common.ts';

export const extractCommand: Command = {
  name: 'extract',
  usage: 'CASE SOURCE_ID | --text FILE [--published DATE] [--lang auto|en|fr]',
  summary: 'Finds incidents, claims, actors, places and dates in a text, each with its words.',
  positionals: ['[CASE]', '[SOURCE_ID]'],
  options: { text: { type: 'string' }, published: { type: 'string' }, lang: { type: 'string' } },
  help: {
    text: 'a file to read instead of a source of a case: .txt, .md, .html, .docx, .pdf',
    published: 'day of publication (EDTF), for "on Sunday"',
    lang: 'auto (default), en or fr',
  },
  run: async ({ author, resolve }, [file, sourceId], values) => {
    const dataDir = process.env['CAIRN_DATA_DIR'] ?? join(import.meta.dirname, '..', 'data');
    const textPath = optionalText(values, 'text');
    if (textPath === undefined) {
      if (file === undefined || sourceId === undefined) {
        throw new UsageError('extract takes CASE and SOURCE_ID, or --text FILE.');
      }
      return withCase(resolve(file), { author, readOnly: true }, (session) =>
        resultOf(extractFromSource(session, dataDir, sourceId)),
      );
    }
    if (file !== undefined) throw new UsageError('extract takes a case or --text, not both.');
    const published = optionalText(values, 'published') ?? null;
    if (published !== null && !isValidEdtf(published)) {
      throw new UsageError(`--published takes a date such as 2025-05-14, not "${published}".`);
    }
    const lang = oneOf(values, 'lang', ['auto', 'en', 'fr'], 'auto');
    return resultOf(await extractFromFile(resolve(textPath), { published, lang }, dataDir));
  },
};

function resultOf(found: Extraction) {
  return { json: found, text: inWords(found) };
}

function inWords({ incidents, persons, nothingFound }: Extraction): string {
  if (nothingFound) return 'No incident found.';
  const blocks = incidents.map(({ id, summary, actors, claims }) => {
    const rows = [
      ...actors.map(({ name, role, basis }) => ['', role, name, basis]),
      ...claims.map(({ measure, text, victims, by, via, status }) => [
        '',
        measure,
        `${text} ${victims}`.trim(),
        `${by ?? 'the text'}${via === null ? '' : ` through ${via}`}, ${status}`,
      ]),
    ];
    return `${id}  ${summary}\n${columns(rows)}`;
  });
  const named = persons.map(({ name, role }) => (role === null ? name : `${name} (${role})`));
  return [...blocks, ...(named.length > 0 ? [`Persons: ${named.join('; ')}`] : [])].join('\n\n');
}
