/**
 * The filter as text: `actor:JNIM place:Djibo after:2025-05-01 killed>=50 "police station"`.
 * Field words are understood in English and French; several values of one field may match any
 * (`status:claimed,confirmed` or the field twice), different fields must all match, and so must
 * several actors. What cannot be read is left out of the filter and told with its position.
 */

import type { Lang } from '../text/lang.ts';
import type { Filter } from './filter.ts';
import {
  allFieldNames,
  closest,
  type FilterField,
  fieldByName,
  fieldName,
} from './filter-fields.ts';
import { type FilterToken, lexFilter, quoteValue } from './filter-lexer.ts';
import {
  type FilterDraft,
  type FilterProblemCode,
  type Refuse,
  readField,
} from './filter-readers.ts';

export interface FilterProblem {
  readonly code: FilterProblemCode;
  /** Position in the text, UTF-16 units, end excluded. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What to write in its place, null when there is no good guess. */
  readonly suggestion: string | null;
}

export interface ParsedFilter {
  readonly filter: Filter;
  readonly problems: readonly FilterProblem[];
}

/** Reads the text form. Never throws; an empty text is the empty filter. */
export function parseFilter(text: string): ParsedFilter {
  const draft: FilterDraft = {};
  const problems: FilterProblem[] = [];
  const words: string[] = [];
  for (const token of lexFilter(text)) {
    const raw = text.slice(token.from, token.to);
    const refuse: Refuse = (code, suggestion = null) => {
      problems.push({ code, from: token.from, to: token.to, text: raw, suggestion });
    };
    if (token.isUnclosed) refuse('unclosed-quote', `${raw}"`);
    if (token.field === null) {
      addWords(words, token);
      continue;
    }
    const [name = '', role] = token.field.split('.');
    const field = fieldByName(name);
    if (field !== undefined) {
      readField(draft, field, role, token, refuse);
    } else if (token.operator === ':' && token.quoted === null && token.bare.startsWith('//')) {
      words.push(raw);
    } else {
      const known = closest(name, allFieldNames());
      refuse(
        'unknown-field',
        known === null ? `"${raw.replaceAll('"', '')}"` : known + raw.slice(name.length),
      );
    }
  }
  const joined = words.join(' ');
  if (joined.length > 1000) {
    problems.push({ code: 'too-long', from: 0, to: text.length, text, suggestion: null });
  } else if (joined !== '') draft.text = joined;
  return { filter: draft, problems };
}

function addWords(words: string[], token: FilterToken): void {
  if (token.quoted !== null) {
    const phrase = token.quoted.replace(/["\\]/g, ' ').replace(/\s+/g, ' ').trim();
    if (phrase !== '') words.push(`"${phrase}"`);
  }
  const bare = token.bare.replaceAll('"', '');
  // glued to a phrase, a part such as `a:b` would be read as a field the next time
  if (bare === '') return;
  const isFieldLike = /^\p{L}[\p{L}\p{M}.-]*[:<>=]/u.test(bare);
  // between quotes a backslash would be read as an escape
  words.push(isFieldLike ? `"${bare.replace(/\\+/g, ' ').trim()}"` : bare);
}

/** The text form of a filter; `parseFilter` of it gives the same filter. Field words as `lang`. */
export function formatFilter(filter: Filter, lang: Lang = 'en'): string {
  const parts: string[] = [];
  const put = (field: FilterField, value: string, operator = ':') =>
    parts.push(`${fieldName(field, lang)}${operator}${value}`);
  for (const actor of filter.actors ?? []) {
    const name = fieldName('actor', lang) + (actor.role === undefined ? '' : `.${actor.role}`);
    const id = actor.id === undefined ? '' : `#${actor.id}`;
    const words = actor.words ?? '';
    // with an id behind it the words are always quoted, so that the two stay apart
    const quoted = words === '' ? '' : id === '' ? quoteValue(words) : forceQuotes(words);
    parts.push(`${name}:${quoted}${id}`);
  }
  for (const place of filter.places ?? []) put('place', quoteValue(place));
  if (filter.countries?.length) put('country', filter.countries.join(','));
  for (const region of filter.regions ?? []) put('region', quoteValue(region));
  for (const province of filter.provinces ?? []) put('province', quoteValue(province));
  for (const type of filter.types ?? []) put('type', quoteValue(type));
  for (const target of filter.targets ?? []) put('target', quoteValue(target));
  if (filter.statuses?.length) put('status', filter.statuses.join(','));
  if (filter.after !== undefined) put('after', filter.after);
  if (filter.before !== undefined) put('before', filter.before);
  const { killedMin, killedMax } = filter;
  if (killedMin !== undefined && killedMin === killedMax) put('killed', String(killedMin));
  else {
    if (killedMin !== undefined) put('killed', String(killedMin), '>=');
    if (killedMax !== undefined) put('killed', String(killedMax), '<=');
  }
  if (filter.credibilityAtLeast !== undefined)
    put('credibility', String(filter.credibilityAtLeast));
  if (filter.grades?.length) put('grade', filter.grades.join(','));
  for (const source of filter.sources ?? []) put('source', `#${source}`);
  for (const tag of filter.tags ?? []) put('tag', quoteValue(tag));
  if (filter.tlpMax !== undefined) put('tlp', filter.tlpMax);
  if (filter.batch !== undefined) put('batch', filter.batch);
  if (filter.box !== undefined) put('box', filter.box.join(','));
  if (filter.near !== undefined)
    put('near', [filter.near.lat, filter.near.lon, filter.near.km].join(','));
  if (filter.polygon !== undefined) put('polygon', filter.polygon.flat().join(','));
  putFlag('undated', filter.undated);
  putFlag('question', filter.openQuestion);
  putFlag('deleted', filter.deleted);
  if (filter.text !== undefined && filter.text !== '') parts.push(filter.text);
  return parts.join(' ');

  function putFlag(field: 'undated' | 'question' | 'deleted', value: boolean | undefined): void {
    if (value === true) put('has', fieldName(field, lang));
    else if (value === false) put(field, 'no');
  }
}

function forceQuotes(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
