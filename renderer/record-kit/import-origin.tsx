// Where an incident came from, in its reader: data set, file and row, and what waits to be decided.
import { call } from '../api/client.ts';
import { goTo } from '../state/app-store.ts';
import { useRead } from '../state/use-changes.ts';
import { useFormat, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Nothing for an incident that was written here. */
export function useImportOrigin(incident: string) {
  const { value } = useRead(() => call('import/origin', { incident }), [incident], ['history']);
  return value;
}

type Known = NonNullable<ReturnType<typeof useImportOrigin>>;

export function ImportWaiting({ known }: { readonly known: Known | undefined }) {
  const t = useText().conflicts;
  if (known === undefined || known.origin === null || known.undecided === 0) return null;
  return (
    <Notice tone="warn" actions={<Button onPress={() => goTo('exchange')}>{t.goDecide}</Button>}>
      {t.waiting(known.undecided, known.origin.fileName)}
    </Notice>
  );
}

/** File and row, how the data set wants to be named, and the cells that have no field here. */
export function ImportOrigin({ known }: { readonly known: Known }) {
  const t = useText().conflicts;
  const f = useFormat();
  const { origin, cells } = known;
  if (origin === null) return null;
  const rest = Object.entries(cells);
  return (
    <div>
      <bdi>{t.from(origin.fileName, f.number(origin.line), f.moment(origin.at))}</bdi>
      {origin.attribution === null ? null : <div className="u-soft">{origin.attribution}</div>}
      {rest.length === 0 ? null : (
        <details>
          <summary>{t.cells(rest.length)}</summary>
          <ul className="import-cells">
            {rest.map(([name, text]) => (
              <li key={name}>
                <span className="u-soft">{name}:</span> <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
