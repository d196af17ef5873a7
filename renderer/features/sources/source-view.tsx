import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ClaimView, SourceDossier } from '../../../shared/contract/read-calls.ts';
import type { TextSelectors } from '../../../shared/domain/passage.ts';
import { ClaimEditor } from '../../record-kit/claim-editor.tsx';
import { DeletedNotice, RecordHeader } from '../../record-kit/record-header.tsx';
import { useNarrow } from '../../record-kit/use-narrow.ts';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { layoutNumber } from '../../state/layout.ts';
import { passageShown, usePassageRequest } from '../../state/passage-request.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { ExtraMark } from './reader-layout.ts';
import { showSideTab, useSideTab } from './side-tab.ts';
import { type Looked, SourceReader } from './source-reader.tsx';
import { SourceRecord } from './source-record.tsx';
import './source-view.css';

/** What reads the text for the analyst: a panel beside the text, and marks in it. */
export interface SuggestionSeat {
  readonly panel: ReactNode;
  /** Suggestions still to be decided on, beside the tab's name. */
  readonly count: number | undefined;
  readonly marks: readonly ExtraMark[];
  readonly currentMark: Looked | undefined;
  readonly onMark: (id: string) => void;
  readonly isReading: boolean;
  /** Reads the text. */
  readonly onRead: () => void;
}

interface Props {
  readonly dossier: SourceDossier;
  readonly suggestions?: SuggestionSeat | undefined;
  readonly onEdit: () => void;
}

type Editing =
  | { readonly claim: ClaimView }
  | { readonly selectors: TextSelectors }
  | { readonly fresh: true };

/** One source: its text with passages, its record and the claims drawn from it. */
export function SourceView({ dossier, suggestions, onEdit }: Props) {
  const words = useText().sources;
  const labels = useLabels();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const size = useLayout((layout) => layoutNumber(layout, 'sources.record', 300, 760, 400));
  const isNarrow = useNarrow();
  const [editing, setEditing] = useState<Editing>();
  const [current, setCurrent] = useState<Looked>();
  const record = useRef<HTMLDivElement>(null);
  const { source, claims, passages } = dossier;
  const canWrite = !isReadOnly && source.deleted_at === null;

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
      <RecordHeader
        table="source"
        record={source}
        name={source.title}
        facts={
          <>
            {labels.sourceKinds[source.kind]}
            {source.publisher !== null && (
              <>
                {' · '}
                <bdi>{source.publisher}</bdi>
              </>
            )}
          </>
        }
        words={words}
        onEdit={onEdit}
      />
      <DeletedNotice table="source" record={source} className="source-view-notice">
        {words.deletedNotice}
      </DeletedNotice>
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
                extraMarks={suggestions?.marks}
                currentMark={suggestions?.currentMark}
                onCurrent={show}
                onRead={suggestions?.onRead}
                isReading={suggestions?.isReading}
                onMark={(id) => {
                  showSideTab('suggestions');
                  suggestions?.onMark(id);
                }}
                onRecord={(selectors) => setEditing({ selectors })}
              />
            )
          }
          second={
            <SidePanel
              record={
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
              suggestions={suggestions}
            />
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
    </>
  );
}

interface SidePanelProps {
  readonly record: ReactNode;
  readonly suggestions: SuggestionSeat | undefined;
}

function SidePanel({ record, suggestions }: SidePanelProps) {
  const words = useText().sources.side;
  const tab = useSideTab();
  if (suggestions === undefined) return record;
  return (
    <Tabs
      label={words.label}
      selected={tab}
      onSelect={(id) => showSideTab(id === 'suggestions' ? 'suggestions' : 'record')}
      tabs={[
        { id: 'record', label: words.record, content: record },
        {
          id: 'suggestions',
          label: words.suggestions,
          count: suggestions.count,
          content: suggestions.panel,
        },
      ]}
    />
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
