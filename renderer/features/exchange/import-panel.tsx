import { PackageOpen } from 'lucide-react';
import type { ImportResult } from '../../../shared/contract/exchange-calls.ts';
import { UndoImport } from '../../record-kit/undo-import.tsx';
import { goTo } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { askSame } from '../../state/same-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { BatchList } from './batch-list.tsx';
import { PackPreviewView } from './pack-preview.tsx';
import { TableImportStep } from './table-import.tsx';
import { useTableImport } from './table-import-store.ts';
import type { PackImport } from './use-pack-import.ts';

export function ImportPanel({ packImport }: { readonly packImport: PackImport }) {
  const text = useText();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  // what is under way stands alone, without the offer of the other
  const hasTable = useTableImport(({ state }) => state.step !== 'none');
  const hasPack = packImport.state.step !== 'none';
  if (isReadOnly) {
    return (
      <div className="exchange-panel">
        <Notice tone="info">{text.exchange.readOnly}</Notice>
        <BatchList />
      </div>
    );
  }
  return (
    <div className="exchange-panel">
      {hasTable && !hasPack ? null : <Step packImport={packImport} />}
      {hasPack && !hasTable ? null : <TableImportStep />}
      <BatchList />
    </div>
  );
}

function Step({ packImport }: { readonly packImport: PackImport }) {
  const text = useText();
  const t = text.exchange;
  const { state, choose, close } = packImport;
  switch (state.step) {
    case 'none':
      return (
        <EmptyState
          icon={<PackageOpen size={20} strokeWidth={1.5} />}
          title={t.importEmpty}
          actions={
            <Button variant="primary" onPress={choose}>
              {t.choosePack}
            </Button>
          }
        >
          {t.importEmptyNext}
        </EmptyState>
      );
    case 'reading':
      return (
        <p className="exchange-waiting" role="status">
          <Spinner /> {t.reading} <bdi>{state.fileName}</bdi>
        </p>
      );
    case 'refused': {
      const words = errorWords(text, state.error);
      return (
        <Notice
          tone="bad"
          title={state.fileName === '' ? words.title : t.refused(state.fileName)}
          onClose={close}
          actions={<Button onPress={choose}>{t.chooseOther}</Button>}
        >
          {state.fileName === '' ? null : <p>{words.title}</p>}
          <p>{words.next}</p>
          <details className="exchange-technical">
            <summary>{text.errors.technical}</summary>
            <p lang="en">{state.error.message}</p>
          </details>
        </Notice>
      );
    }
    case 'preview':
    case 'importing':
      return (
        <PackPreviewView
          preview={state.preview}
          packImport={packImport}
          isImporting={state.step === 'importing'}
        />
      );
    case 'done':
      return (
        <Result
          result={state.result}
          same={state.preview.same.likely + state.preview.same.possible}
          packImport={packImport}
        />
      );
  }
}

const resultParts = [
  'added',
  'updated',
  'unchanged',
  'conflicting',
  'skipped',
  'failed',
] as const satisfies readonly (keyof ImportResult)[];

function Result({
  result,
  same,
  packImport,
}: {
  readonly result: ImportResult;
  /** Pairs that look like one attack, by the preview. */
  readonly same: number;
  readonly packImport: PackImport;
}) {
  const text = useText();
  const t = text.exchange;
  const { batch } = result;
  const parts = resultParts
    .filter((part) => result[part] > 0)
    .map((part) => t.resultLine[part](result[part]));
  const isNothing = batch === null;
  return (
    <Notice
      tone={result.failed > 0 ? 'warn' : 'good'}
      title={isNothing ? t.importedNothing : t.imported}
      onClose={packImport.close}
      actions={
        <>
          {isNothing ? null : (
            <>
              <Button
                variant="primary"
                onPress={() => {
                  setFilter({ batch });
                  goTo('incidents');
                }}
              >
                {t.showBatch}
              </Button>
              {same === 0 ? null : (
                <Button onPress={() => askSame({ what: 'scan', scope: { what: 'batch', batch } })}>
                  {text.same.preview.after(same)}
                </Button>
              )}
              <UndoImport batch={batch} onUndone={packImport.close} />
            </>
          )}
          <Button onPress={packImport.choose}>{t.chooseOther}</Button>
        </>
      }
    >
      {parts.join(' · ')}
    </Notice>
  );
}
