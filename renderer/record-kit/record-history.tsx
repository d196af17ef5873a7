import { useState } from 'react';
import type { HistoryEntry } from '../../shared/contract/case-calls.ts';
import { fieldLabel } from '../../shared/text/index.ts';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { valueWords } from '../text/field-words.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Section } from '../ui/section.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ErrorNotice } from './error-notice.tsx';
import './record-history.css';

const pageSize = 25;

interface Props {
  readonly recordId: string;
}

/** Who changed what of a record and of what hangs on it, newest first. Read only when opened. */
export function RecordHistory({ recordId }: Props) {
  const t = useText();
  const [isExpanded, setIsExpanded] = useState(false);
  return (
    <Section
      title={t.records.history.title}
      isExpanded={isExpanded}
      onExpandedChange={setIsExpanded}
    >
      {isExpanded && <HistoryList recordId={recordId} />}
    </Section>
  );
}

function HistoryList({ recordId }: Props) {
  const t = useText();
  const [limit, setLimit] = useState(pageSize);
  const { value, error } = useRead(
    () => call('history/list', { recordId, limit }),
    [recordId, limit],
  );
  if (error !== undefined) return <ErrorNotice error={error} />;
  if (value === undefined) return <Spinner label={t.records.common.loading} />;
  if (value.entries.length === 0) return <p className="u-soft">{t.records.history.empty}</p>;
  return (
    <>
      <ol className="record-history">
        {value.entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      {value.hasMore && limit < 500 && (
        <Button variant="quiet" onPress={() => setLimit(Math.min(500, limit + 100))}>
          {t.records.history.more}
        </Button>
      )}
    </>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const t = useText();
  const format = useFormat();
  const words = t.records.history;
  const lang = useLang();
  const changes = entry.changes.filter((change) => change.field !== '*');
  return (
    <li className="record-history-entry" data-state={entry.state}>
      <div className="record-history-head">
        <span>
          {words.kinds[entry.kind] ?? entry.kind}
          {entry.title === '' ? '' : ' · '}
          <bdi>{entry.title}</bdi>
        </span>
        {entry.state === 'undone' && <Chip>{words.undone}</Chip>}
      </div>
      <div className="record-history-by">
        <time dateTime={entry.at}>{format.moment(entry.at)}</time>{' '}
        <bdi>{words.by(entry.author)}</bdi>
      </div>
      {entry.why !== null && <p className="record-history-why">{entry.why}</p>}
      {changes.length > 0 && (
        <dl className="record-history-changes">
          {changes.map((change) => (
            <div key={`${change.id} ${change.field}`}>
              <dt>{fieldLabel(change.table, change.field, lang)}</dt>
              <dd>
                <del dir="auto">{valueWords(lang, change.table, change.field, change.old)}</del>
                <span aria-hidden="true"> → </span>
                <ins dir="auto">{valueWords(lang, change.table, change.field, change.new)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
