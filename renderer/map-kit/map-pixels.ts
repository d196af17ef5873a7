/** What a map has drawn, read back from the graphics processor without holding the page meanwhile. */
import type { maplibregl } from './maplibre.ts';

/** Milliseconds between two looks whether the pixels are there. */
const pollMs = 4;
const timeLimitMs = 60_000;

/**
 * One frame at `ratio` pixels to a CSS pixel, drawn at once and read back once: without a graphics
 * processor each frame at print resolution costs seconds, and a second reading might find a drawing
 * surface that was taken away since. The map goes back to
 * `roughRatio`.
 * @throws Error when the surface was taken away, nothing was drawn or it took more than a minute
 */
export async function sharpFrame(
  map: maplibregl.Map,
  ratio: number,
  roughRatio: number,
): Promise<OffscreenCanvas> {
  const gl = map.getCanvas().getContext('webgl2');
  if (gl === null) throw new Error('The map has no drawing surface.');
  map.setPixelRatio(ratio);
  map.redraw();
  const isWhole = map.loaded() && map.areTilesLoaded();
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const pixels = readBack(gl, width, height);
  // commands keep their order: the frame is read before the surface shrinks
  map.setPixelRatio(roughRatio);
  const picture = upright(await pixels, width, height);
  if (!isWhole) throw new Error('The map was not loaded when its picture was taken.');
  return picture;
}

async function readBack(
  gl: WebGL2RenderingContext,
  width: number,
  height: number,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const store = gl.createBuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, store);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, width * height * 4, gl.STREAM_READ);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const lost = () => new Error('The drawing surface of the map was taken away.');
  if (fence === null || gl.isContextLost()) throw lost();
  const begun = performance.now();
  while (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
    if (gl.isContextLost()) throw lost();
    if (performance.now() - begun > timeLimitMs) throw new Error('The map took too long to draw.');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  const pixels = new Uint8ClampedArray(width * height * 4);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, store);
  gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.deleteSync(fence);
  gl.deleteBuffer(store);
  if (gl.isContextLost()) throw lost();
  return pixels;
}

/** The lowest line of a drawing surface comes first. */
function upright(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
): OffscreenCanvas {
  if (isOneColour(pixels)) throw new Error('The picture of the map came out empty.');
  const flipped = new Uint8ClampedArray(pixels.length);
  const line = width * 4;
  for (let y = 0; y < height; y += 1) {
    flipped.set(pixels.subarray(y * line, (y + 1) * line), (height - 1 - y) * line);
  }
  const picture = new OffscreenCanvas(width, height);
  const brush = picture.getContext('2d', { willReadFrequently: true });
  if (brush === null) throw new Error('The page has no canvas.');
  brush.putImageData(new ImageData(flipped, width, height), 0, 0);
  return picture;
}

/** Whether nothing at all was drawn. */
export function isOneColour(pixels: Uint8ClampedArray<ArrayBuffer>): boolean {
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  return whole.every((pixel) => pixel === whole[0]);
}
