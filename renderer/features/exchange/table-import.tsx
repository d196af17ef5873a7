import { Table } from 'lucide-react';
import { JobProgress } from '../../record-kit/job-progress.tsx';
import { UndoImport } from '../../record-kit/undo-import.tsx';
import { goTo } from '../../state/app-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { refusalWords } from './refusal-words.ts';
import { chooseTable, closeTable, type TableStep, useTableImport } from './table-import-store.ts';
import { TablePreviewView } from './table-preview.tsx';
import { ResultWords } from './table-result.tsx';

/** A table of a data set: chosen, looked at, checked, imported, taken back. */
export function TableImportStep() {
  const state = useTableImport((store) => store.state);
  const text = useText();
  const t = text.tableImport;
  switch (state.step) {
    case 'none':
      return (
        <EmptyState
          icon={<Table size={20} strokeWidth={1.5} />}
          title={t.empty}
          actions={<Button onPress={() => void chooseTable()}>{t.choose}</Button>}
        >
          {t.emptyNext}
        </EmptyState>
      );
    case 'reading':
      return (
        <p className="exchange-waiting" role="status">
          <Spinner /> {t.reading} <bdi>{state.file.fileName}</bdi>
        </p>
      );
    case 'refused': {
      const words = refusalWords(text, state.error);
      return (
        <Notice
          tone="bad"
          title={state.fileName === '' ? words.title : t.refused(state.fileName)}
          onClose={closeTable}
          actions={<Button onPress={() => void chooseTable()}>{t.chooseOther}</Button>}
        >
          {state.fileName === '' ? null : <p>{words.title}</p>}
          <p>{words.next}</p>
        </Notice>
      );
    }
    case 'preview':
      return <TablePreviewView state={state} />;
    case 'checking':
    case 'importing':
      return <Running state={state} />;
    case 'done':
      return <Done state={state} />;
  }
}

function Running({
  state: { step, file },
}: {
  readonly state: Extract<TableStep, { step: 'checking' | 'importing' }>;
}) {
  const text = useText();
  const t = text.tableImport;
  const job = useJobs(({ jobs }) => runningJob(jobs, 'table-check', 'table-import'));
  const label = step === 'checking' ? t.checking : t.importing;
  return (
    <section className="exchange-running" aria-label={label}>
      <p role="status">
        <Spinner /> {text.jobs.about(label, '')}
        <bdi>{file.fileName}</bdi>
      </p>
      {job === undefined ? null : <JobProgress job={job} />}
      {step === 'importing' ? <p className="u-soft">{t.meanwhile}</p> : null}
    </section>
  );
}

function Done({
  state: { result, file, format },
}: {
  readonly state: Extract<TableStep, { step: 'done' }>;
}) {
  const text = useText();
  const t = text.tableImport;
  const { batch } = result;
  return (
    <Notice
      tone={result.failed > 0 ? 'warn' : 'good'}
      title={batch === null ? t.nothing : t.imported}
      onClose={closeTable}
      actions={
        <>
          {batch === null ? null : (
            <>
              <Button
                variant="primary"
                onPress={() => {
                  setFilter({ batch });
                  goTo('incidents');
                }}
              >
                {text.exchange.showBatch}
              </Button>
              <UndoImport batch={batch} onUndone={closeTable} />
            </>
          )}
          <Button onPress={() => void chooseTable()}>{t.chooseOther}</Button>
        </>
      }
    >
      <ResultWords result={result} fileName={file.fileName} isTable={format === 'table'} />
    </Notice>
  );
}
