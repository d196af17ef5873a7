// Labels on the canvas over the picture: number of the group, name, and a pin.
import { type LabelBox, labelsApart } from '../../../shared/network/labels-apart.ts';
import type { NetPalette } from './palette.ts';

interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
  readonly color: string;
  readonly [other: string]: unknown;
}

interface Lettering {
  readonly labelSize: number;
  readonly labelFont: string;
}

const longest = 32;

function wordsOf(data: Labelled): string {
  const name = data.label ?? '';
  const short = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  const group = Number(data['group'] ?? 0);
  return group > 0 ? `${group} · ${short}` : short;
}

function paletteOfNode(data: Labelled): NetPalette | undefined {
  return data['palette'] as NetPalette | undefined;
}

/** A square with a foot at the middle of a node that is pinned. */
function drawPin(context: CanvasRenderingContext2D, { x, y }: Labelled, palette: NetPalette): void {
  context.fillStyle = palette.text;
  context.strokeStyle = palette.ground;
  context.lineWidth = 1;
  context.beginPath();
  context.rect(x - 2.5, y - 4, 5, 5);
  context.rect(x - 0.75, y + 1, 1.5, 4);
  context.fill();
  context.stroke();
}

function write(
  context: CanvasRenderingContext2D,
  words: string,
  [x, y]: readonly [number, number],
  palette: NetPalette,
  { labelSize, labelFont }: Lettering,
): void {
  context.font = `${labelSize}px ${labelFont}`;
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.ground;
  context.fillStyle = palette.text;
  context.strokeText(words, x, y);
  context.fillText(words, x, y);
}

const placeOf = ({ x, y, size }: Labelled, { labelSize }: Lettering) =>
  [x + size + 3, y + labelSize / 3] as const;

interface Waiting extends LabelBox {
  readonly write: () => void;
}

/** The labels of one frame: written when all are known, so that none stands over another. */
export class LabelSheet {
  #waiting: Waiting[] = [];
  #height = 0;

  /** As sigma asks for each label; a pin is drawn at once. */
  readonly add = (
    context: CanvasRenderingContext2D,
    data: Labelled,
    lettering: Lettering,
  ): void => {
    const palette = paletteOfNode(data);
    if (palette === undefined) return;
    if (data['isPinned'] === true) drawPin(context, data, palette);
    if ((data.label ?? '') === '') return;
    const words = wordsOf(data);
    const place = placeOf(data, lettering);
    context.font = `${lettering.labelSize}px ${lettering.labelFont}`;
    this.#height = lettering.labelSize + 2;
    this.#waiting.push({
      left: place[0],
      right: place[0] + context.measureText(words).width,
      middle: data.y,
      // what is pointed at, chosen or on a way before what is merely large
      rank: data.size + (data['forceLabel'] === true ? 1000 : 0),
      write: () => write(context, words, place, palette, lettering),
    });
  };

  /** Writes what was asked for since the last time. */
  readonly flush = (): void => {
    for (const label of labelsApart(this.#waiting, this.#height)) label.write();
    this.#waiting = [];
  };
}

/** A ring round what is pointed at or chosen, and its label. */
export function drawHover(
  context: CanvasRenderingContext2D,
  data: Labelled,
  lettering: Lettering,
): void {
  const palette = paletteOfNode(data);
  if (palette === undefined) return;
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palette.chosen;
  context.stroke();
  if (data['isPinned'] === true) drawPin(context, data, palette);
  if ((data.label ?? '') === '') return;
  write(context, wordsOf(data), placeOf(data, lettering), palette, lettering);
}
