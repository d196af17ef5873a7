/** One interactive MapLibre map with the base map's style, without incidents: what all maps here share. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { OwnMap } from '../../shared/contract/own-map-calls.ts';
import { followOwnMaps, shownMaps } from '../state/own-maps.ts';
import { maplibregl } from './maplibre.ts';
import { addMarkImages } from './mark-images.ts';
import { showOwnMaps } from './own-map-layers.ts';
import type { MapTheme } from './palette.ts';
import type { Bounds } from './points.ts';
import { type MapLang, mapStyle } from './style.ts';

/** Where a map stands; told after every movement. */
export interface MapPosition {
  readonly bounds: Bounds;
  /** Longitude and latitude of the middle. */
  readonly center: readonly [number, number];
  readonly zoom: number;
  /** At the middle of the map. */
  readonly metresPerPixel: number;
}

export interface BaseMapOptions {
  readonly container: HTMLElement;
  readonly theme: MapTheme;
  readonly lang: MapLang;
  /** Name of the map for assistive technology. */
  readonly title: string;
  /** A box to fit, or a view to come back to. */
  readonly start: Bounds | Pick<MapPosition, 'center' | 'zoom'>;
  /** The style is there, for the first time or anew: layers on top are to be added. */
  readonly onStyle: (map: MapLibre, theme: MapTheme) => void;
  /** Also when the size changed. */
  readonly onMoved: () => void;
}

export interface BaseMap {
  readonly map: MapLibre;
  /** False while the style is on its way. */
  readonly isReady: () => boolean;
  readonly position: () => MapPosition;
  readonly setLook: (theme: MapTheme, lang: MapLang) => void;
  /** Stands there at once. */
  readonly jumpTo: (stand: Pick<MapPosition, 'center' | 'zoom'>) => void;
  readonly fit: (bounds: Bounds, isAnimated: boolean) => void;
  readonly zoomBy: (steps: number) => void;
  /** Pixels from the top left corner. */
  readonly project: (lon: number, lat: number) => { readonly x: number; readonly y: number };
  /** Brings a point into view without changing the zoom when it is already there. */
  readonly reveal: (lon: number, lat: number) => void;
  /** Once more as it is. */
  readonly redraw: () => void;
  readonly remove: () => void;
}

/** Beyond this the base map has nothing more to show. */
export const closestZoom = 13;
const fitZoom = 9;

/** Maps of the analyst's own may show more: two steps beyond their last zoom, as far as streets. */
function closestZoomWith(own: readonly OwnMap[]): number {
  return Math.max(
    closestZoom,
    ...own.map(({ form, maxZoom }) => (form === 'shapes' ? 0 : Math.min(18, maxZoom + 2))),
  );
}

/** Milliseconds of a movement; none for people who asked the system for less motion. */
export function duration(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}

function startOf(start: BaseMapOptions['start']) {
  if ('zoom' in start) return { center: [...start.center] as [number, number], zoom: start.zoom };
  const [west, south, east, north] = start;
  const bounds: [number, number, number, number] = [west, south, east, north];
  return { bounds, fitBoundsOptions: { padding: 48, maxZoom: fitZoom } };
}

function positionOf(map: MapLibre): MapPosition {
  const shown = map.getBounds();
  const { lng, lat } = map.getCenter();
  const circle = 40_075_016.7 * Math.cos((lat * Math.PI) / 180);
  return {
    bounds: [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()],
    center: [lng, lat],
    zoom: map.getZoom(),
    metresPerPixel: circle / (512 * 2 ** map.getZoom()),
  };
}

/** Makes the map. Throws where WebGL 2 is missing; ask `canDrawMaps()` first. */
export function createBaseMap(options: BaseMapOptions): BaseMap {
  let look = { theme: options.theme, lang: options.lang };
  let isReady = false;
  const map = new maplibregl.Map({
    container: options.container,
    style: mapStyle(look.theme, look.lang),
    ...startOf(options.start),
    ...{ attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false },
    ...{ maxZoom: closestZoom, minZoom: 1, fadeDuration: duration(150), maxPitch: 0 },
    locale: { 'Map.Title': options.title },
  });
  const drawOwn = () => {
    const own = shownMaps();
    showOwnMaps(map, own, look.theme, look.lang);
    map.setMaxZoom(closestZoomWith(own));
  };
  const endOwn = followOwnMaps(() => {
    if (isReady) drawOwn();
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on('style.load', () => {
    addMarkImages(map, look.theme, Math.max(2, Math.ceil(devicePixelRatio)));
    isReady = true;
    drawOwn();
    options.onStyle(map, look.theme);
  });
  // For pictures and tests: the drawing on the glass is whole, no tile is on its way.
  map.on('idle', () => {
    map.getContainer().dataset.mapState = 'idle';
  });
  map.on('dataloading', () => {
    map.getContainer().dataset.mapState = 'loading';
  });
  map.on('moveend', options.onMoved);
  map.on('resize', options.onMoved);

  return {
    map,
    isReady: () => isReady,
    position: () => positionOf(map),
    setLook(theme, lang) {
      if (theme === look.theme && lang === look.lang) return;
      look = { theme, lang };
      isReady = false;
      map.setStyle(mapStyle(theme, lang), { diff: false });
    },
    jumpTo: ({ center: [lon, lat], zoom }) => void map.jumpTo({ center: [lon, lat], zoom }),
    fit(bounds, isAnimated) {
      const [west, south, east, north] = bounds;
      map.fitBounds([west, south, east, north], {
        ...{ padding: 48, maxZoom: fitZoom },
        duration: isAnimated ? duration(500) : 0,
      });
    },
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, duration: duration(200) }),
    project: (lon, lat) => map.project([lon, lat]),
    reveal(lon, lat) {
      if (map.getBounds().contains([lon, lat])) return;
      map.easeTo({ center: [lon, lat], duration: duration(400) });
    },
    redraw: () => map.triggerRepaint(),
    remove: () => {
      endOwn();
      map.remove();
    },
  };
}
