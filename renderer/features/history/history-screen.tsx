import './history.css';
import { History, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { HistoryEntry } from '../../../shared/contract/case-calls.ts';
import { notify, notifyError, setRecord, useApp } from '../../state/app-store.ts';
import { undo, useCase } from '../../state/case-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { actionWords } from '../../text/field-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pane, PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { CheckCase } from './check-case.tsx';
import { EntryView } from './entry-view.tsx';
import { useHistory } from './use-history.ts';

/** Entries of one day under its date, in the order given. */
function byDay(
  entries: readonly HistoryEntry[],
): readonly (readonly [string, readonly HistoryEntry[]])[] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const at = new Date(entry.at);
    // the analyst's own day, as the times beside the entries are
    const pad = (value: number) => String(value).padStart(2, '0');
    const day = Number.isNaN(at.getTime())
      ? entry.at.slice(0, 10)
      : `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
    const list = days.get(day);
    if (list === undefined) days.set(day, [entry]);
    else list.push(entry);
  }
  return [...days];
}

/** Who changed what, when and why, in the whole case or in one record. */
export function HistoryScreen() {
  const text = useText();
  const t = text.history;
  const f = useFormat();
  const recordId = useApp((state) => state.recordIds.history);
  const recordName = useRef('');
  const { entries, hasMore, isRead, error, loadMore, reload } = useHistory(recordId);

  function onlyRecord(id: string, name: string) {
    recordName.current = name;
    setRecord('history', id);
  }
  return (
    <Pane>
      <PaneHeader title={t.title} subtitle={t.subtitle} actions={<UndoButton />} />
      <PaneBody>
        <div className="history">
          <CheckCase />
          <p className="history-help">{t.undoHelp}</p>
          {recordId === undefined ? null : (
            <div className="history-filter">
              <Chip
                tone="accent"
                onRemove={() => setRecord('history', undefined)}
                removeLabel={t.showAll}
              >
                {recordName.current === '' ? t.filtered : recordName.current}
              </Chip>
              <span className="u-soft">{t.filtered}</span>
            </div>
          )}
          {error === undefined ? null : (
            <Notice
              tone="bad"
              title={errorWords(text, error).title}
              actions={<Button onPress={reload}>{text.errors.tryAgain}</Button>}
            >
              {errorWords(text, error).next}
            </Notice>
          )}
          {!isRead ? <Spinner label={text.app.loading} /> : null}
          {isRead && entries.length === 0 && error === undefined ? (
            <EmptyState icon={<History size={20} strokeWidth={1.5} />} title={t.empty}>
              {t.emptyNext}
            </EmptyState>
          ) : null}
          <div>
            {byDay(entries).map(([day, ofDay]) => (
              <section key={day} aria-label={f.day(day)} className="history-day">
                <h2>{f.day(day)}</h2>
                <ol>
                  {ofDay.map((entry) => (
                    <EntryView key={entry.seq} entry={entry} onRecord={onlyRecord} />
                  ))}
                </ol>
              </section>
            ))}
          </div>
          {hasMore ? (
            <div>
              <Button onPress={loadMore}>{t.loadMore}</Button>
            </div>
          ) : null}
        </div>
      </PaneBody>
    </Pane>
  );
}

function UndoButton() {
  const t = useText().app;
  const lang = useLang();
  const next = useCase((state) => state.undo.undo);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  if (next === null || isReadOnly) return null;
  async function undoNext() {
    try {
      notify({ text: t.undone(actionWords(lang, await undo())) });
    } catch (error) {
      notifyError(error);
    }
  }
  return (
    <Button icon={<Undo2 size={14} aria-hidden="true" />} onPress={() => void undoNext()}>
      <span className="history-undo u-truncate">{t.undoWhat(actionWords(lang, next))}</span>
    </Button>
  );
}
