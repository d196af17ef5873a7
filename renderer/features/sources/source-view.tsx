import { MoreHorizontal, Pencil } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ClaimView, SourceDossier } from '../../../shared/contract/read-calls.ts';
import type { TextSelectors } from '../../../shared/domain/passage.ts';
import { ClaimEditor } from '../../record-kit/claim-editor.tsx';
import { useNarrow } from '../../record-kit/use-narrow.ts';
import { saveNow, useRemove } from '../../record-kit/use-save.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { layoutNumber } from '../../state/layout.ts';
import { passageShown, usePassageRequest } from '../../state/passage-request.ts';
import { useRequest } from '../../state/requests.ts';
import { useText } from '../../text/index.tsx';
import { TlpLabel } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PaneHeader } from '../../ui/pane.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { SourceReader } from './source-reader.tsx';
import { SourceRecord } from './source-record.tsx';
import './source-view.css';

interface Props {
  readonly dossier: SourceDossier;
  readonly onEdit: () => void;
}

type Editing =
  | { readonly claim: ClaimView }
  | { readonly selectors: TextSelectors }
  | { readonly fresh: true };

/** One source: its text with passages, its record and the claims drawn from it. */
export function SourceView({ dossier, onEdit }: Props) {
  const t = useText();
  const words = t.sources;
  const labels = useLabels();
  const remove = useRemove();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const size = useLayout((layout) => layoutNumber(layout, 'sources.record', 300, 760, 400));
  const isNarrow = useNarrow();
  const [asksDelete, setAsksDelete] = useState(false);
  const [editing, setEditing] = useState<Editing>();
  const [current, setCurrent] = useState<{ readonly id: string; readonly number: number }>();
  const record = useRef<HTMLDivElement>(null);
  const { source, claims, passages } = dossier;
  const isDeleted = source.deleted_at !== null;
  const canWrite = !isReadOnly && !isDeleted;
  useRequest('edit', () => {
    if (canWrite) onEdit();
  });
  useRequest('delete', () => {
    if (canWrite) setAsksDelete(true);
  });

  const statements = useMemo(
    () =>
      Object.fromEntries(
        claims.flatMap(({ view }) =>
          view.passages.map((passage) => [passage.id, view.claim.statement]),
        ),
      ),
    [claims],
  );
  const show = (id: string) => setCurrent((before) => ({ id, number: (before?.number ?? 0) + 1 }));
  const currentClaim = claims.find(({ view }) => view.passages.some(({ id }) => id === current?.id))
    ?.view.claim.id;

  const wanted = usePassageRequest();
  useEffect(() => {
    if (wanted === undefined) return;
    passageShown();
    setCurrent((before) => ({ id: wanted, number: (before?.number ?? 0) + 1 }));
  }, [wanted]);

  useEffect(() => {
    if (currentClaim === undefined) return;
    const item = record.current?.querySelector(`[data-claim="${currentClaim}"]`);
    item?.scrollIntoView({ block: 'nearest' });
  }, [currentClaim]);

  return (
    <>
      <PaneHeader
        level={2}
        title={source.title}
        subtitle={
          <span className="source-view-sub">
            {labels.sourceKinds[source.kind]}
            {source.publisher !== null && (
              <>
                {' · '}
                <bdi>{source.publisher}</bdi>
              </>
            )}
            <TlpLabel tlp={source.tlp} size="s" />
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
                label={t.records.common.moreOn(source.title)}
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
      {isDeleted && (
        <div className="source-view-notice">
          <Notice
            tone="warn"
            actions={
              <Button
                isDisabled={isReadOnly}
                onPress={() => void saveNow([{ do: 'restore', table: 'source', id: source.id }])}
              >
                {t.records.common.restore}
              </Button>
            }
          >
            {words.deletedNotice}
          </Notice>
        </div>
      )}
      <div className="source-view-body">
        <SplitPane
          sized="second"
          orientation={isNarrow ? 'vertical' : 'horizontal'}
          size={isNarrow ? 180 : size}
          min={isNarrow ? 100 : 300}
          max={760}
          onSizeChange={(next) => {
            if (!isNarrow) setLayout('sources.record', next);
          }}
          label={words.recordDivider}
          first={
            source.text === '' ? (
              <EmptyState
                title={words.reader.emptyTitle}
                actions={
                  <Button isDisabled={!canWrite} onPress={onEdit}>
                    {words.reader.addText}
                  </Button>
                }
              >
                {words.reader.emptyNext}
              </EmptyState>
            ) : (
              <SourceReader
                source={source}
                passages={passages}
                statements={statements}
                current={current}
                canRecord={canWrite}
                onCurrent={show}
                onRecord={(selectors) => setEditing({ selectors })}
              />
            )
          }
          second={
            <div ref={record} className="source-view-record">
              <SourceRecord
                dossier={dossier}
                currentClaim={currentClaim}
                canWrite={canWrite}
                onShowPassage={show}
                onNewClaim={() => setEditing({ fresh: true })}
                onEditClaim={(claim) => setEditing({ claim })}
              />
            </div>
          }
        />
      </div>
      {editing !== undefined && (
        <SourceClaimEditor
          dossier={dossier}
          editing={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmDialog
        isOpen={asksDelete}
        onClose={() => setAsksDelete(false)}
        title={words.deleteQuestion(source.title)}
        confirmLabel={t.records.common.delete}
        isDanger
        onConfirm={() => {
          setAsksDelete(false);
          void remove('source', source.id, t.records.common.deleted(source.title));
        }}
      >
        {words.deleteDetail}
      </ConfirmDialog>
    </>
  );
}

interface SourceClaimEditorProps {
  readonly dossier: SourceDossier;
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** A claim starts with what the source is known to say: its incident, claimant and chain so far. */
function SourceClaimEditor({ dossier, editing, onClose }: SourceClaimEditorProps) {
  const { source, claims } = dossier;
  if ('claim' in editing) {
    return (
      <ClaimEditor
        view={editing.claim}
        tlp={source.tlp}
        choosesIncident
        onClose={onClose}
        onSaved={onClose}
      />
    );
  }
  const last = claims.at(-1);
  const quote =
    'selectors' in editing && source.text_sha256 !== null
      ? { sourceId: source.id, selectors: editing.selectors, textSha256: source.text_sha256 }
      : undefined;
  return (
    <ClaimEditor
      given={{
        sourceId: source.id,
        incidentId: last?.incidentId,
        claimantId: last?.view.claim.claimant_id ?? undefined,
        via: last?.view.claim.via ?? [],
      }}
      quote={quote}
      tlp={source.tlp}
      choosesIncident
      onClose={onClose}
      onSaved={onClose}
    />
  );
}
