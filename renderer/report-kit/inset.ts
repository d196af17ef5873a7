/** Where an inset stands on a map and what it shows. Pure; millimetres on paper, degrees on the ground. */
import type { Bounds, MapPoints } from '../map-kit/points.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** A fifth or a third of the width of its map. */
export function insetSizeOn({ width }: Size): Size {
  return width < 100 ? { width: 21, height: 17 } : { width: 34, height: 28 };
}
/** A map that shows so many degrees says itself where it lies. */
const wideEnough = 14;

/** What an inset of a map shows: its surroundings, a region or so; undefined for a map that needs none. */
export function contextOf([west, south, east, north]: Bounds): Bounds | undefined {
  if (east - west > wideEnough) return undefined;
  const reach = Math.max(7, (east - west) * 1.8);
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const up = Math.max(-70, Math.min(70, lat));
  return [
    Math.max(-180, lon - reach),
    Math.max(-80, up - reach * 0.7),
    Math.min(180, lon + reach),
    Math.min(80, up + reach * 0.7),
  ];
}

const mercator = (lat: number) =>
  Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360));

/** Where a point lies on a picture of `shown`. */
export function placeOn(shown: Bounds, size: Size, lon: number, lat: number) {
  const [west, south, east, north] = shown;
  const [low, high] = [mercator(south), mercator(north)];
  return {
    x: ((lon - west) / (east - west)) * size.width,
    y: ((high - mercator(lat)) / (high - low)) * size.height,
  };
}

/** The box of `inner` on a picture of `shown`, never too small to be seen. */
export function boxOn(shown: Bounds, size: Size, [west, south, east, north]: Bounds): Box {
  const a = placeOn(shown, size, west, north);
  const b = placeOn(shown, size, east, south);
  const width = Math.max(1.6, b.x - a.x);
  const height = Math.max(1.6, b.y - a.y);
  return { x: (a.x + b.x - width) / 2, y: (a.y + b.y - height) / 2, width, height };
}

const edge = 1.5;
/** Room of attribution and scale at the lower edge. */
const foot = 5;

/** The corner of a map that hides the fewest points; the lower left one holds the scale. */
export function insetCorner(shown: Bounds, size: Size, insetSize: Size, points: MapPoints): Box {
  const right = size.width - insetSize.width - edge;
  const corners = [
    { x: right, y: edge },
    { x: edge, y: edge },
    { x: right, y: size.height - insetSize.height - foot },
  ].map((corner) => ({ ...corner, ...insetSize }));
  const places = points.ids.map((_, at) =>
    placeOn(shown, size, points.lon[at] ?? 0, points.lat[at] ?? 0),
  );
  const hidden = ({ x, y, width, height }: Box) =>
    places.filter(
      (place) =>
        place.x > x - 3 && place.x < x + width + 3 && place.y > y - 3 && place.y < y + height + 3,
    ).length;
  return corners.reduce((best, corner) => (hidden(corner) < hidden(best) ? corner : best));
}
