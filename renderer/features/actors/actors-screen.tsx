// Actors: who acts, speaks or is hit. List on the left, dossier on the right.
import { Users } from 'lucide-react';
import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { RecordsScreen } from '../../record-kit/records-screen.tsx';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { ActorDossierView } from './actor-dossier.tsx';
import { ActorEditor } from './actor-editor.tsx';
import { ActorList } from './actor-list.tsx';

export function ActorsScreen() {
  const words = useText().actors;
  return (
    <RecordsScreen<ActorDossier>
      screen="actors"
      newRequest="new-actor"
      icon={<Users size={24} aria-hidden />}
      words={{ ...words, pane: words.dossier, newRecord: words.newActor }}
      split={{ sized: 'second', key: 'actors.dossier', min: 340, max: 900, otherwise: 480 }}
      list={(seat) => <ActorList {...seat} />}
      opened={(id, onEdit) => <Dossier actorId={id} onEdit={onEdit} />}
      editor={(dossier, seat) => <ActorEditor dossier={dossier} {...seat} />}
    />
  );
}

interface DossierProps {
  readonly actorId: string;
  readonly onEdit: (dossier: ActorDossier) => void;
}

function Dossier({ actorId, onEdit }: DossierProps) {
  const read = useRead(() => call('actor/get', { id: actorId }), [actorId]);
  if (read.value !== undefined) {
    const dossier = read.value;
    return <ActorDossierView dossier={dossier} onEdit={() => onEdit(dossier)} />;
  }
  return <ErrorNotice error={read.error} />;
}
