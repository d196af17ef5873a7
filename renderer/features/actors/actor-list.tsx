import { Plus, Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import { type ActorKind, actorKinds } from '../../../shared/domain/vocabulary.ts';
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
import { Pane, PaneHeader } from '../../ui/pane.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './actor-list.css';
import { sortActors } from './actor-rows.ts';
import { ActorTable } from './actor-table.tsx';

interface Props {
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onNew: () => void;
}

export function ActorList({ selectedId, onSelect, onNew }: Props) {
  const words = useText().actors;
  const lang = useLang();
  const labels = useLabels();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ActorKind>();
  const [includeDeleted, setIncludeDeleted] = useState(false);
  const [sort, setSort] = useState<SortDescriptor>({ column: 'name', direction: 'ascending' });
  const input = useRef<HTMLInputElement>(null);
  useRequest('focus-filter', () => input.current?.focus());

  const searched = useDebounced(text.trim(), 120);
  const read = useRead(
    () => call('actor/list', { text: searched, includeDeleted }),
    [searched, includeDeleted],
    ['actors', 'links', 'incidents'],
  );
  const rows = useMemo(() => {
    const ofKind = (read.value ?? []).filter((row) => kind === undefined || row.kind === kind);
    return sortActors(ofKind, sort, lang, labels.actorKinds);
  }, [read.value, kind, sort, lang, labels]);
  const isFiltered = text.trim() !== '' || kind !== undefined;

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
            {words.newActor}
          </Button>
        }
      />
      <search className="actor-list-search">
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
        />
        <Select
          label={words.kindFilter}
          isLabelHidden
          value={kind}
          options={actorKinds.map((value) => ({ value, label: labels.actorKinds[value] }))}
          onChange={setKind}
          emptyLabel={words.allKinds}
          onClear={() => setKind(undefined)}
        />
        <Checkbox isSelected={includeDeleted} onChange={setIncludeDeleted}>
          {words.showDeleted}
        </Checkbox>
      </search>
      <ErrorNotice error={read.error} />
      <div className="actor-list-body">
        {read.value !== undefined && rows.length === 0 ? (
          <EmptyState
            title={isFiltered ? words.noMatchTitle : words.noneTitle}
            actions={
              isFiltered && (
                <Button
                  onPress={() => {
                    setText('');
                    setKind(undefined);
                  }}
                >
                  {words.clearSearch}
                </Button>
              )
            }
          >
            {isFiltered ? words.noMatchNext : words.noneNext}
          </EmptyState>
        ) : (
          <ActorTable
            rows={rows}
            selectedId={selectedId}
            onSelect={onSelect}
            sort={sort}
            onSort={setSort}
          />
        )}
      </div>
    </Pane>
  );
}
