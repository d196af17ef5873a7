import type { Actor, ActorName } from '../../../shared/domain/records.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useFormat, useText } from '../../text/index.tsx';

interface Props {
  readonly actor: Actor;
  readonly names: readonly ActorName[];
}

/** All names but the one in the heading, each in its own script and direction. */
export function ActorNames({ actor, names }: Props) {
  const words = useText().actors;
  const format = useFormat();
  const labels = useLabels();
  const others = names.filter(({ name }) => name !== actor.name);
  if (others.length === 0) return null;
  return (
    <ul className="actor-names" aria-label={words.otherNames}>
      {others.map((name) => (
        <li key={name.id}>
          <bdi lang={name.lang ?? undefined} dir="auto">
            {name.name}
          </bdi>
          <span className="actor-names-about">
            {[labels.nameKinds[name.kind], name.lang === null ? '' : format.language(name.lang)]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
