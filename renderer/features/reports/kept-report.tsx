import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { incidentStatuses } from '../../../shared/domain/vocabulary.ts';
import type { ReportChange } from '../../../shared/report/kept.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { useSave } from '../../record-kit/use-save.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { notify } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly report: CallResult<'report/kept'>;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** How many changes are listed at once. */
const mostListed = 30;

/** A kept report beside the case as it is: what changed since, and taking that over. */
export function KeptReport({ report, isReadOnly, onClose }: Props) {
  const t = useText().reports.kept;
  const saving = useSave();
  const [showsAll, setShowsAll] = useState(false);
  const { changes } = report;
  const shown = showsAll ? changes : changes.slice(0, mostListed);
  const renew = async () => {
    if (await saving.run(() => call('report/renew', { id: report.id })))
      notify({ text: t.renewed });
  };
  return (
    <div className="reports-setup">
      <p className="reports-kept-title">
        <bdi>{report.title}</bdi>
      </p>
      <p className="u-soft">{t.asKept(report.document.asOfWords)}</p>
      {changes.length === 0 ? (
        <Notice tone="good" title={t.unchanged} />
      ) : (
        <Notice tone="info" title={t.changed(changes.length)}>
          <ul className="reports-changes">
            {shown.map((change) => (
              <li key={`${change.what} ${change.incidentId}`}>
                <ChangeLine change={change} />
              </li>
            ))}
          </ul>
          {shown.length < changes.length ? (
            <Button variant="quiet" onPress={() => setShowsAll(true)}>
              {t.showAll(changes.length)}
            </Button>
          ) : null}
        </Notice>
      )}
      <ErrorNotice error={saving.error} />
      {changes.length === 0 || isReadOnly ? null : (
        <Button isPending={saving.isSaving} onPress={() => void renew()}>
          {t.renew}
        </Button>
      )}
      <Button variant="quiet" onPress={onClose}>
        {t.close}
      </Button>
    </div>
  );
}

function ChangeLine({ change }: { readonly change: ReportChange }) {
  const t = useText().reports.kept;
  const { statuses } = useLabels();
  const status = (code: string) => {
    const known = incidentStatuses.find((each) => each === code);
    return known === undefined ? code : statuses[known];
  };
  const { what, from, to } = change;
  const says = {
    new: t.changes.new,
    toll: t.changes.toll(from, to),
    status: t.changes.status(status(from), status(to)),
    merged: t.changes.merged(to),
    withdrawn: t.changes.withdrawn,
    left: t.changes.left,
  }[what];
  return (
    <>
      <bdi>{change.title}</bdi>
      <span className="u-soft"> — {says}</span>
    </>
  );
}
