/** A filter in words: chips that take a part away, and one sentence for reports. */
import type { Filter } from '../domain/filter.ts';
import { tlpText } from '../domain/tlp.ts';
import { edtfWords } from './date-words.ts';
import { codeLabel, labels } from './index.ts';
import type { Lang } from './lang.ts';

export interface FilterChip {
  /** Stable within a filter: `places.0`. */
  readonly id: string;
  /** `Place: Djibo`. */
  readonly label: string;
  /** The filter without this part. */
  readonly remove: () => Filter;
}

interface ChipText {
  readonly text: string;
  readonly after: string;
  readonly before: string;
  readonly undated: string;
  readonly dated: string;
  readonly actor: string;
  readonly place: string;
  readonly country: string;
  readonly region: string;
  readonly province: string;
  readonly type: string;
  readonly target: string;
  readonly status: string;
  readonly killed: string;
  readonly credibility: string;
  readonly orBetter: string;
  readonly grade: string;
  readonly ungraded: string;
  readonly source: string;
  readonly tag: string;
  readonly tlp: (label: string) => string;
  readonly batch: string;
  readonly box: string;
  readonly polygon: (corners: number) => string;
  readonly near: (km: string, at: string) => string;
  readonly openQuestion: string;
  readonly noOpenQuestion: string;
  readonly deleted: string;
  readonly notDeleted: string;
  readonly colon: string;
  readonly all: string;
  readonly or: string;
}

const texts: { readonly [L in Lang]: ChipText } = {
  en: {
    text: 'Text',
    after: 'From',
    before: 'Until',
    undated: 'No date',
    dated: 'With a date',
    actor: 'Actor',
    place: 'Place',
    country: 'Country',
    region: 'Region',
    province: 'Province',
    type: 'Type',
    target: 'Target',
    status: 'Status',
    killed: 'Killed',
    credibility: 'Credibility',
    orBetter: 'or better',
    grade: 'Grade',
    ungraded: 'none',
    source: 'Source',
    tag: 'Tag',
    tlp: (label) => `At most ${label}`,
    batch: 'Import batch',
    box: 'Area',
    polygon: (corners) => `Drawn area (${corners} corners)`,
    near: (km, at) => `Within ${km} km of ${at}`,
    openQuestion: 'Open question',
    noOpenQuestion: 'No open question',
    deleted: 'Deleted',
    notDeleted: 'Not deleted',
    colon: ': ',
    all: 'All incidents of the case',
    or: ' or ',
  },
  fr: {
    text: 'Texte',
    after: 'À partir du',
    before: 'Jusqu’au',
    undated: 'Sans date',
    dated: 'Avec une date',
    actor: 'Acteur',
    place: 'Lieu',
    country: 'Pays',
    region: 'Région',
    province: 'Province',
    type: 'Type',
    target: 'Cible',
    status: 'Statut',
    killed: 'Tués',
    credibility: 'Crédibilité',
    orBetter: 'ou mieux',
    grade: 'Cote',
    ungraded: 'aucune',
    source: 'Source',
    tag: 'Étiquette',
    tlp: (label) => `Au plus ${label}`,
    batch: 'Lot d’importation',
    box: 'Zone',
    polygon: (corners) => `Zone dessinée (${corners} sommets)`,
    near: (km, at) => `À moins de ${km} km de ${at}`,
    openQuestion: 'Question ouverte',
    noOpenQuestion: 'Sans question ouverte',
    deleted: 'Supprimés',
    notDeleted: 'Non supprimés',
    colon: '\u00a0: ',
    all: 'Tous les incidents du dossier',
    or: ' ou ',
  },
};

type ListKey =
  | 'places'
  | 'countries'
  | 'regions'
  | 'provinces'
  | 'types'
  | 'targets'
  | 'statuses'
  | 'grades'
  | 'sources'
  | 'tags';

/** One chip per part of the filter, in the order of its text form. */
export function filterChips(filter: Filter, lang: Lang): FilterChip[] {
  const t = texts[lang];
  const l = labels(lang);
  const chips: FilterChip[] = [];
  const named = (name: string, value: string) => `${name}${t.colon}${value}`;
  const single = (key: keyof Filter, label: string) => {
    chips.push({ id: key, label, remove: () => without(filter, [key]) });
  };
  const each = (key: ListKey, name: string, word: (value: string) => string) => {
    (filter[key] ?? []).forEach((value, index) => {
      chips.push({
        id: `${key}.${index}`,
        label: named(name, word(value)),
        remove: () => withoutItem(filter, key, index),
      });
    });
  };
  (filter.actors ?? []).forEach((actor, index) => {
    const role = actor.role === undefined ? '' : ` (${l.roles[actor.role].toLowerCase()})`;
    chips.push({
      id: `actors.${index}`,
      label: named(t.actor, (actor.words ?? actor.id ?? '') + role),
      remove: () => withoutItem(filter, 'actors', index),
    });
  });
  each('places', t.place, (value) => value);
  each('countries', t.country, (code) => countryWords(code, lang));
  each('regions', t.region, (region) => regionWords(region, lang));
  each('provinces', t.province, (province) => regionWords(province, lang));
  each('types', t.type, (code) => codeLabel({ ...l.eventTypes, ...l.subEventTypes }, code));
  each('targets', t.target, (code) => codeLabel(l.targets, code));
  each('statuses', t.status, (code) => codeLabel(l.statuses, code));
  if (filter.after !== undefined) single('after', `${t.after} ${edtfWords(filter.after, lang)}`);
  if (filter.before !== undefined)
    single('before', `${t.before} ${edtfWords(filter.before, lang)}`);
  const { killedMin, killedMax } = filter;
  if (killedMin !== undefined || killedMax !== undefined) {
    chips.push({
      id: 'killed',
      label: named(t.killed, boundsWords(killedMin, killedMax)),
      remove: () => without(filter, ['killedMin', 'killedMax']),
    });
  }
  if (filter.credibilityAtLeast !== undefined) {
    single(
      'credibilityAtLeast',
      named(t.credibility, `${filter.credibilityAtLeast} ${t.orBetter}`),
    );
  }
  each('grades', t.grade, (grade) => (grade === 'none' ? t.ungraded : grade));
  each('sources', t.source, (id) => id.slice(-8));
  each('tags', t.tag, (value) => value);
  if (filter.tlpMax !== undefined) single('tlpMax', t.tlp(tlpText(filter.tlpMax)));
  if (filter.batch !== undefined) single('batch', named(t.batch, filter.batch.slice(-8)));
  if (filter.box !== undefined) {
    single('box', named(t.box, filter.box.map((n) => n.toFixed(2)).join(', ')));
  }
  if (filter.near !== undefined) {
    const { lat, lon, km } = filter.near;
    single(
      'near',
      t.near(String(Math.round(km * 10) / 10), `${lat.toFixed(2)}, ${lon.toFixed(2)}`),
    );
  }
  if (filter.polygon !== undefined) single('polygon', t.polygon(filter.polygon.length));
  if (filter.undated !== undefined) single('undated', filter.undated ? t.undated : t.dated);
  if (filter.openQuestion !== undefined) {
    single('openQuestion', filter.openQuestion ? t.openQuestion : t.noOpenQuestion);
  }
  if (filter.deleted !== undefined) single('deleted', filter.deleted ? t.deleted : t.notDeleted);
  if (filter.text !== undefined && filter.text !== '') single('text', named(t.text, filter.text));
  return chips;
}

/**
 * The filter as one line for the head of a report. Values of one field are joined by "or", parts by
 * semicolons. An empty filter reads "All incidents of the case".
 */
export function filterWords(filter: Filter, lang: Lang): string {
  const t = texts[lang];
  const groups = new Map<string, string[]>();
  for (const chip of filterChips(filter, lang)) {
    const [key = chip.id] = chip.id.split('.');
    // several actors must all match, so they stay apart
    const group = key === 'actors' ? chip.id : key;
    groups.set(group, [...(groups.get(group) ?? []), chip.label]);
  }
  const parts = [...groups.values()].map(([first = '', ...more]) => {
    const rest = more.map((label) => label.slice(label.indexOf(t.colon) + t.colon.length));
    return [first, ...rest].join(t.or);
  });
  return parts.length === 0 ? t.all : parts.join(lang === 'fr' ? '\u00a0; ' : '; ');
}

function countryWords(code: string, lang: Lang): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
  } catch {
    // not a region code that Intl knows the form of
    return code;
  }
}

/** `Sahel (Burkina Faso)`. */
function regionWords(region: string, lang: Lang): string {
  return `${region.slice(3)} (${countryWords(region.slice(0, 2), lang)})`;
}

function boundsWords(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return min === max ? String(min) : `${min}–${max}`;
  return min === undefined ? `≤ ${max}` : `≥ ${min}`;
}

function without(filter: Filter, keys: readonly (keyof Filter)[]): Filter {
  const entries = Object.entries(filter).filter(([key]) => !keys.includes(key as keyof Filter));
  return Object.fromEntries(entries) as Filter;
}

function withoutItem(filter: Filter, key: keyof Filter, index: number): Filter {
  const list = filter[key];
  if (!Array.isArray(list) || list.length <= 1) return without(filter, [key]);
  return { ...filter, [key]: list.filter((_, position) => position !== index) } as Filter;
}
