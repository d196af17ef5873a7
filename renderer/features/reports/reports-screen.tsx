import './reports.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import { reportKinds } from '../../../shared/domain/vocabulary.ts';
import { noEdits } from '../../../shared/report/edits.ts';
import type { ReportFormat } from '../../../shared/report/format.ts';
import { sourceItems } from '../../../shared/report/references.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { useSave } from '../../record-kit/use-save.ts';
import { ReportPreview } from '../../report-kit/report-preview.tsx';
import { notify, setLayout, useApp, useLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { layoutNumber, layoutWord } from '../../state/layout.ts';
import { newestOnly } from '../../state/newest-only.ts';
import { useRequest } from '../../state/requests.ts';
import { useRead } from '../../state/use-changes.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane, PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { setEdits, useEdits } from './edits-store.ts';
import { OwnStyleFields } from './house/own-style.tsx';
import { KeptList } from './kept-list.tsx';
import { KeptReport } from './kept-report.tsx';
import { LabelTooLow } from './label-too-low.tsx';
import { NoReport } from './no-report.tsx';
import { emptyForm, fileNameOf, type ReportForm, requestOf } from './report-form.ts';
import { ReportSetup } from './report-setup.tsx';
import { SavingLine } from './saving-line.tsx';
import { SectionsPanel } from './sections-panel.tsx';
import { useLatestDay } from './use-latest-day.ts';
import { useSaveReport } from './use-save-report.ts';
import { useSections } from './use-sections.ts';
import { useTollsOf } from './use-tolls-of.ts';

const buildNewest = newestOnly((request: ReportRequest) => call('report/build', request));

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
  const house = useRead(() => call('house/style', {}), []).value;
  const [chosenLang, setLang] = useState<Lang>();
  const reportLang = chosenLang ?? house?.style.lang ?? lang;
  // the kind may be chosen elsewhere, by "brief" or "profile" of a record
  const form = useMemo(() => ({ ...held, kind, lang: reportLang }), [held, kind, reportLang]);
  const change = (patch: Partial<ReportForm>) => {
    if (patch.kind !== undefined) setLayout('reports.kind', patch.kind);
    if (patch.lang !== undefined) setLang(patch.lang);
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
  const caseId = useCase((state) => state.caseState?.id ?? '');
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const subject = kind === 'brief' ? shown.incidentId : kind === 'profile' ? shown.actorId : '';
  const editsKey = [caseId, kind, form.lang, subject].join(' ');
  const edits = useEdits(editsKey);
  const asked = requestOf(shown, { filter, sort, selectedIds: [...selectedIds], latestDay });
  const request = asked === undefined || edits === noEdits ? asked : { ...asked, edits };
  const read = useRead(
    async () => (request === undefined ? undefined : buildNewest(request)),
    [JSON.stringify(request)],
  );
  const [keptId, setKeptId] = useState<string>();
  const list = useRead(() => call('report/list', {}), []);
  const opened = useRead(
    async () => (keptId === undefined ? undefined : call('report/kept', { id: keptId })),
    [keptId],
  );
  const kept = keptId === undefined || opened.error !== undefined ? undefined : opened.value;
  const built = request === undefined || read.error !== undefined ? undefined : read.value;
  const report = keptId === undefined ? built : kept?.document;
  // a kept one that was deleted, here or by undo, is left
  const listed = useRef<string>(undefined);
  useEffect(() => {
    if (keptId === undefined || list.value === undefined) return;
    // one just kept is not in the list that was read before
    if (list.value.some(({ id }) => id === keptId)) listed.current = keptId;
    else if (listed.current === keptId) setKeptId(undefined);
  }, [keptId, list.value]);
  const sections = useSections(built, editsKey);
  const sources = useMemo(() => (built === undefined ? [] : sourceItems(built)), [built]);
  const tolls = useTollsOf(kind === 'brief' ? shown.incidentId : undefined);
  const keeping = useSave();
  const saving = useSaveReport();
  const canSave = report !== undefined && !saving.isSaving;
  // what is built anew will be there in a moment: its buttons keep the keyboard and stay calm
  const isBuilding =
    keptId === undefined && request !== undefined && read.isLoading && report === undefined;
  const button = { isDisabled: !canSave && !isBuilding, isWaiting: isBuilding };
  const save = (format: ReportFormat) => {
    if (report === undefined) return;
    const of = keptId === undefined ? request && { request } : { keptId };
    if (of === undefined) return;
    saving.save(of, format, fileNameOf(report.title, t.fileWords[report.kind], format));
  };
  const keep = () =>
    keeping.run(async () => {
      if (request === undefined || report === undefined) return;
      const { id } = await call('report/keep', { request, title: report.title.slice(0, 300) });
      setKeptId(id);
      // a number stands on one report only
      setForm((now) => ({ ...now, number: '' }));
      notify({ text: t.kept.keptDone });
    });
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
            {keptId === undefined ? (
              <>
                <ReportSetup
                  form={shown}
                  request={asked}
                  tlp={built?.tlp}
                  latestDay={latestDay}
                  onChange={change}
                />
                <div className="reports-extra">
                  <SectionsPanel
                    sections={sections}
                    edits={edits}
                    lang={form.lang}
                    tolls={tolls}
                    sources={sources}
                    incidentId={kind === 'brief' ? shown.incidentId : undefined}
                    onChange={(next) => setEdits(editsKey, next)}
                  />
                  <OwnStyleFields
                    {...{ form, house, isReadOnly }}
                    report={built}
                    onChange={change}
                  />
                </div>
              </>
            ) : kept === undefined ? null : (
              <KeptReport
                report={kept}
                isReadOnly={isReadOnly}
                onClose={() => setKeptId(undefined)}
              />
            )}
            <div className="reports-actions">
              <LabelTooLow error={read.error} onTake={(tlp) => change({ tlp })} />
              <ErrorNotice error={opened.error} />
              <Button
                {...button}
                variant="primary"
                isPending={saving.isSaving}
                onPress={() => save('pdf')}
              >
                {saving.isSaving ? t.saving : t.save}
              </Button>
              <Button {...button} onPress={() => save('html')}>
                {t.saveHtml}
              </Button>
              <Button {...button} onPress={() => save('docx')}>
                {t.saveDocx}
              </Button>
              <SavingLine saving={saving} />
              {keptId === undefined && !isReadOnly ? (
                <Button
                  isDisabled={built === undefined && !isBuilding}
                  isWaiting={isBuilding}
                  isPending={keeping.isSaving}
                  onPress={() => void keep()}
                >
                  {t.kept.keep}
                </Button>
              ) : null}
              <ErrorNotice error={keeping.error} />
              {saving.saved === undefined ? null : (
                <Notice tone="good" title={t.saved(saving.saved.fileName)} onClose={saving.clear}>
                  {t.savedDetail(saving.saved.pages, format.bytes(saving.saved.bytes))}
                </Notice>
              )}
              <ErrorNotice error={saving.error} />
            </div>
            <div className="reports-extra">
              <KeptList
                reports={list.value ?? []}
                openId={keptId}
                isReadOnly={isReadOnly}
                onOpen={setKeptId}
              />
            </div>
          </PaneBody>
        </Pane>
      }
      second={
        <Pane label={t.preview}>
          {report === undefined ? (
            <NoReport
              isReading={
                keptId === undefined
                  ? request !== undefined && read.error === undefined
                  : opened.error === undefined
              }
              form={shown}
            />
          ) : (
            <ReportPreview document={report} />
          )}
        </Pane>
      }
    />
  );
}
