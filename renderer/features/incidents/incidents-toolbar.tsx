// What can be done with the incidents picked: one row of buttons above the table.
import { ArrowLeft, Columns3, FileOutput, Plus, Tag, Trash2, Undo } from 'lucide-react';
import { useState } from 'react';
import { incidentStatuses, tlpLabels } from '../../../shared/domain/vocabulary.ts';
import { labels } from '../../../shared/text/index.ts';
import { goTo } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { getIncidents, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { request } from '../../state/requests.ts';
import { useLang, useText } from '../../text/index.tsx';
import { TlpLabel } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton, ToggleIconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { Toolbar, ToolbarSeparator, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { saveTogether, tagTogether } from './bulk-actions.ts';
import { statusOps, tlpOps } from './bulk-ops.ts';
import type { ColumnChoice } from './columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { CompleteBox } from './complete-box.tsx';
import { withPart } from './filter-parts.ts';

interface IncidentsToolbarProps {
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
}

function pickedIds(): readonly string[] {
  return [...getIncidents().selectedIds];
}

export function IncidentsToolbar(props: IncidentsToolbarProps) {
  const t = useText().incidents;
  const picked = useIncidents((state) => state.selectedIds.size);
  const isBin = useIncidents((state) => state.filter.deleted === true);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const hasNone = picked === 0;
  return (
    <Toolbar label={t.toolbar}>
      {isBin ? (
        <>
          <Button
            icon={<ArrowLeft size={14} aria-hidden="true" />}
            onPress={() => setFilter(withPart(getIncidents().filter, 'deleted', undefined))}
          >
            {t.leaveBin}
          </Button>
          <Button
            variant="primary"
            icon={<Undo size={14} aria-hidden="true" />}
            onPress={props.onRestore}
            isDisabled={hasNone || isReadOnly}
          >
            {t.restore}
          </Button>
        </>
      ) : (
        <>
          <Button
            variant="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onPress={() => request('new-incident')}
            isDisabled={isReadOnly}
          >
            {t.newIncident}
          </Button>
          <IconButton
            icon={<Trash2 size={15} aria-hidden="true" />}
            label={t.delete}
            onPress={props.onDelete}
            isDisabled={hasNone || isReadOnly}
          />
          {picked > 1 && !isReadOnly ? <BulkButtons count={picked} /> : null}
        </>
      )}
      <ToolbarSpacer />
      <Button
        variant="quiet"
        icon={<FileOutput size={14} aria-hidden="true" />}
        isDisabled={hasNone}
        onPress={() => {
          goTo('exchange');
          request('export-pack');
        }}
      >
        {t.exportSelection}
      </Button>
      <ToggleIconButton
        icon={<Trash2 size={15} aria-hidden="true" />}
        label={t.showBin}
        isSelected={isBin}
        onChange={(isOn) =>
          setFilter(withPart(getIncidents().filter, 'deleted', isOn ? true : undefined))
        }
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

function BulkButtons({ count }: { readonly count: number }) {
  const t = useText().incidents;
  const l = labels(useLang());
  const [isTagging, setIsTagging] = useState(false);
  return (
    <>
      <ToolbarSeparator />
      <span className="incidents-picked u-tabular">{t.selected(count)}</span>
      <MenuButton
        label={t.setStatus}
        variant="quiet"
        entries={incidentStatuses.map((status) => ({
          id: status,
          label: l.statuses[status],
          icon: (
            <span className={`c-status-${status}`}>
              <StatusIcon status={status} />
            </span>
          ),
        }))}
        onAction={(chosen) => {
          const status = incidentStatuses.find((known) => known === chosen);
          const ids = pickedIds();
          if (status !== undefined)
            void saveTogether(statusOps(ids, status), t.changedMany, ids.length);
        }}
      />
      <MenuButton
        label={t.setTlp}
        variant="quiet"
        entries={tlpLabels.map((tlp) => ({
          id: tlp,
          label: l.tlpMeanings[tlp],
          icon: <TlpLabel tlp={tlp} />,
        }))}
        onAction={(chosen) => {
          const tlp = tlpLabels.find((known) => known === chosen);
          const ids = pickedIds();
          if (tlp !== undefined) void saveTogether(tlpOps(ids, tlp), t.changedMany, ids.length);
        }}
      />
      <PopoverButton
        label={t.addTag}
        variant="quiet"
        icon={<Tag size={14} aria-hidden="true" />}
        isDisabled={isTagging}
      >
        {(close) => (
          <CompleteBox
            field="tag"
            label={t.addTag}
            placeholder={t.tagName}
            onChoose={(name) => {
              close();
              setIsTagging(true);
              void tagTogether(pickedIds(), name).finally(() => setIsTagging(false));
            }}
          />
        )}
      </PopoverButton>
    </>
  );
}
