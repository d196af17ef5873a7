/** Incidents on the base map: circles of precision, clusters with counts, marks, the selected one. */
import type { FeatureCollection, Point } from 'geojson';
import type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibre,
} from 'maplibre-gl';
import { bold } from './fonts.ts';
import { haloFeatures } from './halo.ts';
import { clusterBox, markImageName } from './marks.ts';
import { type MapTheme, type Palette, paletteOf } from './palette.ts';
import { categoryOf, isAreaPoint, type MapPoints, type PointColouring } from './points.ts';
import { firstLabelLayer } from './style.ts';

export const incidentSource = 'incidents';
const haloSource = 'halos';
const selectedSource = 'selected';
export const markLayer = 'incident-mark';
export const clusterLayer = 'incident-cluster';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Points as features; `at` is the index into the columns. */
function pointFeatures(points: MapPoints, by: PointColouring): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: points.ids.map((_, at) => ({
      type: 'Feature',
      properties: { at, mark: markImageName(categoryOf(points, at, by), isAreaPoint(points, at)) },
      geometry: { type: 'Point', coordinates: [points.lon[at] ?? 0, points.lat[at] ?? 0] },
    })),
  };
}

/** Layers below the labels: circles of precision, the circle of the selected one. */
export function haloLayers(p: Palette): LayerSpecification[] {
  const isCircle: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
  return [
    {
      ...{ id: 'halo-fill', type: 'fill', source: haloSource },
      paint: { 'fill-color': p.uncertain, 'fill-opacity': 0.07 },
    },
    {
      ...{ id: 'halo-line', type: 'line', source: haloSource },
      paint: {
        'line-color': p.uncertain,
        'line-opacity': 0.5,
        ...{ 'line-width': 1, 'line-dasharray': [4, 3] },
      },
    },
    {
      ...{ id: 'selected-fill', type: 'fill', source: selectedSource },
      filter: isCircle,
      paint: { 'fill-color': p.select, 'fill-opacity': 0.16 },
    },
    {
      ...{ id: 'selected-line', type: 'line', source: selectedSource },
      filter: isCircle,
      paint: { 'line-color': p.select, 'line-width': 1.8 },
    },
  ];
}

export function selectedRing(p: Palette): LayerSpecification {
  return {
    ...{ id: 'selected-ring', type: 'circle', source: selectedSource },
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 13,
      ...{ 'circle-color': p.select, 'circle-opacity': 0.22 },
      ...{ 'circle-stroke-color': p.select, 'circle-stroke-width': 2.5 },
    },
  };
}

function markLayers(p: Palette): LayerSpecification[] {
  return [
    selectedRing(p),
    {
      ...{ id: clusterLayer, type: 'circle', source: incidentSource },
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': p.cluster,
        'circle-radius': ['step', ['get', 'point_count'], 12, 10, 14, 50, 17, 500, 21],
        ...{ 'circle-stroke-color': p.halo, 'circle-stroke-width': 2 },
      },
    },
    {
      ...{ id: 'incident-count', type: 'symbol', source: incidentSource },
      filter: ['has', 'point_count'],
      layout: {
        // An unseen box as large as the circle keeps town names off it.
        ...{ 'icon-image': clusterBox, 'icon-allow-overlap': true, 'icon-padding': 0 },
        'text-field': ['to-string', ['get', 'point_count_abbreviated']],
        ...{ 'text-font': bold, 'text-size': 12, 'text-allow-overlap': true },
        'text-ignore-placement': false,
      },
      paint: { 'text-color': p.clusterText },
    },
    {
      ...{ id: markLayer, type: 'symbol', source: incidentSource },
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'mark'],
        ...{ 'icon-allow-overlap': true, 'icon-ignore-placement': false, 'icon-padding': 1 },
        'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 7, 0.9, 11, 1],
      },
    },
  ];
}

export interface IncidentLayerOptions {
  readonly theme: MapTheme;
  /** Points within so many pixels are drawn as one circle with their count. */
  readonly clusterRadius: number;
}

/** Adds sources and layers to a map whose style has loaded. */
export function addIncidentLayers(map: MapLibre, options: IncidentLayerOptions): void {
  const palette = paletteOf(options.theme);
  map.addSource(haloSource, { type: 'geojson', data: nothing });
  map.addSource(selectedSource, { type: 'geojson', data: nothing });
  map.addSource(incidentSource, {
    type: 'geojson',
    data: nothing,
    ...{ cluster: true, clusterRadius: options.clusterRadius, clusterMaxZoom: 16 },
  });
  for (const layer of haloLayers(palette)) map.addLayer(layer, firstLabelLayer);
  for (const layer of markLayers(palette)) map.addLayer(layer);
}

function source(map: MapLibre, id: string): GeoJSONSource | undefined {
  return map.getSource<GeoJSONSource>(id);
}

export function setPoints(map: MapLibre, points: MapPoints, by: PointColouring): void {
  source(map, incidentSource)?.setData(pointFeatures(points, by));
}

export function setHalos(map: MapLibre, points: MapPoints, indexes: Iterable<number>): void {
  source(map, haloSource)?.setData(haloFeatures(points, indexes));
}

/** Rings the selected point and fills its circle of precision; `undefined` for none. */
export function setSelected(map: MapLibre, points: MapPoints, at: number | undefined): void {
  if (at === undefined) {
    source(map, selectedSource)?.setData(nothing);
    return;
  }
  const halo = haloFeatures(points, [at]).features;
  const coordinates = [points.lon[at] ?? 0, points.lat[at] ?? 0];
  source(map, selectedSource)?.setData({
    type: 'FeatureCollection',
    features: [
      ...halo,
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates },
      },
    ],
  });
}
