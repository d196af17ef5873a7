import {
  CircleHelp,
  Lightbulb,
  type LucideIcon,
  MessageSquare,
  MoreHorizontal,
  Plus,
  Scale,
} from 'lucide-react';
import { useState } from 'react';
import type { NoteView } from '../../shared/contract/read-calls.ts';
import type { TargetTable } from '../../shared/domain/records.ts';
import type { NoteKind, TlpLabel as Tlp } from '../../shared/domain/vocabulary.ts';
import type { KnownToll } from '../../shared/report/wording/known-tolls.ts';
import { useCase } from '../state/case-store.ts';
import { useFormat, useText } from '../text/index.tsx';
import { TlpLabel } from '../ui/badges.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { Section } from '../ui/section.tsx';
import { SafeMarkdown } from './markdown.tsx';
import { NoteEditor } from './note-editor.tsx';
import './notes-panel.css';
import { saveNow, useRemove } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly table: TargetTable;
  readonly id: string;
  readonly notes: readonly NoteView[];
  /** Label that a new note starts with: that of the record. */
  readonly tlp: Tlp;
  readonly title?: string | undefined;
  /** Figures that the record knows; the wording of a note is checked against them. */
  readonly tolls?: readonly KnownToll[] | undefined;
  readonly onChanged?: (() => void) | undefined;
}

/** The analyst's annotations on a record, newest last, with author and time. */
export function NotesPanel({ table, id, notes, tlp, title, tolls, onChanged }: Props) {
  const t = useText();
  const words = t.records.notes;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [isExpanded, setIsExpanded] = useState(true);
  const [editing, setEditing] = useState<string>();
  const saved = () => {
    setEditing(undefined);
    onChanged?.();
  };
  const addButton = (
    <Button
      variant="quiet"
      icon={<Plus size={14} aria-hidden />}
      isDisabled={isReadOnly || editing === 'new'}
      onPress={() => {
        setIsExpanded(true);
        setEditing('new');
      }}
    >
      {words.add}
    </Button>
  );
  return (
    <Section
      title={title ?? words.title}
      count={notes.length}
      actions={addButton}
      isExpanded={isExpanded}
      onExpandedChange={setIsExpanded}
    >
      {editing === 'new' && (
        <NoteEditor
          table={table}
          id={id}
          tlp={tlp}
          tolls={tolls}
          onClose={() => setEditing(undefined)}
          onSaved={saved}
        />
      )}
      {notes.length === 0 && editing !== 'new' && (
        <EmptyState size="s" title={words.empty}>
          {words.emptyNext}
        </EmptyState>
      )}
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((view) => (
            <li key={view.note.id}>
              {editing === view.note.id ? (
                <NoteEditor
                  table={table}
                  id={id}
                  tlp={tlp}
                  note={view.note}
                  tolls={tolls}
                  onClose={() => setEditing(undefined)}
                  onSaved={saved}
                />
              ) : (
                <NoteItem
                  view={view}
                  tlp={tlp}
                  isReadOnly={isReadOnly}
                  onEdit={() => setEditing(view.note.id)}
                  onChanged={onChanged}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface NoteItemProps {
  readonly view: NoteView;
  readonly tlp: Tlp;
  readonly isReadOnly: boolean;
  readonly onEdit: () => void;
  readonly onChanged?: (() => void) | undefined;
}

function NoteItem({ view, tlp, isReadOnly, onEdit, onChanged }: NoteItemProps) {
  const t = useText();
  const words = t.records.notes;
  const format = useFormat();
  const labels = useLabels();
  const remove = useRemove();
  const { note, author } = view;
  const Icon = noteIcons[note.kind];
  const kind = labels.noteKinds[note.kind];

  async function act(action: string) {
    if (action === 'edit') return onEdit();
    if (action === 'delete') {
      if (await remove('note', note.id, words.deletedNote)) onChanged?.();
      return;
    }
    const patch = { is_resolved: !note.is_resolved };
    if (await saveNow([{ do: 'update', table: 'note', id: note.id, patch, rev: note.rev }])) {
      onChanged?.();
    }
  }

  return (
    <article className="note" data-kind={note.kind} data-resolved={note.is_resolved || undefined}>
      <header className="note-head">
        <Icon size={14} aria-hidden />
        <span className="note-kind">{kind}</span>
        {note.kind === 'question' && note.is_resolved && <Chip>{words.resolved}</Chip>}
        {note.tlp !== tlp && <TlpLabel tlp={note.tlp} size="s" />}
        <span className="note-gap" />
        <MenuButton
          label={words.actionsOf(kind, author)}
          isLabelHidden
          icon={<MoreHorizontal size={14} aria-hidden />}
          isDisabled={isReadOnly}
          entries={[
            { id: 'edit', label: t.records.common.edit },
            ...(note.kind === 'question'
              ? [{ id: 'resolve', label: note.is_resolved ? words.reopen : words.resolve }]
              : []),
            { id: 'delete', label: t.records.common.delete, isDanger: true },
          ]}
          onAction={(action) => void act(action)}
        />
      </header>
      <SafeMarkdown text={note.body} />
      {(note.likelihood !== null || note.confidence !== null) && (
        <p className="note-judgement">
          {note.likelihood !== null &&
            words.likelihoodIs(labels.likelihoods[note.likelihood].toLowerCase())}{' '}
          {note.confidence !== null &&
            words.confidenceIs(labels.confidence[note.confidence].toLowerCase())}
        </p>
      )}
      <footer className="note-foot">
        <bdi>{author}</bdi> ·{' '}
        <time dateTime={note.created_at}>{format.moment(note.created_at)}</time>
        {note.updated_at !== note.created_at && (
          <> · {words.edited(format.moment(note.updated_at))}</>
        )}
      </footer>
    </article>
  );
}

const noteIcons: { readonly [K in NoteKind]: LucideIcon } = {
  comment: MessageSquare,
  assessment: Scale,
  question: CircleHelp,
  hypothesis: Lightbulb,
};
