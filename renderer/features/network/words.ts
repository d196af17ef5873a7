// What the figures of a node say, in plain words. Pure.

import { type NetModel, type NetNode, neighboursOf } from '../../../shared/network/model.ts';
import type { networkEn } from '../../text/en/network.ts';
import type { Measures } from './measures.ts';

type Words = typeof networkEn;

/** Nodes shown with a higher betweenness, from 1; undefined where no way leads over the node. */
export function betweenRank(measures: Measures, at: number): number | undefined {
  const own = measures.between[at] ?? 0;
  if (own <= 0) return undefined;
  let higher = 0;
  for (const value of measures.between) if (value > own) higher += 1;
  return higher + 1;
}

/** Sentences on how a node stands among those shown. `total`: incidents of the filter. */
export function standingWords(
  t: Words,
  number: (value: number) => string,
  model: NetModel,
  measures: Measures | undefined,
  at: number,
  total: number,
): readonly string[] {
  const node: NetNode | undefined = model.nodes[at];
  if (node === undefined) return [];
  const said: string[] = [
    node.kind === 'actor'
      ? t.takesPart(number(node.count), number(total))
      : t.hasActors(number(node.count), node.count === 1),
  ];
  const mates = neighboursOf(model, at).size;
  said.push(mates === 0 ? t.tiedToNone : t.tiedTo(number(mates), mates === 1));
  if (measures === undefined) return said;
  const groups = new Set<number>();
  for (const mate of neighboursOf(model, at)) groups.add(measures.group[mate] ?? 0);
  const own = measures.group[at] ?? 0;
  if (own > 0) said.push(t.ofGroup(number(own)));
  const cut = measures.cut[at] ?? 0;
  if (cut > 0) said.push(t.cutsOff(number(cut), cut === 1));
  groups.delete(own);
  if (groups.size > 0) said.push(t.reachesGroups(number(groups.size), groups.size === 1));
  const rank = betweenRank(measures, at);
  const many = Math.max(3, Math.ceil(model.nodes.length / 10));
  if (rank === undefined) {
    if (mates > 0) said.push(t.betweenNone);
  } else if (rank <= many) said.push(t.betweenMany(number(rank)));
  return said;
}
