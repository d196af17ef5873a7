import { useMemo, useState } from 'react';
import { type ActorKind, actorKinds } from '../../../shared/domain/vocabulary.ts';
import { call } from '../../api/client.ts';
import { NothingListed, RecordList } from '../../record-kit/record-list.tsx';
import type { ListSeat } from '../../record-kit/records-screen.tsx';
import { useDebounced } from '../../record-kit/use-debounced.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useRead } from '../../state/use-changes.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Select } from '../../ui/select.tsx';
import './actor-list.css';
import { type ActorSort, sortActors } from './actor-rows.ts';
import { ActorTable } from './actor-table.tsx';

export function ActorList({ selectedId, onSelect, onNew }: ListSeat) {
  const words = useText().actors;
  const lang = useLang();
  const labels = useLabels();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ActorKind>();
  const [includeDeleted, setIncludeDeleted] = useState(false);
  const [sort, setSort] = useState<ActorSort>({ column: 'name', direction: 'ascending' });

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
    <RecordList
      words={words}
      newLabel={words.newActor}
      onNew={onNew}
      count={read.value === undefined ? undefined : rows.length}
      text={text}
      onText={setText}
      filters={
        <Select
          label={words.kindFilter}
          isLabelHidden
          value={kind}
          options={actorKinds.map((value) => ({ value, label: labels.actorKinds[value] }))}
          onChange={setKind}
          emptyLabel={words.allKinds}
          onClear={() => setKind(undefined)}
        />
      }
      includeDeleted={includeDeleted}
      onIncludeDeleted={setIncludeDeleted}
      searchClass="actor-list-search"
      error={read.error}
    >
      {read.value !== undefined && rows.length === 0 ? (
        <NothingListed
          words={words}
          isFiltered={isFiltered}
          onClear={() => {
            setText('');
            setKind(undefined);
          }}
        />
      ) : (
        <ActorTable
          rows={rows}
          selectedId={selectedId}
          onSelect={onSelect}
          sort={sort}
          onSort={setSort}
        />
      )}
    </RecordList>
  );
}
