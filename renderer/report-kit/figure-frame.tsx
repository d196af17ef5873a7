// What all figures share. A figure is one SVG in millimetres with its key inside and no style sheet, so
// that the same drawing goes into PDF and HTML as vectors and into DOCX as a picture.
import type { ReactNode } from 'react';
import { Marks } from './runs.tsx';

/** As wide as the paper between its margins, millimetres. */
export const figureWidth = 174;

/** Ink that a grey printer keeps apart. */
export const ink = {
  strong: '#3f3c37',
  soft: '#4d4943',
  hair: '#cfcac0',
  ground: '#ffffff',
} as const;

/** Sizes of letters, millimetres. */
export const letter = { label: 2.9, small: 2.5 } as const;

interface FigureFrameProps {
  /** Millimetres; as wide as the paper when left out. */
  readonly width?: number;
  readonly height: number;
  /** What it shows with its numbers, for those who hear it. */
  readonly alt: string;
  readonly caption: string;
  readonly note?: string | null;
  /** Numbers of the sources of what is drawn. */
  readonly marks?: readonly number[];
  readonly children: ReactNode;
}

export function FigureFrame({
  width = figureWidth,
  height,
  alt,
  caption,
  note = null,
  marks = [],
  children,
}: FigureFrameProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure without words of its own would be one too many in a PDF
    <figure className="report-figure" data-atom="" role="group">
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={alt}
        fontFamily="Inter, 'Noto Sans Arabic', 'Noto Sans', sans-serif"
        fontSize={letter.small}
        fill={ink.soft}
      >
        {children}
      </svg>
      <figcaption dir="auto">
        {caption}
        <Marks marks={marks} />
        {note === null ? null : <span className="report-figure-note"> {note}</span>}
      </figcaption>
    </figure>
  );
}

/** Slanting lines on white: the second part of a bar. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="1" height="1" patternUnits="userSpaceOnUse">
        <rect width="1" height="1" fill={ink.ground} />
        <path d="M0 1 1 0" stroke={ink.strong} strokeWidth={0.22} />
      </pattern>
    </defs>
  );
}

/** Rough width of words, millimetres: letters of these fonts are a little over half as wide as high. */
export function wordWidth(words: string, size: number): number {
  return [...words].length * size * 0.56;
}

/** Room for the longest of these words and a gap, millimetres, between what looks empty and what leaves no drawing. */
export function roomFor(
  words: readonly string[],
  size: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const longest = Math.max(0, ...words.map((each) => wordWidth(each, size)));
  return Math.min(most, Math.max(least, longest + 3.5));
}

/** Words cut to a width, so that they do not run into the drawing. */
export function fitted(words: string, width: number, size: number): string {
  const most = Math.floor(width / (size * 0.56));
  const signs = [...words];
  return signs.length <= most ? words : `${signs.slice(0, Math.max(1, most - 1)).join('')}…`;
}

export interface KeyEntry {
  readonly words: string;
  /** Drawn in a box of 4 by 3. */
  readonly sign: ReactNode;
}

interface PlacedEntry extends KeyEntry {
  readonly x: number;
  readonly line: number;
}

/** Height of one line of a key. */
export const keyLine = 4.2;

/** Entries one after the other, on as many lines as they need. */
export function placeKey(
  entries: readonly KeyEntry[],
  width: number = figureWidth,
): { readonly placed: readonly PlacedEntry[]; readonly lines: number } {
  let x = 0;
  let line = 0;
  const placed = entries.map((entry) => {
    const own = 5 + wordWidth(entry.words, letter.small) + 4;
    if (x > 0 && x + own > width) {
      x = 0;
      line += 1;
    }
    const at = { ...entry, x, line };
    x += own;
    return at;
  });
  return { placed, lines: entries.length === 0 ? 0 : line + 1 };
}

/** What signs mean, at a height of the figure. */
export function FigureKey({
  placed,
  y,
}: {
  readonly placed: readonly PlacedEntry[];
  readonly y: number;
}) {
  return placed.map(({ words, sign, x, line }) => (
    <g key={words} transform={`translate(${x} ${y + line * keyLine})`}>
      {sign}
      <text x={5} y={2.5}>
        {words}
      </text>
    </g>
  ));
}
