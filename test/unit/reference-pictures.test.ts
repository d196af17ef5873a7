/** The eye of the golden reports: what it sees, and what it passes over. */
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { compare } from '../helpers/reference-pictures.ts';

const [width, height] = [330, 468];

/** A white page on which each dot of the boxes has the given shade, 0 black to 255 white. */
function page(
  ...boxes: readonly (readonly [x: number, y: number, w: number, h: number, shade: number])[]
) {
  const picture = new PNG({ width, height });
  picture.data.fill(255);
  for (const [left, top, across, down, shade] of boxes) {
    for (let y = top; y < top + down; y += 1) {
      for (let x = left; x < left + across; x += 1) {
        picture.data.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return PNG.sync.write(picture);
}
/** Lines of text from a height on. */
const lines = (from: number) =>
  Array.from({ length: 20 }, (_, at) => [30, from + at * 12, 270, 5, 60] as const);

describe('two pages are compared', () => {
  test('given the same page, nothing differs', () => {
    expect(compare(page(...lines(60)), page(...lines(60))).share).toBe(0);
  });

  test('given a letter that is smoothed otherwise, hardly anything differs', () => {
    const faint = [100, 400, 40, 5, 235] as const;
    expect(compare(page(...lines(60)), page(...lines(60), faint)).share).toBeLessThan(0.002);
  });

  test('given a figure that is missing, a tenth of the page differs', () => {
    const figure = [30, 300, 270, 60, 90] as const;
    expect(compare(page(...lines(60)), page(...lines(60), figure)).share).toBeGreaterThan(0.08);
  });

  test('given lines that all moved down by one, more differs than may', () => {
    expect(compare(page(...lines(60)), page(...lines(66))).share).toBeGreaterThan(0.1);
  });

  test('given another size of paper, it is an error', () => {
    const wide = PNG.sync.write(new PNG({ width: 331, height }));
    expect(() => compare(page(), wide)).toThrow('331');
  });
});
