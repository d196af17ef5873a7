// Figures of one bar a line: ranges of the dead by party, counts by actor.
import { useId } from 'react';
import { ticksTo } from '../../shared/lib/ticks.ts';
import type { ReportBlock } from '../../shared/report/document.ts';
import { figureAlt } from '../../shared/report/figure-alt.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { numberWords } from '../../shared/text/toll-words.ts';
import { HatchedRect } from './bars-figure.tsx';
import {
  FigureFrame,
  FigureKey,
  figureWidth,
  fitted,
  Hatch,
  ink,
  keyLine,
  letter,
  placeKey,
  roomFor,
} from './figure-frame.tsx';

type BlockOf<T extends ReportBlock['type']> = Extract<ReportBlock, { type: T }>;

/** Names of armed groups are long: they take up to half of the figure before one is cut. */
const labelRoom = { least: 40, most: 92 };
const wordsRoom = { least: 18, most: 44 };
const thick = 2.8;

/** From the lowest figure to the highest; an arrow where the highest is open. */
export function RangesFigure({
  block,
  lang,
}: {
  readonly block: BlockOf<'ranges'>;
  readonly lang: Lang;
}) {
  // lower without small print under the labels
  const row = block.rows.some(({ sub }) => sub !== '') ? 7.4 : 4.6;
  const axis = 4.5;
  const ticks = ticksTo(Math.max(...block.rows.map(({ high }) => high), 1));
  const top = ticks.at(-1) ?? 1;
  const left = roomFor(
    block.rows.flatMap(({ label, sub }) => [label, sub]),
    letter.label,
    labelRoom,
  );
  const right = roomFor(
    block.rows.map(({ words }) => words),
    letter.label,
    wordsRoom,
  );
  const room = figureWidth - left - right;
  const x = (value: number) => left + (room * value) / top;
  const height = axis + block.rows.length * row;
  return (
    <FigureFrame
      height={height}
      alt={figureAlt(block, lang)}
      caption={block.caption}
      note={block.note}
      marks={block.marks}
    >
      {ticks.map((value) => (
        <g key={value}>
          <line
            {...{ x1: x(value), x2: x(value), y1: axis - 1, y2: height }}
            stroke={ink.hair}
            strokeWidth={0.18}
          />
          <text x={x(value)} y={axis - 1.8} textAnchor="middle">
            {numberWords(value, lang)}
          </text>
        </g>
      ))}
      {block.rows.map(({ label, sub, low, high, isOpen, words }, index) => {
        const middle = axis + row * (index + 0.5);
        const end = Math.max(x(high), x(low) + 0.7);
        return (
          <g key={label}>
            <text
              x={0}
              y={sub === '' ? middle + 1 : middle - 0.2}
              fontSize={letter.label}
              fill={ink.strong}
            >
              {fitted(label, left - 3, letter.label)}
            </text>
            <text x={0} y={middle + 2.7}>
              {sub}
            </text>
            <rect
              {...{ x: x(low), y: middle - thick / 2, width: end - x(low), height: thick }}
              fill={ink.strong}
            />
            {isOpen ? (
              <path
                d={`M${end} ${middle - thick / 2 - 0.8}l2.4 ${thick / 2 + 0.8}l-2.4 ${thick / 2 + 0.8}Z`}
                fill={ink.strong}
              />
            ) : null}
            <text
              x={figureWidth}
              y={middle + 1}
              textAnchor="end"
              fontSize={letter.label}
              fill={ink.strong}
            >
              {fitted(words, right - 3, letter.label)}
            </text>
          </g>
        );
      })}
    </FigureFrame>
  );
}

/** Counts in two parts, the number at the end. */
export function RanksFigure({
  block,
  lang,
}: {
  readonly block: BlockOf<'ranks'>;
  readonly lang: Lang;
}) {
  const hatch = useId();
  const row = 5;
  const highest = Math.max(...block.rows.map(({ first, rest }) => first + rest), 1);
  const left = roomFor(
    block.rows.map(({ label }) => label),
    letter.label,
    labelRoom,
  );
  const wide = figureWidth - left - 12;
  const width = (value: number) => (wide * value) / highest;
  const height = block.rows.length * row;
  const key = placeKey([
    { words: block.firstWords, sign: <rect width={3} height={3} fill={ink.strong} /> },
    {
      words: block.restWords,
      sign: <HatchedRect {...{ x: 0, y: 0, width: 3, height: 3, hatch }} />,
    },
  ]);
  return (
    <FigureFrame
      height={height + 1.5 + key.lines * keyLine}
      alt={figureAlt(block, lang)}
      caption={block.caption}
    >
      <Hatch id={hatch} />
      {block.rows.map(({ label, first, rest }, index) => {
        const y = row * index + (row - thick) / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two actors may have one short name
          <g key={index}>
            <text x={0} y={y + 2.3} fontSize={letter.label} fill={ink.strong}>
              {fitted(label, left - 3, letter.label)}
            </text>
            {first === 0 ? null : (
              <rect {...{ x: left, y, width: width(first), height: thick }} fill={ink.strong} />
            )}
            {rest === 0 ? null : (
              <HatchedRect
                {...{ x: left + width(first), y, width: width(rest), height: thick, hatch }}
              />
            )}
            <text x={left + width(first + rest) + 1.5} y={y + 2.3} fontSize={letter.label}>
              {numberWords(first + rest, lang)}
            </text>
          </g>
        );
      })}
      <FigureKey placed={key.placed} y={height + 1.5} />
    </FigureFrame>
  );
}
