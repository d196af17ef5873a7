import { labels } from '../../../shared/text/index.ts';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field.tsx';

interface NotesChoiceProps {
  readonly table: 'incident' | 'actor';
  readonly id: string;
  /** Undefined: all but questions. */
  readonly noteIds: readonly string[] | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

/** First words of a note, without the marks of Markdown. */
function beginning(body: string): string {
  const plain = body
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 90 ? `${plain.slice(0, 90).trimEnd()}…` : plain;
}

/** The notes of a record, each to be printed or not. */
export function NotesChoice({ table, id, noteIds, onChange }: NotesChoiceProps) {
  const t = useText().reports;
  const words = labels(useLang());
  const { value } = useRead(() => call('note/list', { table, id }), [table, id], ['notes']);
  if (value === undefined) return null;
  const notes = value.map((view) => view.note);
  const chosen = new Set(
    noteIds ?? notes.filter((note) => note.kind !== 'question').map((note) => note.id),
  );
  const toggle = (noteId: string, isOn: boolean) =>
    onChange(
      notes
        .filter((note) => (note.id === noteId ? isOn : chosen.has(note.id)))
        .map((note) => note.id),
    );
  return (
    <FieldGroup label={t.notes} description={notes.length === 0 ? t.noNotes : undefined}>
      {notes.map((note) => (
        <Checkbox
          key={note.id}
          isSelected={chosen.has(note.id)}
          onChange={(isOn) => toggle(note.id, isOn)}
          description={beginning(note.body)}
        >
          {words.noteKinds[note.kind]}
        </Checkbox>
      ))}
    </FieldGroup>
  );
}
