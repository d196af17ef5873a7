// The legend of a picture, in the words of the legend on screen. Pure.
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { densityCellKm, densityColours, densityEnd, densitySteps } from '../../map-kit/density.ts';
import type { mapEn } from '../../text/en/map.ts';
import type { Formats } from '../../text/format.ts';
import { legendEntries } from './legend-entries.ts';
import { colouringOf, isDensity, type MapShows } from './map-shows.ts';
import type { PictureLegendLine, PicturePage } from './picture-page.ts';
import type { Areas } from './use-areas.ts';

interface Shown {
  readonly shows: MapShows;
  readonly summary: CallResult<'map/summary'>;
  readonly areas: Areas | undefined;
  readonly zoom: number;
  readonly lat: number;
}

interface Words {
  readonly t: typeof mapEn;
  readonly f: Formats;
  readonly lang: Lang;
}

function classLine(colour: string, low: number, end: number | undefined, { t, f }: Words) {
  const words =
    end === undefined
      ? t.orMore(low)
      : end <= low
        ? f.number(low)
        : `${f.number(low)}–${f.number(end)}`;
  return { sign: { colour }, words, count: '' };
}

function ofAreas(areas: Areas, words: Words): Omit<PicturePage['legend'], 'title'> {
  const { t } = words;
  const { answer, steps, colours, measure } = areas;
  const most = Math.max(0, ...answer.areas.map((area) => area[measure]));
  return {
    lines: [
      ...steps.map((low, at) =>
        classLine(colours[at] ?? '', low, (steps[at + 1] ?? most + 1) - 1, words),
      ),
      {
        ...{ sign: { colour: '#ffffff' }, count: '' },
        words: measure === 'killed' ? t.areas.noneKilled : t.areas.none,
      },
    ],
    notes: [
      ...(answer.unnamed > 0 ? [t.areas.unnamed(answer.unnamed)] : []),
      ...(answer.unknownCount > 0 ? [t.areas.unknown(answer.unknownCount)] : []),
    ],
  };
}

export function pictureLegend(shown: Shown, words: Words): PicturePage['legend'] {
  const { shows, summary, areas, zoom, lat } = shown;
  const { t, f, lang } = words;
  if (areas !== undefined) return { title: t.show[shows], ...ofAreas(areas, words) };
  if (isDensity(shows)) {
    const km = densityCellKm(zoom, lat);
    const side = km >= 10 ? Math.round(km) : Math.round(km * 10) / 10;
    return {
      title: t.densityOf[shows],
      lines: densityColours('print').map((colour, at) =>
        classLine(colour, densitySteps[at] ?? 0, densityEnd(at), words),
      ),
      notes: [t.squareSide(f.number(side))],
    };
  }
  const by = colouringOf(shows) ?? 'status';
  const entries = legendEntries(summary, by, lang, t);
  const lines: PictureLegendLine[] = entries.map(({ mark, label, count }) => ({
    ...{ sign: { mark, isHollow: false }, words: label, count: f.number(count) },
  }));
  const [first] = entries;
  if (summary.areas > 0 && first !== undefined) {
    const sign = { mark: first.mark, isHollow: true };
    lines.push({ sign, words: t.hollowMeans, count: f.number(summary.areas) });
  }
  if (first !== undefined) lines.push({ sign: 'circle', words: t.mixedCircle, count: '' });
  return { title: t.show[shows], lines, notes: [] };
}
