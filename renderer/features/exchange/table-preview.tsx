import { Fragment } from 'react';
import type { TablePreview } from '../../../shared/contract/table-calls.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FileContentsView } from './file-contents.tsx';
import {
  checkTable,
  closeTable,
  importTable,
  setMapping,
  type TableStep,
} from './table-import-store.ts';
import { TableMappingForm } from './table-mapping.tsx';
import { TableReadingForm } from './table-reading.tsx';
import { ResultWords } from './table-result.tsx';
import { TableRows } from './table-rows.tsx';

type State = Extract<TableStep, { step: 'preview' }>;

/** What the file is, what its columns mean, and its first rows as the incidents they would become. */
export function TablePreviewView({ state }: { readonly state: State }) {
  const t = useText().tableImport;
  const { preview, checked, reading, saved } = state;
  const { mapping, format, contents } = preview;
  const isTable = format === 'table';
  const hasColumns = format === 'geojson' || format === 'kml';
  // all of what Cairn wrote itself comes back as it was
  const isAllOurs = contents !== null && contents.ours > 0 && preview.columns.length <= 1;
  const isReady =
    !isTable ||
    mapping.columns.includes('layout') ||
    mapping.columns.includes('date') ||
    mapping.columns.includes('year');
  return (
    <section className="exchange-preview" aria-labelledby="table-preview-title">
      <h2 id="table-preview-title">{t.preview[format](preview.fileName)}</h2>
      {isTable ? (
        <Recognised preview={preview} saved={saved} />
      ) : (
        <FileContentsView preview={preview} />
      )}
      <DateQuestion preview={preview} />
      {checked === undefined ? null : (
        <Notice tone={checked.failed > 0 ? 'warn' : 'info'} title={t.checked}>
          <ResultWords result={checked} fileName={preview.fileName} isTable={isTable} />
        </Notice>
      )}
      <div className="exchange-actions">
        <Button variant="primary" isDisabled={!isReady} onPress={importTable}>
          {t.import}
        </Button>
        <Button isDisabled={!isReady} onPress={checkTable}>
          {t.check}
        </Button>
        <Button variant="quiet" onPress={closeTable}>
          {t.close}
        </Button>
      </div>
      {isReady ? null : <p>{t.needsDate}</p>}
      {isTable ? (
        <details className="exchange-mapping">
          <summary>{t.readingTitle}</summary>
          <TableReadingForm preview={preview} reading={reading} />
        </details>
      ) : null}
      {isTable || (hasColumns && !isAllOurs) ? (
        <details className="exchange-mapping" open={mapping.preset === 'table'}>
          <summary>{isTable ? t.mapping : t.mappingOfProperties}</summary>
          <TableMappingForm preview={preview} saved={saved} />
        </details>
      ) : null}
      <TableRows rows={preview.rows} isTable={isTable} />
    </section>
  );
}

/** What it was taken for and why, and how it is read. */
function Recognised({
  preview,
  saved,
}: {
  readonly preview: TablePreview;
  readonly saved: string | undefined;
}) {
  const t = useText().tableImport;
  const f = useFormat();
  const { preset, signs, knownColumns, columns, bytes, encoding, separator, sheet } = preview;
  const why =
    saved !== undefined
      ? t.bySaved(saved)
      : preset === 'table'
        ? t.unknown
        : preset === 'cairn'
          ? t.ownTable
          : t.recognised(t.presets[preset], knownColumns, columns.length);
  return (
    <p>
      {why}{' '}
      {saved !== undefined || signs.length === 0 ? null : (
        <>
          {t.toldBy}{' '}
          {signs.map((sign, at) => (
            <Fragment key={sign}>
              {at === 0 ? '' : ', '}
              <code>{sign}</code>
            </Fragment>
          ))}
          .{' '}
        </>
      )}
      <span className="u-soft">
        {sheet === null
          ? t.facts(
              f.bytes(bytes),
              encoding === null ? '' : t.encodings[encoding],
              t.separators[separator ?? ','] ?? '',
            )
          : t.sheetFacts(f.bytes(bytes), sheet)}
      </span>
    </p>
  );
}

/** Dates that go both ways are asked about, never guessed. */
function DateQuestion({ preview: { rows, mapping } }: { readonly preview: TablePreview }) {
  const t = useText().tableImport;
  const asked = rows.flatMap(({ issues }) => issues).find(({ code }) => code === 'date-ambiguous');
  if (asked === undefined) return null;
  return (
    <Notice
      tone="warn"
      title={t.askDates(asked.value ?? '')}
      actions={
        <>
          <Button onPress={() => setMapping({ ...mapping, dateOrder: 'day-first' })}>
            {t.dateOrders['day-first']}
          </Button>
          <Button onPress={() => setMapping({ ...mapping, dateOrder: 'month-first' })}>
            {t.dateOrders['month-first']}
          </Button>
        </>
      }
    >
      {t.askDatesWhy}
    </Notice>
  );
}
