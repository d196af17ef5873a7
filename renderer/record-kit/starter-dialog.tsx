// An actor of the starter list, looked at before it goes into the case with its names and relations.
import { useState } from 'react';
import type { StarterActor } from '../../shared/contract/starter-calls.ts';
import { edtfWords } from '../../shared/text/date-words.ts';
import { call } from '../api/client.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { KeyValueList } from '../ui/key-value.tsx';
import type { CreatorSeat } from './creator-seat.ts';
import { FormDialog } from './form-dialog.tsx';
import { useSave } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';
import './starter-dialog.css';

interface Props extends CreatorSeat {
  readonly actor: StarterActor;
}

export function StarterDialog({ actor, onClose, onCreated }: Props) {
  const t = useText();
  const words = t.records.starters;
  const lang = useLang();
  const labels = useLabels();
  const format = useFormat();
  const saving = useSave();
  const { relations } = actor;
  // a link to an actor that the case has costs nothing and is taken; a further actor is asked for
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(relations.flatMap(({ actorId }, at) => (actorId === null ? [] : [at]))),
  );

  async function add() {
    const wanted = relations.filter((_, at) => chosen.has(at));
    let made: { readonly id: string; readonly name: string } | undefined;
    const isDone = await saving.run(async () => {
      made = await call('starter/add', {
        key: actor.key,
        lang,
        relations: wanted.map(({ name, actorId }) => ({ name, add: actorId === null })),
      });
    });
    if (isDone && made !== undefined) onCreated(made.id, made.name);
  }

  return (
    <FormDialog
      size="m"
      title={words.title}
      saveLabel={words.add}
      startsAtSave
      saving={saving}
      onClose={onClose}
      onSave={() => void add()}
      className="starter"
    >
      <h3 className="starter-name form-dialog-wide">
        <bdi>{actor.name}</bdi>
      </h3>
      <div className="form-dialog-wide">
        <KeyValueList
          items={[
            { label: t.records.pickers.kind, value: labels.actorKinds[actor.kind] },
            {
              label: t.records.pickers.country,
              value: actor.country && format.country(actor.country),
            },
            {
              label: words.active,
              value:
                (actor.activeFrom !== null || actor.activeTo !== null) &&
                words.activeSpan(
                  actor.activeFrom === null ? undefined : edtfWords(actor.activeFrom, lang),
                  actor.activeTo === null ? undefined : edtfWords(actor.activeTo, lang),
                ),
            },
          ]}
        />
      </div>
      {actor.names.length > 0 && (
        <section className="form-dialog-wide">
          <h4 className="starter-heading">{words.names(actor.names.length)}</h4>
          <ul className="starter-names">
            {actor.names.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {relations.length > 0 && (
        <fieldset className="starter-relations form-dialog-wide">
          <legend className="starter-heading">{words.relations}</legend>
          {relations.map((relation, at) => {
            const { name, relation: role, isFrom, since, source, actorId } = relation;
            const { forward, backward } = labels.relations[role];
            const sentence = `${isFrom ? forward : backward} ${name}`;
            const when = since === null ? undefined : words.since(edtfWords(since, lang));
            const state = actorId === null ? words.notInCase : words.inCase;
            return (
              <Checkbox
                key={`${name} ${role}`}
                isSelected={chosen.has(at)}
                onChange={(isOn) =>
                  setChosen((before) => {
                    const next = new Set(before);
                    if (isOn) next.add(at);
                    else next.delete(at);
                    return next;
                  })
                }
                description={[when, state, words.sources[source]].filter(Boolean).join(' · ')}
              >
                {sentence}
              </Checkbox>
            );
          })}
        </fieldset>
      )}
      <p className="starter-origin form-dialog-wide">
        {words.origin(actor.sources.includes('misp'))}
      </p>
    </FormDialog>
  );
}
