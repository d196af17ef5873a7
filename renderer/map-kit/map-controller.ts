/** Points held by the page on one interactive map: plain data in, plain events out. No React, no store. */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import {
  type BaseMap,
  type BaseMapOptions,
  closestZoom,
  createBaseMap,
  duration,
  type MapPosition,
} from './base-map.ts';
import {
  addIncidentLayers,
  clusterLayer,
  incidentSource,
  markLayer,
  setHalos,
  setPoints,
  setSelected,
} from './incident-layers.ts';
import { type MapPoints, noPoints, type PointColouring } from './points.ts';
import { indexesWithHalo, indexesWithin, isOneSpot } from './spread.ts';

/** What the map shows now; told after every movement. */
export interface MapViewState extends MapPosition {
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
  readonly colourBy: PointColouring;
  readonly selectedAt: number | undefined;
}

export interface MapController extends Omit<BaseMap, 'map' | 'isReady' | 'position' | 'reveal'> {
  readonly setData: (data: MapData) => void;
  readonly setPicking: (isPicking: boolean) => void;
  /** Brings a point into view without changing the zoom when it is already there. */
  readonly reveal: (at: number) => void;
}

export interface MapOptions extends Omit<BaseMapOptions, 'onStyle' | 'onMoved'> {
  readonly events: MapEvents;
}

/** Makes the map. Throws where WebGL 2 is missing; ask `canDrawMaps()` first. */
export function createMap({ events, ...options }: MapOptions): MapController {
  let data: MapData = { points: noPoints, colourBy: 'status', selectedAt: undefined };
  let isPicking = false;
  const tellView = () => {
    const position = base.position();
    const inView = indexesWithin(data.points, position.bounds);
    if (base.isReady()) {
      const shown = indexesWithHalo(data.points, inView, position.metresPerPixel);
      setHalos(base.map, data.points, shown);
    }
    events.onView({ ...position, inView });
  };
  const draw = () => {
    if (!base.isReady()) return;
    setPoints(base.map, data.points, data.colourBy);
    setSelected(base.map, data.points, data.selectedAt);
    tellView();
  };
  const base = createBaseMap({
    ...options,
    onStyle: (map, theme) => {
      addIncidentLayers(map, { theme, clusterRadius: 34 });
      draw();
    },
    onMoved: tellView,
  });
  addPointer(base.map, events, {
    data: () => data,
    isReady: base.isReady,
    isPicking: () => isPicking,
  });

  return {
    ...base,
    setData(next) {
      const isOnlySelection = next.points === data.points && next.colourBy === data.colourBy;
      data = next;
      if (!base.isReady()) return;
      if (isOnlySelection) setSelected(base.map, data.points, data.selectedAt);
      else draw();
    },
    setPicking(next) {
      isPicking = next;
      base.map.getCanvas().style.cursor = next ? 'crosshair' : '';
    },
    reveal: (at) => base.reveal(data.points.lon[at] ?? 0, data.points.lat[at] ?? 0),
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
