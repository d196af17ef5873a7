/** The properties of features (GeoJSON, KML) as columns of a table, and what they may mean. Pure. */
import { fold } from '../../lib/fold.ts';
import { type RecognisedLayout, recogniseLayout } from '../recognise-layout.ts';
import type { ColumnMeaning } from '../table-fields.ts';
import { isObject, type Loose, textOf } from './loose.ts';

/** Name of the column that holds the `id` of features. */
export const idColumn = 'feature id';
/** A text longer than a summary may be is cut. */
const longest = 200_000;

/** Properties by name: small objects (a time span) as `name.part`, other ones and lists as JSON. */
function flat(properties: Loose): readonly (readonly [string, unknown])[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!isObject(value)) return [[name, value] as const];
    if (value['@type'] === 'html') return [[name, value['value']] as const];
    const parts = Object.entries(value);
    return parts.length <= 4 && parts.every(([, part]) => typeof part === 'string')
      ? parts.map(([part, each]) => [`${name}.${part}`, each] as const)
      : [[name, value] as const];
  });
}

const propertiesOf = (feature: unknown): Loose => {
  const properties = isObject(feature) ? feature['properties'] : undefined;
  return isObject(properties) ? properties : {};
};

const idOf = (feature: unknown): string => textOf(isObject(feature) ? feature['id'] : undefined);

/** In the order in which they first appear. */
export function featureColumns(features: readonly unknown[]): string[] {
  const names = new Set<string>();
  let hasId = false;
  for (const feature of features) {
    hasId ||= idOf(feature) !== '';
    for (const [name] of flat(propertiesOf(feature))) names.add(name);
  }
  names.delete(idColumn);
  // a mapping has one column at least
  return hasId || names.size === 0 ? [idColumn, ...names] : [...names];
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return textOf(typeof value === 'object' ? JSON.stringify(value) : String(value), longest);
}

export function featureCells(columns: readonly string[], feature: unknown): string[] {
  const values = new Map<string, unknown>(flat(propertiesOf(feature)));
  values.set(idColumn, idOf(feature));
  return columns.map((name) => cellText(values.get(name)));
}

/** Names that maps use for what lists call otherwise; they count where nothing better is there. */
const further: readonly (readonly [ColumnMeaning, readonly string[]])[] = [
  ['title', ['name', 'label', 'event title']],
  ['date', ['datetime', 'timestamp', 'timespan begin', 'begin', 'start']],
  ['date-end', ['timespan end', 'end']],
  ['key', ['globalid', 'fid', 'data id', 'event id cnty']],
  ['notes', ['desc', 'text', 'source original']],
  ['location', ['where description', 'where']],
  ['country', ['iso2', 'country code', 'iso']],
  ['source', ['source article']],
];
/** How a map draws a thing says nothing of what happened. */
const drawing =
  /^(?:styleurl|stylehash|stylemaphash|visibility|@geometry-type|stroke|fill)$|^(?:stroke|fill|icon|label)-|^marker-/i;

/** As `recogniseLayout`, with the names that maps use. */
export function recogniseFeatures(columns: readonly string[]): RecognisedLayout {
  const found = recogniseLayout(columns);
  if (found.preset !== 'table') return found;
  const meanings = found.mapping.columns.map((meaning, at): ColumnMeaning => {
    const name = columns[at] ?? '';
    if (drawing.test(name)) return 'skip';
    if (name === idColumn) return 'key';
    return meaning === 'key' && columns.includes(idColumn) ? 'keep' : meaning;
  });
  const plain = columns.map((name) =>
    fold(name)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  for (const [meaning, names] of further) {
    if (meanings.includes(meaning)) continue;
    const at = names.map((name) => plain.indexOf(name)).find((place) => place >= 0);
    if (at !== undefined && meanings[at] === 'keep') meanings[at] = meaning;
  }
  return { ...found, mapping: { ...found.mapping, columns: meanings } };
}
