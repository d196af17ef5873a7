import { licensedSets } from '../../../shared/domain/licensed-data.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { call } from '../../api/client.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { Notice } from '../../ui/notice.tsx';
import { selectionOf, type What } from './selection-of.ts';

/** Says before anything goes out which data sets it would give on; nothing where there are none. */
export function LicenceNotice({
  what,
  tlpMax,
}: {
  readonly what: What;
  readonly tlpMax: TlpLabel;
}) {
  const t = useText().exchange.licences;
  const listNumber = useIncidents((state) => state.listNumber);
  const picked = useIncidents((state) => state.selectedIds.size);
  const { value: counts = {} } = useRead(
    () => call('export/licences', { selection: selectionOf(what), tlpMax }),
    [what, tlpMax, listNumber, picked],
    ['incidents', 'batches'],
  );
  const sets = licensedSets.filter((set) => (counts[set] ?? 0) > 0);
  if (sets.length === 0) return null;
  return (
    <Notice tone="warn" title={t.title}>
      {sets.map((set) => (
        <p key={set}>{t[set](counts[set] ?? 0)}</p>
      ))}
    </Notice>
  );
}
