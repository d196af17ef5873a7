// Parts of what was read, as the contract hands them over.
import type { Suggestions } from '../../../../shared/contract/extract-calls.ts';

export type FoundIncident = Suggestions['incidents'][number];
export type FoundRole = FoundIncident['actors'][number];
export type FoundClaim = FoundIncident['claims'][number];
export type FoundPlace = Suggestions['places'][number];
export type FoundActor = Suggestions['actors'][number];
export type FoundPerson = Suggestions['persons'][number];
export type FoundDate = Suggestions['dates'][number];
export type Evidence = FoundPlace['evidence'];
