/** Whose layout a table has, by the names of its columns, whatever their order and case. Pure. */
import { flatColumns, wholeColumn } from '../export/flat-row.ts';
import { acledMeanings, acledSigns } from './acled-layout.ts';
import { guessMeanings } from './guess-meanings.ts';
import { gtdFields, plainName, ucdpColumns, ucdpFields } from './known-layouts.ts';
import type { ColumnMeaning, TableMapping, TablePreset } from './table-fields.ts';

export interface RecognisedLayout {
  readonly preset: TablePreset;
  /** Names of columns that the data set has, as the file spells them. */
  readonly known: readonly string[];
  /** The columns that told: few others have them. */
  readonly signs: readonly string[];
  readonly mapping: TableMapping;
}

type Known = Exclude<TablePreset, 'table'>;

const signs: { readonly [P in Known]: readonly string[] } = {
  acled: acledSigns,
  ucdp: ['type_of_violence', 'where_prec', 'date_prec', 'deaths_a', 'side_a', 'dyad_name'],
  gtd: ['eventid', 'iyear', 'imonth', 'attacktype1_txt', 'gname', 'nkillter', 'doubtterr'],
  cairn: [wholeColumn, 'date_earliest', 'date_latest', 'killed_grade', 'possibly_same_as'],
};

/** Without these a file is of no use as one of the data set's. */
const needed: { readonly [P in Known]: readonly string[] } = {
  acled: ['event_date'],
  ucdp: ['date_start', 'side_a'],
  gtd: ['iyear'],
  cairn: ['id', 'title', 'external_key'],
};

function meaningsOf(
  preset: TablePreset,
  names: readonly string[],
): { readonly columns: ColumnMeaning[]; readonly known: readonly string[] } {
  if (preset === 'acled') return acledMeanings(names);
  if (preset === 'table') return { columns: guessMeanings(names), known: [] };
  if (preset === 'cairn') return ownMeanings(names);
  const fields = new Set<string>(preset === 'ucdp' ? ucdpFields : gtdFields);
  const all = new Set<string>(preset === 'ucdp' ? ucdpColumns : gtdFields);
  const seen = new Set<string>();
  const columns = names.map((name): ColumnMeaning => {
    const lower = plainName(name);
    if (lower === '') return 'skip';
    if (!fields.has(lower) || seen.has(lower)) return 'keep';
    seen.add(lower);
    return 'layout';
  });
  return { columns, known: names.filter((name) => all.has(plainName(name))) };
}

function ownMeanings(names: readonly string[]) {
  const own = new Set([...flatColumns.map(({ name }) => name), wholeColumn]);
  const at = names.findIndex((name) => plainName(name) === wholeColumn);
  const guessed = guessMeanings(names);
  return {
    columns: guessed.map((meaning, n): ColumnMeaning => (n === at ? 'whole' : meaning)),
    known: names.filter((name) => own.has(plainName(name))),
  };
}

/** What each column of a table means when it is read as a preset says. */
export function mappingFor(preset: TablePreset, names: readonly string[]): TableMapping {
  return { preset, columns: meaningsOf(preset, names).columns, dateOrder: 'none' };
}

/** A preset is recognised by what it needs and at least two columns that few others have. */
export function recogniseLayout(names: readonly string[]): RecognisedLayout {
  const plain = new Set(names.map(plainName));
  const has = (name: string) => plain.has(name);
  for (const preset of ['cairn', 'ucdp', 'gtd', 'acled'] as const) {
    const told = signs[preset].filter(has);
    const { columns, known } = meaningsOf(preset, names);
    if (!needed[preset].every(has) || told.length < 2 || known.length < 6) continue;
    return { preset, known, signs: told, mapping: { preset, columns, dateOrder: 'none' } };
  }
  return { preset: 'table', known: [], signs: [], mapping: mappingFor('table', names) };
}

const counts = /^(?:n_|nb_|no_of_|num_|number_of_|total_)?events$|^events?_count$/;

/** Whether each row counts events of a month or an area and tells of none. */
export function isAggregate(names: readonly string[]): boolean {
  const plain = names.map(plainName);
  return (
    plain.some((name) => counts.test(name)) && !plain.some((name) => /(^|_)id(_|$)/.test(name))
  );
}
