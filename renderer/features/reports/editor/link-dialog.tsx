import { useState } from 'react';
import { type LinkedTable, linkedTables } from '../../../../shared/report/references.ts';
import { ActorPicker, IncidentPicker, SourcePicker } from '../../../record-kit/pickers.tsx';
import { useText } from '../../../text/index.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';

interface Props {
  readonly onChoose: (table: LinkedTable, id: string, name: string) => void;
  readonly onClose: () => void;
}

/** Chooses a record of the case to link to; choosing closes. */
export function LinkDialog({ onChoose, onClose }: Props) {
  const t = useText().reports.editor;
  const [table, setTable] = useState<LinkedTable>('incident');
  const Picker = { incident: IncidentPicker, actor: ActorPicker, source: SourcePicker }[table];
  return (
    <Dialog isOpen title={t.link} size="m" onClose={onClose}>
      <div className="rich-choice">
        <p className="u-soft">{t.linkHelp}</p>
        <Segmented
          label={t.linkTo}
          value={table}
          options={linkedTables.map((value) => ({ value, label: t.tables[value] }))}
          onChange={setTable}
        />
        <Picker
          key={table}
          label={t.tables[table]}
          value={undefined}
          autoFocus
          onChange={(id, name) => {
            if (id !== undefined) onChoose(table, id, name ?? '');
          }}
        />
      </div>
    </Dialog>
  );
}
