/** Draws the marks as images for the map. */
import type { Map as MapLibre } from 'maplibre-gl';
import { allMarks, clusterBox, type Mark, markColour, markImageName, markPath } from './marks.ts';
import { type MapTheme, paletteOf } from './palette.ts';

const boxSize = 24;

function drawMark(mark: Mark, isHollow: boolean, theme: MapTheme, ratio: number): ImageData {
  const canvas = document.createElement('canvas');
  const size = boxSize * ratio;
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas is available for the marks of the map.');
  context.scale(ratio, ratio);
  const path = new Path2D(markPath(mark.shape));
  const ground = paletteOf(theme).halo;
  const colour = markColour(mark, theme);
  context.lineJoin = 'round';
  context.strokeStyle = ground;
  context.lineWidth = isHollow ? 5.5 : 3;
  context.stroke(path);
  if (isHollow) {
    context.globalAlpha = 0.72;
    context.fillStyle = ground;
    context.fill(path);
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = 2.4;
    context.stroke(path);
  } else {
    context.fillStyle = colour;
    context.fill(path);
  }
  return context.getImageData(0, 0, size, size);
}

/** Adds all marks, or draws them again for another theme. `ratio`: device pixels per CSS pixel. */
export function addMarkImages(map: MapLibre, theme: MapTheme, ratio: number): void {
  if (!map.hasImage(clusterBox)) {
    map.addImage(clusterBox, { width: 26, height: 26, data: new Uint8Array(26 * 26 * 4) });
  }
  for (const mark of allMarks()) {
    for (const isHollow of [false, true]) {
      const name = markImageName(mark.category, isHollow);
      if (map.hasImage(name)) map.removeImage(name);
      map.addImage(name, drawMark(mark, isHollow, theme, ratio), { pixelRatio: ratio });
    }
  }
}
