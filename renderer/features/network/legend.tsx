// What the signs of the picture mean, and the groups by number and colour.

import type { NetModel } from '../../../shared/network/model.ts';
import { useFormat, useText } from '../../text/index.tsx';
import type { Measures } from './measures.ts';
import { groupColour, type NetPalette } from './palette.ts';

interface Props {
  readonly model: NetModel;
  readonly measures: Measures | undefined;
  readonly palette: NetPalette;
}

export interface Group {
  readonly number: number;
  readonly size: number;
  /** The member with most incidents. */
  readonly name: string;
}

/** Groups with a colour of their own, largest first, and how many more there are. */
export function groupsOf(
  model: NetModel,
  measures: Measures | undefined,
  palette: NetPalette,
): { readonly groups: readonly Group[]; readonly more: number } {
  const found = new Map<number, { size: number; most: number; name: string }>();
  model.nodes.forEach((node, at) => {
    const number = measures?.group[at] ?? 0;
    if (number === 0) return;
    const own = found.get(number) ?? { size: 0, most: -1, name: '' };
    own.size += 1;
    if (node.kind === 'actor' && node.count > own.most) {
      own.most = node.count;
      own.name = node.name;
    }
    found.set(number, own);
  });
  const all = [...found]
    .map(([number, { size, name }]) => ({ number, size, name }))
    .sort((a, b) => a.number - b.number);
  const coloured = palette.groups.length;
  return { groups: all.slice(0, coloured), more: Math.max(0, all.length - coloured) };
}

export function Legend({ model, measures, palette }: Props) {
  const t = useText().network;
  const f = useFormat();
  const { groups, more } = groupsOf(model, measures, palette);
  const line = (dashes: string | undefined, colour: string) => (
    <line
      {...{ x1: 1, y1: 6, x2: 21, y2: 6, stroke: colour, strokeWidth: 2 }}
      strokeDasharray={dashes}
    />
  );
  const signs = [
    { words: t.legendActor, sign: <circle cx="11" cy="6" r="5" fill={palette.alone} /> },
    ...(model.nodes.some(({ kind }) => kind === 'incident')
      ? [
          {
            words: t.legendIncident,
            sign: <rect x="7" y="2" width="8" height="8" fill={palette.incident} />,
          },
        ]
      : []),
    { words: t.legendTie, sign: line(undefined, palette.edge) },
    { words: t.legendClaimed, sign: line('6 4', palette.edge) },
    { words: t.legendDenied, sign: line('2 4', palette.edge) },
    { words: t.legendRelation, sign: line(undefined, palette.relation) },
  ];
  return (
    <div className="network-legend">
      <ul aria-label={t.legend}>
        {signs.map(({ words, sign }) => (
          <li key={words}>
            <svg width="22" height="12" aria-hidden="true">
              {sign}
            </svg>
            {words}
          </li>
        ))}
      </ul>
      {groups.length === 0 ? null : (
        <ul aria-label={t.groupsHint} title={t.groupsHint}>
          {groups.map(({ number, size, name }) => (
            <li key={number}>
              <svg width="12" height="12" aria-hidden="true">
                <circle cx="6" cy="6" r="5" fill={groupColour(palette, number)} />
              </svg>
              {t.groupSize(f.number(number), f.number(size))}
              <bdi className="network-soft">{name}</bdi>
            </li>
          ))}
          {more > 0 ? <li>{t.otherGroups(f.number(more))}</li> : null}
        </ul>
      )}
    </div>
  );
}
