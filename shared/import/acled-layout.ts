/** The columns of ACLED's layouts, whatever their order and case. */
import { plainName } from './known-layouts.ts';
import type { ColumnMeaning } from './table-fields.ts';

const meanings: Readonly<Record<string, ColumnMeaning>> = {
  event_id_cnty: 'key',
  event_date: 'date',
  year: 'year',
  time_precision: 'time-precision',
  event_type: 'event-type',
  sub_event_type: 'sub-event-type',
  actor1: 'actor1',
  assoc_actor_1: 'assoc-actor-1',
  ally_actor_1: 'assoc-actor-1',
  inter1: 'inter1',
  actor2: 'actor2',
  assoc_actor_2: 'assoc-actor-2',
  ally_actor_2: 'assoc-actor-2',
  inter2: 'inter2',
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  location: 'location',
  latitude: 'latitude',
  longitude: 'longitude',
  geo_precision: 'geo-precision',
  geo_precis: 'geo-precision',
  source: 'source',
  notes: 'notes',
  fatalities: 'fatalities',
  tags: 'tags',
  timestamp: 'timestamp',
  // follow from the others
  disorder_type: 'skip',
  interaction: 'skip',
};
/** Known to be ACLED's, of no meaning here: kept beside the incident. */
const kept = new Set(
  'gwno data_id event_id_no_cnty iso iso3 region admin3 source_scale civilian_targeting population_best population_1km population_2km population_5km'.split(
    ' ',
  ),
);

/** What each column means in ACLED; `columns` one for each name. Unknown names are kept. */
export function acledMeanings(names: readonly string[]): {
  readonly columns: ColumnMeaning[];
  readonly known: readonly string[];
} {
  const seen = new Set<ColumnMeaning>();
  const known: string[] = [];
  const columns = names.map((name): ColumnMeaning => {
    const lower = plainName(name);
    if (lower === '') return 'skip';
    const meaning = Object.hasOwn(meanings, lower) ? meanings[lower] : undefined;
    if (meaning === undefined && !kept.has(lower)) return 'keep';
    known.push(name);
    if (meaning === undefined || (meaning !== 'skip' && seen.has(meaning))) return 'keep';
    seen.add(meaning);
    return meaning;
  });
  return { columns, known };
}

/** Columns that hardly anybody but ACLED has. */
export const acledSigns = [
  'event_date',
  'event_id_cnty',
  'geo_precision',
  'geo_precis',
  'event_type',
  'inter1',
];
