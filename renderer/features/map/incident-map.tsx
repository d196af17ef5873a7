// The map of the incidents of a view, from tiles, and all that lies on it.
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import { isPrecise } from '../../../shared/domain/geo.ts';
import { mapStand, readMapStand } from '../../../shared/domain/view-parts.ts';
import { call } from '../../api/client.ts';
import { type Area, type Position, wrapped } from '../../map-kit/area.ts';
import type { MapPosition } from '../../map-kit/base-map.ts';
import { coordinateForms, formatCoordinates } from '../../map-kit/coordinates.ts';
import { CrowdList } from '../../map-kit/crowd-list.tsx';
import { DensityLegend } from '../../map-kit/density-legend.tsx';
import { Legend } from '../../map-kit/legend.tsx';
import { startBounds, tipPlace } from '../../map-kit/map-view.tsx';
import { canDrawMaps } from '../../map-kit/maplibre.ts';
import type { MapTheme } from '../../map-kit/palette.ts';
import { ScaleBar } from '../../map-kit/scale-bar.tsx';
import { attributionWith } from '../../map-kit/style.ts';
import type { Halo } from '../../map-kit/tile-layers.ts';
import { type Crowd, createTileMap, type Hit, type TileMap } from '../../map-kit/tile-map.ts';
import { useLasting } from '../../map-kit/use-lasting.ts';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { layoutWord } from '../../state/layout.ts';
import { useShownMaps } from '../../state/own-maps.ts';
import { useViewPart } from '../../state/view-parts.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AreasLegend, NoAreasHint } from './areas-legend.tsx';
import { copyCoordinates, GoTo } from './go-to.tsx';
import { HoverTip } from './hover-tip.tsx';
import { legendEntries, markOfRow } from './legend-entries.ts';
import { colouringOf, isDensity, type MapShows } from './map-shows.ts';
import { MapTools } from './map-tools.tsx';
import type { Areas } from './use-areas.ts';
import { useDrawing } from './use-drawing.ts';
import { boxOf, useHalos, useRowsByKey } from './use-map.ts';

export interface IncidentMapProps {
  readonly view: number;
  readonly shows: MapShows;
  readonly summary: CallResult<'map/summary'>;
  /** Coloured areas, while the map shows some. */
  readonly areas: Areas | undefined;
  readonly selectedId: string | undefined;
  /** Where the selected incident lies. */
  readonly selected: Halo | undefined;
  readonly theme: MapTheme;
  /** `undefined` when empty ground was clicked. */
  readonly onSelect: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onMoved: (position: MapPosition) => void;
  /** Its area is drawn. */
  readonly filter: Filter;
  /** A coloured area was pressed. */
  readonly onAreaChosen: (country: string, code: string) => void;
  /** An area was drawn that is to narrow the filter. */
  readonly onArea: (area: Area) => void;
}

/** Where it cannot be drawn it says so; lists go on working. */
export function IncidentMap(props: IncidentMapProps) {
  const t = useText().map;
  const [isPossible] = useState(canDrawMaps);
  return isPossible ? (
    <DrawnMap {...props} />
  ) : (
    <div className="map-frame">
      <EmptyState title={t.noWebgl}>{t.noWebglNext}</EmptyState>
    </div>
  );
}

interface OpenCrowd {
  readonly rows: readonly IncidentRow[];
  readonly total: number;
  readonly lon: number;
  readonly lat: number;
}

/** Incidents of one spot that are listed to choose from. */
const mostOfCrowd = 200;

async function readCrowd(view: number, crowd: Crowd): Promise<OpenCrowd> {
  const { lon, lat } = crowd;
  if ('keys' in crowd) {
    const { rows } = await call('map/rows', { keys: [...crowd.keys].slice(0, mostOfCrowd) });
    return { rows, total: crowd.keys.length, lon, lat };
  }
  const box = boxOf(crowd.box);
  const answer = await call('map/within', { view, box, from: 0, count: mostOfCrowd });
  return { ...answer, lon, lat };
}

function DrawnMap(props: IncidentMapProps) {
  const { view, shows, summary, areas, filter, selectedId, selected, theme } = props;
  const t = useText().map;
  const lang = useLang();
  const format = useFormat();
  const form = useLayout((layout) =>
    layoutWord(layout, 'map.coordinates', coordinateForms, 'decimal'),
  );
  const holder = useRef<HTMLDivElement>(null);
  const controller = useRef<TileMap>(undefined);
  const title = useRef(t.mapName);
  const told = useRef(t.goTo.copied);
  told.current = t.goTo.copied;
  // It is kept with a saved view, and the map beside the table stands where this one does.
  const [stand, setStand] = useViewPart('map.position', readMapStand);
  const lastStand = useRef<string>(undefined);
  const latest = useRef({ ...props, lang, form, stand });
  latest.current = { ...props, lang, form, stand };
  const [position, setPosition] = useState<MapPosition>();
  const [crowd, setCrowd] = useState<OpenCrowd>();
  const [hover, setHover] = useState<{ hit: Hit; x: number; y: number }>();
  const [cursor, setCursor] = useState<{ lon: number; lat: number }>();
  const rowOf = useRowsByKey(view);
  const halos = useHalos(view, position);
  const ownMaps = useShownMaps();
  const [mark, setMark] = useState<Position>();
  const drawing = useDrawing(controller, filter, (area) => props.onArea(area), mark);
  const addCorner = useRef(drawing.addCorner);
  addCorner.current = drawing.addCorner;
  const by = colouringOf(shows) ?? 'status';
  const hasDensity = isDensity(shows);

  useLasting(controller, () => {
    const container = holder.current;
    if (!container) return undefined;
    const first = latest.current;
    return createTileMap({
      ...{ container, theme: first.theme, lang: first.lang, title: title.current },
      start: first.stand ?? first.summary.bounds ?? startBounds,
      events: {
        onSelect: (key) => {
          setCrowd(undefined);
          if (key === undefined) latest.current.onSelect(undefined);
          else void rowOf(key).then((row) => row && latest.current.onSelect(row.id));
        },
        onOpen: (key) => void rowOf(key).then((row) => row && latest.current.onOpen(row.id)),
        onArea: (country, code) => latest.current.onAreaChosen(country, code),
        onCrowd: (found) => void readCrowd(latest.current.view, found).then(setCrowd, () => {}),
        onHover: (hit, x, y) => setHover(hit === undefined ? undefined : { hit, x, y }),
        onCursor: setCursor,
        onPick: (at) => addCorner.current(at),
        onCopy: ([lon, lat]) => {
          const text = formatCoordinates({ lat, lon }, latest.current.form, latest.current.lang);
          if (text !== undefined) void copyCoordinates(text, told.current(text));
        },
        onMoved: (next) => {
          const own = mapStand(next.center, next.zoom);
          lastStand.current = JSON.stringify(own);
          setStand(own);
          setPosition(next);
          latest.current.onMoved(next);
        },
      },
    });
  });
  useEffect(() => {
    // told by another hand: a saved view
    if (stand === undefined || JSON.stringify(stand) === lastStand.current) return;
    lastStand.current = JSON.stringify(stand);
    controller.current?.jumpTo(stand);
  }, [stand]);

  useEffect(() => {
    const kind = hasDensity ? 'density' : colouringOf(shows);
    const measure = shows === 'density-killed' ? 'killed' : 'incidents';
    controller.current?.setTiles(kind === undefined ? undefined : { view, kind, measure });
  }, [view, shows, hasDensity]);
  const hasMarks = colouringOf(shows) !== undefined;
  useEffect(() => controller.current?.setAreas(areas?.drawn), [areas]);
  useEffect(() => controller.current?.setLook(theme, lang), [theme, lang]);
  useEffect(() => controller.current?.setHalos(hasMarks ? halos : []), [halos, hasMarks]);
  const revealed = useRef<string>(undefined);
  useEffect(() => {
    controller.current?.setSelected(selected);
    if (selected === undefined || revealed.current === selectedId) return;
    revealed.current = selectedId;
    controller.current?.reveal(selected.lon, selected.lat);
  }, [selected, selectedId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view may hold other incidents
  useEffect(() => setCrowd(undefined), [view]);

  const isSmall = (holder.current?.clientWidth ?? 0) < 640;
  const crowdAt = crowd && position ? controller.current?.project(crowd.lon, crowd.lat) : undefined;
  return (
    <div className="map-frame" data-theme-map={theme}>
      <div ref={holder} className="map-canvas" />
      <div className="map-buttons">
        <IconButton
          {...{ variant: 'default', label: t.zoomIn, shortcut: '+' }}
          icon={<Plus size={14} aria-hidden="true" />}
          onPress={() => controller.current?.zoomBy(1)}
        />
        <IconButton
          {...{ variant: 'default', label: t.zoomOut, shortcut: '-' }}
          icon={<Minus size={14} aria-hidden="true" />}
          onPress={() => controller.current?.zoomBy(-1)}
        />
        <IconButton
          {...{ variant: 'default', label: t.fitAll, isDisabled: summary.bounds === null }}
          icon={<Maximize size={14} aria-hidden="true" />}
          onPress={() => summary.bounds && controller.current?.fit(summary.bounds, true)}
        />
        <GoTo
          {...{ form, onForm: (next) => setLayout('map.coordinates', next) }}
          middle={position && { lon: wrapped(position.center[0]), lat: position.center[1] }}
          onGo={({ lon, lat }) => {
            setMark([lon, lat]);
            controller.current?.goTo(lon, lat);
          }}
        />
      </div>
      <MapTools
        {...{ tool: drawing.tool, onTool: drawing.setTool, filter, position }}
        onView={() => position && props.onArea({ box: boxOf(position.bounds) })}
        onArea={props.onArea}
      />
      {drawing.tool === undefined || drawing.tool === 'measure' ? null : (
        <div className="map-sheet" {...drawing.sheet} />
      )}
      {drawing.tool === undefined ? null : (
        <p className="map-hint" role="status">
          {drawing.km === undefined
            ? t.tools.hints[drawing.tool]
            : t.tools.km(format.number(drawing.km))}
        </p>
      )}
      {areas === undefined ? null : <AreasLegend {...{ shows, areas, isSmall }} />}
      {areas === undefined || drawing.tool !== undefined ? null : <NoAreasHint areas={areas} />}
      {hasDensity ? (
        <DensityLegend
          {...{ shows, theme, isSmall, zoom: position?.zoom ?? 0, lat: position?.center[1] ?? 0 }}
        />
      ) : null}
      {hasMarks ? (
        <Legend
          {...{ title: t.show[by], areas: summary.areas, theme, isSmall, mixed: t.mixedCircle }}
          entries={legendEntries(summary, by, lang, t)}
        />
      ) : null}
      {hover && !crowd ? (
        <div className="map-tip" style={tipPlace(hover, holder.current)} aria-hidden="true">
          <HoverTip {...{ hit: hover.hit, rowOf, by, summary, areas }} />
        </div>
      ) : null}
      {crowd && crowdAt ? (
        <CrowdList
          {...{ theme, total: crowd.total, x: crowdAt.x, y: crowdAt.y }}
          items={crowd.rows.map((row) => ({
            ...{ id: row.id, title: row.title, mark: markOfRow(row, by, summary) },
            isArea: !isPrecise(row.geoLevel),
          }))}
          height={holder.current?.clientHeight ?? 400}
          onChoose={(id) => {
            setCrowd(undefined);
            props.onSelect(id);
          }}
          onClose={() => setCrowd(undefined)}
        />
      ) : null}
      <div className="map-foot">
        <ScaleBar metresPerPixel={position?.metresPerPixel ?? 0} />
        <span className="map-cursor u-tabular">
          {cursor ? (formatCoordinates(cursor, form, lang) ?? t.goTo.poles) : ''}
        </span>
        <span className="map-attribution">{attributionWith(ownMaps)}</span>
      </div>
    </div>
  );
}
