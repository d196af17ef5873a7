/** Invented rows in the layouts of UCDP GED and GTD, for tests. No row of theirs may lie here. */
import { ucdpColumns } from '../../shared/import/known-layouts.ts';

export type Cells = Readonly<Record<string, string>>;

const usualUcdp: Cells = {
  ...{ year: '2024', active_year: 'True', code_status: 'Clear', type_of_violence: '1' },
  ...{ conflict_new_id: '999', conflict_name: 'Sahelia: Government', dyad_new_id: '9999' },
  dyad_name: 'Government of Sahelia - Group of the Hills',
  ...{ side_a: 'Government of Sahelia', side_b: 'Group of the Hills', number_of_sources: '2' },
  source_article:
    '"Radio Colline,2024-05-12,Clash at Djibo; many dead";"Le Courrier,2024-05-13,Combats à Djibo"',
  ...{ where_prec: '1', where_coordinates: 'Djibo town', adm_1: 'Sahel region', adm_2: 'Soum' },
  ...{ latitude: '14.1', longitude: '-1.6', country: 'Burkina Faso', event_clarity: '1' },
  ...{ date_prec: '1', date_start: '2024-05-11 00:00:00.000', date_end: '2024-05-11 00:00:00.000' },
  ...{ deaths_a: '3', deaths_b: '2', deaths_civilians: '1', deaths_unknown: '0' },
  ...{ low: '4', best: '6', high: '9', gwnoa: '439' },
};

export function ucdpRow(id: string, cells: Cells = {}): Cells {
  return { ...usualUcdp, id, relid: `SAH-2024-1-999-${id}`, ...cells };
}

const usualGtd: Cells = {
  ...{
    iyear: '2017',
    imonth: '5',
    iday: '11',
    extended: '0',
    country: '31',
    region_txt: 'Sub-Saharan Africa',
  },
  ...{ country_txt: 'Burkina Faso', provstate: 'Sahel', city: 'Djibo', latitude: '14.1' },
  ...{ longitude: '-1.6', specificity: '1', vicinity: '0', doubtterr: '0', success: '1' },
  ...{ summary: 'Assailants attacked a post.', suicide: '0', attacktype1_txt: 'Armed Assault' },
  ...{ targtype1_txt: 'Police', gname: 'Group of the Hills', guncertain1: '0', claimed: '0' },
  ...{ nkill: '5', nkillter: '2', nwound: '4', nwoundte: '0', ishostkid: '0', nhostkid: '' },
  ...{ scite1: '"Post attacked," Radio Colline, May 12, 2017.', dbsource: 'Ours' },
};

export function gtdRow(eventid: string, cells: Cells = {}): Cells {
  return { ...usualGtd, eventid, ...cells };
}

export const gtdColumns: readonly string[] = [
  ...Object.keys(gtdRow('')),
  ...['approxdate', 'resolution', 'gname2', 'gsubname', 'guncertain2', 'claim2', 'claimmode_txt'],
  ...['targtype2_txt', 'location', 'scite2'],
];

/** The cells of a row in the order of columns. */
export function cellsOf(row: Cells, columns: readonly string[] = ucdpColumns): string[] {
  return columns.map((name) => row[name] ?? row[name.toLowerCase()] ?? '');
}

/** Text as RFC 4180 has it. */
export function csvText(rows: readonly (readonly string[])[], separator = ','): string {
  const cell = (text: string) =>
    /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}
