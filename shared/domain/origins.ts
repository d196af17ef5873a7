/**
 * Where a claim comes from, and which claims are one voice told several times. Used by the toll rules,
 * the boxes of what is known, the claim panel, reports and the check of a case. The rules, tested in
 * test/unit/domain/origins.test.ts:
 *
 * 1. The origin of a claim is who says it, when that is known.
 * 2. Media and monitors pass on: one that is named as claimant is the origin only when nothing is known
 *    that it passes on.
 * 3. Without a claimant the origin is the first actor it came through, else the root of its source's
 *    chain (article → agency → statement), else the claim stands alone. When all claims that came
 *    that way have one claimant, it is that one: three papers quoting SITE on JNIM are one voice.
 * 4. Claims that the analyst gave the same words of origin are one, whatever else is known.
 */
import type { ClaimView } from '../contract/read-calls.ts';
import { fold } from '../lib/fold.ts';

export interface ChainLink {
  readonly id: string;
  readonly publisherActorId: string | null;
}

export interface OriginFacts {
  readonly id: string;
  readonly claimantId: string | null;
  /** True when the claimant is a medium or a monitor. */
  readonly isCarrier: boolean;
  /** Actors it came through, nearest to the claimant first. */
  readonly via: readonly string[];
  /** Its source and all that this passes on, the root last; empty without a source. */
  readonly chain: readonly ChainLink[];
  readonly originWords: string | null;
}

const carrierKinds: readonly string[] = ['media-outlet', 'media-monitor'];
export function isCarrierKind(kind: string | null): boolean {
  return kind !== null && carrierKinds.includes(kind);
}

export function originFacts({ claim, claimant, source }: ClaimView): OriginFacts {
  return {
    id: claim.id,
    claimantId: claim.claimant_id,
    isCarrier: isCarrierKind(claimant?.kind ?? null),
    via: claim.via,
    chain: source?.chain ?? [],
    originWords: claim.origin_words,
  };
}

/** A source's chain from what each source passes on. Where sources pass on each other the least id is the root. */
export function chainOf(
  sourceId: string | null,
  sources: ReadonlyMap<string, ChainLink & { readonly viaId: string | null }>,
): readonly ChainLink[] {
  const ids: string[] = [];
  let at = sourceId;
  while (at !== null && sources.has(at) && !ids.includes(at)) {
    ids.push(at);
    at = sources.get(at)?.viaId ?? null;
  }
  const circle = at === null ? -1 : ids.indexOf(at);
  if (circle >= 0) {
    const root = ids.slice(circle).sort()[0] ?? '';
    ids.push(...ids.splice(ids.indexOf(root), 1));
  }
  return ids.map((id) => ({ id, publisherActorId: sources.get(id)?.publisherActorId ?? null }));
}

interface Told {
  readonly speaker: string | null;
  /** How it came, when somebody passed it on. */
  readonly way: string | null;
  /** Origin when nobody is known to speak. */
  readonly fallback: string;
}

function told({ id, claimantId, isCarrier, via, chain }: OriginFacts): Told {
  const [first] = via;
  const root = chain.at(-1);
  const rootKey = root && (root.publisherActorId ?? `source:${root.id}`);
  const way = first ?? (chain.length > 1 ? (rootKey ?? null) : null);
  return {
    speaker: isCarrier && way !== null ? null : claimantId,
    way,
    fallback: way ?? rootKey ?? `claim:${id}`,
  };
}

/** A key by claim id; claims of one origin share it. The order of the claims does not matter. */
export function originKeys(claims: readonly OriginFacts[]): ReadonlyMap<string, string> {
  const all = claims.map((facts) => ({ facts, ...told(facts) }));
  const speakers = new Map<string, Set<string>>();
  for (const { speaker, way } of all) {
    if (speaker === null || way === null) continue;
    speakers.set(way, (speakers.get(way) ?? new Set()).add(speaker));
  }
  const keyOf = ({ speaker, way, fallback }: Told): string => {
    if (speaker !== null) return speaker;
    const [only, ...others] = way === null ? [] : (speakers.get(way) ?? []);
    return only !== undefined && others.length === 0 ? only : fallback;
  };
  const joined = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = joined.get(root); up !== undefined; up = joined.get(root)) root = up;
    return root;
  };
  const byWords = new Map<string, string>();
  for (const entry of all) {
    const words = fold((entry.facts.originWords ?? '').trim());
    if (words === '') continue;
    const key = rootOf(keyOf(entry));
    const other = byWords.get(words);
    if (other === undefined) byWords.set(words, key);
    else if (rootOf(other) !== key) {
      const [low = '', high = ''] = [rootOf(other), key].sort();
      joined.set(high, low);
    }
  }
  return new Map(all.map((entry) => [entry.facts.id, rootOf(keyOf(entry))]));
}

/**
 * Whether two claims stand on their own feet: of two origins, from two known sources that pass on
 * nothing in common, and through nobody in common.
 */
export function areIndependent(
  a: OriginFacts,
  b: OriginFacts,
  keys: ReadonlyMap<string, string>,
): boolean {
  if (keys.get(a.id) === keys.get(b.id)) return false;
  if (a.chain.length === 0 || b.chain.length === 0) return false;
  if (a.chain.some((link) => b.chain.some((other) => other.id === link.id))) return false;
  return !a.via.some((id) => b.via.includes(id));
}
