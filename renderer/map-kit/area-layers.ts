/** Areas of the base map coloured by a number: coarse shapes from afar, the tiles of the base map near. */
import type { Feature } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { CallResult } from '../../shared/contract/contract.ts';
import { firstLabelLayer } from './style.ts';

export type AreaShapes = CallResult<'map/area-shapes'>;

export interface ColouredAreas {
  readonly shapes: AreaShapes;
  /** What names an area: the code of its country, or its own. */
  readonly by: 'cc' | 'code';
  /** Names of areas by colour. */
  readonly colours: readonly (readonly [colour: string, names: readonly string[]])[];
}

const shapeSource = 'area-shapes';
export const areaLayers = ['areas-far', 'areas-near'] as const;
/** From here on the tiles of the base map hold the areas. */
const nearZoom = 4;

function featuresOf({ codes, countries, rings, corners, positions }: AreaShapes): Feature[] {
  let ring = 0;
  let at = 0;
  return codes.flatMap((code, area): Feature[] => {
    const polygons: number[][][][] = [];
    for (let own = 0; own < (rings[area] ?? 0); own += 1) {
      const outline = Array.from({ length: corners[ring] ?? 0 }, () => {
        const position = [positions[at] ?? 0, positions[at + 1] ?? 0];
        at += 2;
        return position;
      });
      ring += 1;
      const [first] = outline;
      if (first) polygons.push([[...outline, first]]);
    }
    if (polygons.length === 0) return [];
    const properties = { code, cc: countries[area] ?? '' };
    return [
      { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: polygons } },
    ];
  });
}

/** Shows areas, or none. The shapes are handed over once. */
export function showAreas(map: MapLibre, areas: ColouredAreas | undefined): void {
  for (const id of areaLayers) if (map.getLayer(id)) map.removeLayer(id);
  if (areas === undefined || areas.colours.length === 0) return;
  if (!map.getSource(shapeSource)) {
    map.addSource(shapeSource, {
      // made simpler one by one, neighbours would come apart
      ...{ type: 'geojson', maxzoom: nearZoom, tolerance: 0 },
      data: { type: 'FeatureCollection', features: featuresOf(areas.shapes) },
    });
  }
  const name: ExpressionSpecification = ['get', areas.by];
  const cases = areas.colours.flatMap(([colour, names]) => [[...names], colour]);
  const colour = ['match', name, ...cases, 'transparent'] as ExpressionSpecification;
  const paint = { 'fill-color': colour, 'fill-opacity': 0.75, 'fill-antialias': false } as const;
  const layers: LayerSpecification[] = [
    { ...{ id: areaLayers[0], type: 'fill', source: shapeSource, maxzoom: nearZoom }, paint },
    {
      ...{ id: areaLayers[1], type: 'fill', source: 'world', 'source-layer': 'admin1' },
      ...{ minzoom: nearZoom, paint },
    },
  ];
  // borders are drawn above
  const above = map.getLayer('border-province') ? 'border-province' : firstLabelLayer;
  for (const layer of layers) map.addLayer(layer, above);
}
