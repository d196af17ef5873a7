/** Words for the codes of the vocabulary, in both languages. Screens, reports and history use these. */

import { labelsEn } from './en.ts';
import { fieldsEn, metaFieldsEn } from './fields-en.ts';
import { fieldsFr, metaFieldsFr } from './fields-fr.ts';
import { labelsFr } from './fr.ts';
import type { FieldLabels, Labels, MetaFieldLabels } from './labels.ts';
import type { Lang } from './lang.ts';

/** All words of a language. */
export function labels(lang: Lang): Labels {
  return lang === 'fr' ? labelsFr : labelsEn;
}

export function fieldLabels(lang: Lang): FieldLabels {
  return lang === 'fr' ? fieldsFr : fieldsEn;
}

export function metaFieldLabels(lang: Lang): MetaFieldLabels {
  return lang === 'fr' ? metaFieldsFr : metaFieldsEn;
}

/** Name of a field of a table, as a change row has it; the raw name when it is none we know. */
export function fieldLabel(table: string, field: string, lang: Lang): string {
  const meta: Readonly<Record<string, string>> = { ...metaFieldLabels(lang) };
  const own = (fieldLabels(lang) as Readonly<Record<string, Readonly<Record<string, string>>>>)[
    table
  ];
  return own?.[field] ?? meta[field] ?? field;
}

/** Label of a code that may be a free word beside the list (event types, targets). */
export function codeLabel(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** Event type with its sub-event type, the finer one first where both are known. */
export function eventTypeWords(
  eventType: string | null,
  subEventType: string | null,
  lang: Lang,
): { readonly main: string | null; readonly sub: string | null } {
  const l = labels(lang);
  return {
    main: eventType === null ? null : codeLabel(l.eventTypes, eventType),
    sub: subEventType === null ? null : codeLabel(l.subEventTypes, subEventType),
  };
}

/** Words of a link's role, seen from one of its ends. Unknown roles are given back as they are. */
export function roleWords(kind: string, role: string, isFrom: boolean, lang: Lang): string {
  const l = labels(lang);
  if (kind === 'actor-incident') return codeLabel(l.roles, role);
  const relations: Readonly<Record<string, { forward: string; backward: string }>> =
    kind === 'actor-actor' ? l.relations : l.incidentRelations;
  const words = relations[role];
  return words === undefined ? role : isFrom ? words.forward : words.backward;
}
