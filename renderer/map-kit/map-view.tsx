import './map.css';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { coordinatesText } from '../../shared/domain/geo.ts';
import { useLang, useText } from '../text/index.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { type CrowdItem, CrowdList } from './crowd-list.tsx';
import { createMap, type MapController, type MapViewState } from './map-controller.ts';
import { canDrawMaps } from './maplibre.ts';
import { marksOf } from './marks.ts';
import type { MapTheme } from './palette.ts';
import {
  type Bounds,
  boundsOf,
  categoryOf,
  isAreaPoint,
  type MapPoints,
  type PointColouring,
} from './points.ts';
import { PointsLegend } from './points-legend.tsx';
import { ScaleBar } from './scale-bar.tsx';
import { attribution, type MapLang } from './style.ts';

export interface MapViewProps {
  readonly points: MapPoints;
  readonly colourBy: PointColouring;
  readonly selectedId?: string | undefined;
  /** `undefined` when empty ground was clicked. */
  readonly onSelect?: (id: string | undefined) => void;
  readonly onOpen?: (id: string) => void;
  readonly theme: MapTheme;
  readonly lang: MapLang;
  /** Each new value brings all points into view. */
  readonly fitKey: string | number;
  /** Where to begin instead of at the points. */
  readonly start?: Bounds | undefined;
  /** Given: a click places a point and selects nothing. */
  readonly onPick?: ((lon: number, lat: number) => void) | undefined;
  readonly onView?: (view: MapViewState) => void;
  readonly hasLegend?: boolean;
}

/** West Africa from the coast to Lake Chad: where a map without points begins. */
export const startBounds: Bounds = [-12, 8.5, 16, 19];

interface Crowd {
  readonly indexes: readonly number[];
  readonly lon: number;
  readonly lat: number;
}

/** The map and all that lies on it. Where it cannot be drawn it says so; lists go on working. */
export function MapView(props: MapViewProps) {
  const t = useText().map;
  const [isPossible] = useState(canDrawMaps);
  if (!isPossible) {
    return (
      <div className="map-frame">
        <EmptyState title={t.noWebgl}>{t.noWebglNext}</EmptyState>
      </div>
    );
  }
  return <DrawnMap {...props} />;
}

function DrawnMap(props: MapViewProps) {
  const { points, colourBy, selectedId, theme, lang, fitKey } = props;
  const t = useText().map;
  const screenLang = useLang();
  const holder = useRef<HTMLDivElement>(null);
  const controller = useRef<MapController>(undefined);
  const title = useRef(t.mapName);
  // A screen that was hidden makes its map anew and shows what it showed.
  const lastView = useRef<MapViewState>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [view, setView] = useState<MapViewState>();
  const [crowd, setCrowd] = useState<Crowd>();
  const [hover, setHover] = useState<{ at: number; x: number; y: number }>();
  const [cursor, setCursor] = useState<{ lon: number; lat: number }>();

  useEffect(() => {
    const container = holder.current;
    if (!container) return;
    const first = latest.current;
    const idAt = (at: number | undefined) =>
      at === undefined ? undefined : latest.current.points.ids[at];
    const map = createMap({
      ...{ container, theme: first.theme, lang: first.lang, title: title.current },
      start: lastView.current ?? first.start ?? boundsOf(first.points) ?? startBounds,
      events: {
        onSelect: (at) => {
          setCrowd(undefined);
          latest.current.onSelect?.(idAt(at));
        },
        onOpen: (at) => {
          const id = idAt(at);
          if (id !== undefined) latest.current.onOpen?.(id);
        },
        onCrowd: (indexes, lon, lat) => setCrowd({ indexes, lon, lat }),
        onPick: (lon, lat) => latest.current.onPick?.(lon, lat),
        onHover: (at, x, y) => setHover(at === undefined ? undefined : { at, x, y }),
        onCursor: setCursor,
        onView: (next) => {
          lastView.current = next;
          setView(next);
          latest.current.onView?.(next);
        },
      },
    });
    controller.current = map;
    return () => {
      controller.current = undefined;
      map.remove();
    };
  }, []);

  useEffect(() => {
    const at = selectedId === undefined ? -1 : points.ids.indexOf(selectedId);
    const selectedAt = at < 0 ? undefined : at;
    controller.current?.setData({ points, colourBy, selectedAt });
    if (selectedAt !== undefined) controller.current?.reveal(selectedAt);
  }, [points, colourBy, selectedId]);
  useEffect(() => controller.current?.setLook(theme, lang), [theme, lang]);
  const isPicking = props.onPick !== undefined;
  useEffect(() => controller.current?.setPicking(isPicking), [isPicking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of points opens no new crowd
  useEffect(() => setCrowd(undefined), [points]);

  const fit = () => {
    const bounds = boundsOf(latest.current.points);
    if (bounds) controller.current?.fit(bounds, true);
  };
  const fittedKey = useRef(fitKey);
  useEffect(() => {
    if (fittedKey.current === fitKey) return;
    fittedKey.current = fitKey;
    const bounds = boundsOf(latest.current.points);
    if (bounds) controller.current?.fit(bounds, true);
  }, [fitKey]);

  const crowdAt = crowd && view ? controller.current?.project(crowd.lon, crowd.lat) : undefined;
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
          {...{ variant: 'default', label: t.fitAll, isDisabled: points.ids.length === 0 }}
          icon={<Maximize size={14} aria-hidden="true" />}
          onPress={fit}
        />
      </div>
      {(props.hasLegend ?? true) ? (
        <PointsLegend
          {...{ points, colourBy, theme, isSmall: (holder.current?.clientWidth ?? 0) < 560 }}
        />
      ) : null}
      {hover && !crowd ? (
        <div className="map-tip" style={tipPlace(hover, holder.current)} aria-hidden="true">
          <bdi>{points.titles[hover.at] || t.untitled}</bdi>
        </div>
      ) : null}
      {crowd && crowdAt ? (
        <CrowdList
          {...{ theme, total: crowd.indexes.length, x: crowdAt.x, y: crowdAt.y }}
          items={crowd.indexes.map((at) => crowdItem(points, at, colourBy))}
          height={holder.current?.clientHeight ?? 400}
          onChoose={(id) => {
            setCrowd(undefined);
            props.onSelect?.(id);
          }}
          onClose={() => setCrowd(undefined)}
        />
      ) : null}
      <div className="map-foot">
        <ScaleBar metresPerPixel={view?.metresPerPixel ?? 0} />
        <span className="map-cursor u-tabular">
          {cursor ? coordinatesText(cursor.lat, cursor.lon, screenLang) : ''}
        </span>
        <span className="map-attribution">{attribution}</span>
      </div>
    </div>
  );
}

function crowdItem(points: MapPoints, at: number, by: PointColouring): CrowdItem {
  const category = categoryOf(points, at, by);
  return {
    id: points.ids[at] ?? '',
    title: points.titles[at] ?? '',
    mark: marksOf(by).find((mark) => mark.category === category),
    isArea: isAreaPoint(points, at),
  };
}

/** Beside the pointer, on the side that has room for the widest tip. */
export function tipPlace(
  at: { readonly x: number; readonly y: number },
  frame: HTMLElement | null,
): CSSProperties {
  const { clientWidth: width, clientHeight: height } = frame ?? document.documentElement;
  return {
    ...(at.x > width / 2 ? { right: width - at.x + 12 } : { left: at.x + 12 }),
    ...(at.y > height / 2 ? { bottom: height - at.y + 12 } : { top: at.y + 12 }),
  };
}
