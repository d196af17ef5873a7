/** What the writers of all formats are given: whole incidents with all that may be seen of them. */
import type { LicensedSet } from '../domain/licensed-data.ts';
import type {
  Actor,
  ActorName,
  Claim,
  ClaimRelation,
  Incident,
  Link,
  Note,
  Place,
  Source,
  Toll,
} from '../domain/records.ts';
import type { TollSummary } from '../domain/toll-types.ts';
import type { TlpLabel } from '../domain/vocabulary.ts';
import type { Attribution } from './attribution.ts';

export interface ExportClaim {
  readonly claim: Claim;
  readonly source: Source | null;
  readonly claimant: Actor | null;
  readonly deniedBy: Actor | null;
  readonly tolls: readonly Toll[];
}

/** A data set whose rows are among the incidents. */
export interface ExportDataSet extends Attribution {
  readonly set: LicensedSet;
  /** Incidents among those going out. */
  readonly incidents: number;
}

export interface ExportIncident {
  readonly incident: Incident;
  readonly place: Place | null;
  /** Who had a part in it, in the order of the links. */
  readonly actors: readonly { readonly link: Link; readonly actor: Actor }[];
  readonly claims: readonly ExportClaim[];
  readonly relations: readonly ClaimRelation[];
  readonly notes: readonly Note[];
  readonly tags: readonly string[];
  /** Null when nothing is said, and when a part of it may not be seen: a total would give that away. */
  readonly killed: TollSummary | null;
  readonly injured: TollSummary | null;
  /** Other incidents going out that are possibly the same: a sum must take one of them. */
  readonly possiblySameAs: readonly string[];
  readonly dataSet: ExportDataSet | null;
}

export interface ExportActor {
  readonly actor: Actor;
  readonly names: readonly ActorName[];
}

/** Some incidents, with what they name for the first time. */
export interface ExportPage {
  readonly incidents: readonly ExportIncident[];
  readonly actors: readonly ExportActor[];
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  /** Among the incidents that go out. */
  readonly incidentLinks: readonly Link[];
}

/** What can only be said once all incidents are known. */
export interface ExportRest {
  readonly actorLinks: readonly Link[];
}

export interface ExportFacts {
  readonly title: string;
  /** The filter in its text form; null for the whole case. */
  readonly filter: string | null;
  /** Incidents picked by hand. */
  readonly isPicked: boolean;
  /** Label of the file: no part of it is labelled higher. */
  readonly tlp: TlpLabel;
  readonly tlpMax: TlpLabel;
  /** Stamp of the last change of the case. */
  readonly asOf: string;
  readonly author: string;
  readonly invented: boolean;
  readonly incidents: number;
  readonly dataSets: readonly ExportDataSet[];
}

/** A format that is written as text, piece by piece. */
export interface TextWriter {
  readonly begin: (facts: ExportFacts) => string;
  readonly page: (page: ExportPage) => string;
  readonly end: (rest: ExportRest, facts: ExportFacts) => string;
}

/** What the place is called: the place of the case, else the words of the source. */
export function placeName({ incident, place }: ExportIncident): string | null {
  return place?.name ?? incident.place_words;
}

/** Sources that the claims of an incident rest on, each once, in their order. */
export function sourcesOf({ claims }: ExportIncident): readonly Source[] {
  const known = new Map(claims.flatMap(({ source }) => (source ? [[source.id, source]] : [])));
  return [...known.values()];
}
