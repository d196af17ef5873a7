/**
 * One row of GTD as what it says in Cairn's terms (standards §3.3). Pure. The killed include the
 * attackers; a group is a perpetrator by GTD's word (assessed), as suspected (alleged), or by its own.
 */
import type { Attribution, GeoLevel, Outcome } from '../domain/vocabulary.ts';
import { wellFormed } from '../lib/well-formed.ts';
import { countryCode } from './country-codes.ts';
import { readDay } from './import-dates.ts';
import type { ReadActor, ReadClaim, ReadParty, ReadResult, ReadToll } from './imported.ts';
import { namedSource, tollClaim } from './imported.ts';
import { type GtdField, gtdFields } from './known-layouts.ts';
import { PresetReader } from './preset-reader.ts';
import { exactly, type keptCells, noFigureGiven, type RowText } from './row-text.ts';
import type { TableMapping } from './table-fields.ts';

type Row = RowText<GtdField>;
const longestSummary = 200_000;
const numbers = [1, 2, 3] as const;

export class GtdReader extends PresetReader<GtdField> {
  constructor(names: readonly string[], mapping: TableMapping) {
    super(gtdFields, names, mapping);
  }

  protected readRow(row: Row, kept: ReturnType<typeof keptCells>): ReadResult {
    const date = dateOf(row);
    if (date === undefined) return row.failure('date-unreadable', 'iyear');
    const place = placeOf(row);
    const attack = row.short('attacktype1_txt', 100) || null;
    const where = place.place_words ?? place.admin1 ?? row.text('country_txt');
    const head = attack ?? 'Incident';
    return {
      row: {
        ...{ key: keyOf(row), stamp: null, notes: [] },
        incident: {
          title: wellFormed((where === '' ? head : `${head}, ${where}`).slice(0, 500)),
          summary: row.short('summary', longestSummary),
          ...{ event_type: attack, sub_event_type: null, disorder_type: 'Political violence' },
          ...{ date_edtf: date, date_words: row.short('approxdate') || null, ...place },
          targets: targetsOf(row),
        },
        ...perpetratorsOf(row),
        sources: [row.short('scite1'), row.short('scite2'), row.short('scite3')]
          .filter((citation) => citation !== '')
          .map(namedSource),
        tags: tagsOf(row),
        kept,
        warnings: row.warnings,
      },
    };
  }
}

/** A workbook may have rounded the number; then it is no key. */
function keyOf(row: Row): string | null {
  const key = row.short('eventid', 400).replace(/\.0+$/, '');
  if (/^\d{12}$/.test(key)) return key;
  if (key !== '') row.warn('key-unreadable', 'eventid');
  return null;
}

/** Month or day 0 is unknown; a date that is not clear is "about"; undefined for none at all. */
function dateOf(row: Row): string | undefined {
  const part = (field: 'iyear' | 'imonth' | 'iday') => row.text(field).replace(/\.0+$/, '');
  const year = part('iyear');
  if (!/^\d{4}$/.test(year)) return undefined;
  const month = part('imonth').padStart(2, '0');
  const day = part('iday').padStart(2, '0');
  const mark = row.text('approxdate') === '' ? '' : '~';
  if (/^0*$/.test(month)) return year + mark;
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return undefined;
  if (/^0*$/.test(day)) return `${year}-${month}${mark}`;
  const start = readDay(`${year}-${month}-${day}`, 'none');
  if ('problem' in start) return undefined;
  const end = row.text('extended') === '1' ? row.text('resolution') : '';
  const last = end === '' ? undefined : readDay(end, 'none');
  if (last !== undefined && 'problem' in last) row.warn(last.problem, 'resolution');
  if (last === undefined || 'problem' in last || last.day <= start.day) return start.day + mark;
  return `${start.day}${mark}/${last.day}`;
}

function placeOf(row: Row) {
  const country = row.text('country_txt');
  const code = country === '' ? null : countryCode(country);
  if (country !== '' && code === null) row.warn('country-unknown', 'country_txt');
  const specificity = row.text('specificity').replace(/\.0+$/, '');
  const levels: { readonly [code: string]: GeoLevel } = {
    '1': row.text('vicinity').startsWith('1') ? 'near' : 'settlement',
    ...{ '2': 'district', '3': 'district', '4': 'region', '5': 'country' },
  };
  const level = levels[specificity];
  if (level === undefined && specificity !== '') row.warn('geo-precision-unknown', 'specificity');
  const city = row.short('city');
  return {
    place_words: city === '' || /^unknown$/i.test(city) ? row.short('location') || null : city,
    ...row.point('latitude', 'longitude'),
    ...{ geo_level: level ?? 'unknown', geo_code: specificity.slice(0, 500) || null },
    ...{ country: code, admin1: row.short('provstate') || null, admin2: null },
  } as const;
}

function targetsOf(row: Row): string[] {
  const named = numbers.map((n) => row.short(`targtype${n}_txt`, 100));
  return [...new Set(named.filter((name) => name !== '' && !/^unknown$/i.test(name)))].sort();
}

/** Groups with how sure it is that they did it, and what GTD says of their claiming it. */
function perpetratorsOf(row: Row): {
  readonly actors: readonly ReadParty[];
  readonly claims: readonly ReadClaim[];
} {
  const actors: ReadParty[] = [];
  const claims = [...tollsOf(row)];
  for (const n of numbers) {
    const suffix = n === 1 ? '' : n;
    const name = row.short(`gname${suffix}`);
    if (name === '' || /^unknown$/i.test(name)) continue;
    const actor: ReadActor = { name, kind: 'other', inter: null };
    const isSuspected = row.text(`guncertain${n}`).startsWith('1');
    const hasClaimed = row.text(n === 1 ? 'claimed' : `claim${n}`).startsWith('1');
    const attribution: Attribution = hasClaimed ? 'claimed' : isSuspected ? 'alleged' : 'assessed';
    actors.push({ actor, role: 'perpetrator', attribution });
    const part = row.short(`gsubname${suffix}`);
    if (part !== '') {
      const sub: ReadActor = { name: part, kind: 'other', inter: null };
      actors.push({ actor: sub, role: 'perpetrator', attribution });
    }
    if (!hasClaimed) continue;
    const mode = row.short(`claimmode${suffix}_txt`);
    claims.push({
      ...{ kind: 'attribution', source: null, claimant: actor, value: name, madeOn: null },
      ...{ statement: mode === '' ? '' : `Claimed (${mode})`, tolls: [] },
    });
  }
  return { actors, claims };
}

/** Victims and attackers apart where GTD tells them apart; their sum is what it says. */
function tollsOf(row: Row): ReadClaim[] {
  const tolls = [
    ...figures(row, 'killed', 'nkill', 'nkillter'),
    ...figures(row, 'injured', 'nwound', 'nwoundte'),
  ];
  const hostages = row.text('ishostkid').startsWith('1') ? row.people('nhostkid') : null;
  if (hostages !== null && hostages > 0) {
    const words = String(hostages);
    tolls.push({ outcome: 'captured', party: 'unknown', ...exactly(hostages), words });
  }
  return tolls.length === 0 ? [] : [tollClaim(tolls)];
}

function figures(row: Row, outcome: Outcome, all: GtdField, attackers: GtdField): ReadToll[] {
  if (!row.has(all)) return [];
  const total = row.people(all);
  const theirs = row.people(attackers) ?? 0;
  const base = { outcome, party: 'unknown' } as const;
  if (total === null) {
    return outcome === 'killed' ? [{ ...base, ...noFigureGiven, words: null }] : [];
  }
  if (theirs > total) row.warn('bounds-broken', attackers);
  if (theirs === 0 || theirs > total) {
    return [{ ...base, ...exactly(total), words: `${total} with any attackers` }];
  }
  const attackersToll: ReadToll = {
    ...{ outcome, party: 'militant', ...exactly(theirs), words: `${theirs} attackers` },
  };
  const victims = total - theirs;
  return [
    { ...base, ...exactly(victims), words: `${total} with ${theirs} attackers` },
    attackersToll,
  ];
}

function tagsOf(row: Row): string[] {
  const said = [
    [row.text('doubtterr').startsWith('1'), 'GTD: doubt that it is terrorism'],
    [/^0(\.0+)?$/.test(row.text('success')), 'GTD: attack did not succeed'],
    [row.text('suicide').startsWith('1'), 'GTD: suicide attack'],
  ] as const;
  return said.flatMap(([isSaid, tag]) => (isSaid ? [tag] : []));
}
