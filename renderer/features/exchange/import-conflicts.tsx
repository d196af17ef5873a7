import { useEffect, useRef, useState } from 'react';
import type {
  ConflictingIncident,
  ImportConflict,
} from '../../../shared/contract/import-conflict-calls.ts';
import type { Side } from '../../../shared/contract/pack-decisions.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { notifyWithUndo } from '../../record-kit/take-back.ts';
import { notifyError, open } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { fieldWords, valueWords } from '../../text/field-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { tableHeading } from './count-words.ts';

const pageSize = 20;

/** Where later files of data sets say otherwise than the analysts; nothing while there is none. */
export function ImportConflicts() {
  const t = useText().conflicts;
  const [after, setAfter] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const { value, error } = useRead(
    () => call('import/conflicts', { after, count: pageSize }),
    [after ?? ''],
    ['history'],
  );
  const isPastEnd = after !== null && value?.rows.length === 0;
  useEffect(() => {
    // the rest was decided: back to the first page
    if (isPastEnd) setAfter(null);
  }, [isPastEnd]);
  const hadFocus = useRef(false);
  useEffect(() => {
    // the button pressed is gone with its row: the keyboard goes on with the next
    if (!hadFocus.current || value === undefined) return;
    hadFocus.current = false;
    (
      list.current?.querySelector<HTMLElement>('.exchange-decision button') ?? list.current
    )?.focus();
  }, [value]);
  if (error !== undefined) return <ErrorNotice error={error} />;
  if (value === undefined || value.rows.length === 0) return null;
  const onDecided = () => {
    hadFocus.current = true;
  };
  const { next } = value;
  return (
    <section
      className="exchange-batches exchange-conflicts"
      aria-labelledby="exchange-conflicts-title"
      tabIndex={-1}
      ref={list}
    >
      <h2 id="exchange-conflicts-title">{t.title}</h2>
      <p className="u-soft">
        {t.total(value.total)}. {t.help}
      </p>
      <Kinds rows={value.rows} onDecided={onDecided} />
      {value.rows.map((row) => (
        <Waiting key={row.incident} row={row} onDecided={onDecided} />
      ))}
      {next === null ? null : <Button onPress={() => setAfter(next)}>{t.more}</Button>}
    </section>
  );
}

interface Kind {
  readonly table: ImportConflict['table'];
  readonly unit: string;
  count: number;
}

function kindsOf(rows: readonly ConflictingIncident[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { table, unit } of rows.flatMap(({ conflicts }) => conflicts)) {
    const kind = kinds.get(`${table} ${unit}`) ?? { table, unit, count: 0 };
    kind.count += 1;
    kinds.set(`${table} ${unit}`, kind);
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

interface Decided {
  readonly onDecided: () => void;
}

/** One answer for all about the same fields, where several incidents wait. */
function Kinds({ rows, onDecided }: { readonly rows: readonly ConflictingIncident[] } & Decided) {
  const t = useText().conflicts;
  const f = useFormat();
  const lang = useLang();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  if (rows.length < 2 || isReadOnly) return null;
  async function decideAll({ table, unit }: Kind, side: Side) {
    try {
      const { decided, revision } = await call('import/decide-all', { table, unit, side });
      onDecided();
      notifyWithUndo(t.decidedAll(decided), revision);
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <table className="exchange-table u-tabular">
      <caption>{t.byKind}</caption>
      <tbody>
        {kindsOf(rows).map((kind) => {
          const table = tableHeading(lang, kind.table);
          const field = fieldWords(lang, kind.table, kind.unit);
          const name = `${table}, ${field}`;
          return (
            <tr key={name}>
              <th scope="row">{t.kind(table, field, f.number(kind.count))}</th>
              <td>
                <div className="exchange-actions">
                  <Button aria-label={t.keepAll(name)} onPress={() => void decideAll(kind, 'ours')}>
                    {t.keep}
                  </Button>
                  <Button
                    aria-label={t.takeAll(name)}
                    onPress={() => void decideAll(kind, 'theirs')}
                  >
                    {t.take}
                  </Button>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Waiting({ row, onDecided }: { readonly row: ConflictingIncident } & Decided) {
  const text = useText();
  const t = text.conflicts;
  const f = useFormat();
  const lang = useLang();
  const { origin, title } = row;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  async function decide({ table, id, unit }: ImportConflict, side: Side) {
    try {
      const asked = { incident: row.incident, table, id, unit, side };
      const { revision } = await call('import/decide', asked);
      onDecided();
      const name = fieldWords(lang, table, unit);
      notifyWithUndo(side === 'ours' ? t.kept(name) : t.taken(name), revision);
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  return (
    <article className="exchange-sample" aria-label={title}>
      <h3>
        <button
          type="button"
          className="inspector-link"
          aria-label={t.open(title)}
          onClick={() => open('incident', row.incident)}
        >
          <bdi>{title}</bdi>
        </button>
      </h3>
      <p className="u-soft">
        <bdi>{row.externalKey}</bdi> ·{' '}
        <bdi>{t.from(origin.fileName, f.number(origin.line), f.moment(origin.at))}</bdi>
      </p>
      <div className="exchange-scroll">
        <table className="exchange-table">
          <thead>
            <tr>
              <th scope="col">{text.exchange.field}</th>
              <th scope="col">{t.mine}</th>
              <th scope="col">{t.files}</th>
              {isReadOnly ? null : <th scope="col">{text.exchange.decision}</th>}
            </tr>
          </thead>
          <tbody>
            {row.conflicts.map((conflict) => (
              <Fields
                key={`${conflict.id} ${conflict.unit}`}
                {...{ conflict, title }}
                onDecide={isReadOnly ? undefined : (side) => void decide(conflict, side)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

/** Fields that are decided together; the buttons stand beside the first. */
function Fields({
  conflict,
  title,
  onDecide,
}: {
  readonly conflict: ImportConflict;
  readonly title: string;
  readonly onDecide: ((side: Side) => void) | undefined;
}) {
  const t = useText().conflicts;
  const f = useFormat();
  const lang = useLang();
  const { table, fields, ourWriter } = conflict;
  return fields.map(({ field, ours, theirs }, at) => {
    const name = fieldWords(lang, table, field);
    return (
      <tr key={field}>
        <th scope="row">{name}</th>
        <td>
          <bdi>{valueWords(lang, table, field, ours)}</bdi>
          {at > 0 || ourWriter === null ? null : (
            <div className="u-soft">
              <bdi>{t.writer(ourWriter.name, f.moment(ourWriter.at))}</bdi>
            </div>
          )}
        </td>
        <td>
          <bdi>{valueWords(lang, table, field, theirs)}</bdi>
        </td>
        {at > 0 || onDecide === undefined ? null : (
          <td className="exchange-decision" rowSpan={fields.length}>
            <div className="exchange-actions">
              <Button aria-label={t.keepFor(name, title)} onPress={() => onDecide('ours')}>
                {t.keep}
              </Button>
              <Button aria-label={t.takeFor(name, title)} onPress={() => onDecide('theirs')}>
                {t.take}
              </Button>
            </div>
          </td>
        )}
      </tr>
    );
  });
}
