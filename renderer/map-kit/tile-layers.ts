/** Incidents of a view on the base map, from the tiles that the engine makes: circles, marks, density. */
import type { Feature, FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibre,
  VectorTileSource,
} from 'maplibre-gl';
import type { TileKind } from '../../shared/contract/map-calls.ts';
import { circleSteps } from '../../shared/domain/map-colouring.ts';
import type { Position } from './area.ts';
import { closestZoom } from './base-map.ts';
import { densityColour } from './density.ts';
import { bold } from './fonts.ts';
import { circleRing, largestHaloM } from './halo.ts';
import { haloLayers, selectedRing } from './incident-layers.ts';
import { allMarks, clusterBox, markColour } from './marks.ts';
import { type MapTheme, type Palette, paletteOf, textOn } from './palette.ts';
import { firstLabelLayer } from './style.ts';

const tileSource = 'incident-tiles';
const haloSource = 'halos';
const selectedSource = 'selected';
const sketchSource = 'sketch';
const densityId = 'density';
export const tileMarks = 'tile-mark';
export const tileCircles = 'tile-circle';
const tileCounts = 'tile-count';
const tileLayers = [densityId, tileCircles, tileCounts, tileMarks];

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** A circle of precision. */
export interface Halo {
  readonly lon: number;
  readonly lat: number;
  /** 0 for none. */
  readonly radiusM: number;
}

/** Thousands and millions from 10 000 on; the decimal sign is that of the language. */
function shortCount(lang: string): ExpressionSpecification {
  const number = (value: ExpressionSpecification, digits: number): ExpressionSpecification => [
    'number-format',
    value,
    { locale: lang, 'max-fraction-digits': digits },
  ];
  const n: ExpressionSpecification = ['get', 'n'];
  return [
    'case',
    ['<', n, 10_000],
    number(n, 0),
    ['<', n, 1_000_000],
    ['concat', number(['round', ['/', n, 1000]], 0), 'k'],
    ['concat', number(['/', n, 1_000_000], 1), 'M'],
  ];
}

/** A colour by the category of a circle; those without a majority have the neutral one. */
function byCategory(
  colourOf: (own: string) => string,
  theme: MapTheme,
  otherwise: string,
): ExpressionSpecification {
  const cases = allMarks().flatMap((mark) => [
    mark.category,
    colourOf(markColour(mark, theme)),
  ]) as [string, string];
  return ['match', ['get', 'c'], ...cases, otherwise];
}

function incidentLayers(theme: MapTheme, p: Palette, lang: string): LayerSpecification[] {
  const incidents = { source: tileSource, 'source-layer': 'incidents' } as const;
  const isCircle: ExpressionSpecification = ['has', 'n'];
  const [first, ...larger] = circleSteps;
  const steps = larger.flat() as [number, number];
  return [
    {
      ...{ id: tileCircles, type: 'circle', ...incidents, filter: isCircle },
      paint: {
        'circle-color': byCategory((own) => own, theme, p.cluster),
        'circle-radius': ['step', ['get', 'n'], first[1], ...steps],
        ...{ 'circle-stroke-color': p.halo, 'circle-stroke-width': 2 },
      },
    },
    {
      ...{ id: tileCounts, type: 'symbol', ...incidents, filter: isCircle },
      layout: {
        // An unseen box as large as the circle keeps town names off it.
        ...{ 'icon-image': clusterBox, 'icon-allow-overlap': true, 'icon-padding': 0 },
        'text-field': shortCount(lang),
        ...{ 'text-font': bold, 'text-size': 12, 'text-allow-overlap': true },
        'text-ignore-placement': false,
      },
      paint: { 'text-color': byCategory(textOn, theme, p.clusterText) },
    },
    {
      ...{ id: tileMarks, type: 'symbol', ...incidents, filter: ['!', isCircle] },
      layout: {
        'icon-image': [
          'concat',
          'mark:',
          ['get', 'c'],
          ['case', ['get', 'h'], ':hollow', ':solid'],
        ],
        ...{ 'icon-allow-overlap': true, 'icon-ignore-placement': false, 'icon-padding': 1 },
        'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 7, 0.9, 11, 1],
      },
    },
  ];
}

function densityLayer(theme: MapTheme, measure: DensityMeasure): LayerSpecification {
  const property = measure === 'killed' ? 'k' : 'n';
  return {
    ...{ id: densityId, type: 'fill', source: tileSource, 'source-layer': 'density' },
    filter: ['>', ['get', property], 0],
    paint: {
      'fill-color': densityColour(property, theme),
      ...{ 'fill-opacity': 0.8, 'fill-antialias': false },
    },
  };
}

export type DensityMeasure = 'incidents' | 'killed';

export interface TilesShown {
  readonly view: number;
  readonly kind: TileKind;
  readonly measure: DensityMeasure;
}

/** Areas of the filter and lines that are being drawn or measured. */
export interface Sketch {
  /** Closed. */
  readonly rings: readonly (readonly Position[])[];
  readonly line: readonly Position[];
}

function sketchLayers(p: Palette): LayerSpecification[] {
  const ofType = (type: string): ExpressionSpecification => ['==', ['geometry-type'], type];
  return [
    {
      ...{ id: 'sketch-fill', type: 'fill', source: sketchSource, filter: ofType('Polygon') },
      paint: { 'fill-color': p.select, 'fill-opacity': 0.08 },
    },
    {
      ...{ id: 'sketch-line', type: 'line', source: sketchSource },
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': p.select, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      ...{ id: 'sketch-point', type: 'circle', source: sketchSource, filter: ofType('Point') },
      paint: {
        ...{ 'circle-radius': 4, 'circle-color': p.halo },
        ...{ 'circle-stroke-color': p.select, 'circle-stroke-width': 2 },
      },
    },
  ];
}

export function showSketch(map: MapLibre, { rings, line }: Sketch): void {
  const plain = (positions: readonly Position[]) => positions.map(([lon, lat]) => [lon, lat]);
  const features: Feature[] = rings.map((ring) => ({
    ...{ type: 'Feature', properties: {} },
    geometry: { type: 'Polygon', coordinates: [plain(ring)] },
  }));
  if (line.length > 1) {
    const geometry = { type: 'LineString' as const, coordinates: plain(line) };
    features.push({ type: 'Feature', properties: {}, geometry });
  }
  for (const [lon, lat] of line) {
    const geometry = { type: 'Point' as const, coordinates: [lon, lat] };
    features.push({ type: 'Feature', properties: {}, geometry });
  }
  map.getSource<GeoJSONSource>(sketchSource)?.setData({ type: 'FeatureCollection', features });
}

/** Adds what lies below and above the tiles to a map whose style has loaded. */
export function addOverlays(map: MapLibre, theme: MapTheme): void {
  const palette = paletteOf(theme);
  map.addSource(haloSource, { type: 'geojson', data: nothing });
  map.addSource(selectedSource, { type: 'geojson', data: nothing });
  map.addSource(sketchSource, { type: 'geojson', data: nothing });
  for (const layer of haloLayers(palette)) map.addLayer(layer, firstLabelLayer);
  for (const layer of sketchLayers(palette)) map.addLayer(layer, firstLabelLayer);
  map.addLayer(selectedRing(palette));
}

/**
 * Shows the tiles of a view; the old ones stay until the new ones are there. `before` is what was shown:
 * with another kind or measure the layers are made anew, since MapLibre mixes up a change of layers and
 * one of tiles that come together.
 */
export function showTiles(
  map: MapLibre,
  shown: TilesShown | undefined,
  before: TilesShown | undefined,
  theme: MapTheme,
  lang: string,
): void {
  if (shown === undefined) {
    removeTiles(map);
    return;
  }
  const { view, kind, measure } = shown;
  // Joined by hand: URL() would encode the braces.
  const tiles = [`${location.origin}/tiles/inc/${view}/${kind}/{z}/{x}/{y}.pbf`];
  const source = map.getSource<VectorTileSource>(tileSource);
  if (source !== undefined && before?.kind === kind && before.measure === measure) {
    if (before.view !== view) source.setTiles(tiles);
    return;
  }
  removeTiles(map);
  map.addSource(tileSource, { type: 'vector', tiles, minzoom: 0, maxzoom: closestZoom });
  if (kind === 'density') map.addLayer(densityLayer(theme, measure), firstLabelLayer);
  else for (const layer of incidentLayers(theme, paletteOf(theme), lang)) map.addLayer(layer);
}

function removeTiles(map: MapLibre): void {
  for (const id of tileLayers) if (map.getLayer(id)) map.removeLayer(id);
  if (map.getSource(tileSource)) map.removeSource(tileSource);
}

function ringOf({ lon, lat, radiusM }: Halo): Feature[] {
  if (!(radiusM > 0) || radiusM > largestHaloM) return [];
  const coordinates = [circleRing(lon, lat, radiusM)];
  return [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }];
}

export function showHalos(map: MapLibre, halos: readonly Halo[]): void {
  const features = halos.flatMap(ringOf);
  map.getSource<GeoJSONSource>(haloSource)?.setData({ type: 'FeatureCollection', features });
}

/** Rings the selected incident and fills its circle of precision; undefined for none. */
export function showSelected(map: MapLibre, place: Halo | undefined): void {
  const features: Feature[] = [];
  if (place !== undefined) {
    const geometry = { type: 'Point' as const, coordinates: [place.lon, place.lat] };
    features.push(...ringOf(place), { type: 'Feature', properties: {}, geometry });
  }
  map.getSource<GeoJSONSource>(selectedSource)?.setData({ type: 'FeatureCollection', features });
}
