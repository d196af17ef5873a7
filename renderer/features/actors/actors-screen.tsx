// Actors: who acts, speaks or is hit. List on the left, dossier on the right.
import { ArrowLeft, Plus, Users } from 'lucide-react';
import { useState } from 'react';
import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { useNarrow } from '../../record-kit/use-narrow.ts';
import '../../record-kit/narrow.css';
import { setLayout, setRecord, useApp, useLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { layoutNumber } from '../../state/layout.ts';
import { useRequest } from '../../state/requests.ts';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pane } from '../../ui/pane.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { ActorDossierView } from './actor-dossier.tsx';
import { ActorEditor } from './actor-editor.tsx';
import { ActorList } from './actor-list.tsx';

export function ActorsScreen() {
  const words = useText().actors;
  const actorId = useApp((state) => state.recordIds.actors);
  const size = useLayout((layout) => layoutNumber(layout, 'actors.dossier', 340, 900, 480));
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [editing, setEditing] = useState<'new' | ActorDossier>();
  useRequest('new-actor', () => {
    if (!isReadOnly) setEditing('new');
  });
  const isNarrow = useNarrow();
  const list = (
    <ActorList
      selectedId={actorId}
      onSelect={(id) => setRecord('actors', id)}
      onNew={() => setEditing('new')}
    />
  );
  const dossier = (
    <Pane label={words.dossier}>
      {isNarrow && (
        <Button
          variant="quiet"
          className="narrow-back"
          icon={<ArrowLeft size={14} aria-hidden />}
          onPress={() => setRecord('actors', undefined)}
        >
          {words.back}
        </Button>
      )}
      {actorId === undefined ? (
        <EmptyState
          icon={<Users size={24} aria-hidden />}
          title={words.selectTitle}
          actions={
            <Button
              icon={<Plus size={14} aria-hidden />}
              isDisabled={isReadOnly}
              onPress={() => setEditing('new')}
            >
              {words.newActor}
            </Button>
          }
        >
          {words.selectNext}
        </EmptyState>
      ) : (
        <Dossier actorId={actorId} onEdit={setEditing} />
      )}
    </Pane>
  );
  return (
    <>
      {isNarrow ? (
        actorId === undefined ? (
          list
        ) : (
          dossier
        )
      ) : (
        <SplitPane
          sized="second"
          size={size}
          min={340}
          max={900}
          onSizeChange={(next) => setLayout('actors.dossier', next)}
          label={words.divider}
          first={list}
          second={dossier}
        />
      )}
      {editing !== undefined && (
        <ActorEditor
          dossier={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={(id) => {
            setEditing(undefined);
            setRecord('actors', id);
          }}
        />
      )}
    </>
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
