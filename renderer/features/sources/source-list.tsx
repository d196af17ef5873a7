import { Paperclip, Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SourceRow } from '../../../shared/contract/read-calls.ts';
import {
  type Reliability,
  reliabilities,
  type SourceKind,
  sourceKinds,
} from '../../../shared/domain/vocabulary.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { useDebounced } from '../../record-kit/use-debounced.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useCase } from '../../state/case-store.ts';
import { useRequest } from '../../state/requests.ts';
import { useRead } from '../../state/use-changes.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectList } from '../../ui/list-box.tsx';
import { Pane, PaneHeader } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './source-list.css';

interface Props {
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onNew: () => void;
}

export function SourceList({ selectedId, onSelect, onNew }: Props) {
  const words = useText().sources;
  const lang = useLang();
  const labels = useLabels();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<SourceKind>();
  const [reliability, setReliability] = useState<Reliability>();
  const [includeDeleted, setIncludeDeleted] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useRequest('focus-filter', () => input.current?.focus());

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
    <Pane label={words.list}>
      <PaneHeader
        title={words.title}
        subtitle={read.value === undefined ? undefined : words.count(rows.length)}
        actions={
          <Button
            variant="primary"
            icon={<Plus size={14} aria-hidden />}
            isDisabled={isReadOnly}
            onPress={onNew}
          >
            {words.newSource}
          </Button>
        }
      />
      <search className="source-list-search">
        <TextField
          label={words.search}
          isLabelHidden
          type="search"
          value={text}
          onChange={setText}
          placeholder={words.searchHint}
          dir="auto"
          inputRef={input}
          suffix={<Search size={14} aria-hidden />}
          className="source-list-wide"
        />
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
        <Checkbox isSelected={includeDeleted} onChange={setIncludeDeleted}>
          {words.showDeleted}
        </Checkbox>
      </search>
      <ErrorNotice error={read.error} />
      <div className="source-list-body">
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
              <EmptyState
                title={isFiltered ? words.noMatchTitle : words.noneTitle}
                actions={
                  isFiltered && (
                    <Button
                      onPress={() => {
                        setText('');
                        setKind(undefined);
                        setReliability(undefined);
                      }}
                    >
                      {words.clearSearch}
                    </Button>
                  )
                }
              >
                {isFiltered ? words.noMatchNext : words.noneNext}
              </EmptyState>
            }
          />
        )}
      </div>
    </Pane>
  );
}
