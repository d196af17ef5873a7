// Reads an area from the fields in which it is typed. Pure.

import { filterSchema } from '../../../shared/domain/filter.ts';
import { type Area, type AreaTool, areaOf } from '../../map-kit/area.ts';
import { parseCoordinates } from '../../map-kit/coordinates.ts';

export interface AreaFields {
  readonly tool: AreaTool;
  readonly middle: string;
  readonly km: number | undefined;
  readonly southWest: string;
  readonly northEast: string;
  /** One corner a line. */
  readonly corners: string;
}

/** Five decimals, about a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5 + 0;

function draftOf({
  tool,
  middle,
  km,
  southWest,
  northEast,
  corners,
}: AreaFields): Area | undefined {
  switch (tool) {
    case 'circle': {
      const at = parseCoordinates(middle);
      if (at === undefined || km === undefined) return undefined;
      return { near: { lat: rounded(at.lat), lon: rounded(at.lon), km } };
    }
    case 'box': {
      const [low, high] = [parseCoordinates(southWest), parseCoordinates(northEast)];
      if (low === undefined || high === undefined || low.lat >= high.lat) return undefined;
      // west may be greater than east: across the antimeridian
      if (low.lon === high.lon) return undefined;
      return { box: [rounded(low.lon), rounded(low.lat), rounded(high.lon), rounded(high.lat)] };
    }
    case 'lasso': {
      const lines = corners.split('\n').filter((line) => line.trim() !== '');
      const ring = lines.map((line) => parseCoordinates(line));
      if (ring.includes(undefined)) return undefined;
      return {
        polygon: ring.map((at): [number, number] => [rounded(at?.lon ?? 0), rounded(at?.lat ?? 0)]),
      };
    }
  }
}

/** The area, as the filter takes it; undefined for what is no area. */
export function areaOfFields(fields: AreaFields): Area | undefined {
  const draft = draftOf(fields);
  if (draft === undefined) return undefined;
  const parsed = filterSchema.safeParse(draft);
  return parsed.success ? areaOf(parsed.data) : undefined;
}
