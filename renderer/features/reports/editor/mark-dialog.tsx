import { useState } from 'react';
import type { ClaimView } from '../../../../shared/contract/claim-view.ts';
import type { MarkTable } from '../../../../shared/report/references.ts';
import { call } from '../../../api/client.ts';
import { IncidentPicker, SourcePicker } from '../../../record-kit/pickers.tsx';
import { useRead } from '../../../state/use-changes.ts';
import { useText } from '../../../text/index.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';

interface Props {
  /** Whose claims are shown to begin with. */
  readonly incidentId: string | undefined;
  readonly onChoose: (table: MarkTable, id: string) => void;
  readonly onClose: () => void;
}

/** Chooses what a mark follows: a claim, whose source it shows, or a source itself. */
export function MarkDialog({ incidentId, onChoose, onClose }: Props) {
  const t = useText().reports.editor;
  const [by, setBy] = useState<MarkTable>('claim');
  const [incident, setIncident] = useState(incidentId);
  return (
    <Dialog isOpen title={t.mark} size="m" onClose={onClose}>
      <div className="rich-choice">
        <p className="u-soft">{t.markHelp}</p>
        <Segmented
          label={t.markBy}
          value={by}
          options={[
            { value: 'claim', label: t.claim },
            { value: 'source', label: t.tables.source },
          ]}
          onChange={setBy}
        />
        {by === 'source' ? (
          <SourcePicker
            label={t.tables.source}
            value={undefined}
            autoFocus
            onChange={(id) => {
              if (id !== undefined) onChoose('source', id);
            }}
          />
        ) : (
          <>
            <IncidentPicker
              label={t.tables.incident}
              value={incident}
              autoFocus={incidentId === undefined}
              onChange={setIncident}
            />
            {incident === undefined ? null : (
              <Claims incidentId={incident} onChoose={(id) => onChoose('claim', id)} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

interface ClaimsProps {
  readonly incidentId: string;
  readonly onChoose: (id: string) => void;
}

function Claims({ incidentId, onChoose }: ClaimsProps) {
  const t = useText().reports.editor;
  const { value } = useRead(
    () => call('incident/get', { id: incidentId }),
    [incidentId],
    ['incidents', 'claims', 'sources'],
  );
  if (value === undefined) return null;
  const withSource = value.claims.filter(({ source }) => source !== null);
  if (withSource.length === 0) return <p className="u-soft">{t.noClaims}</p>;
  return (
    <ul className="rich-claims" aria-label={t.claims}>
      {withSource.map((view) => (
        <li key={view.claim.id}>
          <button type="button" className="rich-claim" onClick={() => onChoose(view.claim.id)}>
            <ClaimWords view={view} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function ClaimWords({ view }: { readonly view: ClaimView }) {
  const t = useText().reports.editor;
  const from = [view.claimant?.name, view.source?.publisher ?? view.source?.title].filter(
    (part) => part !== undefined && part !== null,
  );
  return (
    <>
      <bdi className="rich-claim-words">{view.claim.statement}</bdi>
      <span className="u-soft">
        {view.grade} · <bdi>{[...new Set(from)].join(' · ')}</bdi>
        {view.isReplaced ? ` · ${t.replacedShort}` : ''}
      </span>
    </>
  );
}
