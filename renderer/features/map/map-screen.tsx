import './map-screen.css';
import { Clock, List } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { withArea } from '../../map-kit/area.ts';
import type { MapPosition } from '../../map-kit/base-map.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { open, setLayout, useApp, useLayout } from '../../state/app-store.ts';
import { getIncidents, select, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { layoutFlag, layoutNumber, layoutWord } from '../../state/layout.ts';
import { useText } from '../../text/index.tsx';
import { ToggleIconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Toolbar, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { toggledArea } from './area-filter.ts';
import { AreasList } from './areas-list.tsx';
import { IncidentMap } from './incident-map.tsx';
import { markOfRow } from './legend-entries.ts';
import { MapChips } from './map-chips.tsx';
import { areasOf, colouringOf, type MapShows, mapShows } from './map-shows.ts';
import { OwnMapsButton } from './own-maps-panel.tsx';
import { PictureChoice } from './picture-choice.tsx';
import { PointsList } from './points-list.tsx';
import { TimeStrip } from './time-strip.tsx';
import { type AreaSum, useAreas } from './use-areas.ts';
import { useSelectedPlace, useSummary, useWithin } from './use-map.ts';

/** Incidents listed beside the map at first, and more at each asking. */
const listStep = 200;

interface Props {
  /** The table stands beside the map: it is the list. */
  readonly isBesideTable?: boolean;
}

/** Incidents of the current filter on the map, beside a list of those in view. */
export function MapScreen({ isBesideTable = false }: Props) {
  const text = useText();
  const t = text.map;
  const theme = useApp((state) => state.theme);
  const view = useIncidents((state) => state.view);
  const isLoading = useIncidents((state) => state.isLoading);
  const filter = useIncidents((state) => state.filter);
  const unplaced = useIncidents((state) => state.unplaced);
  const selectedId = useIncidents((state) => state.selectedId);
  const shows = useLayout((layout) => layoutWord(layout, 'map.shows', mapShows, 'status'));
  const hasList = useLayout((layout) => layoutFlag(layout, 'map.list', true)) && !isBesideTable;
  const hasTime = useLayout((layout) => layoutFlag(layout, 'map.time', false));
  const listWidth = useLayout((layout) => layoutNumber(layout, 'map.listWidth', 160, 600, 240));
  const body = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<MapPosition>();
  const [listed, setListed] = useState(listStep);
  const by = colouringOf(shows) ?? 'status';
  const { value: summary, error, isLoading: isReading } = useSummary(view, by);
  const { areas, error: areasError } = useAreas(view, shows, theme);
  const level = areasOf(shows)?.level;
  const inView = useWithin(hasList && level === undefined ? view : 0, position?.bounds, listed);
  const selected = useSelectedPlace(selectedId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of the map begins anew
  useEffect(() => setListed(listStep), [view, position?.bounds.join()]);
  const toggleArea = (sum: AreaSum) => {
    if (level !== undefined) setFilter(toggledArea(getIncidents().filter, level, sum));
  };

  return (
    <div className="map-screen">
      <Toolbar label={t.title}>
        <span className="map-screen-count u-tabular">
          {summary === undefined ? '' : t.shown(summary.placed)}
          {summary && unplaced > 0 ? ` · ${t.unplaced(unplaced)}` : ''}
        </span>
        {isLoading || isReading ? <Spinner label={t.loading} size={12} /> : null}
        <ToolbarSpacer />
        <Select<MapShows>
          {...{ label: t.shows, isLabelHidden: true, value: shows }}
          options={mapShows.map((value) => ({ value, label: t.show[value] }))}
          onChange={(next) => setLayout('map.shows', next)}
        />
        <OwnMapsButton />
        <PictureChoice
          shows={shows}
          sizeOf={() => {
            const box = body.current?.querySelector('.map-canvas')?.getBoundingClientRect();
            return box && { width: Math.round(box.width), height: Math.round(box.height) };
          }}
        />
        <ToggleIconButton
          {...{ label: text.timeline.mapTime, isSelected: hasTime }}
          icon={<Clock size={14} aria-hidden="true" />}
          onChange={(isShown) => setLayout('map.time', isShown)}
        />
        {isBesideTable ? null : (
          <ToggleIconButton
            {...{ label: t.showList, isSelected: hasList }}
            icon={<List size={14} aria-hidden="true" />}
            onChange={(isShown) => setLayout('map.list', isShown)}
          />
        )}
      </Toolbar>
      {isBesideTable ? null : <MapChips />}
      <ErrorNotice error={error ?? areasError} />
      <div className="map-screen-body" ref={body}>
        <SplitPane
          {...{ sized: 'second', size: listWidth, min: 160, max: 600, label: t.resizeList }}
          onSizeChange={(next) => setLayout('map.listWidth', next)}
          isCollapsed={!hasList}
          first={
            summary === undefined ? (
              <div className="map-frame" />
            ) : (
              <IncidentMap
                {...{ view, shows, summary, areas, selectedId, selected, theme }}
                onSelect={select}
                onOpen={(id) => open('incident', id)}
                onMoved={setPosition}
                filter={filter}
                onAreaChosen={(country, code) => {
                  const sum = areas?.find(country, code);
                  if (sum !== undefined) toggleArea(sum);
                }}
                onArea={(area) => setFilter(withArea(getIncidents().filter, area))}
              />
            )
          }
          second={
            level !== undefined ? (
              <AreasList {...{ areas, level, filter, onToggle: toggleArea }} />
            ) : (
              <PointsList
                {...{ theme, selectedId, rows: inView?.rows ?? [], total: inView?.total ?? 0 }}
                placed={summary?.placed}
                markOf={(row) => markOfRow(row, by, summary)}
                onSelect={select}
                onOpen={(id) => open('incident', id)}
                onMore={() => setListed(listed + listStep)}
              />
            )
          }
        />
      </div>
      {hasTime ? (
        <TimeStrip
          isDrawing={() => body.current?.querySelector('[data-map-state=loading]') != null}
        />
      ) : null}
    </div>
  );
}
