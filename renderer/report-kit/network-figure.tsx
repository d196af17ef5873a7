import type { ReportBlock } from '../../shared/report/document.ts';
import { figureAlt } from '../../shared/report/figure-alt.ts';
import { type TieStanding, tieStandings } from '../../shared/report/figure-blocks.ts';
import type { Lang } from '../../shared/text/lang.ts';
import {
  FigureFrame,
  FigureKey,
  figureWidth,
  fitted,
  ink,
  keyLine,
  letter,
  placeKey,
  wordWidth,
} from './figure-frame.tsx';

interface NetworkProps {
  readonly block: Extract<ReportBlock, { type: 'network' }>;
  readonly lang: Lang;
}

const dashes: { readonly [S in TieStanding]?: string } = { claimed: '2 1.2', denied: '0.5 1' };
const margin = { side: 22, top: 5, bottom: 7 } as const;
const grey = '#8a857b';

/** Actors as discs as large as they are often named, lines between those named together. */
export function NetworkFigure({ block, lang }: NetworkProps) {
  const { nodes, edges, words } = block;
  const height = Math.min(104, 36 + nodes.length * 3.6);
  const most = Math.max(...nodes.map(({ count }) => count), 1);
  // two incidents look like few beside twenty
  const heaviest = Math.max(...edges.map(({ weight }) => weight), 6);
  const place = (at: number) => {
    const node = nodes[at];
    return {
      x: margin.side + (node?.x ?? 0.5) * (figureWidth - 2 * margin.side),
      y: margin.top + (node?.y ?? 0.5) * (height - margin.top - margin.bottom),
    };
  };
  const named = withNames(
    nodes.map(({ label, count }, at) => ({
      ...place(at),
      name: `${fitted(label, 40, letter.small)} (${count})`,
      radius: 0.9 + 1.9 * Math.sqrt(count / most),
    })),
  );
  const shown = tieStandings.filter((standing) => edges.some((edge) => edge.standing === standing));
  const key = placeKey(
    shown.map((standing) => ({
      words: words[standing],
      sign: (
        <line
          {...{ x1: 0, x2: 4, y1: 1.6, y2: 1.6, stroke: ink.strong, strokeWidth: 0.5 }}
          strokeDasharray={dashes[standing]}
        />
      ),
    })),
  );
  return (
    <FigureFrame
      height={height + 1 + key.lines * keyLine}
      alt={figureAlt(block, lang)}
      caption={block.caption}
    >
      {edges.map(({ from, to, weight, standing }) => {
        const [a, b] = [place(from), place(to)];
        return (
          <line
            key={`${from} ${to}`}
            {...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: grey }}
            strokeWidth={0.25 + (1.6 * weight) / heaviest}
            strokeDasharray={dashes[standing]}
          />
        );
      })}
      {named.map(({ name, x, y, radius, box }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two actors may have one short name
        <g key={at}>
          <circle
            {...{ cx: x, cy: y, r: radius, fill: ink.strong, stroke: ink.ground }}
            strokeWidth={0.4}
          />
          <rect {...box} fill={ink.ground} fillOpacity={0.8} />
          <text
            {...{ x, y: box.y + 2.1, textAnchor: 'middle', fill: ink.strong }}
            fontSize={letter.small}
          >
            {name}
          </text>
        </g>
      ))}
      <FigureKey placed={key.placed} y={height + 1} />
    </FigureFrame>
  );
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
}

const nameHeight = 2.9;

/** A box for each name: below its disc, or above where another name lies below. */
function withNames(discs: readonly Disc[]) {
  const taken: { x: number; y: number; width: number; height: number }[] = [];
  return discs.map((disc) => {
    const { x, y, radius, name } = disc;
    const width = wordWidth(name, letter.small) * 0.95;
    const at = (top: number) => ({ x: x - width / 2, y: top, width, height: nameHeight });
    const below = at(y + radius + 0.7);
    const above = at(y - radius - 0.7 - nameHeight);
    const isFree = (box: typeof below) =>
      taken.every(
        (other) =>
          box.x + box.width < other.x ||
          other.x + other.width < box.x ||
          box.y + box.height < other.y ||
          other.y + other.height < box.y,
      );
    const box = isFree(below) || !isFree(above) ? below : above;
    taken.push(box);
    return { ...disc, box };
  });
}
