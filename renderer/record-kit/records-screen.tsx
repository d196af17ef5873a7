// A screen of records: list beside the one that is open, or one at a time where both do not fit.
import { ArrowLeft, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { setLayout, setRecord, useApp, useLayout } from '../state/app-store.ts';
import { useCase } from '../state/case-store.ts';
import { layoutNumber } from '../state/layout.ts';
import { type RequestName, useRequest } from '../state/requests.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pane } from '../ui/pane.tsx';
import { SplitPane } from '../ui/split-pane.tsx';
import './narrow.css';
import { useNarrow } from './use-narrow.ts';

export interface ListSeat {
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onNew: () => void;
}

export interface EditorSeat {
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

interface Props<T> {
  readonly screen: 'actors' | 'sources';
  readonly newRequest: RequestName;
  readonly icon: ReactNode;
  readonly words: {
    /** Name of the pane with the open record. */
    readonly pane: string;
    readonly back: string;
    readonly selectTitle: string;
    readonly selectNext: string;
    readonly newRecord: string;
    readonly divider: string;
  };
  /** The divider: which side has a size of its own, under which key of the layout, in pixels. */
  readonly split: {
    readonly sized: 'first' | 'second';
    readonly key: string;
    readonly min: number;
    readonly max: number;
    readonly otherwise: number;
  };
  readonly list: (seat: ListSeat) => ReactNode;
  readonly opened: (id: string, onEdit: (record: T) => void) => ReactNode;
  /** The editor of `record`, of a new one without it. */
  readonly editor: (record: T | undefined, seat: EditorSeat) => ReactNode;
}

export function RecordsScreen<T extends object>(props: Props<T>) {
  const { screen, words, split } = props;
  const id = useApp((state) => state.recordIds[screen]);
  const size = useLayout((layout) =>
    layoutNumber(layout, split.key, split.min, split.max, split.otherwise),
  );
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [editing, setEditing] = useState<'new' | T>();
  const isNarrow = useNarrow();
  useRequest(props.newRequest, () => {
    if (!isReadOnly) setEditing('new');
  });
  const list = props.list({
    selectedId: id,
    onSelect: (chosen) => setRecord(screen, chosen),
    onNew: () => setEditing('new'),
  });
  const opened = (
    <Pane label={words.pane}>
      {isNarrow && (
        <Button
          variant="quiet"
          className="narrow-back"
          icon={<ArrowLeft size={14} aria-hidden />}
          onPress={() => setRecord(screen, undefined)}
        >
          {words.back}
        </Button>
      )}
      {id === undefined ? (
        <EmptyState
          icon={props.icon}
          title={words.selectTitle}
          actions={
            <Button
              icon={<Plus size={14} aria-hidden />}
              isDisabled={isReadOnly}
              onPress={() => setEditing('new')}
            >
              {words.newRecord}
            </Button>
          }
        >
          {words.selectNext}
        </EmptyState>
      ) : (
        props.opened(id, setEditing)
      )}
    </Pane>
  );
  return (
    <>
      {isNarrow ? (
        id === undefined ? (
          list
        ) : (
          opened
        )
      ) : (
        <SplitPane
          sized={split.sized}
          size={size}
          min={split.min}
          max={split.max}
          onSizeChange={(next) => setLayout(split.key, next)}
          label={words.divider}
          first={list}
          second={opened}
        />
      )}
      {editing !== undefined &&
        props.editor(editing === 'new' ? undefined : editing, {
          onClose: () => setEditing(undefined),
          onSaved: (saved) => {
            setEditing(undefined);
            setRecord(screen, saved);
          },
        })}
    </>
  );
}
