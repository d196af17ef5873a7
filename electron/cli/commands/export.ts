import { basename } from 'node:path';
import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../../shared/domain/filter.ts';
import { compareTlp } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { caseInfo } from '../../services/case-state.ts';
import { exportCsv } from '../../services/export-csv.ts';
import { exportPack } from '../../services/export-pack.ts';
import { type Command, oneOf, optionalText, requiredOption } from '../command.ts';
import { bytesWords, countWords, readFilter, readLabel, withCase } from '../common.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'CASE --as pack|csv --out FILE [--filter TEXT] [--tlp-max LABEL] [--title TEXT] [--bom]',
  summary: 'Writes a pack for a colleague, or the incidents as CSV for a spreadsheet.',
  positionals: ['CASE'],
  options: {
    as: { type: 'string' },
    out: { type: 'string' },
    filter: { type: 'string' },
    'tlp-max': { type: 'string' },
    title: { type: 'string' },
    bom: { type: 'boolean' },
  },
  help: {
    as: 'pack (everything, to be imported again) or csv (one row per incident)',
    out: 'file to write; an older one is replaced once the new one is whole',
    filter: 'only the incidents that match, as in the filter box',
    'tlp-max': 'leave out what is labelled above; default RED, which leaves out nothing',
    title: 'title of the pack; else that of the case',
    bom: 'csv: begin with a byte order mark, which Excel needs to see UTF-8',
  },
  run: async ({ author, resolve }, [file = ''], values) => {
    const format = oneOf(values, 'as', ['pack', 'csv'], 'pack');
    const out = resolve(requiredOption(values, 'out'));
    const tlpMax = readLabel(values, 'tlp-max') ?? 'RED';
    const text = optionalText(values, 'filter');
    const selection: Selection =
      text === undefined
        ? { what: 'case' }
        : { what: 'filter', filter: readFilter(text), sort: defaultSort };
    return withCase(resolve(file), { author, readOnly: true }, async (session) => {
      const title = optionalText(values, 'title') ?? defaultTitle(caseInfo(session.db), tlpMax);
      const { fileName: _, ...written } =
        format === 'pack'
          ? await exportPack(session, out, { selection, title, tlpMax })
          : await exportCsv(session, out, { selection, tlpMax, withMark: values['bom'] === true });
      return {
        json: { out, ...written },
        text: [
          `Wrote ${basename(out)} (${bytesWords(written.bytes)}): ${countWords(written.records)}.`,
          `Left out because of their label: ${countWords(written.leftOut)}.`,
          `SHA-256 ${written.sha256}`,
        ].join('\n'),
      };
    });
  },
};

/** The title of a case is as sensitive as the case. */
function defaultTitle(
  info: { readonly title: string; readonly tlp: TlpLabel },
  ceiling: TlpLabel,
): string {
  return compareTlp(info.tlp, ceiling) <= 0 ? info.title.slice(0, 300) : 'Cairn pack';
}
