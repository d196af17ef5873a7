// Claims of the incident whose form is open: what its status and date can be checked against.
import type { ClaimView } from '../../../shared/contract/read-calls.ts';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';
import { useIncidentEditor } from './editor-store.ts';

/** Empty for a new incident and until they are read. */
export function useEditedClaims(): readonly ClaimView[] {
  const mode = useIncidentEditor((state) => state.mode);
  const id = useIncidentEditor((state) => state.incidentId);
  const isStored = mode === 'edit';
  const read = useRead(
    async () => (isStored ? (await call('incident/get', { id })).claims : []),
    [isStored, id],
    ['claims', 'sources'],
  );
  return read.value ?? [];
}
