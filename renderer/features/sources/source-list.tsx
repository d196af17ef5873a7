import { FileUp, Paperclip } from 'lucide-react';
import { useState } from 'react';
import type { SourceRow } from '../../../shared/contract/read-calls.ts';
import {
  type Reliability,
  reliabilities,
  type SourceKind,
  sourceKinds,
} from '../../../shared/domain/vocabulary.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { call } from '../../api/client.ts';
import { NothingListed, RecordList } from '../../record-kit/record-list.tsx';
import type { ListSeat } from '../../record-kit/records-screen.tsx';
import { useDebounced } from '../../record-kit/use-debounced.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useCase } from '../../state/case-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { useLang, useText } from '../../text/index.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectList } from '../../ui/list-box.tsx';
import { Select } from '../../ui/select.tsx';
import './source-list.css';

interface Props extends ListSeat {
  readonly onFromFile: () => void;
}

export function SourceList({ selectedId, onSelect, onNew, onFromFile }: Props) {
  const words = useText().sources;
  const lang = useLang();
  const labels = useLabels();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<SourceKind>();
  const [reliability, setReliability] = useState<Reliability>();
  const [includeDeleted, setIncludeDeleted] = useState(false);

  const searched = useDebounced(text.trim(), 150);
  const read = useRead(
    () => call('source/list', { text: searched, includeDeleted }),
    [searched, includeDeleted],
    ['sources', 'claims'],
  );
  const rows = (read.value ?? []).filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (reliability === undefined || row.reliability === reliability),
  );
  const isFiltered = text.trim() !== '' || kind !== undefined || reliability !== undefined;

  function meta(row: SourceRow): string {
    const date = row.published === null ? undefined : edtfWords(row.published, lang);
    const who = row.publisher ?? labels.sourceKinds[row.kind];
    const claims = row.claimCount === 0 ? undefined : words.claimCount(row.claimCount);
    return [who, date, claims].filter(Boolean).join(' · ');
  }

  return (
    <RecordList
      words={words}
      newLabel={words.newSource}
      onNew={onNew}
      moreActions={
        <IconButton
          icon={<FileUp size={14} aria-hidden />}
          label={words.fromFile}
          isDisabled={isReadOnly}
          onPress={onFromFile}
        />
      }
      count={read.value === undefined ? undefined : rows.length}
      text={text}
      onText={setText}
      filters={
        <>
          <Select
            label={words.kindFilter}
            isLabelHidden
            value={kind}
            options={sourceKinds.map((value) => ({ value, label: labels.sourceKinds[value] }))}
            onChange={setKind}
            emptyLabel={words.allKinds}
            onClear={() => setKind(undefined)}
          />
          <Select
            label={words.reliabilityFilter}
            isLabelHidden
            value={reliability}
            options={reliabilities.map((value) => ({
              value,
              label: `${value} · ${labels.reliabilities[value]}`,
            }))}
            onChange={setReliability}
            emptyLabel={words.allReliabilities}
            onClear={() => setReliability(undefined)}
          />
        </>
      }
      includeDeleted={includeDeleted}
      onIncludeDeleted={setIncludeDeleted}
      searchClass="source-list-search"
      error={read.error}
    >
      {read.value !== undefined && (
        <SelectList
          label={words.list}
          items={rows.map((row) => ({
            id: row.id,
            title: row.title,
            meta: meta(row),
            aside: (
              <span className="source-list-aside">
                {row.attachmentCount > 0 && <Paperclip size={12} aria-hidden />}
                <span title={labels.reliabilities[row.reliability]}>{row.reliability}</span>
              </span>
            ),
            isMuted: row.isDeleted,
          }))}
          selectedId={selectedId}
          onSelect={onSelect}
          empty={
            <NothingListed
              words={words}
              isFiltered={isFiltered}
              onClear={() => {
                setText('');
                setKind(undefined);
                setReliability(undefined);
              }}
            />
          }
        />
      )}
    </RecordList>
  );
}
