// While the name of a new actor is typed: the ones it may be in the starter list, to be taken from there.
import { BookMarked } from 'lucide-react';
import { useState } from 'react';
import type { StarterActor } from '../../shared/contract/starter-calls.ts';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/defined.ts';
import type { CreatorSeat } from './creator-seat.ts';
import { StarterDialog } from './starter-dialog.tsx';
import './starter-hint.css';
import { useDebounced } from './use-debounced.ts';

interface Props {
  readonly name: string;
  readonly onCreated: CreatorSeat['onCreated'];
  readonly className?: string | undefined;
}

const most = 3;

export function StarterHint({ name, onCreated, className }: Props) {
  const words = useText().records.starters;
  const text = useDebounced(name.trim(), 150);
  const read = useRead(
    () => (text.length < 2 ? Promise.resolve([]) : call('starter/search', { text })),
    [text],
    ['actors'],
  );
  const [chosen, setChosen] = useState<StarterActor>();
  const found = (read.value ?? []).slice(0, most);
  if (found.length === 0) return null;
  return (
    <div className={classes('starter-hint', className)}>
      <span>{words.hint}</span>
      {found.map((actor) => (
        <Button
          key={actor.key}
          icon={<BookMarked size={13} aria-hidden />}
          onPress={() => setChosen(actor)}
        >
          {actor.name}
        </Button>
      ))}
      {chosen !== undefined && (
        <StarterDialog actor={chosen} onClose={() => setChosen(undefined)} onCreated={onCreated} />
      )}
    </div>
  );
}
