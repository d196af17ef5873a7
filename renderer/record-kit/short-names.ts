// Actors by the acronym an incident's row has for them, where claims stand close together. Pure.
import type { ClaimRef, ClaimView, IncidentRow } from '../../shared/contract/read-calls.ts';

export type Actors = IncidentRow['actors'];

/** Only the other claims that are named under each are shortened. */
export function withShortTies(view: ClaimView, actors: Actors): ClaimView {
  const ref = (other: ClaimRef): ClaimRef => ({
    ...other,
    claimant: actors.find(({ name }) => name === other.claimant)?.shortName ?? other.claimant,
  });
  return {
    ...view,
    replacedBy: view.replacedBy === null ? null : ref(view.replacedBy),
    replaces: view.replaces.map(ref),
    relations: view.relations.map((tie) => ({ ...tie, other: ref(tie.other) })),
  };
}

/** Everybody is shortened. */
export function withShortNames(view: ClaimView, actors: Actors): ClaimView {
  const short = <A extends { readonly id: string; readonly name: string }>(actor: A): A => ({
    ...actor,
    name: actors.find(({ id }) => id === actor.id)?.shortName ?? actor.name,
  });
  const { claimant, deniedBy, via } = view;
  return {
    ...withShortTies(view, actors),
    claimant: claimant === null ? null : short(claimant),
    deniedBy: deniedBy === null ? null : short(deniedBy),
    via: via.map(short),
  };
}
