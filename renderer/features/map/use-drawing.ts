// Drawing on the map: an area that becomes part of the filter, or a line that is measured.
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Filter } from '../../../shared/domain/filter.ts';
import {
  type Area,
  type AreaTool,
  areaOf,
  areaOfLine,
  lengthKm,
  type Position,
  ringsOf,
  roundKm,
} from '../../map-kit/area.ts';
import type { TileMap } from '../../map-kit/tile-map.ts';

export type Tool = AreaTool | 'measure';

/** Pixels that the pointer must move before a press is taken for a stroke. */
const leastStroke = 4;

export interface Drawing {
  readonly tool: Tool | undefined;
  readonly setTool: (tool: Tool | undefined) => void;
  /** Kilometres of the circle or line being drawn. */
  readonly km: number | undefined;
  /** The corners of the line that is measured. */
  readonly measured: readonly Position[];
  readonly addCorner: (at: Position) => void;
  /** To be put on the sheet that lies over the map while an area is drawn. */
  readonly sheet: {
    readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: ReactPointerEvent<HTMLElement>) => void;
  };
}

/** `mark`: a place that was gone to, shown until something is measured. */
export function useDrawing(
  map: RefObject<TileMap | undefined>,
  filter: Filter,
  onArea: (area: Area) => void,
  mark: Position | undefined,
): Drawing {
  const [tool, setOwnTool] = useState<Tool>();
  const [measured, setMeasured] = useState<readonly Position[]>([]);
  const [drawn, setDrawn] = useState<Area>();
  const stroke = useRef<{ line: Position[]; x: number; y: number; perPixel: number }>(undefined);
  const kept = useMemo(() => ringsOf(areaOf(filter)), [filter]);

  const setTool = (next: Tool | undefined) => {
    setOwnTool(next);
    setMeasured([]);
    setDrawn(undefined);
    stroke.current = undefined;
  };
  // Escape puts a tool away, Backspace takes the last corner back
  useEffect(() => {
    if (tool === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        setOwnTool(undefined);
        setMeasured([]);
        setDrawn(undefined);
        stroke.current = undefined;
      }
      if (event.key === 'Backspace' && tool === 'measure') {
        setMeasured((line) => line.slice(0, -1));
      }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [tool]);
  useEffect(() => map.current?.setPicking(tool === 'measure'), [map, tool]);
  useEffect(() => {
    const rings = drawn === undefined ? kept : ringsOf(drawn);
    const marked = mark === undefined ? [] : [mark];
    map.current?.setSketch({ rings, line: measured.length > 0 ? measured : marked });
  }, [map, kept, drawn, measured, mark]);

  const placeOf = (event: ReactPointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const sheet: Drawing['sheet'] = {
    onPointerDown(event) {
      if (event.button !== 0 || map.current === undefined) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x, y } = placeOf(event);
      const first = map.current.unproject(x, y);
      const [beside] = map.current.unproject(x + 1, y);
      stroke.current = { line: [first], x, y, perPixel: Math.abs(beside - first[0]) };
    },
    onPointerMove(event) {
      const own = stroke.current;
      if (own === undefined || tool === undefined || tool === 'measure') return;
      const { x, y } = placeOf(event);
      const at = map.current?.unproject(x, y);
      if (at === undefined) return;
      own.line.push(at);
      if (Math.hypot(x - own.x, y - own.y) < leastStroke && tool !== 'lasso') return;
      setDrawn(areaOfLine(tool, own.line, own.perPixel));
    },
    onPointerUp(event) {
      const own = stroke.current;
      stroke.current = undefined;
      if (own === undefined || tool === undefined || tool === 'measure') return;
      const { x, y } = placeOf(event);
      const isStroke = own.line.length > 2 || Math.hypot(x - own.x, y - own.y) >= leastStroke;
      const area = isStroke ? areaOfLine(tool, own.line, own.perPixel) : undefined;
      setDrawn(undefined);
      if (area === undefined) return;
      setOwnTool(undefined);
      onArea(area);
    },
  };
  const km =
    tool === 'measure'
      ? measured.length > 1
        ? roundKm(lengthKm(measured))
        : undefined
      : drawn?.near?.km;
  const addCorner = (at: Position) => setMeasured((line) => [...line, at]);
  return { tool, setTool, km, measured, addCorner, sheet };
}
