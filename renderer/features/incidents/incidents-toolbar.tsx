// What can be done with the incidents picked: one row of buttons above the table.
import {
  ArchiveRestore,
  ChartBarDecreasing,
  Columns3,
  CopyCheck,
  FileOutput,
  Trash2,
  Undo,
  X,
} from 'lucide-react';
import { goTo, setLayout, useLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { getIncidents, select, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { layoutFlag } from '../../state/layout.ts';
import { request } from '../../state/requests.ts';
import { askSame } from '../../state/same-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton, ToggleIconButton } from '../../ui/icon-button.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Toolbar, ToolbarSeparator } from '../../ui/toolbar.tsx';
import { BulkButtons } from './bulk-buttons.tsx';
import type { ColumnChoice } from './columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { withPart } from './filter-parts.ts';

interface IncidentsToolbarProps {
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
}

function showBin(isShown: boolean): void {
  setFilter(withPart(getIncidents().filter, 'deleted', isShown ? true : undefined));
}

function exportPicked(): void {
  goTo('exchange');
  request('export-pack');
}

/** Looks for attacks told twice among what the filter shows, else in the whole case. */
function compareShown(): void {
  const { filter } = getIncidents();
  const isFiltered = Object.keys(filter).length > 0 && filter.deleted !== true;
  askSame({ what: 'scan', scope: isFiltered ? { what: 'filter', filter } : { what: 'case' } });
}

/** Buttons for the table at the right of the quick filters. */
export function IncidentsToolbar(props: IncidentsToolbarProps) {
  const text = useText();
  const t = text.incidents;
  const picked = useIncidents((state) => state.selectedIds.size);
  const isBin = useIncidents((state) => state.filter.deleted === true);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const isCounting = useLayout((layout) => layoutFlag(layout, 'frame.counts', false));
  const cannot = picked === 0 || isReadOnly;
  return (
    <Toolbar label={t.toolbar}>
      {isBin ? (
        <Button
          variant="primary"
          icon={<Undo size={14} aria-hidden="true" />}
          onPress={props.onRestore}
          isDisabled={cannot}
        >
          {t.restore}
        </Button>
      ) : (
        <IconButton
          icon={<Trash2 size={15} aria-hidden="true" />}
          label={t.delete}
          shortcut={t.deleteKey}
          onPress={props.onDelete}
          isDisabled={cannot}
        />
      )}
      <IconButton
        icon={<FileOutput size={15} aria-hidden="true" />}
        label={t.exportSelection}
        isDisabled={picked === 0}
        onPress={exportPicked}
      />
      <IconButton
        icon={<CopyCheck size={15} aria-hidden="true" />}
        label={text.same.toolbar}
        onPress={compareShown}
      />
      <ToolbarSeparator />
      <ToggleIconButton
        icon={<ChartBarDecreasing size={15} aria-hidden="true" />}
        label={text.counts.title}
        shortcut="Ctrl+L"
        isSelected={isCounting}
        onChange={(isOn) => setLayout('frame.counts', isOn)}
      />
      <ToggleIconButton
        icon={<ArchiveRestore size={15} aria-hidden="true" />}
        label={t.showBin}
        isSelected={isBin}
        onChange={showBin}
      />
      <PopoverButton
        label={t.columns}
        isLabelHidden
        icon={<Columns3 size={15} aria-hidden="true" />}
        width={200}
      >
        {() => <ColumnsMenu choice={props.choice} onChoice={props.onChoice} />}
      </PopoverButton>
    </Toolbar>
  );
}

interface BulkBarProps {
  readonly onDelete: () => void;
  readonly onRestore: () => void;
}

/** Stands under the table while several incidents are picked. */
export function BulkBar({ onDelete, onRestore }: BulkBarProps) {
  const t = useText().incidents;
  const picked = useIncidents((state) => state.selectedIds.size);
  const isBin = useIncidents((state) => state.filter.deleted === true);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  if (picked < 2) return null;
  return (
    <div className="incidents-bulk">
      <span className="incidents-picked u-tabular" role="status">
        {t.selected(picked)}
      </span>
      <Toolbar label={t.bulk}>
        {isReadOnly || isBin ? null : <BulkButtons />}
        {isReadOnly ? null : (
          <Button
            variant="quiet"
            icon={
              isBin ? (
                <Undo size={14} aria-hidden="true" />
              ) : (
                <Trash2 size={14} aria-hidden="true" />
              )
            }
            onPress={isBin ? onRestore : onDelete}
          >
            {isBin ? t.restore : t.delete}
          </Button>
        )}
        {isBin ? null : (
          <Button
            variant="quiet"
            icon={<FileOutput size={14} aria-hidden="true" />}
            onPress={exportPicked}
          >
            {t.exportSelection}
          </Button>
        )}
      </Toolbar>
      <IconButton
        icon={<X size={14} aria-hidden="true" />}
        label={t.clearSelection}
        onPress={() => select(getIncidents().selectedId)}
      />
    </div>
  );
}
