import { memo } from 'react';
import { IncidentInspector } from '../features/incidents/incident-inspector.tsx';
import { select, useIncidents } from '../state/incidents-store.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { runCommand } from './commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** The selected incident, read and edited beside the table or the map; holds the form of a new one too. */
export const InspectorPane = memo(function InspectorPane() {
  const t = useText().app;
  const selectedId = useIncidents((state) => state.selectedId);
  const picked = useIncidents((state) => state.selectedIds.size);
  return (
    <aside className="app-inspector" aria-label={t.inspector} data-region>
      {picked > 1 ? (
        <div className="app-picked">
          <span role="status">{t.picked(picked)}</span>
          <Button variant="quiet" onPress={() => void runCommand('export-pack')}>
            {t.exportPicked}
          </Button>
          <Button variant="quiet" onPress={() => select(selectedId)}>
            {t.clearPicked}
          </Button>
        </div>
      ) : null}
      <div className="app-inspector-body">
        <ErrorBoundary>
          <IncidentInspector incidentId={selectedId} />
        </ErrorBoundary>
      </div>
    </aside>
  );
});
