/** Ids of other standards that follow from ours: the same record has the same id in every export. */
import { v5 } from 'uuid';

/** Made once for Cairn; must never change, or all ids given out so far would. */
const namespace = '6d0a2f1e-4b1c-5f0d-9a3e-7c1f5b9e2d48';

/** UUIDv5 (RFC 9562) of a record under the name of what it becomes. */
export function stableId(kind: string, id: string): string {
  return v5(`${kind}:${id}`, namespace);
}
