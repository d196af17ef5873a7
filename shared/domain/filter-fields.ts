/** Names of the fields in the text form of a filter, English and French; both are always understood. */
import { fold } from '../lib/fold.ts';
import type { Lang } from '../text/lang.ts';

export const filterFieldCodes = [
  'actor',
  'place',
  'country',
  'region',
  'province',
  'type',
  'target',
  'status',
  'after',
  'before',
  'killed',
  'credibility',
  'grade',
  'source',
  'tag',
  'tlp',
  'batch',
  'box',
  'near',
  'polygon',
  'has',
  'undated',
  'question',
  'deleted',
] as const;
export type FilterField = (typeof filterFieldCodes)[number];

interface FieldNames {
  readonly en: string;
  readonly fr: string;
  readonly also: readonly string[];
}

const filterFieldNames: { readonly [F in FilterField]: FieldNames } = {
  actor: { en: 'actor', fr: 'acteur', also: ['who', 'qui'] },
  place: { en: 'place', fr: 'lieu', also: ['where', 'ou', 'in', 'a'] },
  country: { en: 'country', fr: 'pays', also: [] },
  region: { en: 'region', fr: 'région', also: ['admin1'] },
  province: { en: 'province', fr: 'province', also: ['admin2'] },
  type: { en: 'type', fr: 'type', also: ['event', 'evenement'] },
  target: { en: 'target', fr: 'cible', also: ['targets', 'cibles'] },
  status: { en: 'status', fr: 'statut', also: [] },
  after: { en: 'after', fr: 'après', also: ['from', 'since', 'depuis'] },
  before: { en: 'before', fr: 'avant', also: ['until', 'jusque'] },
  killed: { en: 'killed', fr: 'tués', also: ['dead', 'deaths', 'fatalities', 'morts', 'tue'] },
  credibility: { en: 'credibility', fr: 'crédibilité', also: ['cred'] },
  grade: { en: 'grade', fr: 'cote', also: ['cotation'] },
  source: { en: 'source', fr: 'source', also: ['sources'] },
  tag: { en: 'tag', fr: 'étiquette', also: ['tags', 'etiquettes'] },
  tlp: { en: 'tlp', fr: 'tlp', also: [] },
  batch: { en: 'batch', fr: 'lot', also: ['import'] },
  box: { en: 'box', fr: 'cadre', also: ['bbox'] },
  near: { en: 'near', fr: 'près', also: ['around', 'autour'] },
  polygon: { en: 'polygon', fr: 'polygone', also: ['lasso'] },
  has: { en: 'has', fr: 'avec', also: ['is', 'est'] },
  undated: { en: 'undated', fr: 'sans-date', also: [] },
  question: { en: 'question', fr: 'question', also: ['questions'] },
  deleted: { en: 'deleted', fr: 'supprimé', also: ['bin', 'corbeille'] },
};

const byName = new Map(
  filterFieldCodes.flatMap((field) => {
    const { en, fr, also } = filterFieldNames[field];
    return [en, fr, ...also].map((name): [string, FilterField] => [fold(name), field]);
  }),
);

export function fieldByName(name: string): FilterField | undefined {
  return byName.get(fold(name));
}

export function fieldName(field: FilterField, lang: Lang): string {
  return filterFieldNames[field][lang];
}

/** The closest known word within two typing errors (one for short words), or null. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const folded = fold(word);
  let best: { word: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const target = fold(candidate);
    const distance =
      target.startsWith(folded) && folded.length >= 3 ? 0.5 : editDistance(folded, target);
    const limit = folded.length <= 4 ? 1 : 2;
    if (distance <= limit && (best === null || distance < best.distance)) {
      best = { word: candidate, distance };
    }
  }
  return best?.word ?? null;
}

export function allFieldNames(): string[] {
  return filterFieldCodes.flatMap((field) => [
    filterFieldNames[field].en,
    filterFieldNames[field].fr,
  ]);
}

/** Insertions, deletions, exchanges and swaps of neighbours between two short words. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row.push(value);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
