import { useState } from 'react';
import type { Op } from '../../../../shared/contract/record-calls.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import { newId } from '../../../../shared/lib/ids.ts';
import { call } from '../../../api/client.ts';
import { FormDialog } from '../../../record-kit/form-dialog.tsx';
import { ActorPicker } from '../../../record-kit/pickers.tsx';
import { useSave } from '../../../record-kit/use-save.ts';
import { useRead } from '../../../state/use-changes.ts';
import { useText } from '../../../text/index.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { MarkSeat } from './mark-seat.ts';
import { passageOp, wordsOf } from './quote.ts';
import { QuoteBlock } from './quote-block.tsx';

interface KnownActor {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
}

/** An actor named by the marked words: found by its names, or made; the words may become one of them. */
export function ActorMark(props: MarkSeat) {
  const words = wordsOf(props.marked);
  const read = useRead(() => actorsNamed(words), [words], []);
  if (read.isLoading) return null;
  return <ActorMarkForm {...props} words={words} match={read.value} />;
}

interface FormProps extends MarkSeat {
  readonly words: string;
  /** The one actor that bears just this name. */
  readonly match: KnownActor | undefined;
}

function ActorMarkForm({ marked, words, match, onClose, onDone }: FormProps) {
  const t = useText();
  const saving = useSave();
  const [actorId, setActorId] = useState(match?.id);
  const [wasTried, setWasTried] = useState(false);
  const [addsName, setAddsName] = useState(false);
  const names = useRead(
    () => (actorId === undefined ? Promise.resolve([]) : namesOf(actorId)),
    [actorId],
    ['actors'],
  );
  const isNewName =
    names.value !== undefined &&
    names.value.length > 0 &&
    words.length <= 200 &&
    !names.value.some((name) => fold(name) === fold(words));

  async function save() {
    setWasTried(true);
    if (actorId === undefined) return;
    const ops: Op[] = [passageOp(marked, newId(), { table: 'actor', id: actorId })];
    if (addsName && isNewName) {
      const values = { actor_id: actorId, name: words, lang: marked.source.language };
      ops.push({ do: 'create', table: 'actor_name', values });
    }
    if (await saving.save(ops)) onDone({});
  }

  return (
    <FormDialog
      title={t.sources.marking.titles.actor}
      size="m"
      saving={saving}
      saveLabel={t.sources.marking.save}
      onSave={() => void save()}
      onClose={onClose}
    >
      <QuoteBlock {...marked} />
      <ActorPicker
        label={t.sources.marking.actor}
        isRequired
        autoFocus
        value={actorId}
        name={match?.id === actorId ? match?.name : undefined}
        startText={match === undefined ? words : undefined}
        onChange={setActorId}
        errorMessage={wasTried && actorId === undefined ? t.sources.marking.actorNeeded : undefined}
        className="form-dialog-wide"
      />
      {isNewName && (
        <div className="form-dialog-wide">
          <Checkbox isSelected={addsName} onChange={setAddsName}>
            {t.sources.marking.addName(words)}
          </Checkbox>
        </div>
      )}
    </FormDialog>
  );
}

/** The actor that bears just this name, when it is one only. */
async function actorsNamed(words: string): Promise<KnownActor | undefined> {
  const rows = await call('actor/list', { text: words.slice(0, 200) });
  const same = rows
    .map(({ id, name, names }) => ({ id, name, names: [name, ...names.map((each) => each.name)] }))
    .filter(({ names }) => names.some((name) => fold(name) === fold(words)));
  return same.length === 1 ? same[0] : undefined;
}

async function namesOf(id: string): Promise<readonly string[]> {
  const { actor, names } = await call('actor/get', { id });
  return [actor.name, ...names.map(({ name }) => name)];
}
