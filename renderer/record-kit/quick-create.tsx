// A new actor or source in the middle of another form: just enough to point to it, the rest later.
import { useState } from 'react';
import type { Op } from '../../shared/contract/record-calls.ts';
import {
  type ActorKind,
  actorKinds,
  type Reliability,
  reliabilities,
  type SourceKind,
  sourceKinds,
} from '../../shared/domain/vocabulary.ts';
import { newId } from '../../shared/lib/ids.ts';
import { useText } from '../text/index.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { CreatorSeat } from './creator-seat.ts';
import { FormDialog } from './form-dialog.tsx';
import { StarterHint } from './starter-hint.tsx';
import { useSave } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';

interface QuickActorProps extends CreatorSeat {
  readonly name: string;
}

export function QuickActor({ name: given, onClose, onCreated }: QuickActorProps) {
  const words = useText().records.pickers;
  const labels = useLabels();
  const saving = useSave();
  const [name, setName] = useState(given);
  const [kind, setKind] = useState<ActorKind>('other');

  async function create() {
    const id = newId();
    const values = { name: name.trim(), kind };
    if (await saving.save([{ do: 'create', table: 'actor', id, values }])) {
      onCreated(id, values.name);
    }
  }

  return (
    <FormDialog
      size="s"
      saveLabel={words.create}
      title={words.newActor}
      saving={saving}
      isReady={name.trim() !== ''}
      onClose={onClose}
      onSave={() => void create()}
    >
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        dir="auto"
        isRequired
        errorMessage={name.trim() === '' ? words.nameNeeded : undefined}
      />
      <StarterHint name={name} onCreated={onCreated} />
      <Select
        label={words.kind}
        autoFocus
        value={kind}
        options={actorKinds.map((value) => ({ value, label: labels.actorKinds[value] }))}
        onChange={setKind}
      />
    </FormDialog>
  );
}

interface QuickSourceProps extends CreatorSeat {
  readonly title: string;
}

export function QuickSource({ title: given, onClose, onCreated }: QuickSourceProps) {
  const words = useText().records.pickers;
  const labels = useLabels();
  const saving = useSave();
  const [title, setTitle] = useState(given);
  const [publisher, setPublisher] = useState('');
  const [kind, setKind] = useState<SourceKind>('article');
  const [reliability, setReliability] = useState<Reliability>('F');

  async function create() {
    const id = newId();
    const values = {
      title: title.trim(),
      kind,
      reliability,
      publisher: publisher.trim() === '' ? null : publisher.trim(),
    };
    const op: Op = { do: 'create', table: 'source', id, values };
    if (await saving.save([op])) onCreated(id, values.title);
  }

  return (
    <FormDialog
      size="s"
      saveLabel={words.create}
      title={words.newSource}
      saving={saving}
      isReady={title.trim() !== ''}
      onClose={onClose}
      onSave={() => void create()}
    >
      <TextField
        label={words.title}
        value={title}
        onChange={setTitle}
        dir="auto"
        isRequired
        errorMessage={title.trim() === '' ? words.nameNeeded : undefined}
      />
      <Select
        label={words.kind}
        autoFocus
        value={kind}
        options={sourceKinds.map((value) => ({ value, label: labels.sourceKinds[value] }))}
        onChange={setKind}
      />
      <TextField label={words.publisher} value={publisher} onChange={setPublisher} dir="auto" />
      <Select
        label={words.reliability}
        value={reliability}
        options={reliabilities.map((value) => ({
          value,
          label: `${value} · ${labels.reliabilities[value]}`,
        }))}
        onChange={setReliability}
      />
    </FormDialog>
  );
}
