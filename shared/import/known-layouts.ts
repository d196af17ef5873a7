/** The columns of UCDP GED and GTD, and where those that are read stand in a file. Pure. */
import type { TableMapping } from './table-fields.ts';

/** The 49 columns of UCDP GED in their order: some candidate releases come without a row of names. */
export const ucdpColumns =
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob'.split(
    ' ',
  );

/** Columns of GED that become fields; the others are kept beside the incident. */
export const ucdpFields = [
  'id',
  'year',
  'type_of_violence',
  'dyad_name',
  'side_a',
  'side_b',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'country',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
] as const;
export type UcdpField = (typeof ucdpFields)[number];

/** Columns of GTD that become fields. */
export const gtdFields = [
  'eventid',
  'iyear',
  'imonth',
  'iday',
  'approxdate',
  'extended',
  'resolution',
  'country_txt',
  'provstate',
  'city',
  'location',
  'latitude',
  'longitude',
  'specificity',
  'vicinity',
  'summary',
  'doubtterr',
  'success',
  'suicide',
  'attacktype1_txt',
  'targtype1_txt',
  'targtype2_txt',
  'targtype3_txt',
  'gname',
  'gname2',
  'gname3',
  'gsubname',
  'gsubname2',
  'gsubname3',
  'guncertain1',
  'guncertain2',
  'guncertain3',
  'claimed',
  'claim2',
  'claim3',
  'claimmode_txt',
  'claimmode2_txt',
  'claimmode3_txt',
  'nkill',
  'nkillter',
  'nwound',
  'nwoundte',
  'ishostkid',
  'nhostkid',
  'scite1',
  'scite2',
  'scite3',
] as const;
export type GtdField = (typeof gtdFields)[number];

/** A name of a column as it is compared. */
export const plainName = (name: string) =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();

/** Where the fields of a layout stand: columns that its mapping says are read as the data set defines them. */
export function fieldPlaces<F extends string>(
  fields: readonly F[],
  names: readonly string[],
  { columns }: Pick<TableMapping, 'columns'>,
): { readonly [K in F]?: number } {
  const at: { [K in F]?: number } = {};
  const plain = names.map(plainName);
  for (const field of fields) {
    const found = plain.findIndex((name, n) => name === field && columns[n] === 'layout');
    if (found >= 0) at[field] = found;
  }
  return at;
}
