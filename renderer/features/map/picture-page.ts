// The page around a drawn map: title, filter, period, label, legend, scale and sources, as one PNG.
import { tlpColours, tlpGround, tlpText } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { type Mark, markColour, markPath } from '../../map-kit/marks.ts';
import { niceDistance } from '../../map-kit/nice-distance.ts';
import { paletteOf } from '../../map-kit/palette.ts';
import type { PictureMap } from '../../map-kit/picture-map.ts';

/** One line of the legend: a mark, a square of a colour, or a circle of several. */
export interface PictureLegendLine {
  readonly sign:
    | { readonly mark: Mark; readonly isHollow: boolean }
    | { readonly colour: string }
    | 'circle';
  readonly words: string;
  readonly count: string;
}

export interface PicturePage {
  readonly title: string;
  readonly label: TlpLabel;
  /** Filter and period in words. */
  readonly lines: readonly string[];
  readonly legend: {
    readonly title: string;
    readonly lines: readonly PictureLegendLine[];
    readonly notes: readonly string[];
  };
  /** Sources of the base map. */
  readonly attribution: string;
  /** How many are shown, when it was made. */
  readonly foot: string;
  readonly distance: (metres: number) => string;
}

const ink = '#1d1b18';
const soft = '#5b554b';
const ground = '#ffffff';
const pad = 16;
const lineHeight = 18;
const font = (size: number, weight = 400) => `${weight} ${size}px Inter, "Noto Sans", sans-serif`;

/** Words in lines of at most `width` pixels; a word that is too long stands alone. */
export function wrapped(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function drawLabel(context: CanvasRenderingContext2D, label: TlpLabel, right: number): number {
  const text = tlpText(label);
  context.font = font(14, 700);
  const width = context.measureText(text).width + 16;
  context.fillStyle = tlpGround;
  context.fillRect(right - width, pad, width, 24);
  context.fillStyle = tlpColours[label];
  context.fillText(text, right - width + 8, pad + 17);
  return width;
}

function drawSign(context: CanvasRenderingContext2D, sign: PictureLegendLine['sign'], y: number) {
  if (sign === 'circle') {
    context.fillStyle = paletteOf('print').cluster;
    context.beginPath();
    context.arc(8, y + 8, 7, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  if ('colour' in sign) {
    context.fillStyle = sign.colour;
    context.fillRect(0, y + 2, 16, 12);
    context.strokeStyle = '#c9c3ba';
    context.lineWidth = 1;
    context.strokeRect(0.5, y + 2.5, 15, 11);
    return;
  }
  context.save();
  context.translate(0, y);
  context.scale(16 / 24, 16 / 24);
  const path = new Path2D(markPath(sign.mark.shape));
  const colour = markColour(sign.mark, 'print');
  context.lineJoin = 'round';
  context.strokeStyle = colour;
  context.lineWidth = 2.4;
  context.fillStyle = sign.isHollow ? ground : colour;
  context.fill(path);
  if (sign.isHollow) context.stroke(path);
  context.restore();
}

/** In the lower left corner of the map, as on screen; what has no room is left out from the end. */
function drawLegend(
  context: CanvasRenderingContext2D,
  { title, lines, notes }: PicturePage['legend'],
  bottom: number,
  mostHeight: number,
): void {
  context.font = font(12);
  const widthOf = (text: string) => context.measureText(text).width;
  const most = 230;
  const noteLines = notes.flatMap((note) => wrapped(note, most, widthOf));
  const room = Math.max(1, Math.floor((mostHeight - 40) / lineHeight) - noteLines.length);
  const rows = lines
    .flatMap(({ sign, words, count }) =>
      wrapped(words, most - 60, widthOf).map((line, at) =>
        at === 0 ? { sign, line, count } : { sign: undefined, line, count: '' },
      ),
    )
    .slice(0, room);
  const width = Math.max(
    ...rows.map(({ line, count }) => 24 + widthOf(line) + 16 + widthOf(count)),
    ...noteLines.map(widthOf),
    widthOf(title) * 1.1,
  );
  const height = (rows.length + noteLines.length) * lineHeight + 28;
  context.save();
  context.translate(pad, bottom - height - 10);
  context.fillStyle = ground;
  context.strokeStyle = '#c9c3ba';
  context.lineWidth = 1;
  context.fillRect(0, 0, width + 20, height);
  context.strokeRect(0.5, 0.5, width + 19, height - 1);
  context.translate(10, 6);
  context.fillStyle = soft;
  context.font = font(12, 600);
  context.fillText(title, 0, 12);
  context.font = font(12);
  rows.forEach(({ sign, line, count }, at) => {
    const y = 20 + at * lineHeight;
    if (sign !== undefined) drawSign(context, sign, y);
    context.fillStyle = ink;
    context.fillText(line, 24, y + 12);
    context.fillStyle = soft;
    context.fillText(count, width - widthOf(count), y + 12);
  });
  noteLines.forEach((note, at) => {
    context.fillText(note, 0, 20 + (rows.length + at) * lineHeight + 12);
  });
  context.restore();
}

function drawScale(
  context: CanvasRenderingContext2D,
  page: PicturePage,
  metresPerPixel: number,
  right: number,
  bottom: number,
): void {
  const metres = niceDistance(metresPerPixel * 140);
  const width = metres / metresPerPixel;
  const left = right - width;
  const path = new Path2D(`M${left} ${bottom - 14}v6H${right}v-6`);
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.stroke(path);
  context.lineWidth = 1.5;
  context.strokeStyle = ink;
  context.stroke(path);
  context.font = font(12);
  const words = page.distance(metres);
  context.lineWidth = 3;
  context.strokeStyle = ground;
  context.strokeText(words, left + 4, bottom - 14);
  context.fillStyle = ink;
  context.fillText(words, left + 4, bottom - 14);
}

/**
 * Puts the page together: `width` and `height` are of the map in CSS pixels, `ratio` pixels to one.
 * @throws Error where the browser gives no canvas
 */
export async function pictureOf(
  page: PicturePage,
  map: PictureMap,
  { width, height, ratio }: { width: number; height: number; ratio: number },
): Promise<Uint8Array<ArrayBuffer>> {
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(font(14, weight))));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas for the picture.');
  const widthOf = (text: string) => context.measureText(text).width;
  context.font = font(20, 600);
  const titleLines = wrapped(page.title, width - 3 * pad - 150, widthOf);
  context.font = font(13);
  const lines = page.lines.flatMap((line) => wrapped(line, width - 2 * pad, widthOf));
  const head = pad + titleLines.length * 26 + lines.length * lineHeight + 10;
  context.font = font(12);
  const inner = width - 2 * pad;
  const isOneLine = widthOf(page.foot) + widthOf(page.attribution) + 2 * pad <= inner;
  const footLines = isOneLine
    ? [page.foot]
    : [page.foot, page.attribution].flatMap((text) => wrapped(text, inner, widthOf));
  const foot = 16 + footLines.length * lineHeight;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((head + height + foot) * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, head + height + foot);
  drawLabel(context, page.label, width - pad);
  context.fillStyle = ink;
  context.font = font(20, 600);
  titleLines.forEach((line, at) => {
    context.fillText(line, pad, pad + 18 + at * 26);
  });
  context.font = font(13);
  context.fillStyle = soft;
  lines.forEach((line, at) => {
    context.fillText(line, pad, pad + titleLines.length * 26 + 12 + at * lineHeight);
  });
  context.drawImage(map.canvas, 0, head, width, height);
  drawLegend(context, page.legend, head + height, height);
  drawScale(context, page, map.metresPerPixel, width - pad, head + height - 4);
  context.font = font(12);
  context.fillStyle = soft;
  footLines.forEach((line, at) => {
    context.fillText(line, pad, head + height + 22 + at * lineHeight);
  });
  if (isOneLine) {
    context.fillText(page.attribution, width - pad - widthOf(page.attribution), head + height + 22);
  }
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (png === null) throw new Error('The picture could not be written.');
  return new Uint8Array(await png.arrayBuffer());
}
