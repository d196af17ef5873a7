// Areas of the base map coloured by the incidents of a view.
import { useMemo } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import type { AreaShapes, ColouredAreas } from '../../map-kit/area-layers.ts';
import { classColours, classOf, classSteps } from '../../map-kit/classes.ts';
import type { MapTheme } from '../../map-kit/palette.ts';
import { useRead } from '../../state/use-changes.ts';
import { areasOf, type MapShows } from './map-shows.ts';
import { ofView, useKept } from './use-map.ts';

type Answer = CallResult<'map/areas'>;
export type AreaSum = Answer['areas'][number];

/** The shapes are the same for every case: they are read once. */
let shapes: Promise<AreaShapes> | undefined;
function readShapes(): Promise<AreaShapes> {
  shapes ??= call('map/area-shapes', {}).catch((thrown: unknown) => {
    shapes = undefined;
    throw thrown;
  });
  return shapes;
}

export interface Areas {
  readonly answer: Answer;
  readonly measure: 'count' | 'killed';
  /** Lowest value of each class, and its colour. */
  readonly steps: readonly number[];
  readonly colours: readonly string[];
  readonly drawn: ColouredAreas;
  /** The sums of the area with this country and code. */
  readonly find: (country: string, code: string) => AreaSum | undefined;
}

type Shown = NonNullable<ReturnType<typeof areasOf>>;

interface ReadAreas {
  readonly answer: Answer;
  readonly shapes: AreaShapes;
  readonly level: Shown['level'];
}

/** Counts by area of a view, with the shapes. */
export async function readAreas(view: number, level: Shown['level']): Promise<ReadAreas> {
  const [answer, known] = await Promise.all([
    ofView(call('map/areas', { view, level })),
    readShapes(),
  ]);
  return { answer, shapes: known, level };
}

/** The classes of what was read, and the colours of its areas. */
export function colouredAreas(
  { answer, shapes: known, level }: ReadAreas,
  measure: Shown['measure'],
  theme: MapTheme,
): Areas {
  const steps = classSteps(answer.areas.map((area) => area[measure]));
  const colours = classColours(steps.length, theme);
  const by = level === 'country' ? 'cc' : 'code';
  const namesOf = ({ country, codes }: AreaSum) => (by === 'cc' ? [country] : codes);
  const index = new Map(answer.areas.flatMap((area) => namesOf(area).map((name) => [name, area])));
  const drawn = colours.map((colour, at) => {
    const own = answer.areas.filter((area) => classOf(area[measure], steps) === at);
    return [colour, own.flatMap(namesOf)] as const;
  });
  return {
    ...{ answer, measure, steps, colours },
    drawn: { shapes: known, by, colours: drawn.filter(([, names]) => names.length > 0) },
    find: (country, code) => index.get(by === 'cc' ? country : code),
  };
}

/** Undefined while the map shows something else, or the answer is on its way. */
export function useAreas(view: number, shows: MapShows, theme: MapTheme) {
  const wanted = areasOf(shows);
  const level = wanted?.level;
  const read = useRead(
    async () => (level === undefined || view === 0 ? undefined : readAreas(view, level)),
    [view, level],
  );
  const kept = useKept(read.value);
  const measure = wanted?.measure;
  const areas = useMemo(
    () =>
      kept === undefined || measure === undefined || kept.level !== level
        ? undefined
        : colouredAreas(kept, measure, theme),
    [kept, measure, level, theme],
  );
  return { areas, error: read.error?.code === 'view/stale' ? undefined : read.error };
}
