// Labels on the canvas over the picture: number of the group, name, and a pin.
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

export function drawLabel(
  context: CanvasRenderingContext2D,
  data: Labelled,
  { labelSize, labelFont }: Lettering,
): void {
  const palette = paletteOfNode(data);
  if (palette === undefined) return;
  if (data['isPinned'] === true) drawPin(context, data, palette);
  const words = wordsOf(data);
  if ((data.label ?? '') === '') return;
  context.font = `${labelSize}px ${labelFont}`;
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.ground;
  context.fillStyle = palette.text;
  const [x, y] = [data.x + data.size + 3, data.y + labelSize / 3];
  context.strokeText(words, x, y);
  context.fillText(words, x, y);
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
  drawLabel(context, data, lettering);
}
