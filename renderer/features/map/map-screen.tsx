import './map-screen.css';
import { List } from 'lucide-react';
import { useState } from 'react';
import { formatFilter } from '../../../shared/domain/filter-text.ts';
import { call } from '../../api/client.ts';
import type { MapViewState } from '../../map-kit/map-controller.ts';
import { MapView } from '../../map-kit/map-view.tsx';
import { type ColourBy, noPoints } from '../../map-kit/points.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { open, setLayout, useApp, useLayout } from '../../state/app-store.ts';
import { select, useIncidents } from '../../state/incidents-store.ts';
import { layoutFlag, layoutNumber, layoutWord } from '../../state/layout.ts';
import { useRead } from '../../state/use-changes.ts';
import { useLang, useText } from '../../text/index.tsx';
import { ToggleIconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Toolbar, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { PointsList } from './points-list.tsx';

const colourings = ['status', 'type'] as const satisfies readonly ColourBy[];

interface Props {
  /** The table stands beside the map: it is the list. */
  readonly isBesideTable?: boolean;
}

/** Incidents of the current filter on the map, beside a list of those in view. */
export function MapScreen({ isBesideTable = false }: Props) {
  const text = useText();
  const t = text.map;
  const lang = useLang();
  const theme = useApp((state) => state.theme);
  const filter = useIncidents((state) => state.filter);
  const selectedId = useIncidents((state) => state.selectedId);
  const colourBy = useLayout((layout) => layoutWord(layout, 'map.colourBy', colourings, 'status'));
  const hasList = useLayout((layout) => layoutFlag(layout, 'map.list', true));
  const listWidth = useLayout((layout) => layoutNumber(layout, 'map.listWidth', 160, 600, 240));
  const [view, setView] = useState<MapViewState>();
  const read = useRead(
    () => call('map/points', { filter }),
    [formatFilter(filter)],
    ['incidents', 'places'],
  );
  const points = read.value ?? noPoints;
  const isRead = read.value !== undefined;

  return (
    <div className="map-screen">
      <Toolbar label={t.title}>
        <span className="map-screen-count u-tabular">
          {t.shown(points.ids.length)}
          {read.value && read.value.unplaced > 0 ? ` · ${t.unplaced(read.value.unplaced)}` : ''}
        </span>
        {read.isLoading ? <Spinner label={t.loading} size={12} /> : null}
        <ToolbarSpacer />
        <Segmented<ColourBy>
          {...{ label: t.colourBy, isLabelHidden: true, value: colourBy }}
          options={[
            { value: 'status', label: t.status },
            { value: 'type', label: t.type },
          ]}
          onChange={(next) => setLayout('map.colourBy', next)}
        />
        {isBesideTable ? null : (
          <ToggleIconButton
            {...{ label: t.showList, isSelected: hasList }}
            icon={<List size={14} aria-hidden="true" />}
            onChange={(isShown) => setLayout('map.list', isShown)}
          />
        )}
      </Toolbar>
      <ErrorNotice error={read.error} />
      <div className="map-screen-body">
        <SplitPane
          {...{ sized: 'second', size: listWidth, min: 160, max: 600, label: t.resizeList }}
          onSizeChange={(next) => setLayout('map.listWidth', next)}
          isCollapsed={isBesideTable || !hasList}
          first={
            isRead ? (
              <MapView
                {...{ points, colourBy, selectedId, theme, lang, fitKey: 0, onView: setView }}
                onSelect={select}
                onOpen={(id) => open('incident', id)}
              />
            ) : (
              <div className="map-frame" />
            )
          }
          second={
            <PointsList
              {...{ points, colourBy, theme, selectedId, inView: view?.inView ?? [] }}
              onSelect={select}
              onOpen={(id) => open('incident', id)}
            />
          }
        />
      </div>
    </div>
  );
}
