/**
 * The past of a record as a graph of revisions, each with those it was made from. Two laptops that
 * never meet compare their pasts by it. A text of the past travels in packs as lines, one a revision:
 * its own name and the names of its parents, with blanks between.
 */

export interface Revision {
  readonly rev: string;
  /** What it was made from: nothing for the first, two for one that joined two laptops' work. */
  readonly parents: readonly string[];
}

/** The line of a revision; parents in a fixed order, so that equal pasts give equal texts. */
export function revisionLine({ rev, parents }: Revision): string {
  return [rev, ...parents.toSorted()].join(' ');
}

export function parseRevisionLine(line: string): Revision {
  const [rev = '', ...parents] = line.split(' ');
  return { rev, parents };
}

/** A past as packs of format 1 tell it: earlier revs, newest first, taken for one line of descent. */
export function lineOfDescent(rev: string, ancestors: readonly string[]): readonly Revision[] {
  const all = [rev, ...ancestors];
  return all.map((each, at) => ({ rev: each, parents: all.slice(at + 1, at + 2) }));
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** One graph of all that is known of a record's past, from both sides. */
function graphOf(pasts: readonly (readonly Revision[])[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { rev, parents } of pasts.flat()) {
    const known = graph.get(rev) ?? new Set();
    for (const parent of parents) if (parent !== rev) known.add(parent);
    graph.set(rev, known);
  }
  return graph;
}

/** A revision and all it descends from. */
function closure(graph: Graph, rev: string): ReadonlySet<string> {
  const seen = new Set([rev]);
  for (const each of seen) for (const parent of graph.get(each) ?? []) seen.add(parent);
  return seen;
}

/** Of a list of revisions those that `rev` descends from, itself first, then by name. */
export function pastOf(rev: string, known: readonly Revision[]): readonly Revision[] {
  const graph = graphOf([known]);
  const [, ...others] = closure(graph, rev);
  return [rev, ...others.sort()].map((each) => ({
    rev: each,
    parents: [...(graph.get(each) ?? [])].sort(),
  }));
}

export interface Version {
  readonly rev: string;
  /** With the revision itself. */
  readonly past: readonly Revision[];
  /** Stamp of the hybrid clock: sorts as text, later than everything its writer had seen. */
  readonly updated_at: string;
}

export type Relation = 'same' | 'theirs-older' | 'theirs-newer' | 'diverged';

/**
 * Which of two versions is ahead. In packs of format 1 a rev was a hash of content alone, so taking a
 * change back brought an old rev back, and each side may have the other's in its past: then the later
 * stamp is ahead.
 */
export function relate(ours: Version, theirs: Version): Relation {
  if (ours.rev === theirs.rev) return 'same';
  const graph = graphOf([ours.past, theirs.past]);
  const theySawOurs = closure(graph, theirs.rev).has(ours.rev);
  const weSawTheirs = closure(graph, ours.rev).has(theirs.rev);
  if (theySawOurs && weSawTheirs) return isLater(theirs, ours) ? 'theirs-newer' : 'theirs-older';
  if (theySawOurs) return 'theirs-newer';
  return weSawTheirs ? 'theirs-older' : 'diverged';
}

function isLater(a: Version, b: Version): boolean {
  return a.updated_at === b.updated_at ? a.rev > b.rev : a.updated_at > b.updated_at;
}

/**
 * The newest revisions that both have passed through, by name; none when they share no past. Where the
 * same two versions were joined on two laptops there are several, and a merge must look at each: with
 * one alone it would take one laptop's decision for no change at all.
 */
export function newestCommon(ours: Version, theirs: Version): readonly string[] {
  const graph = graphOf([ours.past, theirs.past]);
  const seen = closure(graph, theirs.rev);
  const common = [...closure(graph, ours.rev)].filter((rev) => seen.has(rev));
  const older = new Set(common.flatMap((rev) => [...(graph.get(rev) ?? [])]));
  const newest = common.filter((rev) => !older.has(rev));
  // pasts of format 1 may go in circles, and then none is newest
  return newest.length > 0 ? newest.sort() : common.slice(0, 1);
}
