// What was read from a text, as a list of suggestions in reading order, grouped by candidate incident. Pure.
import type { Suggestions } from '../../../../shared/contract/extract-calls.ts';
import {
  codePointIndex,
  selectPassage,
  type TextSelectors,
} from '../../../../shared/domain/passage.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import type {
  Evidence,
  FoundActor,
  FoundClaim,
  FoundDate,
  FoundIncident,
  FoundPerson,
  FoundPlace,
  FoundRole,
} from './found.ts';
import { markOf } from './mark.ts';

interface Common {
  /** The same again when the text is read anew, as long as its words and those around them stand. */
  readonly id: string;
  /** Letter of the candidate incident; `named` for what belongs to none. */
  readonly group: string;
  /** The words that say it, at least one stretch. */
  readonly passages: readonly TextSelectors[];
}

export type Suggestion = Common &
  (
    | { readonly kind: 'incident'; readonly incident: FoundIncident }
    | { readonly kind: 'date'; readonly edtf: string; readonly words: string }
    | { readonly kind: 'place'; readonly place: FoundPlace }
    | { readonly kind: 'role'; readonly role: FoundRole }
    | {
        readonly kind: 'claim';
        readonly claim: FoundClaim;
        /** Id of the later figure of the same claimant that replaces it. */
        readonly supersededBy: string | undefined;
      }
    /** Two candidates that may be one attack; stands with the later of them. */
    | { readonly kind: 'same'; readonly other: string }
    | { readonly kind: 'person'; readonly person: FoundPerson }
    | { readonly kind: 'actor'; readonly actor: FoundActor }
    | { readonly kind: 'locality'; readonly place: FoundPlace }
  );
export type SuggestionKind = Suggestion['kind'];
export type SuggestionOf<K extends SuggestionKind> = Extract<Suggestion, { readonly kind: K }>;

export interface SuggestionGroup {
  readonly id: string;
  /** Undefined for the group `named`. */
  readonly incident: SuggestionOf<'incident'> | undefined;
  /** In the order they are looked at, the incident first. */
  readonly items: readonly Suggestion[];
}

/** Reads passages off a text and gives every suggestion a mark of its own. */
interface Maker {
  readonly passages: (evidence: readonly Evidence[]) => readonly TextSelectors[];
  readonly mark: (kind: string, detail: string, passages: readonly TextSelectors[]) => string;
}

function makerFor(text: string): Maker {
  const index = codePointIndex(text);
  const taken = new Map<string, number>();
  return {
    passages: (evidence) =>
      evidence
        .map(({ start, end }) => selectPassage(text, index.toUnit(start), index.toUnit(end), index))
        .filter((selectors) => selectors !== undefined),
    mark: (kind, detail, passages) => {
      const mark = markOf(kind, detail, passages);
      const times = (taken.get(mark) ?? 0) + 1;
      taken.set(mark, times);
      return times === 1 ? mark : `${mark}-${times}`;
    },
  };
}

/** Groups in the order of the text; what is named outside any incident comes last. */
export function groupSuggestions(found: Suggestions, text: string): readonly SuggestionGroup[] {
  const make = makerFor(text);
  const incidents = [...found.incidents].sort((a, b) => startOf(a) - startOf(b));
  const groups = incidents.flatMap((incident, i): SuggestionGroup[] => {
    const passages = make.passages(incident.evidence);
    if (passages.length === 0) return [];
    const group = incident.id;
    const head: SuggestionOf<'incident'> = {
      kind: 'incident',
      group,
      incident,
      passages,
      id: make.mark('incident', '', passages),
    };
    const earlier = incidents.slice(0, i);
    const same = found.links.flatMap(({ a, b }): Suggestion[] => {
      if (a !== group && b !== group) return [];
      const other = earlier.find(({ id }) => id === (a === group ? b : a));
      if (other === undefined) return [];
      const id = make.mark('same', other.place?.as_written ?? '', passages);
      return [{ kind: 'same', group, other: other.id, passages, id }];
    });
    const items = [head, ...partsOf(incident, found.dates, make), ...same];
    return [{ id: group, incident: head, items }];
  });
  const items = namedOf(found, make);
  return items.length === 0 ? groups : [...groups, { id: 'named', incident: undefined, items }];
}

const startOf = (incident: FoundIncident) =>
  Math.min(...incident.evidence.map(({ start }) => start));

/** Date, place, actors and claims of one candidate incident. */
function partsOf(
  incident: FoundIncident,
  dates: readonly FoundDate[],
  make: Maker,
): readonly Suggestion[] {
  const parts: Suggestion[] = [];
  const group = incident.id;
  const where = incident.place?.as_written ?? '';
  const date = dateEvidence(incident, dates);
  if (incident.date !== null && incident.dateWords !== null && date !== undefined) {
    const passages = make.passages([date]);
    const { date: edtf, dateWords: words } = incident;
    if (passages.length > 0) {
      parts.push({
        kind: 'date',
        group,
        edtf,
        words,
        passages,
        id: make.mark('date', where, passages),
      });
    }
  }
  if (incident.place !== null) {
    const { place } = incident;
    const passages = make.passages([place.evidence]);
    if (passages.length > 0) {
      parts.push({
        kind: 'place',
        group,
        place,
        passages,
        id: make.mark('place', where, passages),
      });
    }
  }
  for (const role of incident.actors) {
    const passages = make.passages([role.evidence]);
    const detail = `${role.role} ${role.canonical ?? role.name} ${where}`;
    if (passages.length > 0) {
      parts.push({ kind: 'role', group, role, passages, id: make.mark('role', detail, passages) });
    }
  }
  return [...parts, ...claimsOf(incident, make)];
}

/** Where the words of the incident's date stand: the nearest place that they do. */
function dateEvidence(
  { date, dateWords, evidence }: FoundIncident,
  dates: readonly FoundDate[],
): Evidence | undefined {
  const away = ({ start, end }: Evidence) =>
    Math.min(...evidence.map((own) => Math.max(own.start - start, end - own.end, 0)));
  return dates
    .filter((each) => each.date === date && each.words === dateWords)
    .map((each) => each.evidence)
    .sort((a, b) => away(a) - away(b))[0];
}

function claimsOf(incident: FoundIncident, make: Maker): readonly Suggestion[] {
  const claims = [...incident.claims].sort((a, b) => a.evidence.start - b.evidence.start);
  const drafts = claims.flatMap((claim) => {
    const passages = make.passages([claim.evidence]);
    const detail = `${claim.measure} ${claim.party} ${claim.text}`;
    return passages.length === 0
      ? []
      : [{ claim, passages, id: make.mark('claim', detail, passages) }];
  });
  return drafts.map(({ claim, passages, id }): Suggestion => {
    const later = claim.isSuperseded ? laterFigure(claim, drafts) : undefined;
    return { kind: 'claim', group: incident.id, claim, passages, id, supersededBy: later?.id };
  });
}

/** The figure that takes the place of an earlier one: best of the same claimant and party. */
function laterFigure<D extends { readonly claim: FoundClaim }>(
  earlier: FoundClaim,
  drafts: readonly D[],
): D | undefined {
  const likeness = ({ claim }: D) =>
    Number(claim.by === earlier.by) * 2 + Number(claim.party === earlier.party);
  return drafts
    .filter(
      ({ claim }) =>
        claim !== earlier &&
        !claim.isSuperseded &&
        !claim.isPart &&
        claim.measure === earlier.measure &&
        claim.qualifier !== 'none-given',
    )
    .sort((a, b) => likeness(b) - likeness(a))[0];
}

/** Persons, listed actors and places that no incident has, each once with all its mentions. */
function namedOf(found: Suggestions, make: Maker): readonly Suggestion[] {
  const group = 'named';
  const inIncidents = new Set(
    found.incidents.flatMap((incident) => [
      ...incident.actors.map(({ canonical, name }) => fold(canonical ?? name)),
      ...incident.claims.flatMap(({ by_canonical: by, via }) =>
        [by, via].filter((name) => name !== null).map(fold),
      ),
    ]),
  );
  const persons = found.persons.map((person): Suggestion | undefined => {
    const passages = make.passages([person.evidence]);
    const id = make.mark('person', '', passages);
    return passages.length === 0 ? undefined : { kind: 'person', group, person, passages, id };
  });
  const personNames = new Set(found.persons.map(({ name }) => fold(name)));
  const actors = once(
    found.actors.filter(
      ({ canonical }) =>
        canonical !== null &&
        !inIncidents.has(fold(canonical)) &&
        !personNames.has(fold(canonical)),
    ),
    ({ canonical }) => canonical ?? '',
  ).map(([actor, all]): Suggestion | undefined => {
    const passages = make.passages(all.map(({ evidence }) => evidence));
    const id = make.mark('actor', '', passages.slice(0, 1));
    return passages.length === 0 ? undefined : { kind: 'actor', group, actor, passages, id };
  });
  const placed = new Set(found.incidents.map(({ place }) => placeName(place)));
  const localities = once(
    found.places.filter((place) => place.key !== null && !placed.has(placeName(place))),
    (place) => placeName(place) ?? '',
  ).map(([place, all]): Suggestion | undefined => {
    const passages = make.passages(all.map(({ evidence }) => evidence));
    const id = make.mark('locality', '', passages.slice(0, 1));
    return passages.length === 0 ? undefined : { kind: 'locality', group, place, passages, id };
  });
  return [...persons, ...actors, ...localities].filter((one) => one !== undefined);
}

const placeName = (place: FoundPlace | null) =>
  place === null ? undefined : (place.key ?? fold(place.as_written));

/** First of each name, with all that bear it, in order. */
function once<T>(list: readonly T[], nameOf: (item: T) => string): readonly (readonly [T, T[]])[] {
  const byName = new Map<string, [T, T[]]>();
  for (const item of list) {
    const name = nameOf(item);
    const known = byName.get(name);
    if (known) known[1].push(item);
    else byName.set(name, [item, [item]]);
  }
  return [...byName.values()];
}
