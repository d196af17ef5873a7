/** An incident with everything worked out that comparing it with many others needs. */
import { type Prepared, prepare } from '../../shared/domain/same-attack-aspects.ts';
import type { SameRow } from '../db/queries/same-views.ts';

export interface Light {
  readonly row: SameRow;
  readonly prepared: Prepared;
}

export function lightOf(row: SameRow): Light {
  return { row, prepared: prepare(row.view) };
}
