/**
 * Role and attribution of a tie between an actor and an incident as one byte, as the columns keep it:
 * the role (1 to 9 in the order of the vocabulary, 0 for none) in the low four bits, above them the
 * attribution (1 to 5, 0 where none is stated).
 */
import { actorIncidentRoles, attributions } from './vocabulary.ts';

export const roleBits = 15;

/** Position of a role in the vocabulary, from 1; 0 for none. */
export function roleCode(role: string | null): number {
  return (actorIncidentRoles as readonly (string | null)[]).indexOf(role) + 1;
}

export function tieCode(role: string | null, attribution: string | null): number {
  const stated = (attributions as readonly (string | null)[]).indexOf(attribution) + 1;
  return roleCode(role) | (stated << 4);
}

/** How far a tie can be relied on: 2 as recorded, 1 only claimed or alleged, 0 denied. */
export const standings = { denied: 0, claimed: 1, firm: 2 } as const;

export function standingOf(attribution: string | null): number {
  if (attribution === 'denied') return standings.denied;
  return attribution === 'claimed' || attribution === 'alleged'
    ? standings.claimed
    : standings.firm;
}

/** Standing of each attribution, by the code of the byte above. */
export const standingOfCode: readonly number[] = [null, ...attributions].map(standingOf);
