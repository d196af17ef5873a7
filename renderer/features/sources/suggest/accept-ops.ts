// What accepting suggestions writes: the steps of one save. Pure.
import type { Op } from '../../../../shared/contract/record-calls.ts';
import { disorderOf } from '../../../../shared/domain/disorder-type.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { placeFields, placeSteps } from '../../../map-kit/place-ops.ts';
import type { PlaceValue } from '../../../map-kit/place-value.ts';
import { type CastBook, claimOps, roleOps } from './part-ops.ts';
import { passageOps } from './passage-ops.ts';
import type { Standings } from './standing.ts';
import type { Suggestion, SuggestionGroup, SuggestionOf } from './suggestion.ts';

/** The incident as it will be recorded: as suggested, or as the analyst changed it. */
export interface IncidentFields {
  readonly title: string;
  readonly eventType: string | null;
  readonly subEventType: string | null;
  /** EDTF */
  readonly date: string | null;
  readonly dateWords: string;
  readonly timeWords: string;
  readonly place: PlaceValue | null;
  readonly placeWords: string;
}

export interface Acceptance {
  readonly source: Source;
  readonly groups: readonly SuggestionGroup[];
  readonly standings: Standings;
  readonly isInvented: boolean;
  /** Of a candidate incident that this save may have to record. */
  readonly fieldsOf: (incident: SuggestionOf<'incident'>) => IncidentFields;
  /** Of a place named outside any incident. */
  readonly placeOf: (locality: SuggestionOf<'locality'>) => PlaceValue;
  readonly cast: CastBook;
  readonly newId: () => string;
  /** Incident of the case that takes the place of a candidate, by group. */
  readonly attach?: ReadonlyMap<string, string>;
}

export interface Steps {
  readonly ops: readonly Op[];
  /** Records by the id of the suggestion they come from. */
  readonly records: ReadonlyMap<string, string>;
}

/** Steps that record the suggestions, with the incident of each where it is not in the case yet. */
export function acceptSteps(accepted: readonly Suggestion[], from: Acceptance): Steps {
  const ops: Op[] = [];
  const records = new Map<string, string>();
  const incidents = new Map<string, string>();
  for (const group of from.groups) {
    const mine = accepted.filter((item) => item.group === group.id);
    const { incident } = group;
    if (incident === undefined || mine.length === 0) continue;
    const standing = from.standings.get(incident.id);
    const stored = from.attach?.get(group.id) ?? acceptedId(standing);
    const isRecorded = standing?.state === 'accepted';
    const id = stored ?? from.newId();
    incidents.set(group.id, id);
    records.set(incident.id, id);
    if (stored === undefined) ops.push(...incidentOps(incident, id, from));
    if (!isRecorded) ops.push(...passageOps(from.source, incident.passages, 'incident', id));
  }
  const claimIds = new Map(
    accepted.filter(({ kind }) => kind === 'claim').map(({ id }) => [id, from.newId()] as const),
  );
  const claimIdOf = (id: string | undefined) =>
    id === undefined ? undefined : (claimIds.get(id) ?? acceptedId(from.standings.get(id)));
  for (const item of accepted) {
    const incidentId = incidents.get(item.group) ?? '';
    switch (item.kind) {
      case 'incident':
        break;
      case 'date':
      case 'place': {
        const claimId = from.newId();
        records.set(item.id, claimId);
        ops.push(...claimOps(item, { ...from, incidentId, claimId }));
        break;
      }
      case 'claim': {
        const claimId = claimIds.get(item.id) ?? from.newId();
        records.set(item.id, claimId);
        const laterId = claimIdOf(item.supersededBy);
        ops.push(...claimOps(item, { ...from, incidentId, claimId, laterId }));
        ops.push(...supersedeOps(item, claimId, from));
        break;
      }
      case 'role': {
        const linkId = from.newId();
        records.set(item.id, linkId);
        ops.push(...roleOps(item, { ...from, incidentId, linkId }));
        break;
      }
      case 'same':
        ops.push(...sameOps(item, incidentId, incidents.get(item.other), from));
        break;
      case 'person':
      case 'actor': {
        const who = from.cast.idOf(item);
        ops.push(...who.ops);
        const marked = item.kind === 'person' ? item.passages.slice(0, 1) : item.passages;
        ops.push(...passageOps(from.source, marked, who.id === null ? null : 'actor', who.id));
        break;
      }
      case 'locality': {
        const place = placeSteps(from.placeOf(item), from.newId());
        ops.push(...place.ops, ...passageOps(from.source, item.passages, 'place', place.id));
        break;
      }
      default:
        assertNever(item, 'suggestion');
    }
  }
  return { ops, records };
}

function acceptedId(standing: ReturnType<Standings['get']>): string | undefined {
  return standing?.state === 'accepted' ? standing.recordId : undefined;
}

function incidentOps(
  suggestion: SuggestionOf<'incident'>,
  id: string,
  from: Acceptance,
): readonly Op[] {
  const fields = from.fieldsOf(suggestion);
  const place = placeSteps(fields.place, from.newId());
  const { place: found } = suggestion.incident;
  // a village in no list has no point, but its country and province are known
  const where =
    fields.place === null && found !== null
      ? {
          geo_level: found.precision,
          country: found.country,
          admin1: found.admin1,
          admin2: found.admin2,
        }
      : {};
  const values = {
    title: fields.title,
    event_type: fields.eventType,
    sub_event_type: fields.subEventType,
    disorder_type: disorderOf(fields.eventType, fields.subEventType),
    date_edtf: fields.date,
    date_words: orNull(fields.dateWords),
    time_words: orNull(fields.timeWords),
    place_words: orNull(fields.placeWords),
    ...placeFields(fields.place, place.id),
    ...where,
    invented: from.isInvented,
    tlp: from.source.tlp,
  };
  // the incident first: history names the step by it
  return [{ do: 'create', table: 'incident', id, values }, ...place.ops];
}

/** Earlier figures that are in the case already and that this one replaces. */
function supersedeOps(
  item: SuggestionOf<'claim'>,
  claimId: string,
  { groups, standings }: Acceptance,
): readonly Op[] {
  const siblings = groups.find(({ id }) => id === item.group)?.items ?? [];
  return siblings.flatMap((other): Op[] => {
    if (other.kind !== 'claim' || other.supersededBy !== item.id) return [];
    const id = acceptedId(standings.get(other.id));
    if (id === undefined) return [];
    return [{ do: 'update', table: 'claim', id, patch: { superseded_by_id: claimId } }];
  });
}

function sameOps(
  item: SuggestionOf<'same'>,
  incidentId: string,
  given: string | undefined,
  { groups, standings, source }: Acceptance,
): readonly Op[] {
  const other = groups.find(({ id }) => id === item.other)?.incident;
  const otherId = given ?? (other && acceptedId(standings.get(other.id)));
  if (otherId === undefined || otherId === incidentId) return [];
  const values = {
    kind: 'incident-incident',
    role: 'possibly-same-as',
    from_id: incidentId,
    to_id: otherId,
    attribution: 'assessed',
    confidence: 'low',
    source_id: source.id,
  };
  return [{ do: 'create', table: 'link', values }];
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
