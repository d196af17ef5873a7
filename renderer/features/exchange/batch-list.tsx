import type { Batch } from '../../../shared/contract/exchange-calls.ts';
import { call } from '../../api/client.ts';
import { goTo } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { errorWords } from '../../text/error-words.ts';
import { tableWords } from '../../text/field-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UndoBatchButton } from './undo-batch-button.tsx';

/** Every import of this case, newest first. */
export function BatchList() {
  const text = useText();
  const t = text.exchange;
  const { value: batches, error } = useRead(
    () => call('batch/list', {}),
    [],
    ['batches', 'history'],
  );
  return (
    <section className="exchange-batches" aria-labelledby="exchange-batches-title">
      <h2 id="exchange-batches-title">{t.batches}</h2>
      {error === undefined ? null : (
        <Notice tone="bad" title={errorWords(text, error).title}>
          {errorWords(text, error).next}
        </Notice>
      )}
      {batches?.length === 0 ? (
        <p className="u-soft">
          {t.noBatches}. {t.noBatchesNext}
        </p>
      ) : null}
      {batches === undefined || batches.length === 0 ? null : (
        <div className="exchange-scroll">
          <table className="exchange-table">
            <thead>
              <tr>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.file}</th>
                <th scope="col">{t.by}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <Line key={batch.id} batch={batch} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Line({ batch }: { readonly batch: Batch }) {
  const t = useText().exchange;
  const f = useFormat();
  const lang = useLang();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const brought = Object.entries(batch.counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${countWords(t, lang, table)} ${f.number(count)}`);
  return (
    <tr className={batch.isUndone ? 'exchange-undone' : ''}>
      <td className="u-tabular exchange-when">{f.moment(batch.at)}</td>
      <td>
        <bdi>{batch.title === '' ? batch.fileName : batch.title}</bdi>
        <div className="u-soft">
          {t.formats[batch.format] ?? batch.format} · <bdi>{batch.fileName}</bdi>
        </div>
      </td>
      <td>
        <bdi>{batch.author}</bdi>
      </td>
      <td className="u-tabular">{brought.join(' · ')}</td>
      <td>
        {batch.isUndone ? (
          t.undoneState
        ) : (
          <div className="exchange-actions">
            <Button
              variant="quiet"
              onPress={() => {
                setFilter({ batch: batch.id });
                goTo('incidents');
              }}
            >
              {t.showBatch}
            </Button>
            {isReadOnly ? null : <UndoBatchButton batch={batch.id} />}
          </div>
        )}
      </td>
    </tr>
  );
}

/** Counts come by result (`added`) or by table (`incident`), as the importer wrote them. */
function countWords(
  t: ReturnType<typeof useText>['exchange'],
  lang: ReturnType<typeof useLang>,
  key: string,
): string {
  return t.countNames[key] ?? tableWords(lang, key);
}
