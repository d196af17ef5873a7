import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../../shared/domain/filter.ts';
import { reportKinds } from '../../../shared/domain/vocabulary.ts';
import { isDay } from '../../../shared/lib/days.ts';
import { isId } from '../../../shared/lib/ids.ts';
import { formatOfName } from '../../../shared/report/format.ts';
import type { OwnStyle } from '../../../shared/report/house-style.ts';
import { houseStyle } from '../../services/house-style.ts';
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
    'CASE --kind brief|list|sitrep|profile|chronology|trend --out FILE.pdf|.html|.docx [--id ID] [--filter TEXT] [--from DAY --to DAY] [--week DAY] [--tlp LABEL] [--lang en|fr] [--title TEXT] [--quotes none|all] [--no-map] [--no-addresses] [--page a4|letter] [--author NAME] [--number TEXT]',
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
    quotes: { type: 'string' },
    'no-map': { type: 'boolean' },
    'no-addresses': { type: 'boolean' },
    page: { type: 'string' },
    author: { type: 'string' },
    number: { type: 'string' },
  },
  help: {
    kind: 'brief (one incident, --id), profile (one actor, --id), list, chronology (--filter, else all), sitrep (--from, --to), trend (--week)',
    out: 'file to write; its ending says as what: .pdf, .html (one file, without a network) or .docx',
    id: 'brief: the incident; profile: the actor',
    filter: 'list, chronology, sitrep, trend: the incidents that match',
    from: 'sitrep: first day, as 2025-05-08',
    to: 'sitrep: last day',
    week: 'trend: any day of the week told, Monday to Sunday',
    tlp: 'label of the document; not lower than its highest part',
    lang: 'en or fr; without it that of the house style of the case, else en',
    title: 'list, chronology, sitrep, trend: title of the document',
    quotes: 'all: the passages that its claims rest on, under their sources; none (default)',
    'no-map': 'without the map',
    'no-addresses': 'without the addresses of sources',
    page: 'paper: a4 or letter; without it that of the house style, else a4',
    author: 'name on the report; without it that of the house style, else who calls',
    number: 'product number on the report; numbers of the house are given when a report is kept',
  },
  run: async ({ author, print, resolve }, [file = ''], values) => {
    const out = resolve(requiredOption(values, 'out'));
    if (formatOfName(out) === undefined) {
      throw new UsageError(`--out takes a name that ends in .pdf, .html or .docx, not "${out}".`);
    }
    const casePath = resolve(file);
    // refuse early what can be told without a window
    const request = await withCase(casePath, { author, readOnly: true }, ({ db }) => {
      const request = requestOf(values, houseStyle(db).lang ?? 'en');
      if (request.kind === 'brief') requireRecord(db, 'incident', request.incidentId);
      if (request.kind === 'profile') requireRecord(db, 'actor', request.actorId);
      return request;
    });
    const { bytes, pages, sha256 } = await print({ casePath, request, out });
    return {
      json: { out, bytes, pages, sha256 },
      text: `Wrote ${out} (${pages === null ? '' : `${pages} page${pages === 1 ? '' : 's'}, `}${bytesWords(bytes)}).\nSHA-256 ${sha256}`,
    };
  },
};

function requestOf(values: Values, house: 'en' | 'fr'): ReportRequest {
  const kind = oneOf(values, 'kind', reportKinds, 'brief');
  const lang = oneOf(values, 'lang', ['en', 'fr'], house);
  const tlp = readLabel(values, 'tlp');
  const quotes = oneOf(values, 'quotes', ['none', 'all'], 'none');
  const shared = {
    lang,
    withMap: values['no-map'] !== true,
    ...(values['no-addresses'] === true && { withAddresses: false }),
    ...(tlp !== undefined && { tlp }),
    ...(quotes === 'all' && { quotes: { what: quotes } }),
    ...ownStyle(values),
  };
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

/** What the report says otherwise than the house. */
function ownStyle(values: Values): { readonly house?: OwnStyle } {
  const page =
    values['page'] === undefined ? undefined : oneOf(values, 'page', ['a4', 'letter'], 'a4');
  const author = optionalText(values, 'author');
  const number = optionalText(values, 'number');
  const house = {
    ...(page !== undefined && { page: page === 'letter' ? ('Letter' as const) : ('A4' as const) }),
    ...(author !== undefined && { author: author.slice(0, 200) }),
    ...(number !== undefined && { number: number.slice(0, 60) }),
  };
  return Object.keys(house).length === 0 ? {} : { house };
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
