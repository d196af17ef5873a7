/**
 * Which claims a later one replaces ("60", then "200"). A claim that is replaced leaves the range and
 * stays visible; so does everything it had replaced itself. Claims that replace each other in a circle
 * cannot be told apart, so none of the circle is replaced: saving one is refused, a pack may bring one.
 */
export interface Superseding {
  readonly id: string;
  /** Live later claim, here or elsewhere; null when there is none. */
  readonly supersededById: string | null;
}

/** Ids of the claims that lie on a circle. */
export function circledIds(claims: readonly Superseding[]): ReadonlySet<string> {
  const next = new Map(claims.map((claim) => [claim.id, claim.supersededById]));
  const circled = new Set<string>();
  const done = new Set<string>();
  for (const { id } of claims) {
    const path: string[] = [];
    let at: string | null | undefined = id;
    while (typeof at === 'string' && next.has(at) && !done.has(at)) {
      done.add(at);
      path.push(at);
      at = next.get(at);
    }
    const from = typeof at === 'string' ? path.indexOf(at) : -1;
    if (from >= 0) for (const one of path.slice(from)) circled.add(one);
  }
  return circled;
}

/** Ids of the claims that count as replaced. */
export function replacedIds(claims: readonly Superseding[]): ReadonlySet<string> {
  const circled = circledIds(claims);
  return new Set(
    claims.flatMap(({ id, supersededById }) =>
      supersededById === null || circled.has(id) ? [] : [id],
    ),
  );
}

/** Whether replacing `earlierId` by `laterId` would lead back to `earlierId`. */
export function closesCircle(
  claims: readonly Superseding[],
  earlierId: string,
  laterId: string,
): boolean {
  const next = new Map(claims.map((claim) => [claim.id, claim.supersededById]));
  const seen = new Set<string>();
  let at: string | null | undefined = laterId;
  while (typeof at === 'string' && !seen.has(at)) {
    if (at === earlierId) return true;
    seen.add(at);
    at = next.get(at);
  }
  return false;
}
