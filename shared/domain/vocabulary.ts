/**
 * Closed word lists of the field. Codes are stored; words on screen come from `shared/text`.
 * Taxonomy and inter codes: ACLED Codebook; reliability and credibility: Admiralty (NATO) scale;
 * labels: FIRST TLP 2.0; likelihood and confidence: ICD-203.
 */
export const tlpLabels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** ACLED event types with their sub-event types, in ACLED's own order of precedence. */
export const eventTaxonomy = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const;
export type EventType = keyof typeof eventTaxonomy;
export const eventTypes = Object.keys(eventTaxonomy) as readonly EventType[];

export const disorderTypes = [
  'Political violence',
  'Political violence; Demonstrations',
  'Demonstrations',
  'Strategic developments',
] as const;

export const targetTypes = [
  'military-base',
  'military-post',
  'convoy',
  'patrol',
  'police-station',
  'gendarmerie',
  'market',
  'village',
  'town',
  'camp-displaced',
  'school',
  'health-facility',
  'place-of-worship',
  'road',
  'bridge',
  'mine',
  'government-building',
  'telecoms',
  'water-point',
  'aid-convoy',
  'home',
  'other',
] as const;

export const incidentStatuses = [
  'reported',
  'claimed',
  'corroborated',
  'confirmed',
  'disputed',
  'refuted',
] as const;
export const confidenceLevels = ['low', 'moderate', 'high'] as const;
export const reviewStates = ['draft', 'reviewed', 'final'] as const;
/** Precision of a place, finest first; radii in metres are defaults, see `geo.ts`. */
export const geoLevels = [
  'point',
  'settlement',
  'near',
  'district',
  'region',
  'country',
  'unknown',
] as const;

export const actorKinds = [
  'state-force',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-force',
  'police',
  'government',
  'person',
  'media-monitor',
  'media-outlet',
  'organisation',
  'unidentified',
  'other',
] as const;
/** ACLED inter codes 1–8. */
export const interCodes = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export const nameKinds = ['primary', 'acronym', 'alias', 'transliteration', 'former'] as const;

export const actorIncidentRoles = [
  'perpetrator',
  'target',
  'victim',
  'claimant',
  'involved',
  'responder',
  'speaker',
  'subject',
  'named',
] as const;
export const actorActorRelations = [
  'member-of',
  'leader-of',
  'part-of',
  'affiliate-of',
  'splinter-of',
  'ally-of',
  'rival-of',
  'commands',
  'supports',
  'predecessor-of',
  'related-to',
] as const;
export const incidentIncidentRelations = [
  'part-of',
  'follows',
  'same-campaign',
  'possibly-same-as',
  'duplicate-of',
  'related-to',
] as const;
/** What an analyst decided about two incidents; "possibly the same" is a link between them. */
export const pairVerdicts = ['different', 'same'] as const;
export const attributions = ['claimed', 'alleged', 'assessed', 'confirmed', 'denied'] as const;

export const sourceKinds = [
  'article',
  'statement',
  'video',
  'audio',
  'image',
  'social-post',
  'report',
  'monitor-report',
  'interview',
  'dataset-row',
  'document',
  'other',
] as const;
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const credibilities = [1, 2, 3, 4, 5, 6] as const;

export const claimKinds = ['toll', 'date', 'place', 'attribution', 'denial', 'other'] as const;
/** What one claim does to another, from the first to the second. Superseding is a field of the claim. */
export const claimRelationKinds = ['supports', 'contradicts'] as const;
export const parties = ['military', 'police', 'civilian', 'militant', 'mixed', 'unknown'] as const;
export const outcomes = ['killed', 'injured', 'captured', 'missing', 'displaced'] as const;
/** `none-given` is the field's "no figure given": a value of its own, never 0. */
export const qualifiers = [
  'exact',
  'at-least',
  'at-most',
  'about',
  'between',
  'several',
  'dozens',
  'hundreds',
  'heavy',
  'none-given',
] as const;

export const noteKinds = ['comment', 'assessment', 'question', 'hypothesis'] as const;
export const likelihoods = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even-chance',
  'likely',
  'very-likely',
  'almost-certain',
] as const;

export const reportKinds = ['brief', 'list', 'sitrep', 'profile', 'chronology', 'trend'] as const;

export type TlpLabel = (typeof tlpLabels)[number];
export type TargetType = (typeof targetTypes)[number];
export type IncidentStatus = (typeof incidentStatuses)[number];
export type ConfidenceLevel = (typeof confidenceLevels)[number];
export type ReviewState = (typeof reviewStates)[number];
export type GeoLevel = (typeof geoLevels)[number];
export type ActorKind = (typeof actorKinds)[number];
export type NameKind = (typeof nameKinds)[number];
export type ActorIncidentRole = (typeof actorIncidentRoles)[number];
export type ActorActorRelation = (typeof actorActorRelations)[number];
export type IncidentIncidentRelation = (typeof incidentIncidentRelations)[number];
export type PairVerdict = (typeof pairVerdicts)[number];
export type Attribution = (typeof attributions)[number];
export type SourceKind = (typeof sourceKinds)[number];
export type Reliability = (typeof reliabilities)[number];
export type Credibility = (typeof credibilities)[number];
export type ClaimKind = (typeof claimKinds)[number];
export type ClaimRelationKind = (typeof claimRelationKinds)[number];
export type Party = (typeof parties)[number];
export type Outcome = (typeof outcomes)[number];
export type Qualifier = (typeof qualifiers)[number];
export type NoteKind = (typeof noteKinds)[number];
export type Likelihood = (typeof likelihoods)[number];
