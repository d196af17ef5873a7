import type { ReactNode } from 'react';
import type { TableRowIssue, TableSample } from '../../../shared/contract/table-calls.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { labels } from '../../../shared/text/index.ts';
import { spanWords } from '../../../shared/text/toll-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';

type Place = 'incident' | 'date' | 'place' | 'actors' | 'killed' | 'remarks';

/** Where a remark stands: at the cell it is about. */
const places: { readonly [C in TableRowIssue['code']]?: Place } = {
  ...{ 'date-missing': 'date', 'date-unreadable': 'date', 'date-ambiguous': 'date' },
  ...{ 'year-differs': 'date', 'precision-unknown': 'date', 'end-before-start': 'date' },
  ...{ 'country-unknown': 'place', 'coordinates-unreadable': 'place', 'point-missing': 'place' },
  ...{ 'geo-precision-unknown': 'place', 'inter-unknown': 'actors' },
  ...{ 'fatalities-unreadable': 'killed', 'bounds-broken': 'killed', 'parts-differ': 'killed' },
  ...{ 'type-unknown': 'incident', 'status-unknown': 'incident' },
};

/** The first rows as the incidents they would become. */
export function TableRows({
  rows,
  isTable,
}: {
  readonly rows: readonly TableSample[];
  readonly isTable: boolean;
}) {
  const t = useText().tableImport;
  return (
    <>
      <h3>{isTable ? t.firstRows(rows.length) : t.firstObjects(rows.length)}</h3>
      <div className="exchange-scroll exchange-rows">
        <table className="exchange-table">
          <thead>
            <tr>
              <th scope="col">{isTable ? t.line : t.objectHead}</th>
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
  const l = labels(lang);
  const country = incident?.country ? f.country(incident.country) : undefined;
  const cell = (place: Place, content: ReactNode, isNumber = false) => {
    const here = issues.filter(({ code }) => (places[code] ?? 'remarks') === place);
    const tone = here.some(({ isFailure }) => isFailure) ? 'exchange-bad' : 'exchange-warned';
    return (
      <td className={`${isNumber ? 'u-tabular' : ''} ${here.length > 0 ? tone : ''}`}>
        {content}
        {here.map(({ code, column, value }) => (
          <div key={`${code} ${column}`} className="exchange-remark">
            {t.issue(t.issues[code], column, value)}
          </div>
        ))}
      </td>
    );
  };
  return (
    <tr>
      <td className="u-tabular">{f.number(line)}</td>
      {cell('incident', incident === null ? t.leftOut : <bdi>{incident.title}</bdi>)}
      {cell('date', incident?.date ? edtfWords(incident.date, lang) : '–', true)}
      {cell('place', <bdi>{[incident?.place, country].filter(Boolean).join(', ')}</bdi>)}
      {cell(
        'actors',
        incident?.actors.map(({ name, role, attribution }) => (
          <div key={`${name} ${role}`}>
            <bdi>{name}</bdi>{' '}
            <span className="u-soft">
              {[l.roles[role], ...(attribution === null ? [] : [l.attributions[attribution]])]
                .join(', ')
                .toLocaleLowerCase(lang)}
            </span>
          </div>
        )),
      )}
      {cell(
        'killed',
        incident === null
          ? ''
          : incident.killed === null
            ? t.noFigure
            : spanWords(incident.killed.low, incident.killed.high, lang),
        true,
      )}
      {cell('remarks', null)}
    </tr>
  );
}
