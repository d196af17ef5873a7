import { Table } from 'lucide-react';
import type { TableImportResult } from '../../../shared/contract/table-calls.ts';
import { UndoImport } from '../../record-kit/undo-import.tsx';
import { goTo } from '../../state/app-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import {
  cancelTable,
  chooseTable,
  closeTable,
  type TableStep,
  useTableImport,
} from './table-import-store.ts';
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
      const words = errorWords(text, state.error);
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
      return <TablePreviewView preview={state.preview} checked={state.checked} />;
    case 'checking':
    case 'importing':
      return <Running state={state} />;
    case 'done':
      return <Done result={state.result} />;
  }
}

function Running({
  state: { step, file, progress },
}: {
  readonly state: Extract<TableStep, { step: 'checking' | 'importing' }>;
}) {
  const t = useText().tableImport;
  const f = useFormat();
  const isMerging = progress?.phase === 'merging';
  const label = step === 'checking' ? t.checking : isMerging ? t.merging : t.importing;
  return (
    <section className="exchange-running" aria-label={label}>
      <p role="status">
        <Spinner /> {label}: <bdi>{file.fileName}</bdi>
      </p>
      <progress
        aria-label={label}
        {...(progress === undefined || isMerging
          ? {}
          : { value: progress.bytes, max: Math.max(1, progress.total) })}
      />
      {progress === undefined ? null : (
        <p className="u-soft u-tabular">
          {t.progress(
            progress.rows,
            f.number(progress.rows),
            f.number(Math.round(progress.rows / Math.max(0.001, progress.ms / 1000))),
            remaining(progress.bytes, progress.total, progress.ms, t.left) ?? t.finishing,
          )}
        </p>
      )}
      {step === 'importing' ? <p className="u-soft">{t.meanwhile}</p> : null}
      <div className="exchange-actions">
        <Button onPress={cancelTable}>{t.cancel}</Button>
      </div>
    </section>
  );
}

/** By the bytes read so far; undefined when all are read. */
function remaining(
  bytes: number,
  total: number,
  ms: number,
  words: (seconds: number) => string,
): string | undefined {
  if (bytes >= total) return undefined;
  return words(Math.max(1, Math.round(((total - bytes) / Math.max(1, bytes)) * (ms / 1000))));
}

function Done({ result }: { readonly result: TableImportResult }) {
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
      <ResultWords result={result} />
    </Notice>
  );
}
