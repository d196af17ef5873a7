// ACLED's disorder type follows from event and sub-event type (Codebook). Pure.
import type { disorderTypes } from './vocabulary.ts';

type DisorderType = (typeof disorderTypes)[number];

const byEvent: Readonly<Record<string, DisorderType>> = {
  Battles: 'Political violence',
  'Explosions/Remote violence': 'Political violence',
  'Violence against civilians': 'Political violence',
  Protests: 'Demonstrations',
  Riots: 'Political violence',
  'Strategic developments': 'Strategic developments',
};

const bySubEvent: Readonly<Record<string, DisorderType>> = {
  'Excessive force against protesters': 'Political violence; Demonstrations',
  'Violent demonstration': 'Demonstrations',
};

/** Null for types outside the taxonomy. */
export function disorderOf(event: string | null, subEvent: string | null): DisorderType | null {
  return bySubEvent[subEvent ?? ''] ?? byEvent[event ?? ''] ?? null;
}
