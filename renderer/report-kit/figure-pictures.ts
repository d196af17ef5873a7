// Figures as pictures, for files that take no drawings: each SVG as it stands in the page, 300 dpi.

import latin from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import extended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?inline';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { FigurePicture } from '../../shared/report/drawn-figures.ts';
import { isFigure } from '../../shared/report/figure-alt.ts';
import { blobsOf } from './drawn-page.ts';
import { asData } from './picture-data.ts';
import type { MapPictures } from './use-map-pictures.ts';

const pixelsPerMm = 300 / 25.4;

/** Call when the figures of the page are drawn. Throws where one cannot be read back. */
export async function figurePictures(
  report: ReportDocument,
  pictures: MapPictures,
): Promise<FigurePicture[]> {
  const positions = report.blocks.flatMap((block, at) => (isFigure(block) ? [at] : []));
  const drawings = document.querySelectorAll<SVGSVGElement>('.report-figure > svg');
  const style = letters();
  const blobs = blobsOf(pictures);
  const made: FigurePicture[] = [];
  for (const [index, at] of positions.entries()) {
    const drawing = drawings[index];
    if (drawing === undefined) continue;
    const { width, height } = drawing.viewBox.baseVal;
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const maps = await mapsOf(copy, blobs);
    copy.prepend(style.cloneNode(true));
    const png = await drawn(copy, maps, width * pixelsPerMm, height * pixelsPerMm);
    made.push({ at, png, width, height });
  }
  return made;
}

interface PlacedMap {
  readonly bitmap: ImageBitmap;
  /** Left, top, width and height, millimetres. */
  readonly box: readonly [number, number, number, number];
}

/**
 * Takes the maps out of a drawing. They lie under its lines and are painted first: Chromium does not
 * wait for pictures inside a picture, so that some would be missing.
 */
async function mapsOf(copy: SVGSVGElement, blobs: ReadonlyMap<string, Blob>): Promise<PlacedMap[]> {
  const maps: PlacedMap[] = [];
  for (const image of copy.querySelectorAll('image')) {
    const blob = blobs.get(image.getAttribute('href') ?? '');
    if (blob !== undefined) {
      const at = (name: string) => Number(image.getAttribute(name));
      const bitmap = await createImageBitmap(blob);
      maps.push({ bitmap, box: [at('x'), at('y'), at('width'), at('height')] });
    }
    image.remove();
  }
  return maps;
}

/** A picture has no letters of the page: they go into it. */
function letters(): SVGStyleElement {
  const faces = [
    ['Inter', extended],
    ['Inter', latin],
    ['Noto Sans Arabic', arabic],
  ] as const;
  const rules = faces.map(([family, file], at) => {
    // the later of two faces of one family holds the plain letters
    const range = at === 0 ? 'unicode-range: U+0100-02BA, U+1E00-1E9F, U+20A0-20AB;' : '';
    return `@font-face { font-family: "${family}"; src: url(${file}); ${range} }`;
  });
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = rules.join('\n');
  return style;
}

async function drawn(
  svg: SVGSVGElement,
  maps: readonly PlacedMap[],
  width: number,
  height: number,
): Promise<string> {
  svg.setAttribute('width', String(Math.round(width)));
  svg.setAttribute('height', String(Math.round(height)));
  const text = new XMLSerializer().serializeToString(svg);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width);
    canvas.height = Math.round(height);
    const brush = canvas.getContext('2d');
    if (brush === null) throw new Error('The page has no canvas.');
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    const mm = pixelsPerMm;
    for (const { bitmap, box } of maps) {
      const [left, top, wide, high] = box;
      brush.drawImage(bitmap, left * mm, top * mm, wide * mm, high * mm);
      bitmap.close();
    }
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png === null) throw new Error('A figure could not be read back.');
    return (await asData(png)).replace(/^data:[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(url);
  }
}
