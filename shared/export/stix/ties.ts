/** What ties objects together and what is said of them: relationships, notes and opinions. */
import type { Actor, ClaimRelation, Link, Note, RecordMeta, Toll } from '../../domain/records.ts';
import type { ActorIncidentRole } from '../../domain/vocabulary.ts';
import type { ExportClaim, ExportIncident } from '../model.ts';
import {
  common,
  confidenceNumbers,
  credibilityNumbers,
  present,
  type StixObject,
  sourceName,
  stixId,
  withCairn,
} from './common.ts';
import { actorId } from './things.ts';

function relationship(
  record: RecordMeta,
  relationship_type: string,
  [source_ref, target_ref]: readonly [string, string],
  more: Readonly<Record<string, unknown>>,
  name?: string,
): StixObject {
  const base = common('relationship', record, name);
  return { ...base, relationship_type, source_ref, target_ref, ...present(more) };
}

/** Words that STIX has for a role, from the incident to the actor. Others are only "related". */
const roleWords: { readonly [R in ActorIncidentRole]?: string } = {
  perpetrator: 'attributed-to',
  target: 'targets',
  victim: 'targets',
  claimant: 'claimed-by',
};

export function actorTie(whole: ExportIncident, link: Link, actor: Actor): StixObject {
  const { role, attribution, confidence, note } = link;
  const ends = [stixId('incident', whole.incident.id), actorId(actor)] as const;
  return relationship(link, roleWords[role as ActorIncidentRole] ?? 'related-to', ends, {
    description: note,
    confidence: confidence && confidenceNumbers[confidence],
    extensions: withCairn(present({ role, attribution, id: link.id })),
  });
}

export function locatedAt(whole: ExportIncident, locationId: string): StixObject {
  const { incident } = whole;
  const ends = [stixId('incident', incident.id), locationId] as const;
  return relationship(incident, 'located-at', ends, {}, `place of ${incident.id}`);
}

/** A relation between two actors or two incidents: our word is a valid type of STIX. */
export function linkTie(link: Link, from: string, to: string): StixObject {
  const { role, attribution, confidence, note, date_from, date_to } = link;
  return relationship(link, role, [from, to], {
    description: note,
    confidence: confidence && confidenceNumbers[confidence],
    extensions: withCairn(present({ role, attribution, date_from, date_to, id: link.id })),
  });
}

/** `12 civilian killed (at-least)`, or how it was worded. */
function tollWords({ low, high, party, outcome, qualifier, words }: Toll): string {
  const figure =
    low === null ? qualifier : high === null || high === low ? `${low}` : `${low}–${high}`;
  return `${figure} ${party} ${outcome} (${qualifier})${words === null ? '' : `: ${words}`}`;
}

export function claimNote(whole: ExportIncident, told: ExportClaim): StixObject {
  const { claim, source, claimant, tolls } = told;
  const content = [claim.statement, claim.value ?? '', ...tolls.map(tollWords)].filter(
    (part) => part !== '',
  );
  return {
    ...common('note', claim),
    abstract: `claim: ${claim.kind}`,
    content: content.length === 0 ? `claim: ${claim.kind}` : content.join('\n'),
    ...present({
      authors: [claimant?.name, source?.publisher].filter((name) => name),
      confidence: credibilityNumbers[claim.credibility],
      external_references:
        source === null
          ? []
          : [{ source_name: sourceName(source.title), description: source.publisher ?? 'source' }],
    }),
    object_refs: [
      stixId('incident', whole.incident.id),
      ...(claimant === null ? [] : [actorId(claimant)]),
    ],
    extensions: withCairn(
      present({
        ...{ kind: claim.kind, credibility: claim.credibility, made_on: claim.made_on },
        ...{ reliability: source?.reliability, id: claim.id },
      }),
    ),
  };
}

export function analystNote(whole: ExportIncident, note: Note): StixObject {
  return {
    ...common('note', note),
    abstract: note.kind,
    content: note.body,
    ...present({ confidence: note.confidence && confidenceNumbers[note.confidence] }),
    object_refs: [stixId('incident', whole.incident.id)],
    extensions: withCairn(present({ kind: note.kind, likelihood: note.likelihood, id: note.id })),
  };
}

/** Somebody denies a claim. */
export function denial({ claim, deniedBy }: ExportClaim): StixObject | undefined {
  if (deniedBy === null) return undefined;
  return {
    ...common('opinion', claim, `denial of ${claim.id}`),
    opinion: 'strongly-disagree',
    authors: [deniedBy.name],
    object_refs: [stixId('note', claim.id)],
  };
}

/** One claim says the same as another, or the contrary. */
export function claimOpinion(relation: ClaimRelation): StixObject {
  return {
    ...common('opinion', relation),
    opinion: relation.kind === 'supports' ? 'agree' : 'disagree',
    ...present({ explanation: relation.note }),
    object_refs: [stixId('note', relation.to_claim_id)],
    extensions: withCairn({ from: stixId('note', relation.from_claim_id), id: relation.id }),
  };
}
