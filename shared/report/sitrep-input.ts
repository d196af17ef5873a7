/** What a situation report is built from. */
import type { IncidentRow, NoteView } from '../contract/read-calls.ts';
import type { Period } from '../domain/period.ts';
import type { Source } from '../domain/records.ts';
import type { IncidentStatus } from '../domain/vocabulary.ts';
import type { ReportHead } from './parts.ts';
import type { ClaimsByIncident } from './toll-figure.ts';

/** What was done since the period began to an incident that is older than it. */
export interface EarlierChange {
  readonly row: IncidentRow;
  readonly status: { readonly from: IncidentStatus; readonly to: IncidentStatus } | null;
  readonly claimsAdded: number;
  readonly claimsReplaced: number;
}

export interface SitrepInput extends ReportHead {
  readonly title: string | null;
  /** The filter in words, without its period. */
  readonly scopeWords: string;
  readonly period: Period;
  /** Incidents of the period in the order of their days. */
  readonly rows: readonly IncidentRow[];
  /** Incidents of the four periods before, the nearest first. */
  readonly before: readonly (readonly IncidentRow[])[];
  /** Matching incidents without any date. */
  readonly undated: number;
  /** Summaries (Markdown) by incident id. */
  readonly summaries: ReadonlyMap<string, string>;
  readonly sourceIds: ReadonlyMap<string, readonly string[]>;
  /** Of these, the sources of figures of those killed. */
  readonly figureSources: ReadonlyMap<string, readonly string[]>;
  readonly sources: readonly Source[];
  readonly tollClaims: ClaimsByIncident;
  readonly changes: readonly EarlierChange[];
  /** Actors that no earlier incident of the case knows. */
  readonly newActors: readonly string[];
  readonly assessments: readonly { readonly title: string; readonly view: NoteView }[];
  readonly questions: readonly { readonly title: string; readonly text: string }[];
  readonly withMap: boolean;
}
