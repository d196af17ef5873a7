import { useId } from 'react';
import { ticksTo } from '../../shared/lib/ticks.ts';
import type { ReportBlock } from '../../shared/report/document.ts';
import { figureAlt } from '../../shared/report/figure-alt.ts';
import type { Lang } from '../../shared/text/lang.ts';
import {
  FigureFrame,
  FigureKey,
  Hatch,
  ink,
  keyLine,
  letter,
  placeKey,
  figureWidth as width,
  wordWidth,
} from './figure-frame.tsx';

interface BarsProps {
  readonly block: Extract<ReportBlock, { type: 'bars' }>;
  readonly lang: Lang;
}

const height = 34;
const plot = { left: 7, right: 4, top: 3.5, bottom: 5 } as const;
/** Counts over time: solid where sure, hatched where spread over several bars. */
export function BarsFigure({ block, lang }: BarsProps) {
  const hatch = useId();
  const highest = Math.max(...block.bars.map(({ sure, spread }) => sure + spread), 1);
  const ticks = ticksTo(highest);
  const top = ticks.at(-1) ?? 1;
  const room = { x: width - plot.left - plot.right, y: height - plot.top - plot.bottom };
  const slot = room.x / block.bars.length;
  const bar = Math.min(slot * 0.76, 9);
  const y = (value: number) => plot.top + room.y * (1 - value / top);
  const longest = Math.max(...block.bars.map(({ label }) => wordWidth(label, letter.small)));
  const every = Math.max(1, Math.ceil((longest + 2) / slot));
  const key = placeKey([
    { words: block.sureWords, sign: <rect width={3} height={3} fill={ink.strong} /> },
    ...(block.bars.some(({ spread }) => spread > 0)
      ? [
          {
            words: block.spreadWords,
            sign: <HatchedRect {...{ x: 0, y: 0, width: 3, height: 3, hatch }} />,
          },
        ]
      : []),
  ]);
  return (
    <FigureFrame
      height={height + 1 + key.lines * keyLine}
      alt={figureAlt(block, lang)}
      caption={block.caption}
    >
      <Hatch id={hatch} />
      {ticks.map((value) => (
        <g key={value}>
          <line
            {...{ x1: plot.left, x2: width, y1: y(value), y2: y(value) }}
            stroke={ink.hair}
            strokeWidth={0.18}
          />
          <text x={plot.left - 1.5} y={y(value) + 0.9} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {block.bars.map(({ label, sure, spread }, index) => {
        const x = plot.left + slot * index + (slot - bar) / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars never move within one document
          <g key={index}>
            {sure > 0 && (
              <rect x={x} width={bar} y={y(sure)} height={y(0) - y(sure)} fill={ink.strong} />
            )}
            {spread > 0 && (
              <HatchedRect
                {...{ x, y: y(sure + spread), width: bar, hatch }}
                height={y(sure) - y(sure + spread)}
              />
            )}
            {index % every === 0 && (
              <text x={plot.left + slot * (index + 0.5)} y={height - 1} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        );
      })}
      <FigureKey placed={key.placed} y={height + 1} />
    </FigureFrame>
  );
}

interface HatchedRectProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hatch: string;
}

/** A part of a bar that is told apart without colour. */
export function HatchedRect({ hatch, ...box }: HatchedRectProps) {
  return <rect {...box} fill={`url(#${hatch})`} stroke={ink.strong} strokeWidth={0.2} />;
}
