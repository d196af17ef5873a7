/** Recognises files in ACLED's layouts by the names of their columns, whatever their order and case. */
import type { ColumnMeaning, TableMapping } from './table-fields.ts';

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

const plain = (name: string) =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();

export interface RecognisedLayout {
  readonly layout: 'acled' | 'unknown';
  /** Names of columns that ACLED has, as the file spells them. */
  readonly known: readonly string[];
  readonly unknown: readonly string[];
  readonly mapping: TableMapping;
}

/**
 * The meaning of each column, and whether it is a file of ACLED: a date, and enough other columns of
 * ACLED's that are no everyday words. A column without a name is an index and skipped.
 */
export function recogniseLayout(columns: readonly string[]): RecognisedLayout {
  const seen = new Set<ColumnMeaning>();
  const known: string[] = [];
  const unknown: string[] = [];
  const mapped = columns.map((name): ColumnMeaning => {
    const lower = plain(name);
    if (lower === '') return 'skip';
    const meaning = Object.hasOwn(meanings, lower) ? meanings[lower] : undefined;
    if (meaning === undefined && !kept.has(lower)) {
      unknown.push(name);
      return 'keep';
    }
    known.push(name);
    if (meaning === undefined || (meaning !== 'skip' && seen.has(meaning))) return 'keep';
    seen.add(meaning);
    return meaning;
  });
  const own = [
    'event_date',
    'event_id_cnty',
    'geo_precision',
    'geo_precis',
    'event_type',
    'inter1',
  ];
  const names = new Set(columns.map(plain));
  const isAcled =
    names.has('event_date') &&
    own.filter((name) => names.has(name)).length >= 2 &&
    known.length >= 6;
  return {
    layout: isAcled ? 'acled' : 'unknown',
    known,
    unknown,
    mapping: { columns: mapped, dateOrder: 'none' },
  };
}
