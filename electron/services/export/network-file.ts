/** The network of a filter as GraphML or GEXF, without a layout: for programs that make their own. */
import { networkAskSchema } from '../../../shared/contract/network-calls.ts';
import { type Filter, filterUnder } from '../../../shared/domain/filter.ts';
import { compareTlp } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { gexfOf, graphmlOf } from '../../../shared/network/graph-files.ts';
import { modelOf } from '../../../shared/network/model.ts';
import type { Reader } from '../../db/sqlite.ts';
import { networkOfFilter } from '../network.ts';

interface NetworkWanted {
  readonly format: 'graphml' | 'gexf';
  readonly filter: Filter;
  readonly tlpMax: TlpLabel;
  readonly title: string;
  /** As `TLP:AMBER`. */
  readonly label: string;
}

/** Actors with most incidents that go into one file; the network screen has the same limit. */
const mostActors = 5000;

export function networkFile(
  db: Reader,
  { format, filter, tlpMax, title, label }: NetworkWanted,
): { readonly text: string; readonly records: Record<string, number> } {
  const ask = networkAskSchema.parse({
    filter: filterUnder(filter, tlpMax),
    mode: 'actors',
    actors: mostActors,
  });
  const network = networkOfFilter(db, ask);
  const above = network.nodes.ids.filter(
    (_id, at) => compareTlp(network.nodes.tlp[at] ?? 'RED', tlpMax) > 0,
  );
  const model = modelOf(network, new Set(above));
  const write = format === 'graphml' ? graphmlOf : gexfOf;
  const day = new Date().toISOString().slice(0, 10);
  return {
    text: write(model, undefined, undefined, { title, label, day }),
    records: { actor: model.nodes.length, link: model.edges.length },
  };
}
