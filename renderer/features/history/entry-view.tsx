import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { HistoryEntry } from '../../../shared/contract/case-calls.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import { UndoImport } from '../../record-kit/undo-import.tsx';
import { useCase } from '../../state/case-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { ChangesTable } from './changes-table.tsx';

/** One action: a line that opens to its changes. */
export function EntryView({
  entry,
  onRecord,
}: {
  readonly entry: HistoryEntry;
  readonly onRecord: (id: string, name: string) => void;
}) {
  const t = useText().history;
  const lang = useLang();
  const f = useFormat();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const kind = codeLabel(labels(lang).actionKinds, entry.kind);
  const state = t.states[entry.state];
  return (
    <li className={`history-entry history-entry-${entry.state}`}>
      <div className="history-line">
        <button
          type="button"
          className="history-open"
          aria-expanded={isOpen}
          aria-controls={panel}
          aria-label={t.show(entry.title)}
          disabled={entry.changeCount === 0}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </button>
        <time className="u-tabular u-soft" dateTime={entry.at} title={f.moment(entry.at)}>
          {f.time(entry.at)}
        </time>
        <span className="history-kind">{kind}</span>
        <span className="history-title">
          <bdi>{entry.title}</bdi>
          {state === '' ? null : <span className="history-state">{state}</span>}
          {!isReadOnly &&
          entry.kind === 'import' &&
          entry.batch !== null &&
          entry.state === 'done' ? (
            <UndoImport batch={entry.batch} />
          ) : null}
        </span>
        <span className="history-author u-soft">
          <bdi>{entry.author}</bdi>
        </span>
        <span className="u-tabular u-faint">{t.changes(entry.changeCount)}</span>
      </div>
      {entry.why === null ? null : (
        <p className="history-why">
          {t.why}: {entry.why}
        </p>
      )}
      <div id={panel} hidden={!isOpen}>
        {isOpen ? <ChangesTable entry={entry} onRecord={onRecord} /> : null}
      </div>
    </li>
  );
}
