import './exchange.css';
import { useEffect, useState } from 'react';
import { useApp } from '../../state/app-store.ts';
import { useRequest } from '../../state/requests.ts';
import { useText } from '../../text/index.tsx';
import { Pane, PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { usePackImport } from './use-pack-import.ts';

/** Packs in and out, and the imports made so far. */
export function ExchangeScreen() {
  const t = useText().exchange;
  const [tab, setTab] = useState('import');
  const packImport = usePackImport();
  const offered = useApp((state) => state.offeredPack);
  useEffect(() => {
    if (offered !== undefined) setTab('import');
  }, [offered]);
  useRequest('import-pack', () => {
    setTab('import');
    packImport.choose();
  });
  useRequest('export-pack', () => setTab('export'));
  return (
    <Pane>
      <PaneHeader title={t.title} subtitle={t.subtitle} />
      <PaneBody>
        <div className="exchange">
          <Tabs
            label={t.tabs}
            selected={tab}
            onSelect={setTab}
            tabs={[
              {
                id: 'import',
                label: t.tabImport,
                content: <ImportPanel packImport={packImport} />,
              },
              { id: 'export', label: t.tabExport, content: <ExportPanel /> },
            ]}
          />
        </div>
      </PaneBody>
    </Pane>
  );
}
