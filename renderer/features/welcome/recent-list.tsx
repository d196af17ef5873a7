import { FileText as FileIcon, FileWarning } from 'lucide-react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { useFormat, useText } from '../../text/index.tsx';

type RecentCase = CallResult<'app/recent'>[number];

/** Cases opened lately; one whose file is gone stays in the list and says so. */
export function RecentList({
  cases,
  onOpen,
}: {
  readonly cases: readonly RecentCase[] | undefined;
  readonly onOpen: (entry: RecentCase) => void;
}) {
  const t = useText().welcome;
  const f = useFormat();
  if (cases === undefined) return null;
  if (cases.length === 0) return <p className="welcome-none">{t.noRecent}</p>;
  return (
    <ul className="welcome-recent">
      {cases.map((entry) => (
        <li key={entry.token}>
          <button
            type="button"
            className="welcome-choice"
            disabled={!entry.exists}
            onClick={() => onOpen(entry)}
          >
            {entry.exists ? (
              <FileIcon size={18} strokeWidth={1.6} aria-hidden="true" />
            ) : (
              <FileWarning size={18} strokeWidth={1.6} aria-hidden="true" />
            )}
            <span>
              <span className="welcome-choice-label">
                <bdi>{entry.title}</bdi>
              </span>
              <span className="welcome-choice-help welcome-path">
                <bdi>{entry.fileName}</bdi> · <bdi>{entry.folder}</bdi>
              </span>
              <span className="welcome-choice-help">
                {entry.exists ? (
                  t.openedAt(f.moment(entry.openedAt))
                ) : (
                  <span className="welcome-missing">
                    {t.missing}. {t.missingHelp}.
                  </span>
                )}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
