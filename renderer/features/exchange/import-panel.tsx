import { PackageOpen } from 'lucide-react';
import type { ImportResult, PackPreview } from '../../../shared/contract/exchange-calls.ts';
import { DropVeil } from '../../record-kit/drop-veil.tsx';
import { UndoImport } from '../../record-kit/undo-import.tsx';
import { useDroppedFiles } from '../../record-kit/use-dropped-files.ts';
import { goTo, setApp } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { askSame } from '../../state/same-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BatchList } from './batch-list.tsx';
import { ImportConflicts } from './import-conflicts.tsx';
import { PackPreviewView } from './pack-preview.tsx';
import { PackRunning } from './pack-running.tsx';
import { SaveBatchReport } from './save-batch-report.tsx';
import { SealedPack } from './sealed-pack.tsx';
import { TableImportStep } from './table-import.tsx';
import { takeTable, useTableImport } from './table-import-store.ts';
import type { PackImport } from './use-pack-import.ts';

export function ImportPanel({ packImport }: { readonly packImport: PackImport }) {
  const text = useText();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  // what is under way stands alone, without the offer of the other
  const hasTable = useTableImport(({ state }) => state.step !== 'none');
  const hasPack = packImport.state.step !== 'none';
  const isOver = useDroppedFiles(([file]) => {
    if (file === undefined) return;
    if (/\.cairnpack(\.age)?$/i.test(file.fileName)) setApp({ offeredPack: file });
    else void takeTable(file);
  }, !isReadOnly);
  if (isReadOnly) {
    return (
      <div className="exchange-panel">
        <Notice tone="info">{text.exchange.readOnly}</Notice>
        <ImportConflicts />
        <BatchList />
      </div>
    );
  }
  return (
    <div className="exchange-panel">
      {isOver ? <DropVeil>{text.tableImport.dropHere}</DropVeil> : null}
      {hasTable && !hasPack ? null : <Step packImport={packImport} />}
      {hasPack && !hasTable ? null : <TableImportStep />}
      <ImportConflicts />
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
      return <PackRunning kind="pack-preview" label={t.reading} fileName={state.fileName} />;
    case 'sealed':
      return (
        <SealedPack
          fileName={state.fileName}
          isWrong={state.isWrong}
          memoryMb={state.memoryMb}
          onOpen={packImport.unseal}
          onClose={close}
        />
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
      return <PackPreviewView preview={state.preview} packImport={packImport} />;
    case 'importing':
      return (
        <PackRunning
          kind="pack-import"
          label={t.importing}
          fileName={state.preview.fileName}
          help={t.meanwhile}
        />
      );
    case 'done':
      return (
        <Result
          result={state.result}
          same={pairsAfter(state.preview, state.result)}
          packImport={packImport}
        />
      );
  }
}

/** Pairs to compare: those that look alike by the preview, and twins that were not made one. */
function pairsAfter({ same, twins }: PackPreview, { joined }: ImportResult): number {
  return same.likely + same.possible + Math.max(0, twins.count - joined);
}

const resultParts = [
  'added',
  'updated',
  'unchanged',
  'conflicting',
  'skipped',
  'failed',
  'joined',
  'apart',
] as const satisfies readonly (keyof ImportResult)[];

function Result({
  result,
  same,
  packImport,
}: {
  readonly result: ImportResult;
  /** Pairs that look like one attack. */
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
              <SaveBatchReport batch={batch} />
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
