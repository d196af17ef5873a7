import type { Batch } from '../../../shared/contract/exchange-calls.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { UndoImport } from '../../record-kit/undo-import.tsx';
import { goTo } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { askSame } from '../../state/same-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { catalogues, type Lang } from '../../text/catalogue.ts';
import { formats } from '../../text/format.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { countsWords } from './count-words.ts';
import { SaveBatchReport } from './save-batch-report.tsx';

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
      <ErrorNotice error={error} />
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
  const text = useText();
  const t = text.exchange;
  const f = useFormat();
  const lang = useLang();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  return (
    <tr className={batch.isUndone ? 'exchange-undone' : ''}>
      <td className="u-tabular exchange-when">{f.moment(batch.at)}</td>
      <td>
        <bdi>{batch.title === '' ? batch.fileName : batch.title}</bdi>
        <div className="u-soft">
          {t.formats[batch.format] ?? batch.format} · <bdi>{batch.fileName}</bdi>
          {batch.attribution === null ? null : <div>{batch.attribution}</div>}
        </div>
      </td>
      <td className="exchange-by">
        <bdi>{batch.author}</bdi>
      </td>
      <td className="u-tabular">{broughtWords(lang, batch.counts)}</td>
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
            <Button
              variant="quiet"
              onPress={() => askSame({ what: 'scan', scope: { what: 'batch', batch: batch.id } })}
            >
              {text.same.preview.batch}
            </Button>
            {batch.hasReport ? <SaveBatchReport batch={batch.id} /> : null}
            {isReadOnly ? null : <UndoImport batch={batch.id} />}
          </div>
        )}
      </td>
    </tr>
  );
}

const results = new Set(['added', 'updated', 'unchanged', 'conflicting', 'skipped', 'failed']);

/** Counts by result (`added`) or by table (`incident`), as the importer wrote them. */
function broughtWords(lang: Lang, counts: Batch['counts']): string {
  const t = catalogues[lang].exchange;
  const byResult = Object.entries(counts)
    .filter(([key, count]) => results.has(key) && count > 0)
    .map(([key, count]) => `${t.countNames[key] ?? key} ${formats[lang].number(count)}`);
  const byTable = Object.fromEntries(Object.entries(counts).filter(([key]) => !results.has(key)));
  return [...byResult, countsWords(lang, byTable)].filter((part) => part !== '').join(' · ');
}
