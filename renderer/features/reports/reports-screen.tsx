import './reports.css';
import { FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { tlpText } from '../../../shared/domain/tlp.ts';
import { tlpLabels } from '../../../shared/domain/vocabulary.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { ReportPreview } from '../../report-kit/report-preview.tsx';
import { setLayout, useApp, useLayout } from '../../state/app-store.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { layoutNumber } from '../../state/layout.ts';
import { useRequest } from '../../state/requests.ts';
import { useRead } from '../../state/use-changes.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane, PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { emptyForm, fileNameOf, type ReportForm, requestOf } from './report-form.ts';
import { ReportSetup } from './report-setup.tsx';
import { useSavePdf } from './use-save-pdf.ts';

/** A brief of one incident or a list of many: set up at the left, on paper at the right. */
export function ReportsScreen() {
  const t = useText().reports;
  const format = useFormat();
  const lang = useApp((state) => state.lang);
  const selectedId = useIncidents((state) => state.selectedId);
  const filter = useIncidents((state) => state.filter);
  const sort = useIncidents((state) => state.sort);
  const selectedIds = useIncidents((state) => state.selectedIds);
  const width = useLayout((layout) => layoutNumber(layout, 'reports.setup', 260, 560, 320));
  const [form, setForm] = useState<ReportForm>(() => emptyForm(lang, undefined));
  // the table's selection is followed until an incident is chosen here
  const followed = form.incidentId ?? selectedId;
  const shown = useMemo(() => ({ ...form, incidentId: followed }), [form, followed]);
  const request = requestOf(shown, { filter, sort, selectedIds: [...selectedIds] });
  const read = useRead(
    async () => (request === undefined ? undefined : call('report/build', request)),
    [JSON.stringify(request)],
  );
  const report = request === undefined || read.error !== undefined ? undefined : read.value;
  const saving = useSavePdf();
  const canSave = request !== undefined && report !== undefined && !saving.isSaving;
  const save = () => {
    if (request === undefined || report === undefined) return;
    const kind = request.kind === 'brief' ? t.fileBrief : t.fileList;
    saving.save(request, fileNameOf(report.title, kind));
  };
  useRequest('print', save);
  return (
    <SplitPane
      label={t.setup}
      sized="first"
      size={width}
      min={260}
      max={560}
      onSizeChange={(size) => setLayout('reports.setup', size)}
      first={
        <Pane label={t.setup}>
          <PaneHeader title={t.title} subtitle={t.subtitle} />
          <PaneBody>
            <ReportSetup
              form={shown}
              tlp={report?.tlp}
              onChange={(patch) => setForm({ ...form, ...patch })}
            />
            <div className="reports-actions">
              <LabelTooLow error={read.error} onTake={(tlp) => setForm({ ...form, tlp })} />
              <Button
                variant="primary"
                isDisabled={!canSave}
                isPending={saving.isSaving}
                onPress={save}
              >
                {saving.isSaving ? t.saving : t.save}
              </Button>
              {saving.saved === undefined ? null : (
                <Notice tone="good" title={t.saved(saving.saved.fileName)} onClose={saving.clear}>
                  {t.savedDetail(saving.saved.pages, format.bytes(saving.saved.bytes))}
                </Notice>
              )}
              <ErrorNotice error={saving.error} />
            </div>
          </PaneBody>
        </Pane>
      }
      second={
        <Pane label={t.preview}>
          {report === undefined ? (
            <NoReport isReading={request !== undefined && read.error === undefined} form={shown} />
          ) : (
            <ReportPreview document={report} />
          )}
        </Pane>
      }
    />
  );
}

function NoReport({ isReading, form }: { readonly isReading: boolean; readonly form: ReportForm }) {
  const t = useText().reports;
  if (isReading) {
    return (
      <div className="reports-wait">
        <Spinner label={t.building} />
      </div>
    );
  }
  const needsIncident = form.kind === 'brief' && form.incidentId === undefined;
  const needsSelection = form.kind === 'list' && form.scope === 'selected';
  if (!needsIncident && !needsSelection) return null;
  return (
    <EmptyState
      icon={<FileText size={20} aria-hidden="true" />}
      title={needsIncident ? t.chooseIncident : t.nothingSelected}
    >
      {needsIncident ? t.chooseIncidentHelp : t.nothingSelectedHelp}
    </EmptyState>
  );
}

/** A label below that of a part is refused by the engine, which says what it would need. */
function LabelTooLow({
  error,
  onTake,
}: {
  readonly error: AppError | undefined;
  readonly onTake: (tlp: (typeof tlpLabels)[number]) => void;
}) {
  const t = useText().reports;
  const needed = tlpLabels.find((label) => label === error?.details.needed);
  if (needed === undefined) return <ErrorNotice error={error} />;
  const label = tlpText(needed);
  return (
    <Notice
      tone="bad"
      title={t.failed}
      actions={<Button onPress={() => onTake(needed)}>{t.tlpTake(label)}</Button>}
    >
      {t.tlpTooLow(label)}
    </Notice>
  );
}
