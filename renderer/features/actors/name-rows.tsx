import { Plus, Trash2 } from 'lucide-react';
import { nameKinds } from '../../../shared/domain/vocabulary.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { LanguageField, ScriptField } from '../../record-kit/code-fields.tsx';
import { scriptOf } from '../../record-kit/codes.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { NameDraft } from './actor-form.ts';
import './name-rows.css';

interface Props {
  readonly names: readonly NameDraft[];
  readonly emptyNames: readonly string[];
  readonly onChange: (names: readonly NameDraft[]) => void;
}

/** Other names of an actor; the script follows from the letters unless it is set by hand. */
export function NameRows({ names, emptyNames, onChange }: Props) {
  const words = useText().actors.form;
  const labels = useLabels();
  const set = (id: string, patch: Partial<NameDraft>) =>
    onChange(names.map((row) => (row.id === id ? { ...row, ...patch } : row)));
  const add = () =>
    onChange([...names, { id: newId(), name: '', lang: null, script: null, kind: 'alias' }]);
  return (
    <FieldGroup label={words.names}>
      <div className="name-rows">
        {names.map((row) => (
          <div key={row.id} className="name-row">
            <TextField
              label={words.otherName}
              value={row.name}
              onChange={(name) => set(row.id, { name, script: scriptOf(name) })}
              dir="auto"
              autoFocus={row.name === ''}
              maxLength={500}
              errorMessage={emptyNames.includes(row.id) ? words.emptyName : undefined}
              className="name-row-name"
            />
            <Select
              label={words.nameKind}
              value={row.kind}
              options={nameKinds.map((value) => ({ value, label: labels.nameKinds[value] }))}
              onChange={(kind) => set(row.id, { kind })}
            />
            <LanguageField
              label={words.language}
              value={row.lang}
              onChange={(lang) => set(row.id, { lang })}
            />
            <ScriptField
              label={words.script}
              value={row.script}
              onChange={(script) => set(row.id, { script })}
            />
            <IconButton
              icon={<Trash2 size={14} aria-hidden />}
              label={words.removeName}
              onPress={() => onChange(names.filter(({ id }) => id !== row.id))}
              className="name-row-remove"
            />
          </div>
        ))}
        <Button icon={<Plus size={14} aria-hidden />} onPress={add}>
          {words.addName}
        </Button>
      </div>
    </FieldGroup>
  );
}
