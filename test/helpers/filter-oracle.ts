/** What a filter means, written down again without SQL: slow, plain, and independent of the compiler. */
import type { Filter } from '../../shared/domain/filter.ts';
import { distanceKm } from '../../shared/domain/geo.ts';
import { tlpLabels } from '../../shared/domain/vocabulary.ts';
import { fold } from '../../shared/lib/fold.ts';

/** An incident with everything a filter may ask about. */
export interface KnownIncident {
  readonly id: string;
  readonly isDeleted: boolean;
  /** Texts that free words are looked for in. */
  readonly texts: readonly string[];
  readonly placeTexts: readonly string[];
  readonly countryNames: readonly string[];
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly actors: readonly {
    readonly id: string;
    readonly role: string;
    readonly names: readonly string[];
  }[];
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  /** Best grade among its claims. */
  readonly grade: string | null;
  readonly sources: readonly string[];
  readonly types: readonly (string | null)[];
  readonly targets: readonly string[];
  readonly status: string;
  readonly killed: { readonly low: number; readonly high: number | null } | null;
  readonly bestCredibility: number | null;
  readonly tags: readonly string[];
  readonly tlp: string;
  readonly batch: string | null;
  readonly point: { readonly lat: number; readonly lon: number } | null;
  readonly hasOpenQuestion: boolean;
}

function tokens(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

/** Whether the tokens of a phrase stand in a row in the text, the last one as a prefix if wished. */
function hasPhrase(text: string, phrase: string, isPrefix: boolean): boolean {
  const wanted = tokens(phrase);
  const found = tokens(text);
  return found.some((_, start) =>
    wanted.every((word, index) => {
      const token = found[start + index];
      if (token === undefined) return false;
      return isPrefix && index === wanted.length - 1 ? token.startsWith(word) : token === word;
    }),
  );
}

function hasWords(texts: readonly string[], text: string): boolean {
  return [...text.matchAll(/"([^"]*)"?|[^\s"]+/g)].every(([whole, quoted]) => {
    const words = quoted ?? whole;
    if (tokens(words).length === 0) return true;
    return texts.some((one) => hasPhrase(one, words, quoted === undefined));
  });
}

function inBox([west, south, east, north]: readonly number[], at: KnownIncident['point']): boolean {
  if (!at || west === undefined || south === undefined || east === undefined) return false;
  if (at.lat < south || at.lat > (north ?? 90)) return false;
  return west <= east ? at.lon >= west && at.lon <= east : at.lon >= west || at.lon <= east;
}

/** Counts the edges that a ray to the east meets. */
function inPolygon(
  ring: readonly (readonly [number, number])[],
  at: KnownIncident['point'],
): boolean {
  if (!at) return false;
  const met = ring.filter(([lonA, latA], index) => {
    const [lonB, latB] = ring[(index + 1) % ring.length] ?? [lonA, latA];
    if (latA > at.lat === latB > at.lat) return false;
    return lonA + ((at.lat - latA) * (lonB - lonA)) / (latB - latA) > at.lon;
  });
  return met.length % 2 === 1;
}

function any<T>(wanted: readonly T[] | undefined, test: (item: T) => boolean): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some(test);
}

export function matches(filter: Filter, one: KnownIncident): boolean {
  const isDated = one.earliest !== null || one.latest !== null;
  const { after, before, near, killedMin, killedMax } = filter;
  return (
    one.isDeleted === (filter.deleted ?? false) &&
    (filter.text === undefined || hasWords(one.texts, filter.text)) &&
    (after === undefined || (isDated && (one.latest === null || one.latest >= after))) &&
    (before === undefined || (isDated && (one.earliest === null || one.earliest <= before))) &&
    (filter.undated === undefined || filter.undated === !isDated) &&
    (filter.actors ?? []).every(({ words, id, role }) =>
      one.actors.some(
        (actor) =>
          (role === undefined || actor.role === role) &&
          (id === undefined
            ? words === undefined || actor.names.some((name) => hasPhrase(name, words, true))
            : actor.id === id),
      ),
    ) &&
    any(
      filter.places,
      (place) =>
        one.placeTexts.some((text) => hasPhrase(text, place, true)) ||
        one.countryNames.some((name) => fold(name).startsWith(fold(place))),
    ) &&
    any(filter.countries, (country) => one.country === country) &&
    any(
      filter.regions,
      (region) =>
        one.country === region.slice(0, 2) && fold(one.admin1 ?? '') === fold(region.slice(3)),
    ) &&
    any(
      filter.provinces,
      (province) =>
        one.country === province.slice(0, 2) &&
        one.admin1 !== null &&
        fold(one.admin2 ?? '') === fold(province.slice(3)),
    ) &&
    any(filter.grades, (grade) => (grade === 'none' ? one.grade === null : one.grade === grade)) &&
    any(filter.sources, (source) => one.sources.includes(source)) &&
    (filter.polygon === undefined || inPolygon(filter.polygon, one.point)) &&
    any(filter.types, (type) =>
      one.types.some((own) => own?.toLowerCase() === type.toLowerCase()),
    ) &&
    any(filter.targets, (target) => one.targets.includes(target)) &&
    any(filter.statuses, (status) => one.status === status) &&
    (killedMin === undefined ||
      (one.killed !== null && (one.killed.high === null || one.killed.high >= killedMin))) &&
    (killedMax === undefined || (one.killed !== null && one.killed.low <= killedMax)) &&
    (filter.credibilityAtLeast === undefined ||
      (one.bestCredibility !== null && one.bestCredibility <= filter.credibilityAtLeast)) &&
    any(filter.tags, (tag) => one.tags.some((own) => fold(own) === fold(tag))) &&
    (filter.tlpMax === undefined ||
      tlpLabels.indexOf(one.tlp as (typeof tlpLabels)[number]) <=
        tlpLabels.indexOf(filter.tlpMax)) &&
    (filter.batch === undefined || one.batch === filter.batch) &&
    (filter.box === undefined || inBox(filter.box, one.point)) &&
    (near === undefined ||
      (one.point !== null &&
        distanceKm(one.point.lat, one.point.lon, near.lat, near.lon) <= near.km)) &&
    (filter.openQuestion === undefined || filter.openQuestion === one.hasOpenQuestion)
  );
}
