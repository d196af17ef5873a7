import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../../shared/domain/filter.ts';
import { isId } from '../../../shared/lib/ids.ts';
import { requireRecord } from '../../services/records.ts';
import {
  type Command,
  oneOf,
  optionalText,
  requiredOption,
  UsageError,
  type Values,
} from '../command.ts';
import { bytesWords, readFilter, readLabel, withCase } from '../common.ts';

export const reportCommand: Command = {
  name: 'report',
  usage:
    'CASE --kind brief|list --out FILE.pdf [--id ID] [--filter TEXT] [--tlp LABEL] [--lang en|fr] [--title TEXT] [--no-map]',
  summary: 'Prints an incident brief or the list of the incidents that match a filter.',
  positionals: ['CASE'],
  options: {
    kind: { type: 'string' },
    out: { type: 'string' },
    id: { type: 'string' },
    filter: { type: 'string' },
    tlp: { type: 'string' },
    lang: { type: 'string' },
    title: { type: 'string' },
    'no-map': { type: 'boolean' },
  },
  help: {
    kind: 'brief (one incident, --id) or list (--filter, else all)',
    out: 'PDF to write',
    id: 'brief: the incident',
    filter: 'list: the incidents that match',
    tlp: 'label of the document; not lower than its highest part',
    lang: 'en (default) or fr',
    title: 'list: title of the document',
    'no-map': 'without the map',
  },
  run: async ({ author, print, resolve }, [file = ''], values) => {
    const out = resolve(requiredOption(values, 'out'));
    const casePath = resolve(file);
    const request = requestOf(values);
    // refuse early what can be told without a window
    await withCase(casePath, { author, readOnly: true }, ({ db }) => {
      if (request.kind === 'brief') requireRecord(db, 'incident', request.incidentId);
    });
    const { bytes, pages, sha256 } = await print({ casePath, request, out });
    return {
      json: { out, bytes, pages, sha256 },
      text: `Wrote ${out} (${pages} page${pages === 1 ? '' : 's'}, ${bytesWords(bytes)}).\nSHA-256 ${sha256}`,
    };
  },
};

function requestOf(values: Values): ReportRequest {
  const kind = oneOf(values, 'kind', ['brief', 'list'], 'brief');
  const lang = oneOf(values, 'lang', ['en', 'fr'], 'en');
  const tlp = readLabel(values, 'tlp');
  const shared = { lang, withMap: values['no-map'] !== true, ...(tlp !== undefined && { tlp }) };
  const text = optionalText(values, 'filter');
  const id = optionalText(values, 'id');
  const title = optionalText(values, 'title');
  if (kind === 'brief') {
    if (id === undefined) throw new UsageError('--id is missing: the incident to print.');
    if (!isId(id)) throw new UsageError(`--id takes the id of an incident, not "${id}".`);
    return { kind, incidentId: id, ...shared };
  }
  return {
    kind,
    selection:
      text === undefined
        ? { what: 'filter', filter: {}, sort: defaultSort }
        : { what: 'filter', filter: readFilter(text), sort: defaultSort },
    ...shared,
    ...(title !== undefined && { title: title.slice(0, 300) }),
  };
}
