import './incidents-screen.css';
import { ArrowLeft, FileWarning, Inbox, ListFilter, Plus, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import {
  getIncidents,
  readList,
  setFilter,
  setGrouping,
  useIncidents,
} from '../../state/incidents-store.ts';
import { layoutWord } from '../../state/layout.ts';
import { request, useRequest } from '../../state/requests.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { changePicked } from './bulk-actions.ts';
import { type Column, type ColumnChoice, readChoice } from './columns.ts';
import { copyPicked } from './copy-rows.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterInput } from './filter-input.tsx';
import { FilterMenus } from './filter-menus.tsx';
import { withPart } from './filter-parts.ts';
import { GroupMenu, groupChoices, groupKey } from './group-menu.tsx';
import { GroupedTable } from './grouped-table.tsx';
import { IncidentTable } from './incident-table.tsx';
import { BulkBar, IncidentsToolbar } from './incidents-toolbar.tsx';

const layoutKey = 'incidents.columns';

/** The incidents of the case: filter, toolbar and table. The inspector stands beside, in the frame. */
export function IncidentsScreen() {
  const t = useText().incidents;
  const filterInput = useRef<HTMLInputElement>(null);
  const screen = useRef<HTMLElement>(null);
  const stored = useLayout((layout) => layout[layoutKey]);
  const choice = useMemo(() => readChoice(stored), [stored]);
  const group = useLayout((layout) => layoutWord(layout, groupKey, groupChoices, 'none'));
  useEffect(() => setGrouping(group === 'none' ? undefined : group), [group]);
  const onChoice = useCallback((next: ColumnChoice) => setLayout(layoutKey, next), []);

  const isBin = useIncidents((state) => state.filter.deleted === true);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);

  const removePicked = useCallback(() => {
    if (getIncidents().filter.deleted === true || isReadOnly) return;
    void changePicked({ do: 'delete' });
  }, [isReadOnly]);
  const restorePicked = useCallback(() => void changePicked({ do: 'restore' }), []);

  useRequest('focus-filter', () => {
    filterInput.current?.focus();
    filterInput.current?.select();
  });
  useRequest('delete', removePicked);
  return (
    <section className="incidents-screen" aria-label={t.title} ref={screen}>
      <h1 className="u-visually-hidden">{t.title}</h1>
      <div className="filter-bar">
        <div className="filter-top">
          <FilterInput
            inputRef={filterInput}
            onDown={() => screen.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
          />
          <Button
            variant="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onPress={() => request('new-incident')}
            isDisabled={isReadOnly}
          >
            {t.newIncident}
          </Button>
        </div>
        <FilterChips inputRef={filterInput} />
        <div className="filter-tools">
          <FilterMenus />
          <GroupMenu chosen={group} />
          <IncidentsToolbar
            choice={choice}
            onChoice={onChoice}
            onDelete={removePicked}
            onRestore={restorePicked}
          />
        </div>
      </div>
      {isBin ? <BinLine /> : null}
      <div className="incidents-body">
        <Body
          choice={choice}
          onChoice={onChoice}
          onOpen={() => request('read')}
          onDelete={removePicked}
          onCopy={(columns) => void copyPicked(columns)}
        />
      </div>
      <BulkBar onDelete={removePicked} onRestore={restorePicked} />
    </section>
  );
}

function BinLine() {
  const t = useText().incidents;
  return (
    <div className="incidents-bin">
      <span>{t.inBin}</span>
      <Button
        variant="quiet"
        icon={<ArrowLeft size={14} aria-hidden="true" />}
        onPress={() => setFilter(withPart(getIncidents().filter, 'deleted', undefined))}
      >
        {t.leaveBin}
      </Button>
    </div>
  );
}

interface BodyProps {
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
  readonly onCopy: (columns: readonly Column[]) => void;
}

function Body(props: BodyProps) {
  const t = useText().incidents;
  const isRead = useIncidents((state) => state.isRead);
  const error = useIncidents((state) => state.error);
  const total = useIncidents((state) => state.total);
  const groupBy = useIncidents((state) => state.groupBy);
  if (error !== undefined && !isRead) {
    return (
      <EmptyState
        icon={<FileWarning size={28} />}
        title={t.empty.failed}
        actions={<Button onPress={() => void readList()}>{t.empty.retry}</Button>}
      />
    );
  }
  if (!isRead) {
    return (
      <div className="incidents-wait">
        <Spinner label={t.loading} size={18} />
      </div>
    );
  }
  if (total === 0) return <Nothing />;
  return groupBy === undefined ? (
    <IncidentTable {...props} />
  ) : (
    <GroupedTable {...props} by={groupBy} />
  );
}

function Nothing() {
  const t = useText().incidents;
  const filter = useIncidents((state) => state.filter);
  const { deleted, ...rest } = filter;
  if (Object.keys(rest).length > 0) {
    return (
      <EmptyState
        icon={<ListFilter size={28} />}
        title={t.empty.noMatch}
        actions={
          <Button onPress={() => setFilter(deleted === true ? { deleted } : {})}>
            {t.empty.clearFilter}
          </Button>
        }
      >
        {t.empty.noMatchText}
      </EmptyState>
    );
  }
  if (deleted === true) {
    return (
      <EmptyState icon={<Trash2 size={28} />} title={t.empty.noDeleted}>
        {t.empty.noDeletedText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Inbox size={28} />}
      title={t.empty.title}
      actions={
        <Button variant="primary" shortcut="Ctrl+I" onPress={() => request('new-incident')}>
          {t.newIncident}
        </Button>
      }
    >
      {t.empty.text}
    </EmptyState>
  );
}
