// Tables, fields and stored values in the reader's words, for history and import previews.
import { isId } from '../../shared/lib/ids.ts';
import { edtfWords } from '../../shared/text/date-words.ts';
import { codeLabel, fieldLabel, labels } from '../../shared/text/index.ts';
import { type Catalogue, catalogues, type Lang } from './catalogue.ts';
import { formats } from './format.ts';

type Codes = Readonly<Record<string, string>>;

/** `incident` as `Incident`; an unknown name comes back as it is. */
export function tableWords(lang: Lang, table: string): string {
  return codeLabel(labels(lang).tables, table);
}

/** An action as `Created “Attack at Djibo”`, for undo and redo. */
export function actionWords(
  lang: Lang,
  action: { readonly kind: string; readonly title: string },
): string {
  return catalogues[lang].history.action(
    codeLabel(labels(lang).actionKinds, action.kind),
    action.title,
  );
}

/** `date_edtf` of an incident as `Date`; an unknown field comes back as it is. */
export function fieldWords(lang: Lang, table: string, field: string): string {
  return fieldLabel(table, field, lang);
}

const dateFields = new Set([
  'date_edtf',
  'active_from',
  'active_to',
  'published',
  'made_on',
  'date_from',
  'date_to',
  'valid_from',
  'valid_to',
]);
const languageFields = new Set(['language', 'lang', 'name_lang', 'house_lang']);

/** Words for the codes of a field, where it has codes. */
function codesOf(lang: Lang, table: string, field: string): Codes | undefined {
  const l = labels(lang);
  const kinds: Readonly<Record<string, Codes>> = {
    actor: l.actorKinds,
    actor_name: l.nameKinds,
    source: l.sourceKinds,
    claim: l.claimKinds,
    claim_relation: {
      supports: l.claimRelations.supports.forward,
      contradicts: l.claimRelations.contradicts.forward,
    },
    note: l.noteKinds,
  };
  const byField: Readonly<Record<string, Codes>> = {
    event_type: l.eventTypes,
    sub_event_type: l.subEventTypes,
    disorder_type: l.disorderTypes,
    targets: l.targets,
    status: l.statuses,
    confidence: l.confidence,
    review: l.reviews,
    geo_level: l.geoLevels,
    role: l.roles,
    attribution: l.attributions,
    reliability: l.reliabilities,
    credibility: l.credibilities,
    party: l.parties,
    outcome: l.outcomes,
    qualifier: l.qualifiers,
    likelihood: l.likelihoods,
    target_table: l.tables,
    verdict: l.pairVerdicts,
  };
  return field === 'kind' ? kinds[table] : byField[field];
}

/** A stored value of a field; a text of more than `longest` characters is cut. */
export function valueWords(
  lang: Lang,
  table: string,
  field: string,
  value: unknown,
  longest = 160,
): string {
  const text: Catalogue['history'] = catalogues[lang].history;
  if (value === null || value === undefined || value === '') return text.noValue;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (Array.isArray(value)) {
    if (value.length === 0) return text.noValue;
    return value.map((part) => valueWords(lang, table, field, part, longest)).join(', ');
  }
  if (typeof value === 'object') return cut(JSON.stringify(value), longest);
  const words = String(value);
  const codes = codesOf(lang, table, field);
  if (codes !== undefined) return codeLabel(codes, words);
  if (typeof value === 'number') return formats[lang].number(value);
  if (field === 'house_logo') return text.picture;
  if (field === 'deleted_at') return formats[lang].moment(words);
  if (field === 'tlp') return `TLP:${words}`;
  if (field === 'country') return formats[lang].country(words);
  if (languageFields.has(field)) return formats[lang].language(words);
  if (dateFields.has(field)) return edtfWords(words, lang);
  if (isId(words)) return text.recordId(words.slice(-6));
  return cut(words, longest);
}

function cut(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
