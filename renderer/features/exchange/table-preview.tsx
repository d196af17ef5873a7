import type {
  TableImportResult,
  TablePreview,
  TableSample,
} from '../../../shared/contract/table-calls.ts';
import {
  type ColumnMeaning,
  columnMeanings,
  dateOrders,
  singleMeanings,
} from '../../../shared/import/table-fields.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { checkTable, closeTable, importTable, setMapping } from './table-import-store.ts';
import { ResultWords } from './table-result.tsx';

interface Props {
  readonly preview: TablePreview;
  readonly checked: TableImportResult | undefined;
}

/** What the file is, what its columns mean, and its first rows as the incidents they would become. */
export function TablePreviewView({ preview, checked }: Props) {
  const t = useText().tableImport;
  const f = useFormat();
  const { layout, bytes, encoding, separator, columns, knownColumns, mapping } = preview;
  const hasDate = mapping.columns.includes('date');
  return (
    <section className="exchange-preview" aria-labelledby="table-preview-title">
      <h2 id="table-preview-title">{t.preview(preview.fileName)}</h2>
      <p>
        {layout === 'acled' ? t.recognised(knownColumns, columns.length) : t.unknown}{' '}
        <span className="u-soft">
          {t.facts(f.bytes(bytes), encoding, t.separators[separator] ?? separator)}
        </span>
      </p>
      {checked === undefined ? null : (
        <Notice tone={checked.failed > 0 ? 'warn' : 'info'} title={t.checked}>
          <ResultWords result={checked} />
        </Notice>
      )}
      <div className="exchange-actions">
        <Button variant="primary" isDisabled={!hasDate} onPress={importTable}>
          {t.import}
        </Button>
        <Button isDisabled={!hasDate} onPress={checkTable}>
          {t.check}
        </Button>
        <Button variant="quiet" onPress={closeTable}>
          {t.close}
        </Button>
      </div>
      <details className="exchange-mapping" open={layout === 'unknown'}>
        <summary>{t.mapping}</summary>
        <Mapping preview={preview} />
      </details>
      <Rows rows={preview.rows} />
    </section>
  );
}

function Mapping({ preview: { columns, mapping } }: { readonly preview: TablePreview }) {
  const t = useText().tableImport;
  const options = columnMeanings.map((value) => ({ value, label: t.meanings[value] }));
  /** A meaning that only one column may have is taken from the one that had it. */
  const change = (at: number, meaning: ColumnMeaning) =>
    setMapping({
      ...mapping,
      columns: mapping.columns.map((each, n) => {
        if (n === at) return meaning;
        return each === meaning && singleMeanings.includes(meaning) ? 'keep' : each;
      }),
    });
  return (
    <>
      <p className="u-soft">{t.mappingHelp}</p>
      <div className="exchange-columns">
        {columns.map((name, at) => {
          const column = name.trim() === '' ? t.noName(at + 1) : name;
          return (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file stay in their order
              key={at}
              label={column}
              value={mapping.columns[at]}
              options={options}
              onChange={(meaning) => change(at, meaning)}
            />
          );
        })}
        <Select
          label={t.dateOrder}
          value={mapping.dateOrder}
          options={dateOrders.map((value) => ({ value, label: t.dateOrders[value] }))}
          onChange={(dateOrder) => setMapping({ ...mapping, dateOrder })}
        />
      </div>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly TableSample[] }) {
  const t = useText().tableImport;
  return (
    <>
      <h3>{t.firstRows(rows.length)}</h3>
      <div className="exchange-scroll exchange-rows">
        <table className="exchange-table">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.incident}</th>
              <th scope="col">{t.date}</th>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.actors}</th>
              <th scope="col">{t.killed}</th>
              <th scope="col">{t.remarks}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row: { line, incident, issues } }: { readonly row: TableSample }) {
  const t = useText().tableImport;
  const f = useFormat();
  const lang = useLang();
  const country = incident?.country ? f.country(incident.country) : undefined;
  return (
    <tr>
      <td className="u-tabular">{f.number(line)}</td>
      <td>{incident === null ? t.leftOut : <bdi>{incident.title}</bdi>}</td>
      <td className="u-tabular">{incident?.date ? edtfWords(incident.date, lang) : '–'}</td>
      <td>
        <bdi>{[incident?.place, country].filter(Boolean).join(', ')}</bdi>
      </td>
      <td>
        <bdi>{incident?.actors.join('; ') ?? ''}</bdi>
      </td>
      <td className="u-tabular">
        {incident === null ? '' : incident.killed === null ? t.noFigure : f.number(incident.killed)}
      </td>
      <td>
        {issues
          .map(({ code, column, value }) => t.issue(t.issues[code], column, value))
          .join(' · ')}
      </td>
    </tr>
  );
}
