/** Invented rows in the layouts of ACLED, for tests. No row of ACLED's own may lie here. */
import { writeFileSync } from 'node:fs';

/** The 31 columns of today. */
export const acledColumns =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'.split(
    ',',
  );

export type AcledCells = Readonly<Record<string, string>>;

const usual: AcledCells = {
  event_date: '2025-05-11',
  year: '2025',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Group of the Hills',
  inter1: 'Rebel group',
  actor2: 'Military Forces of Sahelia',
  inter2: 'State forces',
  iso: '854',
  region: 'Western Africa',
  country: 'Burkina Faso',
  admin1: 'Sahel',
  admin2: 'Soum',
  location: 'Djibo',
  latitude: '14.0994',
  longitude: '-1.6255',
  geo_precision: '1',
  source: 'Radio Colline',
  source_scale: 'National',
  notes: 'On 11 May, fighters attacked a post at Djibo.',
  fatalities: '3',
  timestamp: '1747100000',
};

/** A row of today's layout; cells left out are those of an ordinary battle. */
export function acledRow(key: string, cells: AcledCells = {}): AcledCells {
  return { ...usual, event_id_cnty: key, ...cells };
}

export function acledText(
  rows: readonly AcledCells[],
  columns: readonly string[] = acledColumns,
): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  return line(columns) + rows.map((row) => line(columns.map((name) => row[name] ?? ''))).join('');
}

export function writeAcled(
  path: string,
  rows: readonly AcledCells[],
  columns: readonly string[] = acledColumns,
): string {
  writeFileSync(path, acledText(rows, columns));
  return path;
}
