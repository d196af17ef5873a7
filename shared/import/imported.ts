/**
 * What one row, feature or object of a file says, in Cairn's terms, whatever format it came in: the
 * readers of formats give it, the judge compares it with the case, the writers make records of it
 * (decision 0104). Texts are well-formed and no longer than the fields of the records.
 */
import type { Values } from '../domain/records.ts';
import type {
  ActorActorRelation,
  ActorIncidentRole,
  ActorKind,
  Attribution,
  ClaimKind,
  IncidentIncidentRelation,
  NameKind,
  NoteKind,
  Reliability,
  SourceKind,
  TlpLabel,
} from '../domain/vocabulary.ts';
import type { RowIssue } from './table-fields.ts';

type IncidentValues = Values<'incident'>;

/** Fields of an incident that a row gives. A further one left out says nothing and changes nothing. */
export type ReadIncident = Readonly<
  Pick<
    IncidentValues,
    | 'title'
    | 'summary'
    | 'event_type'
    | 'sub_event_type'
    | 'disorder_type'
    | 'date_edtf'
    | 'place_words'
    | 'latitude'
    | 'longitude'
    | 'geo_level'
    | 'geo_code'
    | 'country'
    | 'admin1'
    | 'admin2'
  > &
    Partial<
      Pick<
        IncidentValues,
        | 'targets'
        | 'date_words'
        | 'time_words'
        | 'radius_m'
        | 'status'
        | 'status_why'
        | 'confidence'
      >
    >
>;

/** Label of a record of its own; left out where the file says none: then it is that of the row. */
interface Labelled {
  readonly tlp?: TlpLabel | undefined;
}

/** Found in the case by its name, folded; made when it is not there. */
export interface ReadActor extends Labelled {
  readonly name: string;
  readonly kind: ActorKind;
  /** ACLED's code 1–8. */
  readonly inter: number | null;
  readonly description?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** Further names; they count only where the actor is made anew. */
  readonly names?: readonly { readonly name: string; readonly kind: NameKind }[];
}

/** An actor's part in the incident; the same actor may have several. */
export interface ReadParty extends Labelled {
  readonly actor: ReadActor;
  readonly role: ActorIncidentRole;
  /** How sure the role is; null where the file does not say. */
  readonly attribution: Attribution | null;
  readonly note?: string;
}

/** Found by title when it has nothing else, otherwise by title, publisher, address and date together. */
export interface ReadSource extends Labelled {
  readonly title: string;
  readonly kind: SourceKind;
  readonly publisher: string | null;
  readonly url: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly author?: string | null;
  readonly language?: string | null;
  readonly reliability?: Reliability;
}

/** A figure of one claim. `none-given` has no numbers: "no figure given" is never 0. */
export type ReadToll = Readonly<Omit<Values<'toll'>, 'claim_id'>> & Labelled;

/** Something said of the incident. */
export interface ReadClaim extends Labelled {
  readonly kind: ClaimKind;
  /** Null: the data set itself says it. */
  readonly source: ReadSource | null;
  readonly claimant: ReadActor | null;
  readonly statement: string;
  readonly value: string | null;
  /** EDTF. */
  readonly madeOn: string | null;
  /** 1–6; left out where nobody has judged it. */
  readonly credibility?: number;
  readonly tolls: readonly ReadToll[];
}

export interface ReadNote extends Labelled {
  readonly kind: NoteKind;
  /** Markdown. */
  readonly body: string;
}

export interface ReadRow extends Labelled {
  /** As the data set numbers it; null when the file has none: then a row is known by all its cells. */
  readonly key: string | null;
  /** Seconds since 1970 of the data set's upload; null when not given. An older row never overwrites. */
  readonly stamp: number | null;
  readonly incident: ReadIncident;
  readonly actors: readonly ReadParty[];
  /** In an order that stays from file to file: a newer row is matched claim by claim. */
  readonly claims: readonly ReadClaim[];
  /** Named without a word of what they say: each gets a claim without words, unless it has a claim. */
  readonly sources: readonly ReadSource[];
  readonly notes: readonly ReadNote[];
  readonly tags: readonly string[];
  /** Cells without a field here, by the column's name. */
  readonly kept: Readonly<Record<string, string>>;
  readonly warnings: readonly RowIssue[];
}

/** What is said of a relation, whatever it ties. */
export interface TieFacts extends Labelled {
  readonly attribution: Attribution | null;
  readonly note: string;
  /** EDTF. */
  readonly since: string | null;
  readonly until: string | null;
}

/** One actor in relation to another. */
export interface ReadActorTie extends TieFacts {
  readonly from: ReadActor;
  readonly to: ReadActor;
  readonly role: ActorActorRelation;
}

/** One incident in relation to another, by the keys of their rows. */
export interface ReadIncidentTie extends TieFacts {
  readonly from: string;
  readonly to: string;
  readonly role: IncidentIncidentRelation;
}

/** What a file says beside its rows: of actors whatever happened, and of incidents together. An actor named twice is one. */
export interface ReadBeside {
  readonly actors: readonly ReadActor[];
  readonly ties: readonly ReadActorTie[];
  readonly incidentTies: readonly ReadIncidentTie[];
  readonly notes: readonly (ReadNote & { readonly of: ReadActor })[];
}

export type ReadResult = { readonly row: ReadRow } | { readonly failure: RowIssue };

/** A source of which nothing is known but what the file calls it. */
export function namedSource(title: string): ReadSource {
  return { title, kind: 'other', publisher: null, url: null, published: null };
}

/** Figures that the data set itself gives. */
export function tollClaim(tolls: readonly ReadToll[]): ReadClaim {
  const said = { statement: '', value: null, madeOn: null } as const;
  return { kind: 'toll', source: null, claimant: null, ...said, tolls };
}
