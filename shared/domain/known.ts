/**
 * What is claimed, confirmed and unknown about an incident, as codes and parameters; the words are in
 * `shared/text/known-words.ts`. Nothing is judged here that the analyst has not judged:
 * confirmed is what carries credibility 1 and is borne out by an independent source, an attribution
 * "confirmed" or a status set by the analyst.
 */
import type { ClaimView, IncidentDossier } from '../contract/read-calls.ts';
import { fold } from '../lib/fold.ts';
import { unfoundedOnes } from './confirmation.ts';
import { edtfBounds } from './edtf.ts';
import { isPrecise } from './geo.ts';
import { originFacts, originKeys } from './origins.ts';
import type {
  Attribution,
  ClaimKind,
  ConfidenceLevel,
  GeoLevel,
  Outcome,
  Party,
  Qualifier,
} from './vocabulary.ts';

export interface KnownToll {
  readonly party: Party;
  readonly outcome: Outcome;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

export type KnownLine = { readonly sourceIds: readonly string[] } & (
  | {
      readonly code: 'claim';
      readonly claimId: string;
      readonly claimant: string | null;
      readonly via: readonly string[];
      readonly kind: ClaimKind;
      readonly statement: string;
      readonly tolls: readonly KnownToll[];
      readonly grade: string;
      readonly deniedBy: string | null;
      readonly isSuperseded: boolean;
      /** Graded 1 with no independent source that bears it out. */
      readonly isUnfounded: boolean;
    }
  | {
      readonly code: 'actor';
      readonly actorId: string;
      readonly actor: string;
      readonly role: string;
      readonly attribution: Attribution;
      readonly confidence: ConfidenceLevel | null;
    }
  | {
      readonly code: 'status';
      readonly status: 'corroborated' | 'confirmed' | 'disputed' | 'refuted';
      readonly why: string | null;
    }
  | { readonly code: 'nothing-claimed' | 'nothing-confirmed' }
  | { readonly code: 'date-unknown' }
  | { readonly code: 'date-in-doubt'; readonly edtf: string }
  | { readonly code: 'place-unknown' }
  | { readonly code: 'place-imprecise'; readonly level: GeoLevel; readonly radiusM: number | null }
  | { readonly code: 'perpetrator-unknown' }
  | { readonly code: 'no-toll' }
  | {
      readonly code: 'toll-in-doubt';
      readonly outcome: Outcome;
      readonly low: number;
      readonly high: number | null;
    }
  | {
      readonly code: 'tolls-apart';
      readonly outcome: Outcome;
      readonly atMost: number;
      readonly atLeast: number;
    }
  | {
      readonly code: 'no-figure-by';
      readonly claimant: string | null;
      readonly via: readonly string[];
      readonly statement: string;
    }
  | { readonly code: 'single-origin'; readonly origin: string | null; readonly claims: number }
  | { readonly code: 'possibly-same'; readonly incidentId: string; readonly title: string }
  | { readonly code: 'question'; readonly text: string }
);

export interface Known {
  readonly claimed: readonly KnownLine[];
  readonly confirmed: readonly KnownLine[];
  readonly unknown: readonly KnownLine[];
}

/** Sorts a dossier into the three boxes. Superseded claims come last, then better grades first. */
export function knownOf(dossier: IncidentDossier): Known {
  const claimed = claimedLines(dossier);
  const confirmed = confirmedLines(dossier);
  return {
    claimed: claimed.length > 0 ? claimed : [{ code: 'nothing-claimed', sourceIds: [] }],
    confirmed: confirmed.length > 0 ? confirmed : [{ code: 'nothing-confirmed', sourceIds: [] }],
    unknown: unknownLines(dossier),
  };
}

/** Acronyms of the incident's actors, as its row has them: the boxes are narrow. */
type ShortNames = ReadonlyMap<string, string>;

function shortNames(dossier: IncidentDossier): ShortNames {
  return new Map(dossier.row.actors.map((actor) => [actor.id, actor.shortName]));
}

function nameOf(actor: { readonly id: string; readonly name: string }, names: ShortNames): string {
  return names.get(actor.id) ?? actor.name;
}

function claimLine(
  view: ClaimView,
  names: ShortNames,
  also: readonly string[],
  isUnfounded: boolean,
): KnownLine {
  const { claim } = view;
  return {
    code: 'claim',
    claimId: claim.id,
    claimant: view.claimant === null ? null : nameOf(view.claimant, names),
    via: view.via.map((actor) => nameOf(actor, names)),
    kind: claim.kind,
    statement: claim.statement,
    tolls: view.tolls.map(({ party, outcome, low, high, qualifier }) => ({
      party,
      outcome,
      low,
      high,
      qualifier,
    })),
    grade: view.grade,
    deniedBy: view.deniedBy === null ? null : nameOf(view.deniedBy, names),
    isSuperseded: view.isReplaced,
    isUnfounded,
    sourceIds: [...(claim.source_id === null ? [] : [claim.source_id]), ...also],
  };
}

/** One line per claim; claims of one origin with the same figures share a line and its sources. */
function claimLines(
  views: readonly ClaimView[],
  names: ShortNames,
  unfounded: ReadonlySet<string> = new Set(),
): KnownLine[] {
  const told = new Map<string, { view: ClaimView; also: string[] }>();
  for (const view of views) {
    const { claim } = view;
    const figures = view.tolls.map((t) => [t.party, t.outcome, t.low, t.high, t.qualifier]);
    const key =
      claim.origin_words === null || figures.length === 0
        ? claim.id
        : JSON.stringify([fold(claim.origin_words), view.isReplaced, figures]);
    const first = told.get(key);
    if (first === undefined) told.set(key, { view, also: [] });
    else if (claim.source_id !== null) first.also.push(claim.source_id);
  }
  return [...told.values()].map(({ view, also }) =>
    claimLine(view, names, also, unfounded.has(view.claim.id)),
  );
}

/** Whether a claim says nothing but that no figure was given: it belongs to what is unknown. */
function isSilence(view: ClaimView): boolean {
  return view.tolls.length > 0 && view.tolls.every((toll) => toll.qualifier === 'none-given');
}

/** A 1 that stands and that other independent sources bear out; a bare 1 is a claim like others. */
function isConfirmed(view: ClaimView, unfounded: ReadonlySet<string>): boolean {
  return view.claim.credibility === 1 && !view.isReplaced && !unfounded.has(view.claim.id);
}

function claimedLines(dossier: IncidentDossier): KnownLine[] {
  const unfounded = unfoundedOnes(dossier.claims);
  const claims = dossier.claims
    .filter((view) => !isConfirmed(view, unfounded) && !isSilence(view))
    .toSorted(
      (a, b) =>
        Number(a.isReplaced) - Number(b.isReplaced) || a.claim.credibility - b.claim.credibility,
    );
  return [
    ...claimLines(claims, shortNames(dossier), unfounded),
    ...actorLines(dossier, ['claimed', 'alleged', 'assessed', 'denied']),
  ];
}

function confirmedLines(dossier: IncidentDossier): KnownLine[] {
  const { status, status_why: why } = dossier.incident;
  const lines: KnownLine[] =
    status === 'corroborated' || status === 'confirmed'
      ? [{ code: 'status', status, why, sourceIds: [] }]
      : [];
  const unfounded = unfoundedOnes(dossier.claims);
  const claims = dossier.claims.filter((view) => isConfirmed(view, unfounded) && !isSilence(view));
  return [
    ...lines,
    ...claimLines(claims, shortNames(dossier)),
    ...actorLines(dossier, ['confirmed']),
  ];
}

function actorLines(dossier: IncidentDossier, attributions: readonly Attribution[]): KnownLine[] {
  const names = shortNames(dossier);
  return dossier.links.flatMap(({ link, other }): KnownLine[] => {
    const { attribution } = link;
    if (link.kind !== 'actor-incident' || attribution === null) return [];
    if (!attributions.includes(attribution) || other.isDeleted) return [];
    // who did it is a finding; who was hit stands in the claims
    if (link.role !== 'perpetrator' && link.role !== 'claimant') return [];
    return [
      {
        code: 'actor',
        actorId: other.id,
        actor: names.get(other.id) ?? other.name,
        role: link.role,
        attribution,
        confidence: link.confidence,
        sourceIds: link.source_id === null ? [] : [link.source_id],
      },
    ];
  });
}

const violent = ['Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Riots'];

function unknownLines(dossier: IncidentDossier): KnownLine[] {
  const { incident } = dossier;
  const names = shortNames(dossier);
  const lines: KnownLine[] = [];
  const put = (line: KnownLine) => lines.push(line);
  const { status } = incident;
  if (status === 'disputed' || status === 'refuted') {
    put({ code: 'status', status, why: incident.status_why, sourceIds: [] });
  }
  const { earliest, latest } = edtfBounds(incident.date_edtf);
  if (earliest === null && latest === null) put({ code: 'date-unknown', sourceIds: [] });
  else if (earliest !== latest || /[?~%]/.test(incident.date_edtf ?? '')) {
    put({ code: 'date-in-doubt', edtf: incident.date_edtf ?? '', sourceIds: [] });
  }
  if (incident.geo_level === 'unknown') put({ code: 'place-unknown', sourceIds: [] });
  else if (!isPrecise(incident.geo_level)) {
    put({
      code: 'place-imprecise',
      level: incident.geo_level,
      radiusM: incident.radius_m,
      sourceIds: [],
    });
  }
  if (violent.includes(incident.event_type ?? '')) {
    const hasPerpetrator = dossier.links.some(
      ({ link }) =>
        link.kind === 'actor-incident' && ['perpetrator', 'claimant'].includes(link.role),
    );
    if (!hasPerpetrator) put({ code: 'perpetrator-unknown', sourceIds: [] });
    if (dossier.tolls.length === 0) put({ code: 'no-toll', sourceIds: [] });
  }
  for (const { outcome, low, high, apart } of dossier.tolls) {
    const sourceIds = figureSources(dossier, outcome);
    if (apart !== null) put({ code: 'tolls-apart', outcome, ...apart, sourceIds });
    else if (low !== null && low !== high)
      put({ code: 'toll-in-doubt', outcome, low, high, sourceIds });
  }
  for (const view of dossier.claims) {
    if (!isSilence(view) || view.isReplaced) continue;
    put({
      code: 'no-figure-by',
      statement: view.claim.statement,
      claimant: view.claimant === null ? null : nameOf(view.claimant, names),
      via: view.via.map((actor) => nameOf(actor, names)),
      sourceIds: view.claim.source_id === null ? [] : [view.claim.source_id],
    });
  }
  lines.push(...singleOrigin(dossier));
  for (const { link, other } of dossier.links) {
    if (link.kind === 'incident-incident' && link.role === 'possibly-same-as' && !other.isDeleted) {
      put({ code: 'possibly-same', incidentId: other.id, title: other.name, sourceIds: [] });
    }
  }
  for (const { note } of dossier.notes) {
    if (note.kind === 'question' && !note.is_resolved) {
      put({ code: 'question', text: note.body, sourceIds: [] });
    }
  }
  return lines;
}

/** Sources of the standing claims that give a figure of an outcome. */
function figureSources({ claims }: IncidentDossier, outcome: Outcome): readonly string[] {
  return claims.flatMap(({ claim, tolls, isReplaced }) =>
    !isReplaced &&
    claim.source_id !== null &&
    tolls.some((toll) => toll.outcome === outcome && toll.qualifier !== 'none-given')
      ? [claim.source_id]
      : [],
  );
}

/** All standing claims that give a figure go back to one origin: that is worth a warning. */
function singleOrigin(dossier: IncidentDossier): KnownLine[] {
  const standing = dossier.claims.filter(
    (view) => !view.isReplaced && view.tolls.length > 0 && !isSilence(view),
  );
  const [first] = standing;
  if (first === undefined || standing.length < 2) return [];
  const keys = originKeys(dossier.claims.map(originFacts));
  if (new Set(standing.map((view) => keys.get(view.claim.id))).size > 1) return [];
  const sourceIds = standing.flatMap((view) =>
    view.claim.source_id === null ? [] : [view.claim.source_id],
  );
  const origin = originName(standing, keys.get(first.claim.id) ?? '');
  return [{ code: 'single-origin', origin, claims: standing.length, sourceIds }];
}

/** The origin in words: as the analyst worded it, else the actor that the key names. */
function originName(views: readonly ClaimView[], key: string): string | null {
  const worded = views.find((view) => view.claim.origin_words !== null);
  if (worded !== undefined) return worded.claim.origin_words;
  const actors = views.flatMap((view) => [view.claimant, ...view.via]);
  return actors.find((actor) => actor?.id === key)?.name ?? null;
}
