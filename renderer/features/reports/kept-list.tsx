import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { saveNow, useRemove } from '../../record-kit/use-save.ts';
import { notifyError } from '../../state/app-store.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Kept = CallResult<'report/list'>[number];

interface Props {
  readonly reports: readonly Kept[];
  readonly openId: string | undefined;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string) => void;
}

/** Reports kept in the case: opened, renamed, duplicated, deleted (with undo). */
export function KeptList({ reports, openId, isReadOnly, onOpen }: Props) {
  const t = useText().reports.kept;
  const kinds = useText().reports.kinds;
  const format = useFormat();
  const remove = useRemove();
  const [renaming, setRenaming] = useState<string>();
  if (reports.length === 0) return null;
  const act = (report: Kept, action: string) => {
    if (action === 'rename') setRenaming(report.id);
    if (action === 'delete') void remove('report', report.id, t.deleted);
    if (action === 'duplicate') {
      call('report/duplicate', { id: report.id, title: t.copyOf(report.title).slice(0, 300) })
        .then(({ id }) => onOpen(id))
        .catch(notifyError);
    }
  };
  const rename = (report: Kept, title: string) => {
    setRenaming(undefined);
    if (title.trim() === '' || title.trim() === report.title) return;
    void saveNow([
      { do: 'update', table: 'report', id: report.id, patch: { title: title.trim() } },
    ]);
  };
  return (
    <Section title={t.title} count={reports.length}>
      <ul className="reports-kept">
        {reports.map((report) => (
          <li key={report.id} className="reports-kept-line">
            {renaming === report.id ? (
              <NameField report={report} onDone={(title) => rename(report, title)} />
            ) : (
              <button
                type="button"
                className="reports-kept-open"
                aria-current={report.id === openId}
                onClick={() => onOpen(report.id)}
              >
                <bdi>{report.title}</bdi>
                <span className="u-soft">
                  {kinds[report.kind]} · {format.moment(report.updatedAt)}
                </span>
              </button>
            )}
            {isReadOnly ? null : (
              <MenuButton
                label={t.actionsOf(report.title)}
                icon={<Ellipsis size={14} aria-hidden="true" />}
                isLabelHidden
                variant="quiet"
                showsChevron={false}
                entries={[
                  { id: 'rename', label: t.rename },
                  { id: 'duplicate', label: t.duplicate },
                  { id: 'delete', label: t.delete, isDanger: true },
                ]}
                onAction={(action) => act(report, action)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Enter or leaving takes the name, Escape leaves the old one. */
function NameField({
  report,
  onDone,
}: {
  readonly report: Kept;
  readonly onDone: (title: string) => void;
}) {
  const t = useText().reports.kept;
  const [title, setTitle] = useState(report.title);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to keys of the field inside
    <div
      className="reports-kept-name"
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(title);
        if (event.key === 'Escape') onDone(report.title);
      }}
      onBlur={() => onDone(title)}
    >
      <TextField
        label={t.name}
        isLabelHidden
        value={title}
        maxLength={300}
        dir="auto"
        autoFocus
        onChange={setTitle}
      />
    </div>
  );
}
