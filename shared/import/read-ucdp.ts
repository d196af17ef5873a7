/**
 * One row of UCDP GED as what it says in Cairn's terms (standards §3.2). Pure. Sides carry a meaning only
 * in one-sided violence: there side A is the perpetrator. Low, best and high are UCDP's own, and so are
 * the dead by party; all of it is one voice.
 */
import type { ActorKind, GeoLevel, Party } from '../domain/vocabulary.ts';
import { wellFormed } from '../lib/well-formed.ts';
import { countryCode } from './country-codes.ts';
import { readDay, spanEdtf } from './import-dates.ts';
import type { ReadClaim, ReadParty, ReadResult, ReadSource, ReadToll } from './imported.ts';
import { namedSource, tollClaim } from './imported.ts';
import { type UcdpField, ucdpFields } from './known-layouts.ts';
import { PresetReader } from './preset-reader.ts';
import { exactly, type keptCells, type RowText } from './row-text.ts';
import type { RowIssue, TableMapping } from './table-fields.ts';

type Row = RowText<UcdpField>;
const types = ['State-based conflict', 'Non-state conflict', 'One-sided violence'] as const;
const levels: readonly GeoLevel[] = [
  'settlement',
  'near',
  'district',
  'region',
  'region',
  'country',
  'unknown',
];

export class UcdpReader extends PresetReader<UcdpField> {
  constructor(names: readonly string[], mapping: TableMapping) {
    super(ucdpFields, names, mapping);
  }

  protected readRow(row: Row, kept: ReturnType<typeof keptCells>): ReadResult {
    const date = dateOf(row);
    if ('failure' in date) return date;
    const type = Number(row.text('type_of_violence'));
    const kind = types[type - 1] ?? null;
    if (kind === null) row.warn('type-unknown', 'type_of_violence');
    const place = placeOf(row);
    const dyad = row.short('dyad_name') || [row.text('side_a'), row.text('side_b')].join(' - ');
    const where = place.place_words ?? place.admin2 ?? place.admin1 ?? row.text('country');
    const key = row.short('id', 400);
    return {
      row: {
        ...{ key: key === '' ? null : key, stamp: null, notes: [], tags: [] },
        incident: {
          title: wellFormed((where === '' ? dyad : `${dyad}, ${where}`).slice(0, 500)),
          ...{ summary: '', event_type: kind, sub_event_type: null },
          ...{ disorder_type: 'Political violence', date_edtf: date.edtf, ...place },
        },
        actors: sidesOf(row, type),
        claims: claimsOf(row, type),
        sources: sourcesOf(row),
        kept,
        warnings: row.warnings,
      },
    };
  }
}

function dateOf(row: Row): { readonly edtf: string | null } | { readonly failure: RowIssue } {
  const year = row.text('year');
  const words = row.text('date_start');
  if (words === '') {
    row.warn('date-missing', 'date_start');
    return { edtf: /^\d{4}$/.test(year) ? year : null };
  }
  const start = readDay(words, 'none');
  if ('problem' in start) return row.failure(start.problem, 'date_start');
  const last = row.text('date_end');
  const end = last === '' ? start : readDay(last, 'none');
  if ('problem' in end) return row.failure(end.problem, 'date_end');
  if (!/^[1-5]?$/.test(row.text('date_prec'))) row.warn('precision-unknown', 'date_prec');
  if (end.day < start.day) {
    row.warn('end-before-start', 'date_end');
    return { edtf: start.day };
  }
  if (year !== '' && year !== start.day.slice(0, 4)) row.warn('year-differs', 'year');
  return { edtf: spanEdtf(start.day, end.day) };
}

function placeOf(row: Row) {
  const country = row.text('country');
  const code = country === '' ? null : countryCode(country);
  if (country !== '' && code === null) row.warn('country-unknown', 'country');
  const precision = row.text('where_prec');
  const level = levels[Number(precision) - 1];
  if (level === undefined && precision !== '') row.warn('geo-precision-unknown', 'where_prec');
  return {
    place_words: row.short('where_coordinates') || null,
    ...row.point('latitude', 'longitude'),
    ...{ geo_level: level ?? 'unknown', geo_code: precision.slice(0, 500) || null },
    country: code,
    ...{ admin1: row.short('adm_1') || null, admin2: row.short('adm_2') || null },
  } as const;
}

function kindOf(name: string, side: 'a' | 'b', type: number): ActorKind {
  if (/^Government of\b/i.test(name)) return 'government';
  if (/^Civilians\b/i.test(name)) return 'civilians';
  return type === 1 && side === 'b' ? 'rebel-group' : 'other';
}

function sidesOf(row: Row, type: number): ReadParty[] {
  const isOneSided = type === 3;
  return (['a', 'b'] as const).flatMap((side): ReadParty[] => {
    const name = row.short(`side_${side}`);
    if (name === '') return [];
    const actor = { name, kind: kindOf(name, side, type), inter: null };
    if (!isOneSided) return [{ actor, role: 'involved', attribution: null }];
    return side === 'a'
      ? [{ actor, role: 'perpetrator', attribution: 'assessed' }]
      : [{ actor, role: 'victim', attribution: null }];
  });
}

/** The best estimate by party, and where they say more, the bounds: two claims of one origin. */
function claimsOf(row: Row, type: number): ReadClaim[] {
  const best = row.people('best');
  const low = row.people('low');
  const high = row.people('high');
  const parts = partsOf(row, type);
  const sum = parts.reduce((all, [, people]) => all + people, 0);
  const claims: ReadClaim[] = [];
  if (best !== null && parts.length > 0 && sum !== best) row.warn('parts-differ', 'best');
  const isSum = best === null || sum === best;
  const told = isSum && sum > 0 ? parts.filter(([, people]) => people > 0) : [];
  const killed = { outcome: 'killed' } as const;
  if (told.length > 0) {
    claims.push(
      tollClaim(
        told.map(
          ([party, people]): ReadToll => ({
            ...{ ...killed, party, ...exactly(people), words: String(people) },
          }),
        ),
      ),
    );
  } else if (best !== null) {
    const words = String(best);
    claims.push(tollClaim([{ ...killed, party: 'unknown', ...exactly(best), words }]));
  }
  if (low === null || high === null) return claims;
  const isInOrder = low <= (best ?? low) && (best ?? high) <= high && low <= high;
  if (!isInOrder) row.warn('bounds-broken', 'best');
  if (low === high && (best ?? low) === low) return claims;
  const words = `low ${low}, best ${best ?? '?'}, high ${high}`;
  const bounds = { ...killed, party: 'unknown', low, high, qualifier: 'between', words } as const;
  return [...claims, tollClaim([bounds])];
}

/** The dead by party; sides that are one party are added up. */
function partsOf(row: Row, type: number): (readonly [party: Party, people: number])[] {
  const sideOf = (name: string): Party =>
    /^Government of\b/i.test(name)
      ? 'military'
      : /^Civilians\b/i.test(name)
        ? 'civilian'
        : 'militant';
  const fields = [
    ['deaths_a', sideOf(row.text('side_a'))],
    ['deaths_b', type === 3 ? 'civilian' : sideOf(row.text('side_b'))],
    ['deaths_civilians', 'civilian'],
    ['deaths_unknown', 'unknown'],
  ] as const;
  const sums = new Map<Party, number>();
  for (const [field, party] of fields) {
    const people = row.people(field);
    if (people !== null) sums.set(party, (sums.get(party) ?? 0) + people);
  }
  return [...sums];
}

const reference = /^(.{1,200}?),\s*(\d{4}-\d{2}-\d{2}),\s*(.+)$/s;

/** `"Reuters,2013-12-14,Headline";"…"` as sources with publisher and date; older text as it stands. */
function sourcesOf(row: Row): ReadSource[] {
  const whole = row.text('source_article');
  const parts = whole.startsWith('"') ? whole.split(/"\s*;\s*"/) : [whole];
  const found = parts
    .map((part) => (whole.startsWith('"') ? part.replace(/^"|"$/g, '') : part).trim())
    .filter((part) => part !== '');
  const sources = found.map((text): ReadSource => {
    const parsed = reference.exec(text);
    if (parsed === null) return namedSource(wellFormed(text.slice(0, 500)));
    const [, publisher = '', published = '', title = ''] = parsed;
    const isDay = !('problem' in readDay(published, 'none'));
    return {
      ...{ title: wellFormed(title.trim().slice(0, 500)), kind: 'article', url: null },
      ...{ publisher: publisher.trim(), published: isDay ? published : null },
    };
  });
  if (sources.length > 0) return sources;
  const office = row.short('source_office');
  return office === '' ? [] : [namedSource(office)];
}
