import type { HistoryEntry } from '../../../shared/contract/case-calls.ts';
import { fieldWords, tableWords, valueWords } from '../../text/field-words.ts';
import { useLang, useText } from '../../text/index.tsx';

type Change = HistoryEntry['changes'][number];

/** A line of the table: one field; a creation is opened into the fields that hold something. */
export interface ChangeLine {
  readonly key: string;
  readonly change: Change;
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** Opens whole-record rows (field `*`) into their fields, leaving out empty ones. */
export function changeLines(changes: readonly Change[]): readonly ChangeLine[] {
  return changes.flatMap((change, index) => {
    const whole = change.field === '*' ? (change.new ?? change.old) : undefined;
    if (whole === null || typeof whole !== 'object') {
      const { field, old } = change;
      return [{ key: `${index}`, change, field, old, new: change.new }];
    }
    const isNew = change.new !== null;
    return Object.entries(whole)
      .filter(([, value]) => !isEmpty(value))
      .map(([field, value]) => ({
        key: `${index}/${field}`,
        change,
        field,
        old: isNew ? null : value,
        new: isNew ? value : null,
      }));
  });
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

const most = 200;

export function ChangesTable({
  entry,
  onRecord,
}: {
  readonly entry: HistoryEntry;
  readonly onRecord: (id: string, name: string) => void;
}) {
  const t = useText().history;
  const lang = useLang();
  const lines = changeLines(entry.changes);
  const hidden = Math.max(0, entry.changeCount - entry.changes.length);
  return (
    <div className="history-changes">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.record}</th>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line, index) => {
            const { table, id, record } = line.change;
            const isSame = lines[index - 1]?.change.id === id;
            return (
              <tr key={line.key} className={isSame ? 'history-same' : ''}>
                <td>
                  {isSame ? (
                    <span className="u-visually-hidden">{record}</span>
                  ) : (
                    <button
                      type="button"
                      className="history-record"
                      title={t.onlyThis(record)}
                      onClick={() => onRecord(id, record)}
                    >
                      <span className="u-faint">{tableWords(lang, table)}</span> <bdi>{record}</bdi>
                    </button>
                  )}
                </td>
                <th scope="row">{fieldWords(lang, table, line.field)}</th>
                <td className="history-old">
                  <Value table={table} field={line.field} value={line.old} />
                </td>
                <td>
                  <Value table={table} field={line.field} value={line.new} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hidden + Math.max(0, lines.length - most) === 0 ? null : (
        <p className="u-soft">{t.moreChanges(hidden + Math.max(0, lines.length - most))}</p>
      )}
    </div>
  );
}

function Value(props: { readonly table: string; readonly field: string; readonly value: unknown }) {
  const t = useText().history;
  const lang = useLang();
  const { table, field, value } = props;
  if (value !== false && isEmpty(value)) {
    return (
      <span className="u-faint" role="img" aria-label={t.noValue}>
        –
      </span>
    );
  }
  return <bdi>{valueWords(lang, table, field, value)}</bdi>;
}
