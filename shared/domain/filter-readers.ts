/** Reads one field of the text form into a filter under way; refusals are told, never thrown. */
import { assertNever } from '../lib/assert-never.ts';
import { isId } from '../lib/ids.ts';
import type { Filter } from './filter.ts';
import { closest, type FilterField, fieldByName } from './filter-fields.ts';
import type { FilterToken } from './filter-lexer.ts';
import {
  closestCode,
  codeLists,
  codeOf,
  countOf,
  dayOf,
  flagOf,
  gradeOf,
  numbersOf,
  ringOf,
} from './filter-values.ts';
import { parseTlp } from './tlp.ts';
import {
  actorIncidentRoles,
  type IncidentStatus,
  incidentStatuses,
  tlpLabels,
} from './vocabulary.ts';

export type FilterProblemCode =
  | 'unknown-field'
  | 'missing-value'
  | 'unknown-value'
  | 'bad-date'
  | 'bad-number'
  | 'bad-area'
  | 'bad-operator'
  | 'too-long'
  | 'too-many'
  | 'unclosed-quote';

export type FilterDraft = { -readonly [K in keyof Filter]?: Filter[K] };
export type Refuse = (code: FilterProblemCode, suggestion?: string | null) => void;

export function readField(
  draft: FilterDraft,
  field: FilterField,
  role: string | undefined,
  token: FilterToken,
  refuse: Refuse,
): void {
  const value = token.quoted ?? token.bare;
  if (value.trim() === '') {
    refuse('missing-value');
    return;
  }
  // a drawn area is as long as its corners
  if (value.length > (field === 'polygon' ? 25_000 : 200)) {
    refuse('too-long');
    return;
  }
  const takesOrder = field === 'killed' || field === 'credibility';
  if (!takesOrder && token.operator !== ':' && token.operator !== '=') {
    refuse('bad-operator', `${token.field}:${token.bare}`);
    return;
  }
  switch (field) {
    case 'actor':
      readActor(draft, role, token, refuse);
      return;
    case 'place':
      draft.places = add(draft.places, [value], 50, refuse);
      return;
    case 'tag':
      draft.tags = add(draft.tags, [value], 50, refuse);
      return;
    case 'country':
      readCountries(draft, value, refuse);
      return;
    case 'type':
      // free words are kept: the taxonomy may be extended
      if (value.length > 100) refuse('too-long');
      else draft.types = add(draft.types, [codeOf(codeLists.type, value) ?? value], 50, refuse);
      return;
    case 'target':
      if (value.length > 100) refuse('too-long');
      else
        draft.targets = add(draft.targets, [codeOf(codeLists.target, value) ?? value], 50, refuse);
      return;
    case 'status':
      readStatuses(draft, value, refuse);
      return;
    case 'after':
    case 'before': {
      const day = dayOf(value, field === 'before');
      if (day === null) refuse('bad-date', `${token.field}:2025-05-11`);
      else draft[field] = day;
      return;
    }
    case 'killed':
      readKilled(draft, token, refuse);
      return;
    case 'credibility': {
      const number = Number(value);
      const isOrdered = token.operator === ':' || token.operator === '=' || token.operator === '<=';
      if (!isOrdered) refuse('bad-operator', `${token.field}<=${value}`);
      else if (number >= 1 && number <= 5 && Number.isInteger(number))
        draft.credibilityAtLeast = number;
      else refuse('bad-number', `${token.field}:3`);
      return;
    }
    case 'tlp': {
      const label = parseTlp(value.replace(/^</, ''));
      if (label === null) refuse('unknown-value', suggest(token, closest(value, tlpLabels)));
      else draft.tlpMax = label;
      return;
    }
    case 'batch':
      if (isId(value)) draft.batch = value;
      else refuse('unknown-value');
      return;
    case 'region': {
      const named = areaOf(value);
      if (named === undefined) refuse('unknown-value', 'region:BF/Sahel');
      else draft.regions = add(draft.regions, [named], 100, refuse);
      return;
    }
    case 'province': {
      const named = areaOf(value);
      if (named === undefined) refuse('unknown-value', 'province:BF/Soum');
      else draft.provinces = add(draft.provinces, [named], 100, refuse);
      return;
    }
    case 'grade': {
      const grades = value.split(',').map(gradeOf);
      if (grades.includes(null)) refuse('unknown-value', `${token.field}:C3`);
      else draft.grades = add(draft.grades, grades as string[], 37, refuse);
      return;
    }
    case 'source': {
      const id = value.replace(/^#/, '');
      if (isId(id)) draft.sources = add(draft.sources, [id], 50, refuse);
      else refuse('unknown-value');
      return;
    }
    case 'polygon': {
      const ring = ringOf(value);
      if (ring === null) refuse('bad-area', 'polygon:-2,14,-1,14,-1,15');
      else draft.polygon = ring;
      return;
    }
    case 'box':
    case 'near':
      readArea(draft, field, value, refuse);
      return;
    case 'has':
      readHas(draft, value, token, refuse);
      return;
    case 'undated':
    case 'question':
    case 'deleted': {
      const flag = flagOf(value);
      if (flag === null) refuse('unknown-value', `${token.field}:yes`);
      else draft[field === 'question' ? 'openQuestion' : field] = flag;
      return;
    }
    default:
      assertNever(field, 'field');
  }
}

function suggest(token: FilterToken, value: string | null): string | null {
  return value === null
    ? null
    : `${token.field}${token.operator}${value.includes(' ') ? `"${value}"` : value}`;
}

function add<T>(
  held: readonly T[] | undefined,
  values: readonly T[],
  limit: number,
  refuse: Refuse,
): T[] {
  const list = [...(held ?? [])];
  for (const value of values) {
    if (list.includes(value)) continue;
    if (list.length < limit) list.push(value);
    else refuse('too-many');
  }
  return list;
}

function readActor(
  draft: FilterDraft,
  roleWord: string | undefined,
  token: FilterToken,
  refuse: Refuse,
): void {
  const id = /^#(.+)$/.exec(token.bare)?.[1];
  const words = token.quoted ?? (id === undefined ? token.bare : undefined);
  if (id !== undefined && !isId(id)) {
    refuse('unknown-value');
    return;
  }
  const code = roleWord === undefined ? undefined : codeOf(codeLists.role, roleWord);
  const role = actorIncidentRoles.find((known) => known === code);
  if (roleWord !== undefined && role === undefined) {
    refuse('unknown-value', closestCode(codeLists.role, roleWord));
    return;
  }
  const actors = draft.actors ?? [];
  if (actors.length >= 20) {
    refuse('too-many');
    return;
  }
  draft.actors = [
    ...actors,
    {
      ...(words === undefined || words === '' ? {} : { words }),
      ...(id === undefined ? {} : { id }),
      ...(role === undefined ? {} : { role }),
    },
  ];
}

/** `bf/Sahel` with the country in capitals; undefined for what names no area. */
function areaOf(value: string): string | undefined {
  const area = /^([A-Za-z]{2})\/(.+)$/u.exec(value);
  return area === null ? undefined : `${area[1]?.toUpperCase()}/${area[2]}`;
}

function readCountries(draft: FilterDraft, value: string, refuse: Refuse): void {
  const codes = value.split(',').map((code) => code.trim().toUpperCase());
  if (codes.every((code) => /^[A-Z]{2}$/.test(code))) {
    draft.countries = add(draft.countries, codes, 250, refuse);
  } else refuse('unknown-value', 'country:BF');
}

function readStatuses(draft: FilterDraft, value: string, refuse: Refuse): void {
  const found: IncidentStatus[] = [];
  for (const word of value.split(',')) {
    const code = codeOf(codeLists.status, word.trim());
    const status = incidentStatuses.find((known) => known === code);
    if (status === undefined) {
      const known = closestCode(codeLists.status, word.trim());
      refuse('unknown-value', known === null ? null : `status:${known}`);
      return;
    }
    found.push(status);
  }
  draft.statuses = add(draft.statuses, found, incidentStatuses.length, refuse);
}

function readKilled(draft: FilterDraft, token: FilterToken, refuse: Refuse): void {
  const value = token.quoted ?? token.bare;
  const range = /^(\d+)(?:\.\.|-|–)(\d+)$/.exec(value);
  const low = countOf(range?.[1] ?? value);
  const high = countOf(range?.[2] ?? value);
  if (low === null || high === null || (range !== null && low > high)) {
    refuse('bad-number', `${token.field}>=50`);
    return;
  }
  if (range !== null || token.operator === ':' || token.operator === '=') {
    draft.killedMin = low;
    draft.killedMax = high;
  } else if (token.operator === '>=') draft.killedMin = low;
  else if (token.operator === '>') draft.killedMin = low + 1;
  else if (token.operator === '<=') draft.killedMax = low;
  else if (low > 0) draft.killedMax = low - 1;
  else refuse('bad-number', `${token.field}<=0`);
}

function readArea(draft: FilterDraft, field: 'box' | 'near', value: string, refuse: Refuse): void {
  if (field === 'box') {
    const [west, south, east, north] = numbersOf(value, 4) ?? [];
    if (west === undefined || south === undefined || east === undefined || north === undefined) {
      refuse('bad-area', 'box:-5,9,3,16');
    } else draft.box = [west, south, east, north];
    return;
  }
  const [lat, lon, km] = numbersOf(value, 3) ?? [];
  const isGood =
    lat !== undefined &&
    lon !== undefined &&
    km !== undefined &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180 &&
    km > 0 &&
    km <= 20_000;
  if (isGood) draft.near = { lat, lon, km };
  else refuse('bad-area', 'near:14.1,-1.6,50');
}

const flags: Readonly<Record<string, 'openQuestion' | 'undated' | 'deleted'>> = {
  question: 'openQuestion',
  undated: 'undated',
  deleted: 'deleted',
};

function readHas(draft: FilterDraft, value: string, token: FilterToken, refuse: Refuse): void {
  const field = flags[fieldByName(value) ?? ''];
  if (field === undefined) {
    refuse('unknown-value', suggest(token, closest(value, Object.keys(flags))));
  } else draft[field] = true;
}
