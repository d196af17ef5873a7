import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../../shared/domain/filter.ts';
import { reportKinds } from '../../../shared/domain/vocabulary.ts';
import { isDay } from '../../../shared/lib/days.ts';
import { isId } from '../../../shared/lib/ids.ts';
import { formatOfName } from '../../../shared/report/format.ts';
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
    'CASE --kind brief|list|sitrep|profile|chronology|trend --out FILE.pdf|.html [--id ID] [--filter TEXT] [--from DAY --to DAY] [--week DAY] [--tlp LABEL] [--lang en|fr] [--title TEXT] [--no-map]',
  summary:
    'Prints a report: an incident brief, a list, a situation report, a profile, a chronology, a weekly trend note.',
  positionals: ['CASE'],
  options: {
    kind: { type: 'string' },
    out: { type: 'string' },
    id: { type: 'string' },
    filter: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    week: { type: 'string' },
    tlp: { type: 'string' },
    lang: { type: 'string' },
    title: { type: 'string' },
    'no-map': { type: 'boolean' },
  },
  help: {
    kind: 'brief (one incident, --id), profile (one actor, --id), list, chronology (--filter, else all), sitrep (--from, --to), trend (--week)',
    out: 'file to write; its ending says as what: .pdf or .html (one file, without a network)',
    id: 'brief: the incident; profile: the actor',
    filter: 'list, chronology, sitrep, trend: the incidents that match',
    from: 'sitrep: first day, as 2025-05-08',
    to: 'sitrep: last day',
    week: 'trend: any day of the week told, Monday to Sunday',
    tlp: 'label of the document; not lower than its highest part',
    lang: 'en (default) or fr',
    title: 'list, chronology, sitrep, trend: title of the document',
    'no-map': 'without the map',
  },
  run: async ({ author, print, resolve }, [file = ''], values) => {
    const out = resolve(requiredOption(values, 'out'));
    if (formatOfName(out) === undefined) {
      throw new UsageError(`--out takes a name that ends in .pdf or .html, not "${out}".`);
    }
    const casePath = resolve(file);
    const request = requestOf(values);
    // refuse early what can be told without a window
    await withCase(casePath, { author, readOnly: true }, ({ db }) => {
      if (request.kind === 'brief') requireRecord(db, 'incident', request.incidentId);
      if (request.kind === 'profile') requireRecord(db, 'actor', request.actorId);
    });
    const { bytes, pages, sha256 } = await print({ casePath, request, out });
    return {
      json: { out, bytes, pages, sha256 },
      text: `Wrote ${out} (${pages === null ? '' : `${pages} page${pages === 1 ? '' : 's'}, `}${bytesWords(bytes)}).\nSHA-256 ${sha256}`,
    };
  },
};

function requestOf(values: Values): ReportRequest {
  const kind = oneOf(values, 'kind', reportKinds, 'brief');
  const lang = oneOf(values, 'lang', ['en', 'fr'], 'en');
  const tlp = readLabel(values, 'tlp');
  const shared = { lang, withMap: values['no-map'] !== true, ...(tlp !== undefined && { tlp }) };
  const text = optionalText(values, 'filter');
  const title = optionalText(values, 'title');
  const titled = title === undefined ? {} : { title: title.slice(0, 300) };
  const filter = text === undefined ? {} : readFilter(text);
  switch (kind) {
    case 'brief':
      return { kind, incidentId: idOf(values, 'the incident'), ...shared };
    case 'profile':
      return { kind, actorId: idOf(values, 'the actor'), ...shared };
    case 'sitrep':
      return {
        kind,
        filter,
        from: dayOf(values, 'from'),
        to: dayOf(values, 'to'),
        ...shared,
        ...titled,
      };
    case 'trend':
      return { kind, filter, day: dayOf(values, 'week'), ...shared, ...titled };
    case 'list':
    case 'chronology':
      return {
        kind,
        selection: { what: 'filter', filter, sort: defaultSort },
        ...shared,
        ...titled,
      };
  }
}

function idOf(values: Values, what: string): string {
  const id = optionalText(values, 'id');
  if (id === undefined) throw new UsageError(`--id is missing: ${what} to print.`);
  if (!isId(id)) throw new UsageError(`--id takes the id of ${what}, not "${id}".`);
  return id;
}

function dayOf(values: Values, option: 'from' | 'to' | 'week'): string {
  const day = requiredOption(values, option);
  if (!isDay(day)) throw new UsageError(`--${option} takes a day as 2025-05-08, not "${day}".`);
  return day;
}
