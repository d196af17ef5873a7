import { useState } from 'react';
import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { ClaimEditor } from '../../record-kit/claim-editor.tsx';
import { ClaimItem } from '../../record-kit/claim-item.tsx';
import { LinksPanel, Period } from '../../record-kit/links-panel.tsx';
import { SafeMarkdown } from '../../record-kit/markdown.tsx';
import { MentionsPanel } from '../../record-kit/mentions-panel.tsx';
import { NotesPanel } from '../../record-kit/notes-panel.tsx';
import { DeletedNotice, RecordHeader } from '../../record-kit/record-header.tsx';
import { RecordHistory } from '../../record-kit/record-history.tsx';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { goTo, setLayout } from '../../state/app-store.ts';
import { openPassage } from '../../state/passage-request.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { PaneBody } from '../../ui/pane.tsx';
import { Section } from '../../ui/section.tsx';
import './actor-dossier.css';
import { ActorIncidents } from './actor-incidents.tsx';
import { ActorNames } from './actor-names.tsx';
import { EgoNetwork } from './ego-network.tsx';

interface Props {
  readonly dossier: ActorDossier;
  readonly onEdit: () => void;
}

function showProfile(): void {
  setLayout('reports.kind', 'profile');
  goTo('reports');
}

/** All that the case holds about one actor. */
export function ActorDossierView({ dossier, onEdit }: Props) {
  const words = useText().actors;
  const format = useFormat();
  const labels = useLabels();
  const { actor, names, relations, incidents, notes } = dossier;

  return (
    <>
      <RecordHeader
        table="actor"
        record={actor}
        name={actor.name}
        facts={
          <>
            {labels.actorKinds[actor.kind]}
            {actor.country !== null && ` · ${format.country(actor.country)}`}
          </>
        }
        words={words}
        onEdit={onEdit}
        more={[{ id: 'profile', label: words.profileReport, run: showProfile }]}
      />
      <PaneBody>
        <DeletedNotice table="actor" record={actor} className="actor-dossier-part">
          {words.deletedNotice}
        </DeletedNotice>
        <div className="actor-dossier-part">
          <ActorNames actor={actor} names={names} />
          <KeyValueList
            items={[
              {
                label: words.active,
                value: (actor.active_from !== null || actor.active_to !== null) && (
                  <Period from={actor.active_from} to={actor.active_to} />
                ),
              },
              {
                label: words.interCode,
                value: actor.inter_code !== null && interWords(labels.interCodes, actor.inter_code),
              },
            ]}
          />
          {actor.description !== '' && <SafeMarkdown text={actor.description} />}
        </div>
        <LinksPanel table="actor" id={actor.id} name={actor.name} links={relations} />
        <EgoNetwork dossier={dossier} />
        <Section title={words.incidents} count={incidents.length}>
          {incidents.length === 0 ? (
            <EmptyState size="s" title={words.noIncidents}>
              {words.noIncidentsNext}
            </EmptyState>
          ) : (
            <ActorIncidents name={actor.name} incidents={incidents} />
          )}
        </Section>
        <ActorClaims dossier={dossier} />
        <MentionsPanel table="actor" id={actor.id} name={actor.name} />
        <NotesPanel table="actor" id={actor.id} notes={notes} tlp={actor.tlp} />
        <RecordHistory key={actor.id} recordId={actor.id} />
      </PaneBody>
    </>
  );
}

function ActorClaims({ dossier }: { readonly dossier: ActorDossier }) {
  const words = useText().actors;
  const [editing, setEditing] = useState<ActorDossier['claims'][number]['view']>();
  const { claims } = dossier;
  return (
    <Section title={words.claims} count={claims.length}>
      {claims.length === 0 ? (
        <EmptyState size="s" title={words.noClaims}>
          {words.noClaimsNext}
        </EmptyState>
      ) : (
        claims.map(({ view, incidentId, incidentTitle }) => (
          <ClaimItem
            key={view.claim.id}
            view={view}
            incident={{ id: incidentId, title: incidentTitle }}
            tlp={dossier.actor.tlp}
            onEdit={() => setEditing(view)}
            onShowPassage={(passageId, sourceId) => void openPassage(sourceId, passageId)}
          />
        ))
      )}
      {editing !== undefined && (
        <ClaimEditor
          view={editing}
          tlp={editing.claim.tlp}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}

function interWords(codes: Readonly<Record<number, string>>, code: number): string {
  return codes[code] ?? String(code);
}
