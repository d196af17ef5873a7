/** The map of a view drawn once more off the screen, at any sharpness, for a picture file. */
import { shownMaps } from '../state/own-maps.ts';
import type { Position } from './area.ts';
import { type ColouredAreas, showAreas } from './area-layers.ts';
import type { MapPosition } from './base-map.ts';
import { happens } from './map-snapshot.ts';
import { maplibregl } from './maplibre.ts';
import { addMarkImages } from './mark-images.ts';
import { showOwnMaps } from './own-map-layers.ts';
import type { MapTheme } from './palette.ts';
import type { Bounds } from './points.ts';
import { type MapLang, mapStyle } from './style.ts';
import {
  addOverlays,
  type Halo,
  showHalos,
  showSketch,
  showTiles,
  type TilesShown,
} from './tile-layers.ts';

export interface PictureMapOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture to one of them. */
  readonly ratio: number;
  readonly stand: Pick<MapPosition, 'center' | 'zoom'>;
  readonly theme: MapTheme;
  readonly lang: MapLang;
  readonly tiles: TilesShown | undefined;
  readonly areas: ColouredAreas | undefined;
  /** Closed rings of the area that the filter holds. */
  readonly rings: readonly (readonly Position[])[];
  /** Circles of precision in sight. */
  readonly halosIn: (bounds: Bounds, metresPerPixel: number) => Promise<readonly Halo[]>;
}

export interface PictureMap {
  readonly canvas: HTMLCanvasElement;
  /** Of a CSS pixel, at the middle. */
  readonly metresPerPixel: number;
}

/**
 * Draws it. Takes one to ten seconds with software rendering.
 * @throws Error when WebGL 2 is missing or the map is not drawn within a minute
 */
export async function drawPictureMap(options: PictureMapOptions): Promise<PictureMap> {
  const { width, height, ratio, stand, theme, lang } = options;
  const holder = document.createElement('div');
  Object.assign(holder.style, {
    ...{ position: 'fixed', left: '-20000px', top: '0' },
    ...{ width: `${width}px`, height: `${height}px` },
  });
  document.body.append(holder);
  const map = new maplibregl.Map({
    container: holder,
    style: mapStyle(theme, lang),
    ...{ center: [stand.center[0], stand.center[1]], zoom: stand.zoom },
    ...{ interactive: false, attributionControl: false, fadeDuration: 0, pixelRatio: ratio },
    maxCanvasSize: [8192, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
  });
  try {
    await happens(map, 'load');
    addMarkImages(map, theme, Math.max(2, ratio));
    showOwnMaps(map, shownMaps(), theme, lang);
    addOverlays(map, theme);
    showAreas(map, options.areas);
    showTiles(map, options.tiles, undefined, theme, lang);
    showSketch(map, { rings: options.rings, line: [] });
    const shown = map.getBounds();
    const metresPerPixel =
      (40_075_016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
    const bounds: Bounds = [
      ...([shown.getWest(), shown.getSouth()] as const),
      ...([shown.getEast(), shown.getNorth()] as const),
    ];
    showHalos(map, await options.halosIn(bounds, metresPerPixel));
    // it may have come to rest while the circles were read
    map.triggerRepaint();
    await happens(map, 'idle');
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d')?.drawImage(map.getCanvas(), 0, 0, canvas.width, canvas.height);
    return { canvas, metresPerPixel };
  } finally {
    map.remove();
    holder.remove();
  }
}
