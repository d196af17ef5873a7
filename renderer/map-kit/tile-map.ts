/** A map of the incidents of a view, drawn from tiles: plain data in, plain events out. */
import type { MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl';
import type { Position } from './area.ts';
import { areaLayers, type ColouredAreas, showAreas } from './area-layers.ts';
import {
  type BaseMap,
  type BaseMapOptions,
  closestZoom,
  createBaseMap,
  duration,
  type MapPosition,
} from './base-map.ts';
import type { MapTheme } from './palette.ts';
import type { Bounds } from './points.ts';
import {
  addOverlays,
  type Halo,
  type Sketch,
  showHalos,
  showSelected,
  showSketch,
  showTiles,
  type TilesShown,
  tileCircles,
  tileMarks,
} from './tile-layers.ts';

/** Several incidents drawn as one circle. */
export interface Circle {
  readonly count: number;
  readonly category: string;
  /** People killed; `isOpen` when the highest is not known. */
  readonly killed: { readonly low: number; readonly high: number; readonly isOpen: boolean };
  readonly bounds: Bounds;
}

/** What lies under the pointer. `key` finds the incident again. */
export type Hit =
  | { readonly kind: 'incident'; readonly key: number }
  | { readonly kind: 'circle'; readonly circle: Circle }
  /** One of the coloured areas. */
  | { readonly kind: 'area'; readonly country: string; readonly code: string };

/** Incidents that cannot be told apart: by their keys, or all in a box. */
export type Crowd =
  | { readonly keys: readonly number[]; readonly lon: number; readonly lat: number }
  | { readonly box: Bounds; readonly lon: number; readonly lat: number };

export interface TileMapEvents {
  /** One of the coloured areas was clicked. */
  readonly onArea: (country: string, code: string) => void;
  /** A single incident was clicked, or empty ground. */
  readonly onSelect: (key: number | undefined) => void;
  readonly onOpen: (key: number) => void;
  readonly onCrowd: (crowd: Crowd) => void;
  readonly onHover: (hit: Hit | undefined, x: number, y: number) => void;
  readonly onCursor: (position: { lon: number; lat: number } | undefined) => void;
  readonly onMoved: (position: MapPosition) => void;
  /** While places are picked. */
  readonly onPick: (at: Position) => void;
  /** The second button of the mouse, on the globe. */
  readonly onCopy: (at: Position) => void;
}

export interface TileMap extends Omit<BaseMap, 'isReady'> {
  /** Undefined: no incidents are drawn. */
  readonly setTiles: (shown: TilesShown | undefined) => void;
  readonly setAreas: (areas: ColouredAreas | undefined) => void;
  readonly setHalos: (halos: readonly Halo[]) => void;
  readonly setSelected: (place: Halo | undefined) => void;
  /** Brings a place to the middle, near enough to see what is around it. */
  readonly goTo: (lon: number, lat: number) => void;
  readonly setSketch: (sketch: Sketch) => void;
  /** While true, a click on the map tells its place and selects nothing. */
  readonly setPicking: (isPicking: boolean) => void;
  /** Longitude, which may run past 180, and latitude of a pixel from the top left corner. */
  readonly unproject: (x: number, y: number) => Position;
}

export interface TileMapOptions extends Omit<BaseMapOptions, 'onStyle' | 'onMoved'> {
  readonly events: TileMapEvents;
}

/** Degrees within which marks can never be told apart: about 100 m. */
const sameSpot = 0.001;
/** At least so near when a place is gone to. */
const nearZoom = 8;
/** Pixels within which a click still hits a mark. */
const reach = 5;
const incidentLayerIds = [tileCircles, tileMarks];

function circleOf({ properties: p }: MapGeoJSONFeature): Circle {
  const number = (name: string) => Number(p[name] ?? 0);
  return {
    count: number('n'),
    category: String(p['c'] ?? ''),
    killed: { low: number('k'), high: number('kh'), isOpen: p['ko'] === true },
    bounds: [number('west'), number('south'), number('east'), number('north')],
  };
}

/** Makes the map. Throws where WebGL 2 is missing; ask `canDrawMaps()` first. */
export function createTileMap({ events, ...options }: TileMapOptions): TileMap {
  let shown: TilesShown | undefined;
  let halos: readonly Halo[] = [];
  let selected: Halo | undefined;
  let areas: ColouredAreas | undefined;
  let sketch: Sketch = { rings: [], line: [] };
  let isPicking = false;
  let theme: MapTheme = options.theme;
  let lang = options.lang;
  const base = createBaseMap({
    ...options,
    onStyle: (map, own) => {
      addOverlays(map, own);
      showAreas(map, areas);
      if (shown) showTiles(map, shown, undefined, own, lang);
      showHalos(map, halos);
      showSelected(map, selected);
      showSketch(map, sketch);
      events.onMoved(base.position());
    },
    onMoved: () => events.onMoved(base.position()),
  });
  addPointer(base, events, () => isPicking);
  return {
    ...base,
    setLook(nextTheme, nextLang) {
      theme = nextTheme;
      lang = nextLang;
      base.setLook(theme, lang);
    },
    setTiles(next) {
      if (base.isReady()) showTiles(base.map, next, shown, theme, lang);
      shown = next;
    },
    setAreas(next) {
      areas = next;
      if (base.isReady()) showAreas(base.map, next);
    },
    setHalos(next) {
      halos = next;
      if (base.isReady()) showHalos(base.map, next);
    },
    setSelected(place) {
      selected = place;
      if (base.isReady()) showSelected(base.map, place);
    },
    goTo(lon, lat) {
      const zoom = Math.max(nearZoom, base.map.getZoom());
      base.map.easeTo({ center: [lon, lat], zoom, duration: duration(500) });
    },
    setSketch(next) {
      sketch = next;
      if (base.isReady()) showSketch(base.map, next);
    },
    setPicking(next) {
      isPicking = next;
      base.map.getCanvas().style.cursor = next ? 'crosshair' : '';
      if (next) base.map.doubleClickZoom.disable();
      else base.map.doubleClickZoom.enable();
    },
    unproject(x, y) {
      const { lng, lat } = base.map.unproject([x, y]);
      return [lng, lat];
    },
  };
}

function addPointer(
  { map, isReady }: BaseMap,
  events: TileMapEvents,
  isPicking: () => boolean,
): void {
  const featuresAt = ({ point: { x, y } }: MapMouseEvent) => {
    const layers = [...incidentLayerIds, ...areaLayers].filter((id) => map.getLayer(id));
    if (!isReady() || layers.length === 0) return [];
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    return map.queryRenderedFeatures(box, { layers });
  };
  const keysOf = (features: readonly MapGeoJSONFeature[]) => [
    ...new Set(
      features.flatMap(({ id, layer }) => (layer.id === tileMarks && id ? [Number(id)] : [])),
    ),
  ];
  const openCircle = ({ bounds }: Circle, lon: number, lat: number) => {
    const [west, south, east, north] = bounds;
    const isOneSpot = east - west < sameSpot && north - south < sameSpot;
    if (isOneSpot || map.getZoom() >= closestZoom) {
      // a little wider than the numbers in the tile are exact
      const box: Bounds = [west - 1e-6, south - 1e-6, east + 1e-6, north + 1e-6];
      events.onCrowd({ box, lon, lat });
      return;
    }
    map.fitBounds([west, south, east, north], {
      ...{ padding: 80, maxZoom: closestZoom, duration: duration(400) },
    });
  };
  map.on('click', (event) => {
    if (isPicking()) {
      events.onPick([event.lngLat.lng, event.lngLat.lat]);
      return;
    }
    const { lng, lat } = event.lngLat.wrap();
    const features = featuresAt(event);
    const keys = keysOf(features);
    const circle = features.find(({ layer }) => layer.id === tileCircles);
    if (circle !== undefined && keys.length === 0) openCircle(circleOf(circle), lng, lat);
    else if (keys.length > 1) events.onCrowd({ keys, lon: lng, lat });
    else if (keys.length === 0 && features[0] !== undefined) {
      const { cc, code } = features[0].properties;
      events.onArea(String(cc), String(code));
    } else events.onSelect(keys[0]);
  });
  map.on('contextmenu', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    events.onCopy([lng, lat]);
  });
  map.on('dblclick', (event) => {
    const [key] = keysOf(featuresAt(event));
    if (key === undefined || isPicking()) return;
    event.preventDefault();
    events.onOpen(key);
  });
  map.on('mousemove', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    events.onCursor({ lon: lng, lat });
    if (isPicking()) return;
    const features = featuresAt(event);
    map.getCanvas().style.cursor = features.length > 0 ? 'pointer' : '';
    const [key] = keysOf(features);
    const circle = features.find(({ layer }) => layer.id === tileCircles);
    const { x, y } = event.point;
    if (key !== undefined) events.onHover({ kind: 'incident', key }, x, y);
    else if (circle) events.onHover({ kind: 'circle', circle: circleOf(circle) }, x, y);
    else if (features[0] !== undefined) {
      const { cc, code } = features[0].properties;
      events.onHover({ kind: 'area', country: String(cc), code: String(code) }, x, y);
    } else events.onHover(undefined, x, y);
  });
  map.on('mouseout', () => {
    events.onCursor(undefined);
    events.onHover(undefined, 0, 0);
  });
}
