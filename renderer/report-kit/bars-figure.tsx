import { useId } from 'react';
import { ticksTo } from '../../shared/lib/ticks.ts';
import type { ReportBlock } from '../../shared/report/document.ts';
import './bars-figure.css';

type BarsBlock = Extract<ReportBlock, { type: 'bars' }>;

/** Millimetres of the drawing: as wide as the paper between its margins. */
const width = 174;
const height = 38;
const plot = { left: 7, right: 4, top: 3.5, bottom: 5 } as const;
/** Room one label needs along the axis. */
const labelWidth = 13;

/** Counts over time, drawn as vectors: solid where sure, hatched where spread over several bars. */
export function BarsFigure({ block }: { readonly block: BarsBlock }) {
  const hatch = useId();
  const highest = Math.max(...block.bars.map(({ sure, spread }) => sure + spread), 1);
  const ticks = ticksTo(highest);
  const top = ticks.at(-1) ?? 1;
  const room = { x: width - plot.left - plot.right, y: height - plot.top - plot.bottom };
  const slot = room.x / block.bars.length;
  const bar = Math.min(slot * 0.76, 9);
  const y = (value: number) => plot.top + room.y * (1 - value / top);
  const every = Math.max(1, Math.ceil(labelWidth / slot));
  return (
    <figure className="report-bars" data-atom="">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={altOf(block)}>
        <defs>
          <pattern id={hatch} width="1" height="1" patternUnits="userSpaceOnUse">
            <path d="M0 1 1 0" className="report-bars-hatch" />
          </pattern>
        </defs>
        {ticks.map((value) => (
          <g key={value}>
            <line x1={plot.left} x2={width} y1={y(value)} y2={y(value)} />
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
              <rect x={x} width={bar} y={y(sure)} height={y(0) - y(sure)} />
              {spread > 0 && (
                <rect
                  x={x}
                  width={bar}
                  y={y(sure + spread)}
                  height={y(sure) - y(sure + spread)}
                  className="report-bars-spread"
                  fill={`url(#${hatch})`}
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
      </svg>
      <figcaption>
        <span>{block.caption}</span>
        <span className="report-bars-key">
          <i data-part="sure" /> {block.sureWords}
        </span>
        {block.bars.some(({ spread }) => spread > 0) && (
          <span className="report-bars-key">
            <svg viewBox="0 0 3 3" aria-hidden="true">
              <rect width="3" height="3" className="report-bars-spread" fill={`url(#${hatch})`} />
            </svg>{' '}
            {block.spreadWords}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** The numbers themselves, for those who hear the figure. */
function altOf({ caption, bars }: BarsBlock): string {
  const told = bars
    .filter(({ sure, spread }) => sure + spread > 0)
    .map(({ label, sure, spread }) => `${label}: ${Math.round((sure + spread) * 10) / 10}`);
  return `${caption} ${told.join('; ')}`;
}
