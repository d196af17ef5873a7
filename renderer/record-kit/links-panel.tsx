import { MoreHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ClaimView, LinkView } from '../../shared/contract/read-calls.ts';
import { actorIncidentRoles, type TlpLabel } from '../../shared/domain/vocabulary.ts';
import { codeLabel, roleWords } from '../../shared/text/index.ts';
import { useCase } from '../state/case-store.ts';
import { useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { Section } from '../ui/section.tsx';
import { EdtfText } from './edtf-text.tsx';
import { LinkEditor } from './link-editor.tsx';
import type { LinkKind } from './link-form.ts';
import './links-panel.css';
import { PassageButton } from './passage-button.tsx';
import { RecordLink } from './record-link.tsx';
import { useRemove } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly table: 'incident' | 'actor';
  readonly id: string;
  /** Title of the incident or name of the actor looked at. */
  readonly name: string;
  readonly links: readonly LinkView[];
  /** Claims of the incident, to choose the one behind a link. */
  readonly claims?: readonly ClaimView[] | undefined;
  readonly tlp?: TlpLabel | undefined;
  readonly onChanged?: (() => void) | undefined;
}

/** Links of an incident (actors by role, other incidents) or of an actor (relations with dates). */
export function LinksPanel(props: Props) {
  const words = useText().records.links;
  const actors = props.links.filter(({ link }) => link.kind === 'actor-incident');
  const incidents = props.links.filter(({ link }) => link.kind === 'incident-incident');
  const relations = props.links.filter(({ link }) => link.kind === 'actor-actor');
  if (props.table === 'actor') {
    return (
      <LinkSection
        {...props}
        kind="actor-actor"
        shown={relations}
        title={words.relations}
        addLabel={words.addRelation}
        empty={[words.emptyRelations, words.emptyRelationsNext]}
      />
    );
  }
  return (
    <>
      <LinkSection
        {...props}
        kind="actor-incident"
        shown={byRole(actors)}
        title={words.actors}
        addLabel={words.addActor}
        empty={[words.emptyActors, words.emptyActorsNext]}
      />
      <LinkSection
        {...props}
        kind="incident-incident"
        shown={incidents}
        title={words.incidents}
        addLabel={words.addIncident}
        empty={[words.emptyIncidents, words.emptyIncidentsNext]}
      />
    </>
  );
}

interface LinkSectionProps extends Props {
  readonly kind: LinkKind;
  readonly shown: readonly LinkView[];
  readonly title: string;
  readonly addLabel: string;
  readonly empty: readonly [title: string, next: string];
}

function LinkSection(props: LinkSectionProps) {
  const { table, id, name, kind, shown, claims = [], onChanged } = props;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [editing, setEditing] = useState<'new' | LinkView>();
  const addButton = (
    <Button
      variant="quiet"
      icon={<Plus size={14} aria-hidden />}
      isDisabled={isReadOnly}
      onPress={() => setEditing('new')}
    >
      {props.addLabel}
    </Button>
  );
  return (
    <Section title={props.title} count={shown.length} actions={addButton}>
      {shown.length === 0 ? (
        <EmptyState size="s" title={props.empty[0]}>
          {props.empty[1]}
        </EmptyState>
      ) : (
        <ul className="links">
          {shown.map((view) => (
            <LinkItem
              key={view.link.id}
              view={view}
              isReadOnly={isReadOnly}
              onEdit={() => setEditing(view)}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
      {editing !== undefined && (
        <LinkEditor
          table={table}
          id={id}
          name={name}
          kind={kind}
          view={editing === 'new' ? undefined : editing}
          claims={claims}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            onChanged?.();
          }}
        />
      )}
    </Section>
  );
}

interface LinkItemProps {
  readonly view: LinkView;
  readonly isReadOnly: boolean;
  readonly onEdit: () => void;
  readonly onChanged?: (() => void) | undefined;
}

function LinkItem({ view, isReadOnly, onEdit, onChanged }: LinkItemProps) {
  const t = useText();
  const words = t.records.links;
  const lang = useLang();
  const labels = useLabels();
  const remove = useRemove();
  const { link, other, isFrom } = view;
  const isActor = other.table === 'actor';
  return (
    <li className="link" data-deleted={other.isDeleted || undefined}>
      <span className="link-role">{roleWords(link.kind, link.role, isFrom, lang)}</span>
      <div className="link-body">
        <div className="link-head">
          <RecordLink table={other.table} id={other.id}>
            <bdi>{other.name}</bdi>
          </RecordLink>
          {link.attribution !== null && (
            <Chip tone={link.attribution === 'denied' ? 'bad' : 'neutral'}>
              {labels.attributions[link.attribution]}
            </Chip>
          )}
          {other.isDeleted && <Chip tone="warn">{words.deleted}</Chip>}
        </div>
        <div className="link-facts">
          <PassageButton passages={view.passages} of={other.name} />
          {isActor && other.kind !== null && (
            <span>{codeLabel(labels.actorKinds, other.kind)}</span>
          )}
          {!isActor && <EdtfText edtf={other.dateEdtf} />}
          {link.confidence !== null && (
            <span>
              {t.records.common.labelled(words.confidence)}{' '}
              {labels.confidence[link.confidence].toLowerCase()}
            </span>
          )}
          <Period from={link.date_from} to={link.date_to} />
          {view.claimStatement !== null && (
            <span>
              {t.records.common.labelled(words.behind)} <q dir="auto">{view.claimStatement}</q>
            </span>
          )}
          {view.sourceTitle !== null && (
            <span>
              {t.records.common.labelled(words.behind)} <bdi>{view.sourceTitle}</bdi>
            </span>
          )}
        </div>
        {link.note !== '' && (
          <p className="link-note" dir="auto">
            {link.note}
          </p>
        )}
        {link.role === 'possibly-same-as' && <p className="link-note">{words.possiblySame}</p>}
      </div>
      <MenuButton
        label={t.records.common.moreOn(other.name)}
        isLabelHidden
        icon={<MoreHorizontal size={14} aria-hidden />}
        isDisabled={isReadOnly}
        entries={[
          { id: 'edit', label: t.records.common.edit },
          { id: 'remove', label: t.records.common.delete, isDanger: true },
        ]}
        onAction={(action) => {
          if (action === 'edit') onEdit();
          else {
            void remove('link', link.id, words.removed(other.name)).then(
              (isDone) => isDone && onChanged?.(),
            );
          }
        }}
      />
    </li>
  );
}

interface PeriodProps {
  readonly from: string | null;
  readonly to: string | null;
}

/** `from c. 2022`, `until May 2024`, `2022 – May 2024`. */
export function Period({ from, to }: PeriodProps) {
  if (from === null && to === null) return null;
  return (
    <span>
      {from === null ? '…' : <EdtfText edtf={from} />}
      {' – '}
      {to === null ? '…' : <EdtfText edtf={to} />}
    </span>
  );
}

function byRole(links: readonly LinkView[]): readonly LinkView[] {
  const rank = (role: string) => (actorIncidentRoles as readonly string[]).indexOf(role);
  return links.toSorted((a, b) => rank(a.link.role) - rank(b.link.role));
}
