import type { TablePreview } from '../../../shared/contract/table-calls.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { countsWords } from './count-words.ts';

/** What a map, bundle or list of events was taken for and why, what stands in it, and what is left out. */
export function FileContentsView({ preview }: { readonly preview: TablePreview }) {
  const t = useText().tableImport;
  const f = useFormat();
  const lang = useLang();
  const { format, contents, bytes, preset } = preview;
  if (contents === null || format === 'table') return null;
  const { kinds, ours, links, byTable } = contents;
  const comesIn = countsWords(lang, byTable);
  return (
    <>
      <p>
        {t.recognisedFile[format]}{' '}
        {preset === 'table' ? null : <>{t.propertiesOf(t.presets[preset])} </>}
        {ours === 0 ? null : <>{t.ours(f.number(ours))} </>}
        {links === 0 ? null : <>{t.links(f.number(links))} </>}
        <span className="u-soft">{f.bytes(bytes)}</span>
      </p>
      <p>{comesIn === '' ? t.manyObjects : t.comesIn(comesIn)}</p>
      <div className="exchange-scroll exchange-kinds">
        <table className="exchange-table">
          <caption>{t.contents}</caption>
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col" className="exchange-number">
                {t.number}
              </th>
              <th scope="col" className="exchange-number">
                {t.leftOutHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, count, leftOut }) => (
              <tr key={kind}>
                <td>{kind === 'none' ? t.noGeometry : <code>{kind}</code>}</td>
                <td className="u-tabular exchange-number">{f.number(count)}</td>
                <td className="u-tabular exchange-number">
                  {leftOut === 0 ? (
                    <span className="exchange-zero">0</span>
                  ) : (
                    <span className="exchange-conflict">{f.number(leftOut)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {kinds.some(({ leftOut }) => leftOut > 0) ? <p className="u-soft">{t.leftOutKinds}</p> : null}
    </>
  );
}
