// What can be written at the caret of the filter box. Pure: words of the case come from the engine.
import {
  type FilterField,
  fieldByName,
  fieldName,
  filterFieldCodes,
} from '../../../shared/domain/filter-fields.ts';
import { type FilterToken, lexFilter, quoteValue } from '../../../shared/domain/filter-lexer.ts';
import {
  actorIncidentRoles,
  eventTaxonomy,
  eventTypes,
  incidentStatuses,
  targetTypes,
  tlpLabels,
} from '../../../shared/domain/vocabulary.ts';
import { fold, foldedIncludes } from '../../../shared/lib/fold.ts';
import { labels } from '../../../shared/text/index.ts';
import type { Lang } from '../../../shared/text/lang.ts';

export interface Suggestion {
  readonly id: string;
  /** Put in the place of what stands at the caret. */
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
  /** A field name: its values are suggested next. */
  readonly continues: boolean;
}

export type AskField = 'actor' | 'place' | 'tag' | 'type';

export interface Completion {
  /** Part of the text that a suggestion replaces. */
  readonly from: number;
  readonly to: number;
  /** Known at once. */
  readonly suggestions: readonly Suggestion[];
  /** Words of the case to ask the engine for. */
  readonly ask:
    | { readonly field: AskField; readonly text: string; readonly head: string }
    | undefined;
}

const offered: readonly FilterField[] = filterFieldCodes.filter(
  (code) =>
    code !== 'batch' &&
    code !== 'box' &&
    code !== 'undated' &&
    code !== 'question' &&
    code !== 'deleted',
);
const mostSuggestions = 12;

type FieldWords = Readonly<Record<string, string>>;

/** Finds the token the caret stands in or right behind, and what it could become. */
export function completionAt(
  text: string,
  caret: number,
  lang: Lang,
  fieldWords: FieldWords,
): Completion {
  const token = lexFilter(text).find(({ from, to }) => caret > from && caret <= to);
  if (token === undefined) return { ...span(caret, caret), ...fieldNames('', lang, fieldWords) };
  if (token.field === null) {
    if (token.quoted !== null) return { ...span(token.from, token.to), ...nothing };
    return { ...span(token.from, token.to), ...fieldNames(token.bare, lang, fieldWords) };
  }
  return { ...span(token.from, token.to), ...fieldValues(token, lang) };
}

function span(from: number, to: number) {
  return { from, to };
}

const nothing = { suggestions: [], ask: undefined } as const;

function fieldNames(typed: string, lang: Lang, words: FieldWords) {
  const [name = '', role] = typed.split('.');
  if (role !== undefined && fieldByName(name) === 'actor') return roles(name, role, lang);
  const suggestions = offered
    .filter(
      (code) => typed === '' || startsWith(fieldName(code, lang), typed) || startsWith(code, typed),
    )
    .map((code): Suggestion => {
      const head = fieldName(code, lang);
      const operator = code === 'killed' ? '>=' : ':';
      return {
        id: `field:${code}`,
        insert: `${head}${operator}`,
        label: `${head}${operator}`,
        detail: words[code] ?? '',
        continues: true,
      };
    });
  return { suggestions, ask: undefined };
}

function roles(name: string, typed: string, lang: Lang) {
  const words = labels(lang).roles;
  const suggestions = actorIncidentRoles
    .filter((role) => startsWith(role, typed) || foldedIncludes(words[role], typed))
    .map(
      (role): Suggestion => ({
        id: `role:${role}`,
        insert: `${name}.${role}:`,
        label: `${name}.${role}:`,
        detail: words[role],
        continues: true,
      }),
    );
  return { suggestions, ask: undefined };
}

function fieldValues(token: FilterToken, lang: Lang) {
  const field = fieldByName((token.field ?? '').split('.')[0] ?? '');
  const typed = token.quoted ?? token.bare;
  const head = `${token.field}:`;
  if (field === 'actor' || field === 'place' || field === 'tag') {
    return { suggestions: [], ask: { field, text: typed, head } };
  }
  const l = labels(lang);
  switch (field) {
    case 'type': {
      const codes = eventTypes.flatMap((type) => [type, ...eventTaxonomy[type]]);
      const words: Readonly<Record<string, string>> = { ...l.eventTypes, ...l.subEventTypes };
      return { suggestions: values(head, codes, words, typed), ask: undefined };
    }
    case 'target':
      return { suggestions: values(head, targetTypes, l.targets, typed), ask: undefined };
    case 'status': {
      // several statuses stand in one list: only the last one is being written
      const parts = typed.split(',');
      const last = parts.pop() ?? '';
      const done = parts.length > 0 ? `${parts.join(',')},` : '';
      const left = incidentStatuses.filter((status) => !parts.includes(status));
      return { suggestions: values(head + done, left, l.statuses, last), ask: undefined };
    }
    case 'tlp':
      return { suggestions: values(head, tlpLabels, l.tlpMeanings, typed), ask: undefined };
    case 'has': {
      const codes = ['question', 'undated', 'deleted'] as const;
      return {
        suggestions: codes
          .map((code) => fieldName(code, lang))
          .filter((word) => startsWith(word, typed))
          .map((word) => value(head, word, word, '')),
        ask: undefined,
      };
    }
    case 'credibility':
      return {
        suggestions: ([1, 2, 3, 4, 5] as const).map((digit) =>
          value(head, String(digit), String(digit), l.credibilities[digit]),
        ),
        ask: undefined,
      };
    default:
      return nothing;
  }
}

function values(
  head: string,
  codes: readonly string[],
  words: Readonly<Record<string, string>>,
  typed: string,
): readonly Suggestion[] {
  return codes
    .filter((code) => startsWith(code, typed) || foldedIncludes(words[code] ?? code, typed))
    .slice(0, mostSuggestions)
    .map((code) => value(head, code, words[code] ?? code, words[code] === undefined ? '' : code));
}

function value(head: string, code: string, label: string, detail: string): Suggestion {
  return {
    id: `value:${code}`,
    insert: `${head}${quoteValue(code)}`,
    label,
    detail: detail === label ? '' : detail,
    continues: false,
  };
}

function startsWith(word: string, typed: string): boolean {
  return fold(word).startsWith(fold(typed));
}

/** Suggestions out of words of the case, as the engine gives them. */
export function askedSuggestions(
  head: string,
  answers: readonly { readonly value: string; readonly label: string; readonly count: number }[],
  countWords: (count: number) => string,
): readonly Suggestion[] {
  return answers.slice(0, mostSuggestions).map((answer) => ({
    id: `value:${answer.value}`,
    insert: `${head}${quoteValue(answer.value)}`,
    label: answer.label,
    detail: countWords(answer.count),
    continues: false,
  }));
}

export interface Edit {
  readonly text: string;
  readonly caret: number;
}

/** The text with a suggestion put in; a finished value is followed by a space. */
export function accept(text: string, completion: Completion, suggestion: Suggestion): Edit {
  const before = text.slice(0, completion.from);
  const after = text.slice(completion.to).replace(/^\s+/, '');
  const gap = suggestion.continues ? '' : ' ';
  const insert = `${suggestion.insert}${gap}`;
  return { text: before + insert + after, caret: before.length + insert.length };
}

/** The first part of `whole` that is not so in `rest`: where a condition stands in the text. */
export function stretchOf(whole: string, rest: string): { from: number; to: number } {
  const left = lexFilter(rest);
  const token = lexFilter(whole).find((candidate, index) => {
    const other = left[index];
    return (
      other === undefined ||
      whole.slice(candidate.from, candidate.to) !== rest.slice(other.from, other.to)
    );
  });
  return { from: token?.from ?? 0, to: token?.to ?? whole.length };
}
