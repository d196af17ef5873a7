/**
 * The base map as a MapLibre style: Natural Earth and GeoNames tiles from `app://`, bundled fonts, no
 * address outside the app. Incidents are added on top by `incident-layers.ts`.
 */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { bold, fontFaces, italic, regular } from './fonts.ts';
import { type MapTheme, type Palette, paletteOf } from './palette.ts';

/** Languages that area labels exist in. */
export type MapLang = 'en' | 'fr' | 'ar';

/** What the data's licences ask to be named wherever the map is shown. */
export const attribution = 'Natural Earth · GeoNames CC BY 4.0';

/** The same with what the analyst's own maps ask to be named. */
export function attributionWith(own: readonly { readonly attribution: string }[]): string {
  const asked = own.map((map) => map.attribution).filter((text) => text !== '');
  return [...new Set([attribution, ...asked])].join(' · ');
}

/** Layer that incidents go under, so that names stay readable. */
export const firstLabelLayer = 'label-province';

function nameIn(lang: MapLang): ExpressionSpecification {
  return ['coalesce', ['get', `name_${lang}`], ['get', 'name']];
}

/** Names that Burkina Faso's areas took in July 2025 stand in brackets below the old ones. */
function nameWithNewer(lang: MapLang): ExpressionSpecification {
  const newer: ExpressionSpecification = ['concat', '\n(', ['get', 'also'], ')'];
  return ['format', nameIn(lang), {}, ['case', ['has', 'also'], newer, ''], { 'font-scale': 0.88 }];
}

function ofKind(kind: string): ExpressionSpecification {
  return ['==', ['get', 'kind'], kind];
}

const isShownYet: ExpressionSpecification = ['<=', ['get', 'mz'], ['+', ['zoom'], 0.5]];

function surfaceLayers(p: Palette): LayerSpecification[] {
  const world = { source: 'world' } as const;
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': p.sea } },
    {
      ...{ id: 'land', type: 'fill', ...world, 'source-layer': 'land' },
      paint: { 'fill-color': p.land, 'fill-antialias': false },
    },
    {
      ...{ id: 'lakes', type: 'fill', ...world, 'source-layer': 'lakes' },
      paint: { 'fill-color': p.sea, 'fill-outline-color': p.coast },
    },
    {
      ...{ id: 'rivers', type: 'line', ...world, 'source-layer': 'rivers', minzoom: 3 },
      filter: ['<=', ['coalesce', ['get', 'mz'], 0], ['+', ['zoom'], 1]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': p.river,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 8, 1.6],
      },
    },
    {
      ...{ id: 'coast', type: 'line', ...world, 'source-layer': 'coast' },
      paint: { 'line-color': p.coast, 'line-width': 0.7 },
    },
  ];
}

function borderLayers(p: Palette): LayerSpecification[] {
  const borders = { type: 'line', source: 'world', 'source-layer': 'borders' } as const;
  const level = (n: number): ExpressionSpecification => ['==', ['get', 'level'], n];
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 2, 0.6, 7, 1.8];
  const layout = { 'line-join': 'round' } as const;
  return [
    {
      ...{ id: 'border-province', ...borders, minzoom: 6, filter: level(2), layout },
      paint: { 'line-color': p.province, 'line-width': 0.8, 'line-dasharray': [3, 2] },
    },
    {
      ...{ id: 'border-region', ...borders, minzoom: 4, filter: level(1), layout },
      paint: { 'line-color': p.region, 'line-width': 0.9, 'line-dasharray': [6, 2] },
    },
    {
      ...{ id: 'border-country', ...borders, layout },
      filter: ['all', level(0), ['!', ['has', 'disputed']]],
      paint: { 'line-color': p.border, 'line-width': width },
    },
    {
      ...{ id: 'border-disputed', ...borders, layout },
      filter: ['all', level(0), ['has', 'disputed']],
      paint: { 'line-color': p.border, 'line-width': width, 'line-dasharray': [2, 2] },
    },
  ];
}

/** Names of towns; they step aside for incident marks, first a little, then farther. */
function placeLabels(
  id: string,
  p: Palette,
  lang: MapLang,
  filter: ExpressionSpecification,
): LayerSpecification {
  const steps: readonly (string | [number, number])[] = [
    ...['left', [0.45, 0], 'right', [-0.45, 0]],
    ...['left', [1.2, 0], 'right', [-1.2, 0], 'top', [0, 1.1], 'bottom', [0, -1.1]],
  ] as (string | [number, number])[];
  return {
    ...{ id, type: 'symbol', source: 'places', 'source-layer': 'places' },
    ...{ minzoom: 3.5, filter },
    layout: {
      ...{ 'text-field': nameIn(lang), 'text-font': regular },
      'text-size': ['interpolate', ['linear'], ['zoom'], 4, 10.5, 9, 13],
      'symbol-sort-key': ['-', ['*', ['get', 'rank'], 1e8], ['get', 'pop']],
      'text-variable-anchor-offset': [...steps],
      ...{ 'text-justify': 'auto', 'text-padding': 3, 'text-max-width': 9 },
    },
    paint: { 'text-color': p.place, 'text-halo-color': p.halo, 'text-halo-width': 1.3 },
  };
}

function labelLayers(p: Palette, lang: MapLang): LayerSpecification[] {
  const labels = { type: 'symbol', source: 'world', 'source-layer': 'labels' } as const;
  const halo = { 'text-halo-color': p.halo, 'text-halo-width': 1.3 } as const;
  // Letter spacing would pull joined Arabic letters apart.
  const spacing = (em: number) => (lang === 'ar' ? 0 : em);
  const upper = lang === 'ar' ? 'none' : 'uppercase';
  return [
    {
      ...{ id: firstLabelLayer, ...labels, minzoom: 6.3, filter: ofKind('province') },
      layout: {
        ...{ 'text-field': nameWithNewer(lang), 'text-font': italic, 'text-size': 11.5 },
        ...{ 'text-letter-spacing': spacing(0.06), 'text-padding': 6, 'text-max-width': 9 },
      },
      paint: { 'text-color': p.areaLabel, ...halo },
    },
    {
      ...{ id: 'place-dot', type: 'circle', source: 'places', 'source-layer': 'places' },
      minzoom: 4.5,
      paint: {
        'circle-radius': ['case', ['<=', ['get', 'rank'], 3], 2.4, 1.6],
        'circle-color': p.placeDot,
        'circle-stroke-color': p.halo,
        'circle-stroke-width': 0.6,
      },
    },
    placeLabels('label-place', p, lang, ['>', ['get', 'rank'], 0]),
    {
      ...{ id: 'label-region', ...labels, minzoom: 4.6, maxzoom: 7.6 },
      filter: ['all', ofKind('region'), isShownYet],
      layout: {
        ...{ 'text-field': nameWithNewer(lang), 'text-font': regular, 'text-size': 11.5 },
        ...{ 'text-transform': upper, 'text-letter-spacing': spacing(0.1), 'text-max-width': 8 },
      },
      paint: { 'text-color': p.areaLabel, ...halo },
    },
    {
      ...{ id: 'label-country', ...labels, maxzoom: 7 },
      filter: ['all', ofKind('country'), isShownYet],
      layout: {
        ...{ 'text-field': nameIn(lang), 'text-font': bold },
        'text-size': ['interpolate', ['linear'], ['zoom'], 1, 9.5, 6, 16],
        ...{ 'text-transform': upper, 'text-letter-spacing': spacing(0.08) },
        ...{ 'symbol-sort-key': ['get', 'rank'], 'text-max-width': 7 },
        // Moves aside for an incident on the country's middle.
        ...{ 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 1.2 },
      },
      paint: { 'text-color': p.countryLabel, ...halo, 'text-halo-width': 1.6 },
    },
    placeLabels('label-capital', p, lang, ['==', ['get', 'rank'], 0]),
  ];
}

/** The whole style of the base map. Tile and font addresses are of the page's own origin. */
export function mapStyle(theme: MapTheme, lang: MapLang): StyleSpecification {
  const palette = paletteOf(theme);
  const tiles = (source: string, maxzoom: number) => ({
    ...{ type: 'vector' as const, minzoom: 0, maxzoom },
    // Joined by hand: URL() would encode the braces.
    tiles: [`${location.origin}/tiles/${source}/{z}/{x}/{y}.pbf`],
  });
  return {
    version: 8,
    'font-faces': fontFaces(),
    sources: { world: tiles('world', 6), places: tiles('places', 8) },
    layers: [...surfaceLayers(palette), ...borderLayers(palette), ...labelLayers(palette, lang)],
  };
}
