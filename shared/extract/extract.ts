/**
 * "Read this for me": candidate incidents with claims, actors, places and dates, each with its words and
 * its reason. Pure: same text and look-ups, same answer. Nothing is entered anywhere.
 */
import { type ActorIndex, actorIndex } from './actors.ts';
import { claimsOf } from './claims.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { kindOf, typeOf } from './event-type.ts';
import { personsFound } from './persons.ts';
import type { PlaceMention } from './places.ts';
import { type Reading, readText } from './reading.ts';
import { rolesOf } from './roles.ts';
import type {
  ExtractInput,
  Extraction,
  FoundActor,
  FoundDate,
  FoundIncident,
  FoundLink,
  FoundPlace,
  Lookups,
} from './types.ts';
import { type Unit, unitsOf } from './units.ts';
import { voicesOf } from './voices.ts';

const indexes = new WeakMap<object, ActorIndex>();

function indexOf(lookups: Lookups): ActorIndex {
  const known = indexes.get(lookups.actors);
  if (known) return known;
  const index = actorIndex(lookups.actors);
  indexes.set(lookups.actors, index);
  return index;
}

/** Longest text read; beyond it the rest is left out. Characters (UTF-16). */
export const longestText = 400_000;

export function extract(input: ExtractInput, lookups: Lookups): Extraction {
  const index = indexOf(lookups);
  const reading = readText({ ...input, text: input.text.slice(0, longestText) }, index, lookups);
  const units = unitsOf(reading, input.published);
  const drafts = draftsOf(reading, units);
  const voices = voicesOf(reading);
  const incidents = drafts
    .map((draft): FoundIncident | undefined => {
      const country =
        draft.place?.country ?? reading.context.around(draft.units[0]?.sentence.index ?? 0)[0];
      const claims = claimsOf(draft, reading, voices, country);
      const actors = rolesOf(draft, reading, index, voices, country);
      return shape(draft, reading, claims, actors, units);
    })
    .filter((incident) => incident !== undefined)
    .map((incident, i) => ({ ...incident, id: letters(i) }));
  return {
    lang: reading.document.lang,
    published: input.published,
    incidents,
    links: linksOf(incidents),
    persons: personsFound(
      reading.document,
      reading.persons.filter(({ isBare }) => isBare !== true || incidents.length > 0),
      lookups.actors,
    ),
    actors: actorsFound(reading),
    places: reading.places
      .filter(({ use }) => use !== 'dateline')
      .map((mention) => placeOf(mention, reading)),
    dates: datesFound(reading),
    nothingFound: incidents.length === 0,
  };
}

/** a, b, … z, aa, ab … */
function letters(i: number): string {
  return i < 26 ? String.fromCharCode(97 + i) : letters(Math.floor(i / 26) - 1) + letters(i % 26);
}

function shape(
  draft: Draft,
  reading: Reading,
  claims: FoundIncident['claims'],
  actors: FoundIncident['actors'],
  units: readonly Unit[],
): FoundIncident | undefined {
  const { document } = reading;
  const kind = kindOf(draft.units);
  const type = typeOf(kind, actors, claims);
  const { date, words, why } = dateOf(draft, reading, actors, units);
  const area = draft.containers.find((each) => each.place !== undefined);
  const own = draft.place ? placeOf(draft.place, reading) : null;
  // a village in no list lies where its area lies
  const place =
    own && own.canonical === null && area?.country
      ? {
          ...own,
          country: area.country,
          admin1: own.admin1 ?? area.place?.admin1 ?? null,
          admin2: own.admin2 ?? area.place?.admin2 ?? null,
        }
      : own;
  const evidence = draft.units
    .filter((unit) => unit.triggers.length > 0 || unit.casualties.length > 0)
    .map((unit) =>
      document.evidence(
        document.tokens[unit.start]?.from ?? 0,
        unit.end === (unit.sentence.tokens.at(-1)?.index ?? 0) + 1
          ? unit.sentence.to
          : (document.tokens[unit.end - 1]?.to ?? 0),
      ),
    );
  const where = place ? ` at ${place.as_written}` : '';
  return {
    id: '',
    summary: `${type.type.charAt(0).toUpperCase()}${type.type.slice(1)}${where}${date === null ? '' : `, ${date}`}`,
    ...type,
    date,
    dateWords: words,
    dateWhy: why,
    place,
    actors,
    claims,
    evidence,
    why: `Begins at ${draft.why.join('; ')}.`,
  };
}

/** The date told with the event; else "not later than" the day on which it was claimed. */
function dateOf(
  draft: Draft,
  reading: Reading,
  actors: FoundIncident['actors'],
  units: readonly Unit[],
): { date: string | null; words: string | null; why: string | null } {
  const { document } = reading;
  if (draft.date)
    return {
      date: draft.date.edtf,
      words: document.quote(draft.date.from, draft.date.to),
      why: draft.date.why,
    };
  if (!actors.some(({ basis }) => basis === 'self-claimed'))
    return { date: null, words: null, why: null };
  const claimed = units.flatMap(({ sentence }) => {
    const read = reading.sentences[sentence.index];
    const isGroup = read?.statements.some(
      ({ speaker }) => speaker.kind === 'group' || speaker.kind === 'monitor',
    );
    return isGroup
      ? (read?.dates ?? []).filter(
          ({ use, earliest, latest }) =>
            use === 'report' && earliest !== null && earliest === latest,
        )
      : [];
  });
  const last = [...claimed].sort((a, b) => (a.latest ?? '').localeCompare(b.latest ?? '')).at(-1);
  if (!last?.latest) return { date: null, words: null, why: null };
  return {
    date: `[..${last.latest}]`,
    words: null,
    why: `No day is given; it was claimed by ${last.latest} ("${document.quote(last.from, last.to)}"), so not later.`,
  };
}

function placeOf(mention: PlaceMention, { document }: Reading): FoundPlace {
  const first = document.tokens[mention.start];
  const last = document.tokens[mention.end - 1];
  const { place } = mention;
  return {
    as_written: mention.written.replace(/\s+/g, ' '),
    canonical: place?.name ?? null,
    country: place?.country ?? mention.country ?? null,
    admin1: place?.admin1 ?? null,
    admin2: place?.admin2 ?? null,
    precision: mention.isNear
      ? 'near'
      : (place?.level ?? (mention.isArea ? 'district' : 'settlement')),
    lat: place?.latitude ?? null,
    lon: place?.longitude ?? null,
    key: place?.key ?? null,
    evidence: document.evidence(first?.from ?? 0, last?.to ?? 0),
    why: mention.why,
  };
}

function datesFound({ document, sentences }: Reading): readonly FoundDate[] {
  return sentences.flatMap(({ dates }) =>
    dates.map(({ from, to, edtf, use, why }) => ({
      date: edtf,
      words: document.quote(from, to),
      use,
      evidence: document.evidence(
        document.tokens[from]?.from ?? 0,
        document.tokens[to - 1]?.to ?? 0,
      ),
      why,
    })),
  );
}

function actorsFound({ document, actors }: Reading): readonly FoundActor[] {
  return actors.map((mention) => {
    const evidence = document.evidence(
      document.tokens[mention.start]?.from ?? 0,
      document.tokens[mention.end - 1]?.to ?? 0,
    );
    return {
      name: evidence.quote.replace(/\s+/g, ' '),
      canonical: mention.known?.name ?? null,
      key: mention.known?.key ?? null,
      kind: mention.kind,
      evidence,
      why: mention.why,
    };
  });
}

/** Undated attacks of one claimant, one of them placed by its area only, may be one and the same. */
function linksOf(incidents: readonly FoundIncident[]): readonly FoundLink[] {
  const links: FoundLink[] = [];
  for (const [i, a] of incidents.entries()) {
    for (const b of incidents.slice(i + 1)) {
      if (!a.place || !b.place || a.date !== b.date || a.place.country !== b.place.country)
        continue;
      const claimant = a.actors.find(({ basis }) => basis === 'self-claimed')?.canonical;
      if (
        !claimant ||
        !b.actors.some(({ basis, canonical }) => basis === 'self-claimed' && canonical === claimant)
      )
        continue;
      const isArea = (precision: string) => precision === 'district' || precision === 'region';
      const [area, spot] = isArea(a.place.precision) ? [a.place, b.place] : [b.place, a.place];
      if (!isArea(area.precision) || isArea(spot.precision)) continue;
      const isInside =
        spot.canonical === null || spot.admin2 === area.canonical || spot.admin1 === area.canonical;
      const isFirst = area === a.place;
      if (isInside && isFirst)
        links.push({
          a: a.id,
          b: b.id,
          type: 'possibly-same',
          why: `${claimant} claims both without a day, and ${spot.as_written} may lie in ${area.as_written}.`,
        });
    }
  }
  return links;
}
