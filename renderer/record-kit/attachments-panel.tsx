import { Copy, Download, Eye, MoreHorizontal, Paperclip, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Attachment, TargetTable } from '../../shared/domain/records.ts';
import { call } from '../api/client.ts';
import { notify, notifyError } from '../state/app-store.ts';
import { useCase } from '../state/case-store.ts';
import { useFormat, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { Section } from '../ui/section.tsx';
import { AttachmentPreview, previewKind } from './attachment-preview.tsx';
import { notifyWithUndo } from './take-back.ts';
import './attachments-panel.css';

interface Props {
  readonly table: TargetTable;
  readonly id: string;
  readonly attachments: readonly Attachment[];
  readonly onChanged?: (() => void) | undefined;
}

/** Asks for a file and stores it in the case, tied to a record. Resolves to false when cancelled. */
export async function addAttachment(
  targetTable: TargetTable,
  targetId: string,
): Promise<string | false> {
  const file = await call('file/choose', { purpose: 'add-attachment' });
  if (file.cancelled) return false;
  const added = await call('attachment/add', { token: file.token, targetTable, targetId });
  return added.name;
}

/** Files kept inside the case with their SHA-256: add, save a copy, remove. */
export function AttachmentsPanel({ table, id, attachments, onChanged }: Props) {
  const t = useText();
  const words = t.records.attachments;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [isBusy, setIsBusy] = useState(false);

  async function add() {
    setIsBusy(true);
    try {
      const name = await addAttachment(table, id);
      if (name === false) return;
      notify({ text: words.added(name) });
      onChanged?.();
    } catch (error) {
      notifyError(error);
    } finally {
      setIsBusy(false);
    }
  }

  const addButton = (
    <Button
      variant="quiet"
      icon={<Plus size={14} aria-hidden />}
      isPending={isBusy}
      isDisabled={isReadOnly}
      onPress={() => void add()}
    >
      {words.add}
    </Button>
  );
  return (
    <Section title={words.title} count={attachments.length} actions={addButton}>
      {attachments.length === 0 ? (
        <EmptyState size="s" title={words.empty}>
          {words.emptyNext}
        </EmptyState>
      ) : (
        <ul className="attachments">
          {attachments.map((attachment) => (
            <Item
              key={attachment.id}
              attachment={attachment}
              isReadOnly={isReadOnly}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface ItemProps {
  readonly attachment: Attachment;
  readonly isReadOnly: boolean;
  readonly onChanged?: (() => void) | undefined;
}

function Item({ attachment, isReadOnly, onChanged }: ItemProps) {
  const t = useText();
  const format = useFormat();
  const words = t.records.attachments;
  const [isShown, setIsShown] = useState(false);
  const kind = previewKind(attachment);
  const { id, name, size, sha256, media_type: mediaType, created_at: addedAt } = attachment;

  async function saveAs() {
    const file = await call('file/choose', { purpose: 'save-attachment', suggestedName: name });
    if (file.cancelled) return;
    const saved = await call('attachment/save-as', { token: file.token, id });
    notify({ text: words.savedAs(saved.fileName) });
  }
  async function remove() {
    const { revision } = await call('attachment/remove', { id });
    onChanged?.();
    notifyWithUndo(words.removed(name), revision);
  }
  async function copyHash() {
    await navigator.clipboard.writeText(sha256);
    notify({ text: words.hashCopied });
  }

  return (
    <li className="attachment">
      <Paperclip size={14} aria-hidden />
      <div className="attachment-body">
        <div className="attachment-name">
          <bdi>{name}</bdi>
        </div>
        <div className="attachment-facts">
          <span>{format.bytes(size)}</span>
          <span>{mediaType}</span>
          <time dateTime={addedAt}>{format.moment(addedAt)}</time>
          <span className="attachment-hash" title={sha256}>
            SHA-256 {sha256.slice(0, 12)}…
          </span>
          <IconButton
            icon={<Copy size={12} aria-hidden />}
            label={words.copyHash}
            onPress={() => void copyHash().catch(notifyError)}
          />
        </div>
      </div>
      {kind !== undefined && (
        <IconButton
          icon={<Eye size={14} aria-hidden />}
          label={words.preview(name)}
          onPress={() => setIsShown(true)}
        />
      )}
      {kind !== undefined && isShown && (
        <AttachmentPreview attachment={attachment} kind={kind} onClose={() => setIsShown(false)} />
      )}
      <MenuButton
        label={words.actionsOf(name)}
        isLabelHidden
        icon={<MoreHorizontal size={14} aria-hidden />}
        entries={[
          { id: 'save', label: words.saveAs, icon: <Download size={14} aria-hidden /> },
          {
            id: 'remove',
            label: words.remove,
            icon: <Trash2 size={14} aria-hidden />,
            isDanger: true,
            isDisabled: isReadOnly,
          },
        ]}
        onAction={(action) => void (action === 'save' ? saveAs() : remove()).catch(notifyError)}
      />
    </li>
  );
}
