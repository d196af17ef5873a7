/**
 * A map as a picture for paper. The live map cannot be printed (its pixels are gone after each frame),
 * so a second one is drawn off screen at print resolution. Attribution, scale bar and legend are not in
 * the picture: the report prints them as text and lines.
 */
import type { StyleSpecification } from 'maplibre-gl';
import { keepEdgesClear } from './clear-edges.ts';
import {
  addIncidentLayers,
  clusterLayer,
  markLayer,
  setHalos,
  setPoints,
  setSelected,
} from './incident-layers.ts';
import { sharpFrame } from './map-pixels.ts';
import { maplibregl } from './maplibre.ts';
import { addMarkImages } from './mark-images.ts';
import type { MapTheme } from './palette.ts';
import { type Bounds, boundsOf, type MapPoints, type PointColouring } from './points.ts';
import { type MapLang, mapStyle } from './style.ts';

export interface SnapshotOptions {
  readonly points: MapPoints;
  /** Size on paper. */
  readonly mm: Size;
  readonly lang: MapLang;
  readonly theme?: MapTheme;
  readonly colourBy?: PointColouring;
  /** Incident ringed, as the one a brief is about. */
  readonly selectedId?: string | undefined;
  /** Dots per inch; 300 by default, 600 at most. */
  readonly dpi?: number;
  /** The surroundings to draw beside what the map shows, without incidents; undefined for none. */
  readonly contextOf?: (shown: Bounds) => Surroundings | undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  readonly bounds: Bounds;
  /** Size on paper, millimetres. */
  readonly mm: Size;
}

export interface Snapshot {
  readonly png: Blob;
  /** What the picture shows, for the scale bar. */
  readonly bounds: Bounds;
  /** Metres per millimetre of paper at the middle of the map. */
  readonly metresPerMm: number;
}

export interface SnapshotInPlace extends Snapshot {
  readonly context: Snapshot | undefined;
}

/** Where names and marks stand does not hang on it. */
const roughRatio = 1 / 8;
const cssPixelsPerMm = 96 / 25.4;
const timeLimitMs = 60_000;
/** Closest view: one incident alone should still show the towns around it. */
const closestZoom = 8.5;
/** Pixels at the lower edge of a large map that its scale bar covers. */
const footOfLarge = 28;
const wholeSahel: Bounds = [-6, 9, 16, 20];

/**
 * Draws the points on the base map, and their surroundings on the same map. Takes one to seven seconds
 * with software rendering.
 * @throws Error when WebGL 2 is missing, or the map is not drawn whole or not within a minute
 */
export async function snapshot(options: SnapshotOptions): Promise<SnapshotInPlace> {
  const { points, mm, lang, theme = 'print', colourBy = 'status', selectedId } = options;
  const ratio = Math.min(options.dpi ?? 300, 600) / 96;
  const bounds = boundsOf(points) ?? wholeSahel;
  return offScreen({ bounds, mm, foot: footOfLarge }, paperStyle(theme, lang), async (desk) => {
    const { map } = desk;
    addMarkImages(map, theme, ratio);
    addIncidentLayers(map, { theme, clusterRadius: 12 });
    setPoints(map, points, colourBy);
    setHalos(map, points, points.ids.keys());
    const selected = points.ids.indexOf(selectedId ?? '');
    setSelected(map, points, selected < 0 ? undefined : selected);
    keepEdgesClear(map, footOfLarge);
    await settled(map);
    const marks = map.queryRenderedFeatures({ layers: [clusterLayer, markLayer] });
    if (points.ids.length > 0 && marks.length === 0) throw new Error('The map has no incidents.');
    const large = await taken(desk, ratio);
    const around = options.contextOf?.(large.bounds);
    if (around === undefined) return { ...large, context: undefined };
    map.setStyle(contextStyle(theme, lang), { diff: true });
    desk.frame({ ...around, foot: 0 });
    keepEdgesClear(map, 0);
    await settled(map);
    return { ...large, context: await taken(desk, ratio) };
  });
}

/** Print is sharp and nobody can look closer: names of towns may stand nearer to one another than on a screen. */
function paperStyle(theme: MapTheme, lang: MapLang): StyleSpecification {
  const style = mapStyle(theme, lang);
  return {
    ...style,
    layers: style.layers.map((layer) =>
      layer.type === 'symbol' && layer.source === 'places'
        ? { ...layer, layout: { ...layer.layout, 'text-padding': 2 } }
        : layer,
    ),
  };
}

/** The base map alone. In a picture as small as a stamp names of the usual size would leave no room for one another. */
function contextStyle(theme: MapTheme, lang: MapLang): StyleSpecification {
  const style = mapStyle(theme, lang);
  const small = { 'text-size': 8, 'text-letter-spacing': 0 };
  return {
    ...style,
    layers: style.layers.map((layer) =>
      layer.id === 'label-country' && layer.type === 'symbol'
        ? { ...layer, layout: { ...layer.layout, ...small } }
        : layer,
    ),
  };
}

interface Frame extends Surroundings {
  /** CSS pixels at the lower edge that are covered. */
  readonly foot: number;
}

interface Desk {
  readonly map: maplibregl.Map;
  /** Turns the map to another part of the world, at another size. */
  readonly frame: (frame: Frame) => void;
  /** Throws when anything of the map could not be had: without a part of itself it looks like empty country. */
  readonly check: () => void;
}

const pixelsOf = (mm: number) => Math.round(mm * cssPixelsPerMm);

function fitOf({ mm, foot }: Frame) {
  const room = Math.min(24, pixelsOf(mm.height) / 11);
  return {
    padding: { top: room, left: room, right: room, bottom: room + foot },
    maxZoom: closestZoom,
  };
}

/** A map beside the page for the time of `work`. */
async function offScreen<T>(
  frame: Frame,
  style: StyleSpecification,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const holder = document.createElement('div');
  const shape = ({ mm }: Frame) =>
    Object.assign(holder.style, {
      ...{ position: 'fixed', left: '-20000px', top: '0' },
      ...{ width: `${pixelsOf(mm.width)}px`, height: `${pixelsOf(mm.height)}px` },
    });
  const boxOf = ({
    bounds: [west, south, east, north],
  }: Frame): [number, number, number, number] => [west, south, east, north];
  shape(frame);
  document.body.append(holder);
  const faults: string[] = [];
  try {
    const map = new maplibregl.Map({
      container: holder,
      style,
      ...{ bounds: boxOf(frame), fitBoundsOptions: fitOf(frame) },
      ...{ interactive: false, attributionControl: false, fadeDuration: 0, trackResize: false },
      // a frame comes with each tile: until all stands where it stays they are as good as unseen
      pixelRatio: roughRatio,
      maxCanvasSize: [8192, 8192],
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
    });
    try {
      watchFaults(map, faults);
      await happens(map, 'load');
      return await work({
        map,
        frame: (next) => {
          shape(next);
          map.resize();
          map.fitBounds(boxOf(next), { ...fitOf(next), animate: false });
        },
        check: () => {
          if (faults.length > 0) throw new Error(`The map was not drawn whole: ${faults[0]}`);
        },
      });
    } finally {
      map.remove();
    }
  } finally {
    holder.remove();
  }
}

/** Notes whatever a map could not be given: tiles, letters, its drawing surface. */
function watchFaults(map: maplibregl.Map, faults: string[]): void {
  map.on('error', ({ error }) => faults.push(error.message));
  map.on('webglcontextlost', () => faults.push('the drawing surface was taken away'));
}

/** The picture of what stands on the map now. */
async function taken({ map, check }: Desk, ratio: number): Promise<Snapshot> {
  check();
  const picture = await sharpFrame(map, ratio, roughRatio);
  check();
  const shown = map.getBounds();
  const metresPerPixel =
    (40_075_016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
  return {
    png: await picture.convertToBlob({ type: 'image/png' }),
    bounds: [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()],
    metresPerMm: metresPerPixel * cssPixelsPerMm,
  };
}

/**
 * Waits until a map is at rest with all it needs: it may say so once before what was just added is asked for.
 * @throws Error after a minute
 */
async function settled(map: maplibregl.Map): Promise<void> {
  do {
    map.triggerRepaint();
    await happens(map, 'idle');
  } while (!map.loaded() || !map.areTilesLoaded());
  placeAnew(map);
}

/**
 * A name keeps the side of its dot that it had in the frame before, and so hangs on which tile came
 * first. Placed once more from nothing, the same map is the same picture.
 */
function placeAnew(map: maplibregl.Map): void {
  Object.assign(map.style, { placement: undefined, pauseablePlacement: undefined });
  map.redraw();
}

/** Waits for an event of a map. @throws Error after a minute */
export function happens(map: maplibregl.Map, event: 'load' | 'idle'): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The map took too long to draw.')),
      timeLimitMs,
    );
    void map.once(event, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
