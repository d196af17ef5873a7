// Sources: the documents claims are drawn from. List, text and record side by side.
import { ArrowLeft, FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Source } from '../../../shared/domain/records.ts';
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
import { SourceEditor } from './source-editor.tsx';
import { SourceList } from './source-list.tsx';
import { SourceView } from './source-view.tsx';

export function SourcesScreen() {
  const words = useText().sources;
  const sourceId = useApp((state) => state.recordIds.sources);
  const size = useLayout((layout) => layoutNumber(layout, 'sources.list', 200, 520, 280));
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [editing, setEditing] = useState<'new' | Source>();
  useRequest('new-source', () => {
    if (!isReadOnly) setEditing('new');
  });
  const isNarrow = useNarrow();
  const list = (
    <SourceList
      selectedId={sourceId}
      onSelect={(id) => setRecord('sources', id)}
      onNew={() => setEditing('new')}
    />
  );
  const view = (
    <Pane label={words.source}>
      {isNarrow && (
        <Button
          variant="quiet"
          className="narrow-back"
          icon={<ArrowLeft size={14} aria-hidden />}
          onPress={() => setRecord('sources', undefined)}
        >
          {words.back}
        </Button>
      )}
      {sourceId === undefined ? (
        <EmptyState
          icon={<FileText size={24} aria-hidden />}
          title={words.selectTitle}
          actions={
            <Button
              icon={<Plus size={14} aria-hidden />}
              isDisabled={isReadOnly}
              onPress={() => setEditing('new')}
            >
              {words.newSource}
            </Button>
          }
        >
          {words.selectNext}
        </EmptyState>
      ) : (
        <Opened key={sourceId} sourceId={sourceId} onEdit={setEditing} />
      )}
    </Pane>
  );
  return (
    <>
      {isNarrow ? (
        sourceId === undefined ? (
          list
        ) : (
          view
        )
      ) : (
        <SplitPane
          sized="first"
          size={size}
          min={200}
          max={520}
          onSizeChange={(next) => setLayout('sources.list', next)}
          label={words.listDivider}
          first={list}
          second={view}
        />
      )}
      {editing !== undefined && (
        <SourceEditor
          source={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={(id) => {
            setEditing(undefined);
            setRecord('sources', id);
          }}
        />
      )}
    </>
  );
}

interface OpenedProps {
  readonly sourceId: string;
  readonly onEdit: (source: Source) => void;
}

function Opened({ sourceId, onEdit }: OpenedProps) {
  const read = useRead(() => call('source/get', { id: sourceId }), [sourceId]);
  if (read.value !== undefined) {
    const dossier = read.value;
    return <SourceView dossier={dossier} onEdit={() => onEdit(dossier.source)} />;
  }
  return <ErrorNotice error={read.error} />;
}
