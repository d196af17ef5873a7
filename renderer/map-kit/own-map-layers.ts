/**
 * Draws the analyst's own maps between the ground of the base map and its borders and names. Vector tiles come
 * in many schemas: layers whose names are known (OpenMapTiles, Protomaps, Shortbread) are drawn as what they
 * are, others as plain areas, lines and points.
 */
import type {
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibre,
  SourceSpecification,
} from 'maplibre-gl';
import type { OwnMap } from '../../shared/contract/own-map-calls.ts';
import { areaLayers } from './area-layers.ts';
import { regular } from './fonts.ts';
import { type MapTheme, type Palette, paletteOf } from './palette.ts';
import { firstLabelLayer, type MapLang } from './style.ts';

/** What a layer of vector tiles shows, by its name. */
export const tileRoles = [
  'water',
  'green',
  'built',
  'road',
  'border',
  'building',
  'name',
  'plain',
] as const;
export type TileRole = (typeof tileRoles)[number];

const namesOf: { readonly [R in Exclude<TileRole, 'plain'>]: readonly string[] } = {
  water: ['water', 'waterway', 'ocean', 'physical_line', 'water_polygons', 'water_lines', 'rivers'],
  green: ['landcover', 'landuse', 'park', 'natural', 'land', 'earth', 'globallandcover', 'sites'],
  built: ['aeroway', 'pier_polygons', 'dam_polygons', 'street_polygons', 'bridges'],
  road: ['transportation', 'roads', 'streets', 'road', 'transit', 'aerialways', 'ferries'],
  border: ['boundary', 'boundaries', 'admin'],
  building: ['building', 'buildings'],
  name: [
    ...['place', 'places', 'place_labels', 'place_label', 'poi', 'pois', 'water_name'],
    ...['transportation_name', 'mountain_peak', 'aerodrome_label', 'housenumber', 'addresses'],
    ...['boundary_labels', 'street_labels', 'street_labels_points', 'streets_polygons_labels'],
    ...['water_polygons_labels', 'water_lines_labels', 'public_transport'],
  ],
};

export function roleOf(layer: string): TileRole {
  const name = layer.toLowerCase();
  return tileRoles.find((role) => role !== 'plain' && namesOf[role].includes(name)) ?? 'plain';
}

const prefix = 'own-map:';
const sourceOf = (id: string) => `${prefix}${id}`;

const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

const byZoom = (low: number, high: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[6, low, 14, high],
];

interface Look {
  readonly fill?: string;
  readonly opacity?: number;
  readonly line?: string;
  readonly width?: readonly [number, number];
  readonly dash?: number[];
  readonly minzoom?: number;
  readonly point?: string;
  readonly isNamed?: boolean;
}

function lookOf(role: TileRole, p: Palette, isDark: boolean): Look {
  switch (role) {
    case 'water':
      return { fill: p.sea, line: p.river, width: [0.4, 2] };
    case 'green':
      return { fill: isDark ? '#2c3226' : '#e3e8d3', opacity: 0.6 };
    case 'built':
      return { fill: isDark ? '#3a3631' : '#e2dcd0', line: p.region, width: [0.3, 1] };
    case 'road':
      return { line: isDark ? '#7a7264' : '#b9a98a', width: [0.3, 3] };
    case 'border':
      return { line: p.border, width: [0.5, 1.2], dash: [3, 2] };
    case 'building':
      return { fill: isDark ? '#47413a' : '#d2c8b8', minzoom: 12 };
    case 'name':
      return { isNamed: true };
    case 'plain':
      return {
        ...{ fill: p.select, opacity: 0.14, line: p.select, width: [0.6, 1.6] },
        ...{ point: p.select, isNamed: true },
      };
  }
}

function nameIn(lang: MapLang): ExpressionSpecification {
  return ['coalesce', ['get', `name:${lang}`], ['get', `name_${lang}`], ['get', 'name'], ''];
}

interface Part {
  readonly id: string;
  readonly source: string;
  /** Undefined for shapes. */
  readonly layer: string | undefined;
}

function layersOf({ id, source, layer }: Part, look: Look, p: Palette, lang: MapLang) {
  const own = { source, ...(layer === undefined ? {} : { 'source-layer': layer }) };
  const zoom = look.minzoom === undefined ? {} : { minzoom: look.minzoom };
  const layers: LayerSpecification[] = [];
  if (look.fill !== undefined) {
    layers.push({
      ...{ id: `${id}:fill`, type: 'fill', ...own, ...zoom, filter: isArea },
      paint: { 'fill-color': look.fill, 'fill-opacity': look.opacity ?? 1 },
    });
  }
  if (look.line !== undefined) {
    const [low, high] = look.width ?? [1, 1];
    // areas of what is drawn plainly have an edge
    const filter: ExpressionSpecification =
      look.point === undefined ? isLine : ['any', isLine, isArea];
    layers.push({
      ...{ id: `${id}:line`, type: 'line', ...own, ...zoom, filter },
      layout: { 'line-join': 'round' },
      paint: {
        ...{ 'line-color': look.line, 'line-width': byZoom(low, high) },
        ...(look.dash === undefined ? {} : { 'line-dasharray': look.dash }),
      },
    });
  }
  if (look.point !== undefined) {
    layers.push({
      ...{ id: `${id}:point`, type: 'circle', ...own, ...zoom, filter: isPoint },
      paint: {
        ...{ 'circle-color': look.point, 'circle-radius': 3.5 },
        ...{ 'circle-stroke-color': p.halo, 'circle-stroke-width': 1 },
      },
    });
  }
  if (look.isNamed === true) {
    layers.push({
      ...{ id: `${id}:name`, type: 'symbol', ...own, ...zoom },
      layout: {
        ...{ 'text-field': nameIn(lang), 'text-font': regular, 'text-size': 11 },
        ...{
          'text-offset': [0, 0.9],
          'text-anchor': 'top',
          'text-padding': 4,
          'text-max-width': 9,
        },
      },
      paint: { 'text-color': p.place, 'text-halo-color': p.halo, 'text-halo-width': 1.2 },
    });
  }
  return layers;
}

function sourceFor(map: OwnMap): SourceSpecification {
  const address = `${location.origin}/tiles/own/${map.id}`;
  if (map.form === 'shapes') return { type: 'geojson', data: `${address}.geojson` };
  const tiles = {
    ...{ tiles: [`${address}/{z}/{x}/{y}`], minzoom: map.minZoom, maxzoom: map.maxZoom },
    bounds: [...map.bounds] as [number, number, number, number],
  };
  if (map.form === 'vector') return { type: 'vector', ...tiles };
  return { type: 'raster', ...tiles, tileSize: map.tileSize === 0 ? 256 : map.tileSize };
}

/** Layers of one map, from below. */
export function layersFor(map: OwnMap, theme: MapTheme, lang: MapLang): LayerSpecification[] {
  const palette = paletteOf(theme);
  const source = sourceOf(map.id);
  const isDark = theme === 'dark';
  if (map.form === 'raster') return [{ id: source, type: 'raster', source }];
  if (map.form === 'shapes') {
    const part = { id: source, source, layer: undefined };
    return layersOf(part, lookOf('plain', palette, isDark), palette, lang);
  }
  const ranked = map.layers
    .map((layer) => ({ layer, role: roleOf(layer) }))
    .sort((a, b) => rank(a.role) - rank(b.role));
  return ranked.flatMap(({ layer, role }) =>
    layersOf(
      { id: `${source}:${layer}`, source, layer },
      lookOf(role, palette, isDark),
      palette,
      lang,
    ),
  );
}

/** Green ground lies under water, roads above, names on top. */
function rank(role: TileRole): number {
  return (
    ['green', 'water', 'built', 'building', 'road', 'border', 'plain', 'name'] as const
  ).indexOf(role);
}

/** Draws these and no others. Shapes lie above the borders, tiles under them and under coloured areas. */
export function showOwnMaps(
  map: MapLibre,
  maps: readonly OwnMap[],
  theme: MapTheme,
  lang: MapLang,
): void {
  for (const { id } of map.getStyle().layers) if (id.startsWith(prefix)) map.removeLayer(id);
  for (const id of Object.keys(map.getStyle().sources)) {
    if (id.startsWith(prefix)) map.removeSource(id);
  }
  const ground = [...areaLayers, 'border-province'].find((id) => map.getLayer(id));
  for (const each of maps) {
    map.addSource(sourceOf(each.id), sourceFor(each));
    for (const layer of layersFor(each, theme, lang)) {
      const isAbove = each.form === 'shapes' || layer.type === 'symbol';
      map.addLayer(layer, isAbove ? firstLabelLayer : ground);
    }
  }
}
