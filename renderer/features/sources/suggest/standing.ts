// What became of each suggestion: recognised in the case by the passages of the source, so that it is the
// same after a restart, an undo or a correction of the text. Pure.
import type {
  ActorRow,
  IncidentDossier,
  SourceDossier,
} from '../../../../shared/contract/read-calls.ts';
import { codePointIndex, type TextSelectors } from '../../../../shared/domain/passage.ts';
import { locatePassage } from '../../../../shared/domain/passage-anchor.ts';
import type { Passage } from '../../../../shared/domain/records.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import { isAsSuggested, isOfKind, roleOf } from './as-suggested.ts';
import type { Suggestion, SuggestionGroup, SuggestionOf } from './suggestion.ts';

/** The part of the case that the suggestions of one source are compared with. */
export interface CaseFacts {
  readonly dossier: SourceDossier;
  /** Incidents that the source's passages and claims belong to. */
  readonly incidents: readonly IncidentDossier[];
  readonly actors: readonly ActorRow[];
}

export type Standing =
  | { readonly state: 'open' }
  /** `isChanged`: the case says something else than the suggestion. */
  | { readonly state: 'accepted'; readonly recordId: string; readonly isChanged: boolean }
  | { readonly state: 'rejected' };

export type Standings = ReadonlyMap<string, Standing>;

const open: Standing = { state: 'open' };
const rejected: Standing = { state: 'rejected' };

interface Placed {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

/** Of every suggestion by its id. */
export function standingsOf(
  groups: readonly SuggestionGroup[],
  text: string,
  facts: CaseFacts,
  rejections: ReadonlySet<string>,
): Standings {
  const index = codePointIndex(text);
  const placed = facts.dossier.passages.flatMap((passage): Placed[] => {
    const span = locatePassage(text, passage, index);
    return span === undefined ? [] : [{ passage, ...span }];
  });
  const look = new Look(placed, (at) => index.toUnit(at), facts);
  const standings = new Map<string, Standing>();
  const incidentIds = new Map<string, string>();
  for (const group of groups) {
    const accepted = look.acceptedIn(group);
    const incidentId = accepted.get(group.incident?.id ?? '')?.recordId;
    if (incidentId !== undefined) incidentIds.set(group.id, incidentId);
    for (const item of group.items) {
      const found =
        item.kind === 'same'
          ? look.sameLink(incidentId, incidentIds.get(item.other))
          : accepted.get(item.id);
      standings.set(item.id, found ?? (rejections.has(item.id) ? rejected : open));
    }
  }
  return standings;
}

type Accepted = Extract<Standing, { readonly state: 'accepted' }>;

/** One look through the case; a record answers for one suggestion only. */
class Look {
  readonly #placed: readonly Placed[];
  readonly #toUnit: (codePoint: number) => number;
  readonly #facts: CaseFacts;
  readonly #used = new Set<string>();

  constructor(placed: readonly Placed[], toUnit: (codePoint: number) => number, facts: CaseFacts) {
    this.#placed = placed;
    this.#toUnit = toUnit;
    this.#facts = facts;
  }

  acceptedIn(group: SuggestionGroup): ReadonlyMap<string, Accepted> {
    const accepted = new Map<string, Accepted>();
    if (group.incident === undefined) {
      for (const item of group.items) {
        const found = this.#mention(item);
        if (found) accepted.set(item.id, found);
      }
      return accepted;
    }
    const incidentId = this.#incidentOf(group);
    for (const item of group.items) {
      const found = this.#partOf(item, incidentId);
      if (found) accepted.set(item.id, found);
    }
    if (incidentId !== undefined) {
      accepted.set(group.incident.id, {
        state: 'accepted',
        recordId: incidentId,
        isChanged: this.#isChanged(group.incident, incidentId),
      });
    }
    return accepted;
  }

  /** By the passages of the incident, else by where its claims were recorded. */
  #incidentOf({ incident, items }: SuggestionGroup): string | undefined {
    if (incident === undefined) return undefined;
    const { place } = incident.incident;
    const candidates = this.#placed.filter(
      ({ passage }) =>
        passage.target_table === 'incident' &&
        this.#isLive(passage.target_id) &&
        !this.#used.has(passage.id),
    );
    const own = candidates.filter((one) => this.#covers(one, incident.passages));
    const isHere = ({ passage }: Placed) =>
      this.#incident(passage.target_id)?.incident.place_words === place?.as_written;
    const best = own.find(isHere) ?? own[0];
    if (best?.passage.target_id) {
      for (const { passage } of own) {
        if (passage.target_id === best.passage.target_id) this.#used.add(passage.id);
      }
      return best.passage.target_id;
    }
    const claims = items.filter((item) => item.kind === 'claim');
    for (const item of claims) {
      const recorded = this.#claimFor(item, undefined);
      if (recorded) return recorded.incidentId;
    }
    return undefined;
  }

  #partOf(item: Suggestion, incidentId: string | undefined): Accepted | undefined {
    switch (item.kind) {
      case 'claim':
      case 'date':
      case 'place': {
        const found = this.#claimFor(item, incidentId);
        if (found === undefined) return undefined;
        this.#used.add(found.view.claim.id);
        const { view } = found;
        return {
          state: 'accepted',
          recordId: view.claim.id,
          isChanged: !isAsSuggested(view, item),
        };
      }
      case 'role':
        return incidentId === undefined ? undefined : this.#roleFor(item, incidentId);
      default:
        return undefined;
    }
  }

  /** A claim of this source whose passage lies on the words; one kept as it was suggested goes first. */
  #claimFor(item: SuggestionOf<'claim' | 'date' | 'place'>, incidentId: string | undefined) {
    const near = this.#facts.dossier.claims.filter(
      ({ view, incidentId: of }) =>
        !this.#used.has(view.claim.id) &&
        (incidentId === undefined || of === incidentId) &&
        isOfKind(view, item) &&
        view.passages.some(({ id }) =>
          this.#placed.some(
            (one) =>
              one.passage.id === id &&
              (this.#covers(one, item.passages) ||
                (isAsSuggested(view, item) && this.#touches(one, item.passages))),
          ),
        ),
    );
    return near.find(({ view }) => isAsSuggested(view, item)) ?? near[0];
  }

  #roleFor(item: SuggestionOf<'role'>, incidentId: string): Accepted | undefined {
    const links = (this.#incident(incidentId)?.links ?? []).filter(
      ({ link }) => link.kind === 'actor-incident' && !this.#used.has(link.id),
    );
    const onWords = links.find(({ link }) =>
      this.#placed.some(
        (one) =>
          one.passage.target_id === link.id &&
          this.#covers(one, item.passages) &&
          this.#isNamed(link.from_id, item.role, true),
      ),
    );
    const found =
      onWords ?? links.find(({ link }) => this.#isNamed(link.from_id, item.role, false));
    if (found === undefined) return undefined;
    this.#used.add(found.link.id);
    const isChanged = found.link.role !== roleOf(item.role.role);
    return { state: 'accepted', recordId: found.link.id, isChanged };
  }

  /** Whether the actor bears one of the names; `isLoose` also when the analyst chose another for a name without one. */
  #isNamed(actorId: string, role: SuggestionOf<'role'>['role'], isLoose: boolean): boolean {
    if (role.key === actorId) return true;
    if (isLoose && role.canonical === null) return true;
    const actor = this.#facts.actors.find(({ id }) => id === actorId);
    if (actor === undefined) return false;
    const names = [actor.name, ...actor.names.map(({ name }) => name)].map(fold);
    return [role.canonical, role.name].some((name) => name !== null && names.includes(fold(name)));
  }

  #mention(item: Suggestion): Accepted | undefined {
    const table = item.kind === 'locality' ? 'place' : 'actor';
    const found = this.#placed.find(
      (one) =>
        (one.passage.target_table === table ||
          (one.passage.target_table === null && table === 'actor')) &&
        !this.#used.has(one.passage.id) &&
        this.#covers(one, item.passages),
    );
    if (found === undefined) return undefined;
    this.#used.add(found.passage.id);
    const recordId = found.passage.target_id ?? found.passage.id;
    return { state: 'accepted', recordId, isChanged: false };
  }

  sameLink(a: string | undefined, b: string | undefined): Accepted | undefined {
    const found = this.#incident(a)?.links.find(
      ({ link, other }) =>
        link.kind === 'incident-incident' &&
        other.id === b &&
        (link.role === 'possibly-same-as' || link.role === 'duplicate-of'),
    );
    const isOne = a !== undefined && a === b;
    if (found === undefined && !isOne) return undefined;
    return { state: 'accepted', recordId: found?.link.id ?? a ?? '', isChanged: false };
  }

  #isChanged({ incident }: SuggestionOf<'incident'>, id: string): boolean {
    const stored = this.#incident(id)?.incident;
    if (stored === undefined) return false;
    return (
      stored.date_edtf !== incident.date ||
      stored.event_type !== incident.eventType ||
      stored.sub_event_type !== incident.subEventType
    );
  }

  #incident(id: string | null | undefined): IncidentDossier | undefined {
    return this.#facts.incidents.find(({ incident }) => incident.id === id);
  }

  #isLive(id: string | null): boolean {
    const found = this.#incident(id);
    return found !== undefined && found.incident.deleted_at === null;
  }

  #spans(passages: readonly TextSelectors[]) {
    return passages.map(({ start, end }) => ({ from: this.#toUnit(start), to: this.#toUnit(end) }));
  }

  #covers({ from, to }: Placed, passages: readonly TextSelectors[]): boolean {
    return this.#spans(passages).some((span) => span.from === from && span.to === to);
  }

  #touches({ from, to }: Placed, passages: readonly TextSelectors[]): boolean {
    return this.#spans(passages).some((span) => span.from < to && span.to > from);
  }
}
