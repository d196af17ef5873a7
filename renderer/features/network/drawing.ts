// The picture as SVG, for paper and for the PNG: what is on screen, with title, legend and label. Pure.

import { xmlText } from '../../../shared/lib/xml-text.ts';
import type { Places } from '../../../shared/network/graph-files.ts';
import { labelsApart } from '../../../shared/network/labels-apart.ts';
import {
  heaviestOf,
  type NetModel,
  sizeOf,
  standingOfEdge,
  thicknessOf,
} from '../../../shared/network/model.ts';
import type { Measures } from './measures.ts';
import { groupColour, type NetPalette } from './palette.ts';

export interface DrawingWords {
  readonly title: string;
  /** The label that the picture falls under, as `TLP:AMBER`. */
  readonly label: string;
  readonly foot: string;
  readonly legend: readonly {
    readonly standing: 'firm' | 'claimed' | 'denied';
    readonly words: string;
  }[];
  readonly groups: readonly { readonly number: number; readonly words: string }[];
}

export const drawingSize = { width: 1600, height: 1130 } as const;
const margin = { top: 80, side: 110, bottom: 120 } as const;
const dashes = { firm: '', claimed: ' stroke-dasharray="7 5"', denied: ' stroke-dasharray="2 5"' };
/** Names beside nodes: those with most incidents, where none covers another. */
const mostNames = 120;

/** Pixels of a letter of a name, about. */
const letter = { width: 6.8, height: 14 } as const;

/** Draws all nodes and edges into the page, whatever part of them is in view on screen. */
export function drawing(
  model: NetModel,
  places: Places,
  measures: Measures | undefined,
  palette: NetPalette,
  words: DrawingWords,
): string {
  const { width, height } = drawingSize;
  const place = placer(places, model.nodes.length);
  const most = model.nodes.reduce((high, node) => Math.max(high, node.count), 1);
  const heaviest = heaviestOf(model);
  const number = (value: number) => value.toFixed(1);
  const edges = model.edges.map((edge) => {
    const [a, b] = [place(edge.from), place(edge.to)];
    const colour = edge.kind === 'relation' ? palette.relation : palette.edge;
    const thickness = edge.kind === 'together' ? thicknessOf(edge, heaviest) : 1.4;
    return `<line x1="${number(a.x)}" y1="${number(a.y)}" x2="${number(b.x)}" y2="${number(b.y)}" stroke="${colour}" stroke-width="${number(thickness)}"${dashes[standingOfEdge(edge)]}/>`;
  });
  const nodes = model.nodes.map((node, at) => {
    const { x, y } = place(at);
    const size = sizeOf(node, most) * 1.2;
    const title = `<title>${xmlText(node.name)}</title>`;
    if (node.kind === 'incident') {
      return `<rect x="${number(x - 4)}" y="${number(y - 4)}" width="8" height="8" fill="${palette.incident}">${title}</rect>`;
    }
    const colour = groupColour(palette, measures?.group[at] ?? 0);
    return `<circle cx="${number(x)}" cy="${number(y)}" r="${number(size)}" fill="${colour}">${title}</circle>`;
  });
  const named = model.nodes
    .map((node, at) => ({ node, at }))
    .filter(({ node }) => node.kind === 'actor')
    .sort((a, b) => b.node.count - a.node.count)
    .slice(0, mostNames);
  const labels = named.map(({ node, at }) => {
    const { x, y } = place(at);
    const group = measures?.group[at] ?? 0;
    const label = `${group > 0 ? `${group} · ` : ''}${node.name}`;
    const left = x + sizeOf(node, most) * 1.2 + 4;
    return { left, right: left + label.length * letter.width, middle: y, rank: node.count, label };
  });
  const names = labelsApart(labels, letter.height).map(
    ({ left, middle, label }) =>
      `<text x="${number(left)}" y="${number(middle + 4)}">${xmlText(label)}</text>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, Noto Sans, Noto Sans Arabic, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    `<g fill="none">${edges.join('')}</g>`,
    `<g>${nodes.join('')}</g>`,
    `<g fill="${palette.text}" stroke="${palette.ground}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${names.join('')}</g>`,
    ...frame(palette, words),
    '</svg>',
  ].join('\n');
}

/** Fits beside the next group. */
function shortened(words: string): string {
  return words.length > 46 ? `${words.slice(0, 45)}…` : words;
}

function frame(palette: NetPalette, words: DrawingWords): string[] {
  const { height, width } = drawingSize;
  const line = height - 78;
  const signs = words.legend.map(({ standing, words: said }, at) => {
    const x = 30 + at * 260;
    return `<line x1="${x}" y1="${line - 4}" x2="${x + 34}" y2="${line - 4}" stroke="${palette.soft}" stroke-width="2"${dashes[standing]}/><text x="${x + 42}" y="${line}">${xmlText(said)}</text>`;
  });
  const groups = words.groups.map(({ number, words: said }, at) => {
    const x = 30 + (at % 4) * 385;
    const y = line + 22 + Math.floor(at / 4) * 18;
    return `<circle cx="${x + 6}" cy="${y - 4}" r="6" fill="${groupColour(palette, number)}"/><text x="${x + 18}" y="${y}">${xmlText(shortened(said))}</text>`;
  });
  return [
    `<g fill="${palette.text}">`,
    `<text x="30" y="40" font-size="20" font-weight="600">${xmlText(words.title)}</text>`,
    `<text x="${width - 30}" y="40" text-anchor="end" font-weight="600">${xmlText(words.label)}</text>`,
    ...signs,
    ...groups,
    `<text x="30" y="${height - 14}" fill="${palette.soft}">${xmlText(words.foot)}</text>`,
    '</g>',
  ];
}

/** Places on the page: as on screen, up is up. */
function placer({ x, y }: Places, count: number) {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < count; at += 1) {
    west = Math.min(west, x[at] ?? 0);
    east = Math.max(east, x[at] ?? 0);
    south = Math.min(south, y[at] ?? 0);
    north = Math.max(north, y[at] ?? 0);
  }
  const room = {
    width: drawingSize.width - 2 * margin.side,
    height: drawingSize.height - margin.top - margin.bottom,
  };
  const scale = Math.min(
    room.width / Math.max(east - west, 1e-6),
    room.height / Math.max(north - south, 1e-6),
    40,
  );
  const middle = { x: (west + east) / 2, y: (south + north) / 2 };
  return (at: number) => ({
    x: drawingSize.width / 2 + ((x[at] ?? 0) - middle.x) * scale,
    y: margin.top + room.height / 2 - ((y[at] ?? 0) - middle.y) * scale,
  });
}

/** The drawing as a PNG of twice its size. Throws when the page cannot draw it. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = drawingSize.width * 2;
    canvas.height = drawingSize.height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png === null) throw new Error('The picture could not be read back.');
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
