/** An actor named in a text. */
import type { ActorKind } from '../domain/vocabulary.ts';
import type { KnownActor } from './types.ts';

export type Side = 'group' | 'state' | 'unnamed' | 'other';
export type Force = 'army' | 'police' | 'gendarmerie';

export interface ActorMention {
  readonly start: number;
  readonly end: number;
  readonly known: KnownActor | undefined;
  readonly side: Side;
  readonly force: Force | undefined;
  /** Of a state force or group, where the text or the list says so. */
  readonly country: string | undefined;
  readonly kind: ActorKind;
  readonly why: string;
}
