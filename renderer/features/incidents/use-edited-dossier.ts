// What is known of the incident whose form is open: its status and date are checked against that.
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';
import { useIncidentEditor } from './editor-store.ts';

type Edited = Pick<IncidentDossier, 'claims'> & Partial<Pick<IncidentDossier, 'row'>>;

const nothing: Edited = { claims: [] };

/** No claims for a new incident and until they are read. */
export function useEditedDossier(): Edited {
  const mode = useIncidentEditor((state) => state.mode);
  const id = useIncidentEditor((state) => state.incidentId);
  const isStored = mode === 'edit';
  const read = useRead(
    async (): Promise<Edited> => (isStored ? call('incident/get', { id }) : nothing),
    [isStored, id],
    ['claims', 'sources'],
  );
  return read.value ?? nothing;
}
