import { MoreHorizontal, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TlpLabel as Tlp } from '../../shared/domain/vocabulary.ts';
import { useCase } from '../state/case-store.ts';
import { useRequest } from '../state/requests.ts';
import { useText } from '../text/index.tsx';
import { TlpLabel } from '../ui/badges.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { Notice } from '../ui/notice.tsx';
import { PaneHeader } from '../ui/pane.tsx';
import './record-header.css';
import { saveNow, useRemove } from './use-save.ts';

interface Deletable {
  readonly id: string;
  readonly deleted_at: string | null;
}

interface RecordHeaderProps {
  readonly table: 'actor' | 'source';
  readonly record: Deletable & { readonly tlp: Tlp };
  /** Name or title of the record. */
  readonly name: string;
  /** What stands under the name, before the sharing label. */
  readonly facts: ReactNode;
  readonly words: {
    readonly deleteQuestion: (name: string) => string;
    readonly deleteDetail: string;
  };
  readonly onEdit: () => void;
  /** What else can be done with the record, before deleting it. */
  readonly more?: readonly {
    readonly id: string;
    readonly label: string;
    readonly run: () => void;
  }[];
}

/** Name of the open record with editing and deleting, by button and by command of the frame. */
export function RecordHeader(props: RecordHeaderProps) {
  const { table, record, name, facts, words, onEdit, more = [] } = props;
  const common = useText().records.common;
  const remove = useRemove();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [asksDelete, setAsksDelete] = useState(false);
  const isDeleted = record.deleted_at !== null;
  const canWrite = !isReadOnly && !isDeleted;
  useRequest('edit', () => {
    if (canWrite) onEdit();
  });
  useRequest('delete', () => {
    if (canWrite) setAsksDelete(true);
  });
  return (
    <>
      <PaneHeader
        level={2}
        title={name}
        subtitle={
          <span className="record-header-facts">
            {facts}
            <TlpLabel tlp={record.tlp} size="s" />
          </span>
        }
        actions={
          !isDeleted && (
            <>
              <Button
                icon={<Pencil size={14} aria-hidden />}
                isDisabled={isReadOnly}
                onPress={onEdit}
              >
                {common.edit}
              </Button>
              <MenuButton
                label={common.moreOn(name)}
                isLabelHidden
                icon={<MoreHorizontal size={16} aria-hidden />}
                entries={[
                  ...more.map(({ id, label }) => ({ id, label })),
                  {
                    id: 'delete',
                    label: common.delete,
                    isDanger: true,
                    isDisabled: isReadOnly,
                  },
                ]}
                onAction={(action) => {
                  if (action === 'delete') setAsksDelete(true);
                  else more.find(({ id }) => id === action)?.run();
                }}
              />
            </>
          )
        }
      />
      <ConfirmDialog
        isOpen={asksDelete}
        onClose={() => setAsksDelete(false)}
        title={words.deleteQuestion(name)}
        confirmLabel={common.delete}
        isDanger
        onConfirm={() => {
          setAsksDelete(false);
          void remove(table, record.id, common.deleted(name));
        }}
      >
        {words.deleteDetail}
      </ConfirmDialog>
    </>
  );
}

interface DeletedNoticeProps {
  readonly table: 'actor' | 'source';
  readonly record: Deletable;
  readonly className: string;
  readonly children: string;
}

/** Says that the open record is deleted and offers to bring it back; nothing on a living one. */
export function DeletedNotice({ table, record, className, children }: DeletedNoticeProps) {
  const words = useText().records.common;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  if (record.deleted_at === null) return null;
  return (
    <div className={className}>
      <Notice
        tone="warn"
        actions={
          <Button
            isDisabled={isReadOnly}
            onPress={() => void saveNow([{ do: 'restore', table, id: record.id }])}
          >
            {words.restore}
          </Button>
        }
      >
        {children}
      </Notice>
    </div>
  );
}
