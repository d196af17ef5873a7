import { Plus, Search } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { AppError } from '../../shared/lib/app-error.ts';
import { useCase } from '../state/case-store.ts';
import { useRequest } from '../state/requests.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classes } from '../ui/defined.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pane, PaneHeader } from '../ui/pane.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ErrorNotice } from './error-notice.tsx';
import './record-list.css';

interface Props {
  readonly words: {
    readonly list: string;
    readonly title: string;
    readonly count: (count: number) => string;
    readonly search: string;
    readonly searchHint: string;
    readonly showDeleted: string;
  };
  readonly newLabel: string;
  readonly onNew: () => void;
  /** Before the button for a new one. */
  readonly moreActions?: ReactNode;
  /** How many are listed; undefined until they are read. */
  readonly count: number | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Further filters, between the search box and the box for deleted records. */
  readonly filters: ReactNode;
  readonly includeDeleted: boolean;
  readonly onIncludeDeleted: (isOn: boolean) => void;
  readonly searchClass: string;
  readonly error: AppError | undefined;
  readonly children: ReactNode;
}

/** The pane of a list of records: how many, a button for a new one, search and filters on top. */
export function RecordList(props: Props) {
  const { words, count } = props;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const input = useRef<HTMLInputElement>(null);
  useRequest('focus-filter', () => input.current?.focus());
  return (
    <Pane label={words.list}>
      <PaneHeader
        title={words.title}
        subtitle={count === undefined ? undefined : words.count(count)}
        actions={
          <>
            {props.moreActions}
            <Button
              variant="primary"
              icon={<Plus size={14} aria-hidden />}
              isDisabled={isReadOnly}
              onPress={props.onNew}
            >
              {props.newLabel}
            </Button>
          </>
        }
      />
      <search className={classes('record-list-search', props.searchClass)}>
        <TextField
          label={words.search}
          isLabelHidden
          type="search"
          value={props.text}
          onChange={props.onText}
          placeholder={words.searchHint}
          dir="auto"
          inputRef={input}
          suffix={<Search size={14} aria-hidden />}
        />
        {props.filters}
        <Checkbox isSelected={props.includeDeleted} onChange={props.onIncludeDeleted}>
          {words.showDeleted}
        </Checkbox>
      </search>
      <ErrorNotice error={props.error} />
      <div className="record-list-body">{props.children}</div>
    </Pane>
  );
}

interface NothingListedProps {
  readonly words: {
    readonly noMatchTitle: string;
    readonly noMatchNext: string;
    readonly noneTitle: string;
    readonly noneNext: string;
    readonly clearSearch: string;
  };
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** An empty list: nothing in the case yet, or nothing that the search lets through. */
export function NothingListed({ words, isFiltered, onClear }: NothingListedProps) {
  return (
    <EmptyState
      title={isFiltered ? words.noMatchTitle : words.noneTitle}
      actions={isFiltered && <Button onPress={onClear}>{words.clearSearch}</Button>}
    >
      {isFiltered ? words.noMatchNext : words.noneNext}
    </EmptyState>
  );
}
