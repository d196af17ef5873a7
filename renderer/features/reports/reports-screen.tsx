import './reports.css';
import { FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Filter } from '../../../shared/domain/filter.ts';
import { tlpText } from '../../../shared/domain/tlp.ts';
import { reportKinds, tlpLabels } from '../../../shared/domain/vocabulary.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import type { ReportFormat } from '../../../shared/report/format.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { ReportPreview } from '../../report-kit/report-preview.tsx';
import { setLayout, useApp, useLayout } from '../../state/app-store.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { layoutNumber, layoutWord } from '../../state/layout.ts';
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
import { useSaveReport } from './use-save-report.ts';

const newestFirst = { key: 'date', direction: 'descending' } as const;

/** Any kind of report: set up at the left, on paper at the right. */
export function ReportsScreen() {
  const t = useText().reports;
  const format = useFormat();
  const lang = useApp((state) => state.lang);
  const selectedId = useIncidents((state) => state.selectedId);
  const filter = useIncidents((state) => state.filter);
  const sort = useIncidents((state) => state.sort);
  const selectedIds = useIncidents((state) => state.selectedIds);
  const width = useLayout((layout) => layoutNumber(layout, 'reports.setup', 260, 560, 320));
  const kind = useLayout((layout) => layoutWord(layout, 'reports.kind', reportKinds, 'brief'));
  const actorId = useApp((state) => state.recordIds.actors);
  const [held, setForm] = useState<ReportForm>(() => emptyForm(kind, lang));
  // the kind may be chosen elsewhere, by "brief" or "profile" of a record
  const form = useMemo(() => ({ ...held, kind }), [held, kind]);
  const change = (patch: Partial<ReportForm>) => {
    if (patch.kind !== undefined) setLayout('reports.kind', patch.kind);
    setForm({ ...form, ...patch });
  };
  // what is selected in the table or among the actors is followed until something is chosen here
  const shown = useMemo(
    () => ({
      ...form,
      incidentId: form.incidentId ?? selectedId,
      actorId: form.actorId ?? actorId,
    }),
    [form, selectedId, actorId],
  );
  const latestDay = useLatestDay(filter, kind === 'sitrep' || kind === 'trend');
  const request = requestOf(shown, { filter, sort, selectedIds: [...selectedIds], latestDay });
  const read = useRead(
    async () => (request === undefined ? undefined : call('report/build', request)),
    [JSON.stringify(request)],
  );
  const report = request === undefined || read.error !== undefined ? undefined : read.value;
  const saving = useSaveReport();
  const canSave = request !== undefined && report !== undefined && !saving.isSaving;
  const save = (format: ReportFormat) => {
    if (request === undefined || report === undefined) return;
    saving.save(request, format, fileNameOf(report.title, t.fileWords[request.kind], format));
  };
  useRequest('print', () => save('pdf'));
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
            <ReportSetup form={shown} tlp={report?.tlp} latestDay={latestDay} onChange={change} />
            <div className="reports-actions">
              <LabelTooLow error={read.error} onTake={(tlp) => change({ tlp })} />
              <Button
                variant="primary"
                isDisabled={!canSave}
                isPending={saving.isSaving}
                onPress={() => save('pdf')}
              >
                {saving.isSaving ? t.saving : t.save}
              </Button>
              <Button isDisabled={!canSave} onPress={() => save('html')}>
                {t.saveHtml}
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
  const needs = {
    brief: { title: t.chooseIncident, next: t.chooseIncidentHelp },
    profile: { title: t.chooseActor, next: t.chooseActorHelp },
    sitrep: { title: t.choosePeriod, next: t.choosePeriodHelp },
    trend: { title: t.chooseWeek, next: t.chooseWeekHelp },
    list: { title: t.nothingSelected, next: t.nothingSelectedHelp },
    chronology: { title: t.nothingSelected, next: t.nothingSelectedHelp },
  }[form.kind];
  return (
    <EmptyState icon={<FileText size={20} aria-hidden="true" />} title={needs.title}>
      {needs.next}
    </EmptyState>
  );
}

/** Last day that an incident of the filter can have, its period set aside. */
function useLatestDay(filter: Filter, isWanted: boolean): string | undefined {
  const { after: _after, before: _before, ...others } = filter;
  const { value } = useRead(
    async () => {
      if (!isWanted) return undefined;
      const ask = { filter: others, sort: newestFirst, count: 1, asker: 'report' };
      const [row] = (await call('view/answer', ask)).rows;
      return row?.dateLatest ?? row?.dateEarliest ?? undefined;
    },
    [JSON.stringify(others), isWanted],
    ['incidents'],
  );
  return value;
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
