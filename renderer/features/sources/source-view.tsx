import { useEffect, useRef, useState } from 'react';
import type { ClaimView, SourceDossier } from '../../../shared/contract/read-calls.ts';
import type { TextSelectors } from '../../../shared/domain/passage.ts';
import { ClaimEditor } from '../../record-kit/claim-editor.tsx';
import type { ClaimDraft } from '../../record-kit/claim-form.ts';
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
import { MarkDialog } from './marking/mark-dialog.tsx';
import type { MarkKind } from './marking/mark-kinds.ts';
import type { Marked } from './marking/quote.ts';
import { CorrectText } from './reader/correct-text.tsx';
import { PassageList } from './reader/passage-list.tsx';
import { TextVersions } from './reader/text-versions.tsx';
import { SidePanel, type SuggestionSeat } from './side-panel.tsx';
import { showSideTab } from './side-tab.ts';
import { type Looked, SourceReader } from './source-reader.tsx';
import { SourceRecord } from './source-record.tsx';
import './source-view.css';

interface Props {
  readonly dossier: SourceDossier;
  readonly suggestions?: SuggestionSeat | undefined;
  readonly onEdit: () => void;
}

/** The form over the text. */
type Layer =
  | { readonly is: 'mark'; readonly kind: MarkKind; readonly marked: Marked; readonly on?: string }
  | { readonly is: 'claim'; readonly view: ClaimView | undefined }
  | { readonly is: 'correct' }
  | { readonly is: 'versions' };

/** One source: its text with passages, its record and the claims drawn from it. */
export function SourceView({ dossier, suggestions, onEdit }: Props) {
  const words = useText().sources;
  const labels = useLabels();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const size = useLayout((layout) => layoutNumber(layout, 'sources.record', 300, 760, 400));
  const isNarrow = useNarrow();
  const [layer, setLayer] = useState<Layer>();
  const [wasMade, setWasMade] = useState(false);
  const [madeIncident, setMadeIncident] = useState<string>();
  const [selected, setSelected] = useState<TextSelectors>();
  const [current, setCurrent] = useState<Looked>();
  const record = useRef<HTMLDivElement>(null);
  const { source, claims, passageViews } = dossier;
  const canWrite = !isReadOnly && source.deleted_at === null;

  const show = (id: string) => setCurrent((before) => ({ id, number: (before?.number ?? 0) + 1 }));
  const currentClaim = claims.find(({ view }) => view.passages.some(({ id }) => id === current?.id))
    ?.view.claim.id;

  const wanted = usePassageRequest();
  useEffect(() => {
    if (wanted === undefined) return;
    passageShown();
    setCurrent((before) => ({ id: wanted, number: (before?.number ?? 0) + 1 }));
    // a lost passage is in no text: the list keeps its quotation
    const isLost = passageViews.some(({ passage }) => passage.id === wanted && passage.is_lost);
    if (isLost) showSideTab('passages');
  }, [wanted, passageViews]);

  useEffect(() => {
    if (currentClaim === undefined) return;
    const item = record.current?.querySelector(`[data-claim="${currentClaim}"]`);
    item?.scrollIntoView({ block: 'nearest' });
  }, [currentClaim]);

  const open = (next: Layer) => {
    setWasMade(false);
    setLayer(next);
  };
  const close = () => setLayer(undefined);

  function make(kind: MarkKind, selectors: TextSelectors | undefined) {
    if (selectors !== undefined) {
      open({ is: 'mark', kind, marked: { source, selectors } });
      return;
    }
    const passage = passageViews.find((view) => view.passage.id === current?.id)?.passage;
    if (passage === undefined) return;
    open({ is: 'mark', kind, marked: { source, selectors: passage }, on: passage.id });
  }

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
      <div className="source-view-body" data-source-view>
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
                passageViews={passageViews}
                current={current}
                extraMarks={suggestions?.marks}
                currentMark={suggestions?.currentMark}
                canWrite={canWrite}
                isAway={layer !== undefined}
                wasMade={wasMade}
                onCurrent={show}
                onRead={suggestions?.onRead}
                isReading={suggestions?.isReading}
                onMark={(id) => {
                  showSideTab('suggestions');
                  suggestions?.onMark(id);
                }}
                onSelected={setSelected}
                onMake={make}
                onCorrect={() => open({ is: 'correct' })}
                onVersions={() => open({ is: 'versions' })}
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
                    onNewClaim={() => open({ is: 'claim', view: undefined })}
                    onEditClaim={(view) => open({ is: 'claim', view })}
                  />
                </div>
              }
              passages={
                <PassageList
                  source={source}
                  views={passageViews}
                  currentId={current?.id}
                  canWrite={canWrite}
                  selected={selected}
                  onShow={show}
                />
              }
              passageCount={passageViews.length}
              suggestions={suggestions}
            />
          }
        />
      </div>
      {layer?.is === 'mark' && (
        <MarkDialog
          kind={layer.kind}
          marked={layer.marked}
          start={startOf(dossier, madeIncident)}
          passageId={layer.on}
          onClose={close}
          onDone={({ incidentId }) => {
            setMadeIncident(incidentId ?? (isClaim(layer.kind) ? undefined : madeIncident));
            setWasMade(true);
            close();
          }}
        />
      )}
      {layer?.is === 'claim' && (
        <ClaimEditor
          view={layer.view}
          given={layer.view === undefined ? startOf(dossier, madeIncident) : undefined}
          tlp={source.tlp}
          choosesIncident
          onClose={close}
          onSaved={close}
        />
      )}
      {layer?.is === 'correct' && (
        <CorrectText source={source} views={passageViews} onClose={close} />
      )}
      {layer?.is === 'versions' && <TextVersions source={source} onClose={close} />}
    </>
  );
}

function isClaim(kind: MarkKind): boolean {
  return kind === 'claim' || kind === 'toll' || kind === 'date';
}

/** A claim starts with what the source is known to say: its incident, claimant and chain so far. */
function startOf({ source, claims }: SourceDossier, madeIncident: string | undefined) {
  const last = claims.at(-1);
  return {
    sourceId: source.id,
    incidentId: madeIncident ?? last?.incidentId,
    claimantId: last?.view.claim.claimant_id ?? undefined,
    via: last?.view.claim.via ?? [],
  } satisfies Partial<ClaimDraft>;
}
