// Reads of the map: what its legend counts, what lies in view, circles of precision, single incidents.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { radiusOf } from '../../../shared/domain/geo.ts';
import type { MapColouring } from '../../../shared/domain/map-colouring.ts';
import { asAppError, call } from '../../api/client.ts';
import type { MapPosition } from '../../map-kit/base-map.ts';
import { largestHaloM } from '../../map-kit/halo.ts';
import type { Bounds } from '../../map-kit/points.ts';
import type { Halo } from '../../map-kit/tile-layers.ts';
import { readList } from '../../state/incidents-store.ts';
import { type Read, useRead } from '../../state/use-changes.ts';

/** What was there last stays until the next answer. */
export function useKept<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}

/** The list is asked for again when its view is gone; the answer then names a new one. */
export async function ofView<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (thrown) {
    if (asAppError(thrown).code === 'view/stale') void readList();
    throw thrown;
  }
}

type Summary = CallResult<'map/summary'>;

export function useSummary(view: number, by: MapColouring): Read<Summary> {
  const read = useRead(async () => {
    if (view === 0) return undefined;
    return ofView(call('map/summary', { view, by }));
  }, [view, by]);
  const kept = useKept(read.value);
  // without a view there is no case, or another one
  const value = view === 0 ? undefined : kept;
  const isStale = read.error?.code === 'view/stale';
  return { ...read, value, error: isStale ? undefined : read.error };
}

/** Longitudes of a view may run past 180 degrees; the engine takes them as on the globe. */
export function boxOf([west, south, east, north]: Bounds): [number, number, number, number] {
  if (east - west >= 360) return [-180, south, 180, north];
  const turned = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
  return [turned(west), south, turned(east), north];
}

/** Incidents in sight, the first `count` of them. */
export function useWithin(view: number, bounds: Bounds | undefined, count: number) {
  const box = bounds === undefined ? undefined : boxOf(bounds);
  const read = useRead(async () => {
    if (view === 0 || box === undefined) return undefined;
    const pages = Array.from({ length: Math.ceil(count / 500) }, (_, page) =>
      call('map/within', { view, box, from: page * 500, count: Math.min(500, count - page * 500) }),
    );
    const all = await ofView(Promise.all(pages));
    return { total: all[0]?.total ?? 0, rows: all.flatMap(({ rows }) => rows) };
  }, [view, box?.join(), count]);
  return useKept(read.value);
}

/** A circle as wide as this many pixels says more than its mark, and less than the whole screen. */
const leastPixels = 9;
const mostPixels = 2000;
const mostHalos = 80;

/** Circles of precision in sight that say more than their marks. */
export async function readHalos(
  view: number,
  bounds: Bounds,
  metresPerPixel: number,
): Promise<readonly Halo[]> {
  const { lon, lat, radiusM, hasMore } = await ofView(
    call('map/halos', {
      view,
      box: boxOf(bounds),
      least: leastPixels * metresPerPixel,
      most: Math.min(largestHaloM, mostPixels * metresPerPixel),
      limit: mostHalos,
    }),
  );
  // so many on top of each other would only paint the map over
  if (hasMore) return [];
  return Array.from(lon, (_, at) => ({
    lon: lon[at] ?? 0,
    lat: lat[at] ?? 0,
    radiusM: radiusM[at] ?? 0,
  }));
}

export function useHalos(view: number, position: MapPosition | undefined): readonly Halo[] {
  const read = useRead(async () => {
    if (view === 0 || position === undefined) return [];
    return readHalos(view, position.bounds, position.metresPerPixel);
  }, [view, position?.bounds.join()]);
  return useKept(read.value) ?? noHalos;
}
const noHalos: readonly Halo[] = [];

/** Where the selected incident lies, inside the filter or not; undefined without coordinates. */
export function useSelectedPlace(id: string | undefined): Halo | undefined {
  const read = useRead(
    async () => (id === undefined ? undefined : call('map/rows', { ids: [id] })),
    [id],
    ['incidents', 'places'],
  );
  const row = read.value?.rows[0];
  const { latitude: lat, longitude: lon } = row ?? { latitude: null, longitude: null };
  const radiusM = row === undefined ? 0 : radiusOf(row.geoLevel, row.radiusM);
  return useMemo(
    () => (lat === null || lon === null ? undefined : { lat, lon, radiusM }),
    [lat, lon, radiusM],
  );
}

/** Rows by key, read when first asked for and kept as long as the view stands. */
export function useRowsByKey(view: number): (key: number) => Promise<IncidentRow | undefined> {
  const rows = useRef(new Map<number, Promise<IncidentRow | undefined>>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view may hold changed rows
  useEffect(() => rows.current.clear(), [view]);
  return useCallback((key) => {
    const known = rows.current.get(key);
    if (known !== undefined) return known;
    const read = call('map/rows', { keys: [key] }).then(
      (answer) => answer.rows[0],
      () => undefined,
    );
    rows.current.set(key, read);
    return read;
  }, []);
}

/** The title under the pointer, once it is known. */
export function useTitle(
  key: number | undefined,
  rowOf: (key: number) => Promise<IncidentRow | undefined>,
): string | undefined {
  const [told, setTold] = useState<{ key: number; title: string }>();
  useEffect(() => {
    if (key === undefined) return;
    let isCurrent = true;
    void rowOf(key).then((row) => {
      if (isCurrent && row !== undefined) setTold({ key, title: row.title });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, rowOf]);
  return told !== undefined && told.key === key ? told.title : undefined;
}
