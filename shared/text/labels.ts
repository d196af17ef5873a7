/** Shape of the words for every code of the vocabulary; `en.ts` and `fr.ts` fill it. */
import type { TableName, Values } from '../domain/records.ts';
import type * as v from '../domain/vocabulary.ts';

type Words<K extends string | number> = { readonly [C in K]: string };
export type SubEventType = (typeof v.eventTaxonomy)[v.EventType][number];

/** Words for a directed relation: `forward` seen from its `from` end ("leader of"), `backward` ("led by"). */
export interface RelationWords {
  readonly forward: string;
  readonly backward: string;
}

export interface Labels {
  readonly eventTypes: Words<v.EventType>;
  readonly subEventTypes: Words<SubEventType>;
  readonly disorderTypes: Words<(typeof v.disorderTypes)[number]>;
  readonly targets: Words<v.TargetType>;
  readonly statuses: Words<v.IncidentStatus>;
  /** One sentence per status: when an analyst sets it. */
  readonly statusMeanings: Words<v.IncidentStatus>;
  readonly confidence: Words<v.ConfidenceLevel>;
  readonly confidenceMeanings: Words<v.ConfidenceLevel>;
  readonly reviews: Words<v.ReviewState>;
  readonly geoLevels: Words<v.GeoLevel>;
  /** How exactly the place is known, as a phrase in a report. */
  readonly geoLevelMeanings: Words<v.GeoLevel>;
  readonly actorKinds: Words<v.ActorKind>;
  readonly interCodes: Words<(typeof v.interCodes)[number]>;
  readonly nameKinds: Words<v.NameKind>;
  readonly roles: Words<v.ActorIncidentRole>;
  readonly relations: { readonly [C in v.ActorActorRelation]: RelationWords };
  readonly incidentRelations: { readonly [C in v.IncidentIncidentRelation]: RelationWords };
  readonly attributions: Words<v.Attribution>;
  /** What was decided about two incidents. */
  readonly pairVerdicts: Words<v.PairVerdict>;
  readonly sourceKinds: Words<v.SourceKind>;
  readonly reliabilities: Words<v.Reliability>;
  readonly reliabilityMeanings: Words<v.Reliability>;
  readonly credibilities: Words<v.Credibility>;
  readonly credibilityMeanings: Words<v.Credibility>;
  readonly claimKinds: Words<v.ClaimKind>;
  readonly claimRelations: { readonly [C in v.ClaimRelationKind]: RelationWords };
  /** Singular or collective, as a column head: "Military". */
  readonly parties: Words<v.Party>;
  readonly outcomes: Words<v.Outcome>;
  readonly qualifiers: Words<v.Qualifier>;
  readonly noteKinds: Words<v.NoteKind>;
  readonly likelihoods: Words<v.Likelihood>;
  /** ICD-203 percentages. */
  readonly likelihoodRanges: Words<v.Likelihood>;
  /** Who may receive each label; the labels themselves are never translated. */
  readonly tlpMeanings: Words<v.TlpLabel>;
  readonly tables: Words<TableName>;
  readonly actionKinds: Words<ActionWord>;
}

export type ActionWord =
  | 'create'
  | 'update'
  | 'delete'
  | 'restore'
  | 'import'
  | 'bulk'
  | 'undo'
  | 'redo';

/** Names of the fields of every table, for history, conflicts and error messages. */
export type FieldLabels = {
  readonly [T in TableName]: { readonly [F in keyof Values<T> & string]: string };
};
export interface MetaFieldLabels {
  readonly tlp: string;
  readonly deleted_at: string;
  readonly origin: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly id: string;
  readonly rev: string;
  /** Field `*` of a change row: the whole record. */
  readonly '*': string;
}
