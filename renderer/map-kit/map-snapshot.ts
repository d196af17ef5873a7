/**
 * A map as a picture for paper. The live map cannot be printed (its pixels are gone after each frame),
 * so a second one is drawn off screen at print resolution. Attribution, scale bar and legend are not in
 * the picture: the report prints them as text and lines.
 */
import { addIncidentLayers, setHalos, setPoints, setSelected } from './incident-layers.ts';
import { maplibregl } from './maplibre.ts';
import { addMarkImages } from './mark-images.ts';
import type { MapTheme } from './palette.ts';
import { type Bounds, boundsOf, type MapPoints, type PointColouring } from './points.ts';
import { type MapLang, mapStyle } from './style.ts';

export interface SnapshotOptions {
  readonly points: MapPoints;
  /** What to show; left out: all points with their circles. */
  readonly bounds?: Bounds | undefined;
  /** Size on paper. */
  readonly mm: { readonly width: number; readonly height: number };
  readonly lang: MapLang;
  readonly theme?: MapTheme;
  readonly colourBy?: PointColouring;
  /** Incident ringed, as the one a brief is about. */
  readonly selectedId?: string | undefined;
  /** Dots per inch; 300 by default, 600 at most. */
  readonly dpi?: number;
}

export interface Snapshot {
  readonly png: Blob;
  /** What the picture shows, for the scale bar. */
  readonly bounds: Bounds;
  /** Metres per millimetre of paper at the middle of the map. */
  readonly metresPerMm: number;
}

const cssPixelsPerMm = 96 / 25.4;
const timeLimitMs = 60_000;
/** Closest view: one incident alone should still show the towns around it. */
const closestZoom = 8.5;
const wholeSahel: Bounds = [-6, 9, 16, 20];

/**
 * Draws the points on the base map. Takes one to seven seconds with software rendering.
 * @throws Error when WebGL 2 is missing or the map is not drawn within a minute
 */
export async function snapshot(options: SnapshotOptions): Promise<Snapshot> {
  const { points, mm, lang, theme = 'print', colourBy = 'status' } = options;
  const holder = document.createElement('div');
  const width = Math.round(mm.width * cssPixelsPerMm);
  const height = Math.round(mm.height * cssPixelsPerMm);
  Object.assign(holder.style, {
    ...{ position: 'fixed', left: '-20000px', top: '0' },
    ...{ width: `${width}px`, height: `${height}px` },
  });
  document.body.append(holder);
  const ratio = Math.min(options.dpi ?? 300, 600) / 96;
  const [west, south, east, north] = options.bounds ?? boundsOf(points) ?? wholeSahel;
  const map = new maplibregl.Map({
    container: holder,
    style: mapStyle(theme, lang),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 24, maxZoom: closestZoom },
    ...{ interactive: false, attributionControl: false, fadeDuration: 0, pixelRatio: ratio },
    maxCanvasSize: [8192, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
  });
  try {
    await happens(map, 'load');
    addMarkImages(map, theme, ratio);
    addIncidentLayers(map, { theme, clusterRadius: 12 });
    setPoints(map, points, colourBy);
    setHalos(map, points, points.ids.keys());
    const selected = points.ids.indexOf(options.selectedId ?? '');
    setSelected(map, points, selected < 0 ? undefined : selected);
    await happens(map, 'idle');
    const png = await new Promise<Blob | null>((done) => map.getCanvas().toBlob(done, 'image/png'));
    if (png === null) throw new Error('The picture of the map could not be read back.');
    const shown = map.getBounds();
    const metresPerPixel =
      (40_075_016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
    return {
      png,
      bounds: [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()],
      metresPerMm: metresPerPixel * cssPixelsPerMm,
    };
  } finally {
    map.remove();
    holder.remove();
  }
}

function happens(map: maplibregl.Map, event: 'load' | 'idle'): Promise<void> {
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
