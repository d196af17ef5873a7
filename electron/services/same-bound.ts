/**
 * A bound on comparing: of a thousand incidents of one day without a point, each would meet each. Where too many
 * are near, an incident meets those that share with it what few others have.
 */
import { mayBeSame } from '../../shared/domain/same-attack.ts';
import type { Light } from './same-light.ts';

/** As many incidents as one is compared with in one place and time. */
export const mostMet = 400;
/** Looked at to find those, where many share a key but are elsewhere. */
const mostLooked = 10 * mostMet;

export interface Met {
  readonly lights: Iterable<Light>;
  /** False where some that are near were passed over. */
  readonly isWhole: boolean;
}

/** What two tellings of one attack have in common: a key, a source, names of places and of parties, words. */
function keysOf({ row: { view }, prepared }: Light): readonly string[] {
  const parties = [...prepared.perpetrators, ...prepared.victims];
  return [
    ...view.externalKeys.map((key) => `key ${key}`),
    ...view.sources.flatMap(({ keys }) => keys.map((key) => `source ${key}`)),
    ...[...prepared.place.whole].map((key) => `place ${key}`),
    ...parties.flatMap(({ keys }) => [...keys].map((key) => `party ${key}`)),
    ...[...prepared.title].map((key) => `word ${key}`),
  ];
}

/** Incidents by what they have that others may have too. */
export class SharedKeys {
  readonly #byKey = new Map<string, Light[]>();

  add(light: Light): void {
    for (const key of keysOf(light)) {
      const list = this.#byKey.get(key);
      if (list) list.push(light);
      else this.#byKey.set(key, [light]);
    }
  }

  clear(): void {
    this.#byKey.clear();
  }

  /** All that are near when they are few; else those that share the rarest keys, the last added first. */
  bounded(light: Light, near: readonly Light[]): Met {
    if (near.length <= mostMet) return { lights: near, isWhole: true };
    const met = new Set<Light>();
    let looked = 0;
    for (const list of this.#rarestFirst(light)) {
      for (let at = list.length - 1; at >= 0 && looked < mostLooked; at -= 1) {
        const other = list[at] as Light;
        looked += 1;
        if (!met.has(other) && mayBeSame(light.prepared, other.prepared)) met.add(other);
        if (met.size >= mostMet) return { lights: met, isWhole: false };
      }
    }
    for (let at = near.length - 1; at >= 0 && met.size < mostMet; at -= 1) {
      met.add(near[at] as Light);
    }
    return { lights: met, isWhole: false };
  }

  #rarestFirst(light: Light): readonly (readonly Light[])[] {
    return [...new Set(keysOf(light))]
      .flatMap((key) => {
        const list = this.#byKey.get(key);
        return list === undefined ? [] : [list];
      })
      .sort((a, b) => a.length - b.length);
  }
}
