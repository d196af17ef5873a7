// One incident read in the inspector.
import { Ellipsis, FileText, MapPinned, Pencil, Trash2, Undo } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { tollsOfViews } from '../../../shared/report/wording/known-tolls.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { AttachmentsPanel } from '../../record-kit/attachments-panel.tsx';
import { ClaimsPanel } from '../../record-kit/claims-panel.tsx';
import { LinksPanel } from '../../record-kit/links-panel.tsx';
import { SafeMarkdown } from '../../record-kit/markdown.tsx';
import { MentionsPanel } from '../../record-kit/mentions-panel.tsx';
import { NotesPanel } from '../../record-kit/notes-panel.tsx';
import { RecordHistory } from '../../record-kit/record-history.tsx';
import { goTo, setLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { ReviewBadge, StatusBadge, TlpLabel } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeTogether } from './bulk-actions.ts';
import { startEdit } from './editor-store.ts';
import { IncidentFacts } from './incident-facts.tsx';
import { KnownBoxes } from './known-boxes.tsx';
import { PlaceSign } from './place-sign.tsx';
import { MergedInto, SamePanel } from './same-panel.tsx';
import { StoredStatusSuggestion } from './status-suggestion.tsx';

interface IncidentViewProps {
  readonly dossier: IncidentDossier;
  /** True: the pane was asked to take the focus. */
  readonly wantsFocus: boolean;
  readonly onFocused: () => void;
}

/** Drawn again when the dossier is another one, not while it is read again. */
export const IncidentView = memo(function IncidentView({
  dossier,
  wantsFocus,
  onFocused,
}: IncidentViewProps) {
  const { incident, claims, links } = dossier;
  const { id, tlp } = incident;
  const box = useRef<HTMLElement>(null);
  const known = useMemo(
    () => tollsOfViews(claims, dossier.tolls, incident.status),
    [claims, dossier.tolls, incident.status],
  );
  useEffect(() => {
    if (!wantsFocus) return;
    box.current?.focus();
    onFocused();
  }, [wantsFocus, onFocused]);
  return (
    <article className="inspector" aria-labelledby="inspector-title" tabIndex={-1} ref={box}>
      <Header dossier={dossier} />
      {incident.summary.trim() === '' ? null : (
        <div className="inspector-summary">
          <SafeMarkdown text={incident.summary} />
        </div>
      )}
      <KnownBoxes dossier={dossier} />
      <IncidentFacts dossier={dossier} />
      {incident.deleted_at === null ? <SamePanel dossier={dossier} /> : null}
      <ClaimsPanel
        incident={dossier.incident}
        actors={dossier.row.actors}
        claims={claims}
        tolls={dossier.tolls}
        tlp={tlp}
      />
      <LinksPanel
        table="incident"
        id={id}
        name={incident.title}
        links={links}
        claims={claims}
        tlp={tlp}
      />
      <MentionsPanel table="incident" id={id} name={incident.title} isHiddenEmpty />
      <NotesPanel table="incident" id={id} notes={dossier.notes} tlp={tlp} tolls={known} />
      <AttachmentsPanel table="incident" id={id} attachments={dossier.attachments} />
      <RecordHistory recordId={id} />
      <Bookkeeping dossier={dossier} />
    </article>
  );
});

interface PartProps {
  readonly dossier: IncidentDossier;
}

function Header({ dossier }: PartProps) {
  const t = useText().incidents;
  const lang = useLang();
  const { incident, row } = dossier;
  const isDeleted = incident.deleted_at !== null;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  return (
    <header className="inspector-header">
      <div className="inspector-top">
        <h2 id="inspector-title" className="inspector-title">
          <bdi>{incident.title}</bdi>
        </h2>
        <div className="inspector-actions">
          {isDeleted ? null : (
            <Button
              icon={<Pencil size={13} aria-hidden="true" />}
              onPress={() => startEdit(dossier)}
              isDisabled={isReadOnly}
            >
              {t.inspector.edit}
            </Button>
          )}
          <Actions dossier={dossier} isReadOnly={isReadOnly} />
        </div>
      </div>
      <p className="inspector-line">
        <span>{edtfWords(incident.date_edtf, lang)}</span>
        {row.place === null && row.admin1 === null ? null : (
          <span className="inspector-where">
            <PlaceSign level={incident.geo_level} />
            <bdi>{row.place ?? row.admin2 ?? row.admin1 ?? ''}</bdi>
          </span>
        )}
      </p>
      <p className="inspector-line">
        <StatusBadge status={incident.status} />
        <TlpLabel tlp={incident.tlp} />
        <ReviewBadge review={incident.review} />
      </p>
      <StoredStatusSuggestion dossier={dossier} />
      {incident.invented ? <Notice tone="info">{t.inspector.invented}</Notice> : null}
      {isDeleted ? <Gone dossier={dossier} isReadOnly={isReadOnly} /> : null}
    </header>
  );
}

/** In the bin, with the way back; or merged, with the way on. */
function Gone({ dossier, isReadOnly }: PartProps & { readonly isReadOnly: boolean }) {
  const t = useText().incidents;
  if (dossier.mergedInto !== null) return <MergedInto kept={dossier.mergedInto} />;
  return (
    <Notice
      tone="warn"
      actions={
        <Button
          icon={<Undo size={14} aria-hidden="true" />}
          isDisabled={isReadOnly}
          onPress={() => void changeTogether([dossier.incident.id], { do: 'restore' })}
        >
          {t.restore}
        </Button>
      }
    >
      {t.inspector.deleted}
    </Notice>
  );
}

function Actions({ dossier, isReadOnly }: PartProps & { readonly isReadOnly: boolean }) {
  const t = useText().incidents;
  const { incident } = dossier;
  const isDeleted = incident.deleted_at !== null;
  const entries: readonly MenuEntry[] = [
    {
      id: 'map',
      label: t.inspector.showOnMap,
      icon: <MapPinned size={14} aria-hidden="true" />,
      isDisabled: incident.latitude === null,
    },
    {
      id: 'brief',
      label: t.inspector.brief,
      icon: <FileText size={14} aria-hidden="true" />,
      isDisabled: isDeleted,
    },
    { id: 'line', separator: true },
    {
      id: 'delete',
      label: t.delete,
      icon: <Trash2 size={14} aria-hidden="true" />,
      isDanger: true,
      isDisabled: isDeleted || isReadOnly,
    },
  ];
  return (
    <MenuButton
      label={t.inspector.more}
      isLabelHidden
      icon={<Ellipsis size={15} aria-hidden="true" />}
      entries={entries}
      onAction={(action) => {
        if (action === 'map') goTo('map');
        if (action === 'brief') {
          setLayout('reports.kind', 'brief');
          goTo('reports');
        }
        if (action === 'delete') void changeTogether([incident.id], { do: 'delete' });
      }}
    />
  );
}

function Bookkeeping({ dossier }: PartProps) {
  const t = useText().incidents.inspector;
  const format = useFormat();
  const { incident } = dossier;
  return (
    <p className="inspector-bookkeeping">
      {t.created} {format.moment(incident.created_at)} · {t.updated}{' '}
      {format.moment(incident.updated_at)}
    </p>
  );
}
