/** The one place that prepares MapLibre for a page served from `app://`. */
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

// MapLibre guesses its worker's address only on http(s) pages.
maplibregl.setWorkerUrl(new URL(workerUrl, document.baseURI).href);

export { maplibregl };

/** Whether a map can be drawn at all: MapLibre needs WebGL 2. */
export function canDrawMaps(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
