import { basename } from 'node:path';
import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../../shared/domain/filter.ts';
import { type LicensedSet, licensedSets } from '../../../shared/domain/licensed-data.ts';
import { compareTlp } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { exportFormats } from '../../../shared/export/formats.ts';
import { caseInfo } from '../../services/case-state.ts';
import { writeExport } from '../../services/export/write-export.ts';
import { type ExportResult, exportPack } from '../../services/export-pack.ts';
import { licensedIn } from '../../services/licensed-rows.ts';
import { refuseOpenCase } from '../../services/open-case-guard.ts';
import { type Command, oneOf, optionalText, requiredOption } from '../command.ts';
import { bytesWords, countWords, readFilter, readLabel, withCase } from '../common.ts';

const kinds = ['pack', ...exportFormats] as const;

export const exportCommand: Command = {
  name: 'export',
  usage: `CASE --as ${kinds.join('|')} --out FILE [--filter TEXT] [--tlp-max LABEL] [--title TEXT] [--bom] [--seal]`,
  summary: 'Writes a pack for a colleague, or the incidents in a format of other programs.',
  positionals: ['CASE'],
  options: {
    as: { type: 'string' },
    out: { type: 'string' },
    filter: { type: 'string' },
    'tlp-max': { type: 'string' },
    title: { type: 'string' },
    bom: { type: 'boolean' },
    seal: { type: 'boolean' },
    'passphrase-file': { type: 'string' },
  },
  help: {
    as: 'pack (everything, to be imported again), csv, xlsx, geojson, kml, geoparquet, stix, misp; graphml or gexf for the network',
    out: 'file to write; an older one is replaced once the new one is whole',
    filter: 'only the incidents that match, as in the filter box',
    'tlp-max': 'leave out what is labelled above; default RED, which leaves out nothing',
    title: 'title of the pack; else that of the case',
    seal: 'pack: lock it with a passphrase (age); name the file .cairnpack.age',
    'passphrase-file':
      'file whose first line is the passphrase; else CAIRN_PASSPHRASE, else it is asked for',
    bom: 'csv: begin with a byte order mark, which Excel needs to see UTF-8',
  },
  run: async ({ author, resolve, profile, passphrase }, [file = ''], values) => {
    const format = oneOf(values, 'as', kinds, 'pack');
    const out = resolve(requiredOption(values, 'out'));
    const tlpMax = readLabel(values, 'tlp-max') ?? 'RED';
    const text = optionalText(values, 'filter');
    const selection: Selection =
      text === undefined
        ? { what: 'case' }
        : { what: 'filter', filter: readFilter(text), sort: defaultSort };
    const secret =
      values['seal'] === true
        ? await passphrase(optionalText(values, 'passphrase-file'), 'Passphrase for the pack: ')
        : undefined;
    return withCase(resolve(file), { author, readOnly: true }, async (session) => {
      const title = optionalText(values, 'title') ?? defaultTitle(caseInfo(session.db), tlpMax);
      refuseOpenCase(session, out);
      const { fileName: _, ...written } =
        format === 'pack'
          ? await exportPack(
              session,
              out,
              { selection, title, tlpMax, passphrase: secret },
              { profile },
            )
          : await writeExport(session, out, {
              format,
              selection,
              tlpMax,
              withMark: values['bom'] === true,
            });
      const licensed = licensedIn(session.db, selection, tlpMax);
      return {
        json: { out, ...written, licensed },
        text: [
          `Wrote ${basename(out)} (${bytesWords(written.bytes)}): ${countWords(written.records)}.`,
          `Left out because of their label: ${countWords(written.leftOut)}.`,
          ...licensedSets.flatMap((set) =>
            licensed[set] === undefined ? [] : [`${licensed[set]} ${licenceWords[set]}`],
          ),
          ...attachmentWords(written),
          `SHA-256 ${written.sha256}`,
        ].join('\n'),
      };
    });
  },
};

function attachmentWords(written: Omit<ExportResult, 'fileName'>): readonly string[] {
  const { attachmentsNaming = [], attachmentsUnread = 0 } = written;
  return [
    ...attachmentsNaming.map((name) => `The attachment ${name} names what was left out.`),
    ...(attachmentsUnread === 0
      ? []
      : [`${attachmentsUnread} attachments could not be searched for names of what was left out.`]),
  ];
}

const licenceWords: { readonly [S in LicensedSet]: string } = {
  ACLED:
    'of the incidents are from ACLED: its terms do not let rows be passed on without its leave.',
  GTD: 'of the incidents are from GTD: its licence forbids passing the data on without leave.',
  UCDP: 'of the incidents are from UCDP (CC BY 4.0): name UCDP wherever they are used.',
};

/** The title of a case is as sensitive as the case. */
function defaultTitle(
  info: { readonly title: string; readonly tlp: TlpLabel },
  ceiling: TlpLabel,
): string {
  return compareTlp(info.tlp, ceiling) <= 0 ? info.title.slice(0, 300) : 'Cairn pack';
}
