/** Owns one interactive MapLibre map: plain data in, plain events out. No React and no store here. */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import {
  addIncidentLayers,
  clusterLayer,
  incidentSource,
  markLayer,
  setHalos,
  setPoints,
  setSelected,
} from './incident-layers.ts';
import { maplibregl } from './maplibre.ts';
import { addMarkImages } from './mark-images.ts';
import type { MapTheme } from './palette.ts';
import { type Bounds, type ColourBy, type MapPoints, noPoints } from './points.ts';
import { indexesWithHalo, indexesWithin, isOneSpot } from './spread.ts';
import { type MapLang, mapStyle } from './style.ts';

/** What the map shows now; told after every movement. */
export interface MapViewState {
  readonly bounds: Bounds;
  /** Longitude and latitude of the middle. */
  readonly center: readonly [number, number];
  readonly zoom: number;
  /** At the middle of the map. */
  readonly metresPerPixel: number;
  /** Indexes of the points in view. */
  readonly inView: readonly number[];
}

export interface MapEvents {
  /** One incident was clicked, or none. */
  readonly onSelect: (at: number | undefined) => void;
  readonly onOpen: (at: number) => void;
  /** Several lie on one spot. */
  readonly onCrowd: (indexes: readonly number[], lon: number, lat: number) => void;
  readonly onPick: (lon: number, lat: number) => void;
  /** Incident under the pointer, with the pointer's place in pixels; undefined when it left. */
  readonly onHover: (at: number | undefined, x: number, y: number) => void;
  readonly onCursor: (position: { lon: number; lat: number } | undefined) => void;
  readonly onView: (view: MapViewState) => void;
}

export interface MapData {
  readonly points: MapPoints;
  readonly colourBy: ColourBy;
  readonly selectedAt: number | undefined;
}

export interface MapController {
  readonly setData: (data: MapData) => void;
  readonly setLook: (theme: MapTheme, lang: MapLang) => void;
  readonly setPicking: (isPicking: boolean) => void;
  readonly fit: (bounds: Bounds, isAnimated: boolean) => void;
  readonly zoomBy: (steps: number) => void;
  /** Pixels from the top left corner. */
  readonly project: (lon: number, lat: number) => { readonly x: number; readonly y: number };
  /** Brings a point into view without changing the zoom when it is already there. */
  readonly reveal: (at: number) => void;
  readonly remove: () => void;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly theme: MapTheme;
  readonly lang: MapLang;
  /** Name of the map for assistive technology. */
  readonly title: string;
  /** A box to fit, or a view to come back to. */
  readonly start: Bounds | Pick<MapViewState, 'center' | 'zoom'>;
  readonly events: MapEvents;
}

/** Beyond this the base map has nothing more to show. */
const closestZoom = 13;
const fitZoom = 9;

function boundsOfView(map: MapLibre): Bounds {
  const shown = map.getBounds();
  return [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()];
}

function metresPerPixel(map: MapLibre): number {
  const circle = 40_075_016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180);
  return circle / (512 * 2 ** map.getZoom());
}

/** Milliseconds of a movement; none for people who asked the system for less motion. */
function duration(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}

function startOf(start: MapOptions['start']) {
  if ('zoom' in start) return { center: [...start.center] as [number, number], zoom: start.zoom };
  const [west, south, east, north] = start;
  const bounds: [number, number, number, number] = [west, south, east, north];
  return { bounds, fitBoundsOptions: { padding: 48, maxZoom: fitZoom } };
}

/** Makes the map. Throws where WebGL 2 is missing; ask `canDrawMaps()` first. */
export function createMap(options: MapOptions): MapController {
  const { events } = options;
  let look = { theme: options.theme, lang: options.lang };
  let data: MapData = { points: noPoints, colourBy: 'status', selectedAt: undefined };
  let isPicking = false;
  let isReady = false;
  const map = new maplibregl.Map({
    container: options.container,
    style: mapStyle(look.theme, look.lang),
    ...startOf(options.start),
    ...{ attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false },
    ...{ maxZoom: closestZoom, minZoom: 1, fadeDuration: duration(150), maxPitch: 0 },
    locale: { 'Map.Title': options.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  const tellView = () => {
    const bounds = boundsOfView(map);
    const inView = indexesWithin(data.points, bounds);
    const scale = metresPerPixel(map);
    if (isReady) setHalos(map, data.points, indexesWithHalo(data.points, inView, scale));
    const { lng, lat } = map.getCenter();
    events.onView({
      ...{ bounds, center: [lng, lat], zoom: map.getZoom(), metresPerPixel: scale, inView },
    });
  };
  const draw = () => {
    if (!isReady) return;
    setPoints(map, data.points, data.colourBy);
    setSelected(map, data.points, data.selectedAt);
    tellView();
  };
  map.on('style.load', () => {
    addMarkImages(map, look.theme, Math.max(2, Math.ceil(devicePixelRatio)));
    addIncidentLayers(map, { theme: look.theme, clusterRadius: 34 });
    isReady = true;
    draw();
  });
  // For pictures and tests: the drawing on the glass is whole, no tile is on its way.
  map.on('idle', () => {
    map.getContainer().dataset.mapState = 'idle';
  });
  map.on('dataloading', () => {
    map.getContainer().dataset.mapState = 'loading';
  });
  map.on('moveend', tellView);
  map.on('resize', tellView);
  addPointer(map, events, {
    data: () => data,
    isReady: () => isReady,
    isPicking: () => isPicking,
  });

  return {
    setData(next) {
      const isOnlySelection = next.points === data.points && next.colourBy === data.colourBy;
      data = next;
      if (!isReady) return;
      if (isOnlySelection) setSelected(map, data.points, data.selectedAt);
      else draw();
    },
    setLook(theme, lang) {
      if (theme === look.theme && lang === look.lang) return;
      look = { theme, lang };
      isReady = false;
      map.setStyle(mapStyle(theme, lang), { diff: false });
    },
    setPicking(next) {
      isPicking = next;
      map.getCanvas().style.cursor = next ? 'crosshair' : '';
    },
    fit(bounds, isAnimated) {
      const [west, south, east, north] = bounds;
      map.fitBounds([west, south, east, north], {
        ...{ padding: 48, maxZoom: fitZoom },
        duration: isAnimated ? duration(500) : 0,
      });
    },
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, duration: duration(200) }),
    project: (lon, lat) => map.project([lon, lat]),
    reveal(at) {
      const position: [number, number] = [data.points.lon[at] ?? 0, data.points.lat[at] ?? 0];
      if (!map.getBounds().contains(position)) {
        map.easeTo({ center: position, duration: duration(400) });
      }
    },
    remove: () => map.remove(),
  };
}

interface PointerContext {
  readonly data: () => MapData;
  readonly isReady: () => boolean;
  readonly isPicking: () => boolean;
}

/** Distance in pixels within which a click still hits a mark. */
const reach = 5;

function addPointer(map: MapLibre, events: MapEvents, context: PointerContext): void {
  const featuresAt = (event: MapMouseEvent) => {
    if (!context.isReady()) return [];
    const { x, y } = event.point;
    return map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: [clusterLayer, markLayer] },
    );
  };
  const marksAt = (event: MapMouseEvent): number[] => [
    ...new Set(
      featuresAt(event).flatMap(({ properties }) =>
        typeof properties['at'] === 'number' ? [properties['at']] : [],
      ),
    ),
  ];
  const openCluster = async (id: number, lon: number, lat: number, count: number) => {
    const source = map.getSource<GeoJSONSource>(incidentSource);
    if (!source) return;
    const leaves = await source.getClusterLeaves(id, Math.min(count, 500), 0);
    const indexes = leaves.map((leaf) => Number(leaf.properties?.['at']));
    const zoom = await source.getClusterExpansionZoom(id);
    if (isOneSpot(context.data().points, indexes) || zoom > closestZoom) {
      events.onCrowd(indexes, lon, lat);
    } else {
      map.easeTo({ center: [lon, lat], zoom: zoom + 0.4, duration: duration(400) });
    }
  };
  map.on('click', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    if (context.isPicking()) {
      events.onPick(lng, lat);
      return;
    }
    const cluster = featuresAt(event).find(({ properties }) => 'cluster_id' in properties);
    const marks = marksAt(event);
    if (cluster?.geometry.type === 'Point' && marks.length === 0) {
      const [lon = 0, latitude = 0] = cluster.geometry.coordinates;
      const { cluster_id: id, point_count: count } = cluster.properties;
      void openCluster(Number(id), lon, latitude, Number(count));
    } else if (marks.length > 1) {
      events.onCrowd(marks, lng, lat);
    } else {
      events.onSelect(marks[0]);
    }
  });
  map.on('dblclick', (event) => {
    const [at] = marksAt(event);
    if (at === undefined || context.isPicking()) return;
    event.preventDefault();
    events.onOpen(at);
  });
  map.on('mousemove', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    events.onCursor({ lon: lng, lat });
    if (context.isPicking()) return;
    const hits = featuresAt(event);
    map.getCanvas().style.cursor = hits.length > 0 ? 'pointer' : '';
    events.onHover(marksAt(event)[0], event.point.x, event.point.y);
  });
  map.on('mouseout', () => {
    events.onCursor(undefined);
    events.onHover(undefined, 0, 0);
  });
}
