import './incident-inspector.css';
import { FileSearch, FileWarning } from 'lucide-react';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { setLayout } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { useRequest } from '../../state/requests.ts';
import { useRead } from '../../state/use-changes.ts';
import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import {
  closeEditor,
  focusEditor,
  getEditor,
  isDirty,
  startEdit,
  startNew,
  useIncidentEditor,
} from './editor-store.ts';
import { IncidentForm } from './incident-form.tsx';
import { IncidentView } from './incident-view.tsx';

const topics = [
  'incidents',
  'actors',
  'sources',
  'claims',
  'links',
  'notes',
  'places',
  'tags',
] as const;

interface IncidentInspectorProps {
  /** Record selected in the table or on the map; undefined when none is. */
  readonly incidentId: string | undefined;
}

/**
 * The pane beside table and map: reads the selected incident, and holds the form while one is being
 * recorded or changed. A draft stays when another record is selected.
 */
export function IncidentInspector({ incidentId }: IncidentInspectorProps) {
  const t = useText().incidents.form;
  const mode = useIncidentEditor((state) => state.mode);
  const editedId = useIncidentEditor((state) => state.incidentId);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  /** What to do once the analyst agreed to lose the draft. */
  const [asking, setAsking] = useState<'close' | 'new'>();
  const wasOpen = useRef(false);
  const [wantsFocus, setWantsFocus] = useState(false);
  const onFocused = useCallback(() => setWantsFocus(false), []);

  useRequest('new-incident', () => {
    if (isReadOnly) return;
    setLayout('frame.inspector', true);
    const state = getEditor();
    if (state.mode === 'new') focusEditor();
    else if (isDirty(state)) setAsking('new');
    else startNew();
  });
  useRequest('read', () => {
    setLayout('frame.inspector', true);
    if (getEditor().mode === 'closed') setWantsFocus(true);
    else focusEditor();
  });
  // the form took the focus with it when it closed: the record it leaves takes it over
  useEffect(() => {
    if (mode === 'closed' && wasOpen.current && document.activeElement === document.body) {
      setWantsFocus(true);
    }
    wasOpen.current = mode !== 'closed';
  }, [mode]);
  // another record was selected and nothing was typed: the form makes room
  const lastId = useRef(incidentId);
  useEffect(() => {
    // effects run again when the pane comes back from hiding; only another record makes room
    if (lastId.current === incidentId) return;
    lastId.current = incidentId;
    const state = getEditor();
    if (state.mode !== 'closed' && !isDirty(state) && incidentId !== undefined) {
      if (state.mode === 'new' || state.incidentId !== incidentId) closeEditor();
    }
  }, [incidentId]);

  const leave = () => {
    if (isDirty(getEditor())) setAsking('close');
    else closeEditor();
  };
  return (
    <>
      {mode === 'closed' ? (
        <Reader incidentId={incidentId} wantsFocus={wantsFocus} onFocused={onFocused} />
      ) : (
        <IncidentForm
          onCancel={leave}
          isOther={mode === 'edit' && incidentId !== undefined && incidentId !== editedId}
        />
      )}
      <ConfirmDialog
        isOpen={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t.discardTitle}
        confirmLabel={t.discard}
        cancelLabel={t.keepEditing}
        isDanger
        onConfirm={() => {
          setAsking(undefined);
          if (asking === 'new') startNew();
          else closeEditor();
          // once the dialog is gone and has given the focus back to the form that is gone too
          requestAnimationFrame(() => requestAnimationFrame(() => setWantsFocus(true)));
        }}
      >
        {t.discardText}
      </ConfirmDialog>
    </>
  );
}

interface ReaderProps {
  readonly incidentId: string | undefined;
  readonly wantsFocus: boolean;
  readonly onFocused: () => void;
}

function Reader({ incidentId, ...focus }: ReaderProps) {
  const t = useText().incidents.inspector;
  if (incidentId === undefined) {
    return (
      <EmptyState icon={<FileSearch size={28} />} title={t.none}>
        {t.noneText}
      </EmptyState>
    );
  }
  return <Record incidentId={incidentId} {...focus} />;
}

function Record({ incidentId, ...focus }: ReaderProps & { readonly incidentId: string }) {
  const t = useText();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const { value, error, reload } = useRead(
    () => call('incident/get', { id: incidentId }),
    [incidentId],
    topics,
    startTransition,
  );
  useRequest('edit', () => {
    if (value !== undefined && !isReadOnly && value.incident.deleted_at === null) startEdit(value);
  });
  if (value !== undefined) return <IncidentView dossier={value} {...focus} />;
  if (error !== undefined) {
    const { title, next } = errorWords(t, error);
    return (
      <EmptyState
        icon={<FileWarning size={28} />}
        title={t.incidents.inspector.failed}
        actions={<Button onPress={reload}>{t.incidents.empty.retry}</Button>}
      >
        {title} {next}
      </EmptyState>
    );
  }
  return (
    <div className="incidents-wait">
      <Spinner label={t.incidents.loading} size={18} />
    </div>
  );
}
