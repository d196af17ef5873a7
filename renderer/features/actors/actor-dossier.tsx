import { MoreHorizontal, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { ClaimEditor } from '../../record-kit/claim-editor.tsx';
import { ClaimItem } from '../../record-kit/claim-item.tsx';
import { LinksPanel, Period } from '../../record-kit/links-panel.tsx';
import { SafeMarkdown } from '../../record-kit/markdown.tsx';
import { NotesPanel } from '../../record-kit/notes-panel.tsx';
import { RecordHistory } from '../../record-kit/record-history.tsx';
import { saveNow, useRemove } from '../../record-kit/use-save.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useCase } from '../../state/case-store.ts';
import { openPassage } from '../../state/passage-request.ts';
import { useRequest } from '../../state/requests.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { TlpLabel } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { Section } from '../../ui/section.tsx';
import './actor-dossier.css';
import { ActorIncidents } from './actor-incidents.tsx';
import { ActorNames } from './actor-names.tsx';

interface Props {
  readonly dossier: ActorDossier;
  readonly onEdit: () => void;
}

/** All that the case holds about one actor. */
export function ActorDossierView({ dossier, onEdit }: Props) {
  const t = useText();
  const words = t.actors;
  const format = useFormat();
  const labels = useLabels();
  const remove = useRemove();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [asksDelete, setAsksDelete] = useState(false);
  const { actor, names, relations, incidents, notes } = dossier;
  const isDeleted = actor.deleted_at !== null;
  useRequest('edit', () => {
    if (!isReadOnly && !isDeleted) onEdit();
  });
  useRequest('delete', () => {
    if (!isReadOnly && !isDeleted) setAsksDelete(true);
  });

  return (
    <>
      <PaneHeader
        level={2}
        title={actor.name}
        subtitle={
          <span className="actor-dossier-sub">
            {labels.actorKinds[actor.kind]}
            {actor.country !== null && ` · ${format.country(actor.country)}`}
            <TlpLabel tlp={actor.tlp} size="s" />
          </span>
        }
        actions={
          !isDeleted && (
            <>
              <Button
                icon={<Pencil size={14} aria-hidden />}
                isDisabled={isReadOnly}
                onPress={onEdit}
              >
                {t.records.common.edit}
              </Button>
              <MenuButton
                label={t.records.common.moreOn(actor.name)}
                isLabelHidden
                icon={<MoreHorizontal size={16} aria-hidden />}
                isDisabled={isReadOnly}
                entries={[{ id: 'delete', label: t.records.common.delete, isDanger: true }]}
                onAction={() => setAsksDelete(true)}
              />
            </>
          )
        }
      />
      <PaneBody>
        {isDeleted && (
          <div className="actor-dossier-part">
            <Notice
              tone="warn"
              actions={
                <Button
                  isDisabled={isReadOnly}
                  onPress={() => void saveNow([{ do: 'restore', table: 'actor', id: actor.id }])}
                >
                  {t.records.common.restore}
                </Button>
              }
            >
              {words.deletedNotice}
            </Notice>
          </div>
        )}
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
        <NotesPanel table="actor" id={actor.id} notes={notes} tlp={actor.tlp} />
        <RecordHistory key={actor.id} recordId={actor.id} />
      </PaneBody>
      <ConfirmDialog
        isOpen={asksDelete}
        onClose={() => setAsksDelete(false)}
        title={words.deleteQuestion(actor.name)}
        confirmLabel={t.records.common.delete}
        isDanger
        onConfirm={() => {
          setAsksDelete(false);
          void remove('actor', actor.id, t.records.common.deleted(actor.name));
        }}
      >
        {words.deleteDetail}
      </ConfirmDialog>
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
