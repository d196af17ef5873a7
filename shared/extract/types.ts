/**
 * What "Read this for me" takes and gives. The engine is pure: the gazetteer and the actors of the
 * case come in as look-ups; the result follows the shape of the answer keys (design.md §8).
 */
import type {
  ActorKind,
  EventType,
  GeoLevel,
  Outcome,
  Party,
  Qualifier,
} from '../domain/vocabulary.ts';

export type Lang = 'en' | 'fr';

export interface ExtractInput {
  readonly text: string;
  /** Day of publication as EDTF; null = unknown, then relative dates stay words. */
  readonly published: string | null;
  readonly lang: Lang | 'auto';
}

/** An actor that names in a text can stand for: one of the case, or of the bundled starter list. */
export interface KnownActor {
  /** Stable within one look-up list: the record id, or the key of the starter list. */
  readonly key: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly names: readonly string[];
  /** True for the case's own actors, which win over the starter list. */
  readonly isOwn: boolean;
}

export interface PlaceCandidate {
  readonly key: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly level: GeoLevel;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number;
  /** False when the name is only a few letters away. */
  readonly isExact: boolean;
}

export interface Lookups {
  readonly actors: readonly KnownActor[];
  /** Places of this name, those of `countries` (most likely first) before others. */
  readonly findPlaces: (name: string, countries: readonly string[]) => readonly PlaceCandidate[];
}

/** Words of the text; `start` and `end` count Unicode code points, `end` excluded. */
export interface Evidence {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface FoundPlace {
  readonly as_written: string;
  /** Name in the gazetteer or the case; null when it is in neither. */
  readonly canonical: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly precision: GeoLevel;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Key of the gazetteer row or id of the case's own place. */
  readonly key: string | null;
  readonly evidence: Evidence;
  readonly why: string;
}

export interface FoundDate {
  /** EDTF, null when the words cannot be resolved. */
  readonly date: string | null;
  readonly words: string;
  readonly use: 'event' | 'report' | 'future' | 'background';
  readonly evidence: Evidence;
  readonly why: string;
}

export type RoleName = 'perpetrator' | 'suspected perpetrator' | 'target' | 'victim' | 'involved';
export type Basis =
  | 'self-claimed'
  | 'reported'
  | 'official'
  | 'alleged'
  | 'denied'
  | 'implied by context, not stated';

export interface FoundActor {
  readonly name: string;
  readonly canonical: string | null;
  /** Record id or key of the starter list; null when the name is in neither. */
  readonly key: string | null;
  readonly kind: ActorKind;
  readonly evidence: Evidence;
  readonly why: string;
}

export interface FoundRole extends FoundActor {
  readonly role: RoleName;
  readonly basis: Basis;
}

export interface FoundPerson {
  readonly name: string;
  readonly role: string | null;
  /** Always null unless the full name is that of exactly one person of the case. */
  readonly key: string | null;
  readonly evidence: Evidence;
  readonly why: string;
}

export type Measure =
  | 'killed'
  | 'wounded'
  | 'missing'
  | 'captured'
  | 'abducted'
  | 'arrested'
  | 'displaced'
  | 'denial';

export interface FoundClaim {
  readonly measure: Measure;
  readonly outcome: Outcome | null;
  readonly party: Party;
  readonly victims: string;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly qualifier: Qualifier | null;
  /** The figure or statement as the source words it. */
  readonly text: string;
  readonly by: string | null;
  /** The listed actor that `by` is, where it is one. */
  readonly by_canonical: string | null;
  readonly via: string | null;
  readonly status: string;
  /** Part of another figure ("including three women"). */
  readonly isPart: boolean;
  /** A later figure of the same claimant replaces this one. */
  readonly isSuperseded: boolean;
  readonly evidence: Evidence;
  readonly why: string;
}

export interface FoundIncident {
  readonly id: string;
  readonly summary: string;
  /** Plain words: armed attack, abduction, air strike, … */
  readonly type: string;
  readonly eventType: EventType;
  readonly subEventType: string;
  readonly date: string | null;
  readonly dateWords: string | null;
  readonly dateWhy: string | null;
  readonly place: FoundPlace | null;
  readonly actors: readonly FoundRole[];
  readonly claims: readonly FoundClaim[];
  readonly evidence: readonly Evidence[];
  readonly why: string;
}

export interface FoundLink {
  readonly a: string;
  readonly b: string;
  readonly type: 'possibly-same';
  readonly why: string;
}

export interface Extraction {
  readonly lang: Lang;
  readonly published: string | null;
  readonly incidents: readonly FoundIncident[];
  readonly links: readonly FoundLink[];
  readonly persons: readonly FoundPerson[];
  readonly actors: readonly FoundActor[];
  readonly places: readonly FoundPlace[];
  readonly dates: readonly FoundDate[];
  /** True when the text tells of no incident. */
  readonly nothingFound: boolean;
}
