// Saves what the map shows as a picture, under a highest label.
import { Camera } from 'lucide-react';
import { useState } from 'react';
import type { TileKind } from '../../../shared/contract/map-calls.ts';
import { filterUnder } from '../../../shared/domain/filter.ts';
import { type MapStand, readMapStand } from '../../../shared/domain/view-parts.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { filterWords } from '../../../shared/text/filter-words.ts';
import { call } from '../../api/client.ts';
import { areaOf, ringsOf } from '../../map-kit/area.ts';
import { drawPictureMap } from '../../map-kit/picture-map.ts';
import { attributionWith } from '../../map-kit/style.ts';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useSavePicture } from '../../record-kit/use-save-picture.ts';
import { useCase } from '../../state/case-store.ts';
import { getIncidents } from '../../state/incidents-store.ts';
import { shownMaps } from '../../state/own-maps.ts';
import { viewParts } from '../../state/view-parts.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { areasOf, colouringOf, isDensity, type MapShows } from './map-shows.ts';
import { pictureLegend } from './picture-legend.ts';
import { pictureOf } from './picture-page.ts';
import { colouredAreas, readAreas } from './use-areas.ts';
import { readHalos } from './use-map.ts';

interface Props {
  readonly shows: MapShows;
  /** Size of the map on screen; undefined while there is none. */
  readonly sizeOf: () => { readonly width: number; readonly height: number } | undefined;
}

export function PictureChoice(props: Props) {
  const t = useText().map.picture;
  return (
    <PopoverButton
      {...{ label: t.title, isLabelHidden: true, width: 320 }}
      icon={<Camera size={14} aria-hidden="true" />}
    >
      {(close) => <PictureForm {...props} onDone={close} />}
    </PopoverButton>
  );
}

const ratios = ['1', '2'] as const;

function PictureForm({ shows, sizeOf, onDone }: Props & { readonly onDone: () => void }) {
  const text = useText();
  const t = text.map.picture;
  const f = useFormat();
  const lang = useLang();
  const caseTitle = useCase((state) => state.caseState?.title ?? '');
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const isInvented = useCase((state) => state.caseState?.invented ?? false);
  const [title, setTitle] = useState(caseTitle);
  const [ratio, setRatio] = useState<(typeof ratios)[number]>('1');
  const [ceiling, setCeiling] = useState<TlpLabel>(caseTlp);
  const { isPending, save } = useSavePicture(t.saved, onDone);

  /** Asked anew under the label, so that no circle counts an incident above it. */
  async function read(stand: MapStand) {
    const { filter, sort } = getIncidents();
    const ask = { filter: filterUnder(filter, ceiling), sort, count: 0, asker: 'map-picture' };
    const { view, unplaced } = await call('view/answer', ask);
    const wanted = areasOf(shows);
    const by = colouringOf(shows);
    const [summary, areas] = await Promise.all([
      call('map/summary', { view, by: by ?? 'status' }),
      wanted && readAreas(view, wanted.level),
    ]);
    const coloured = areas && wanted && colouredAreas(areas, wanted.measure, 'print');
    const kind: TileKind | undefined = isDensity(shows) ? 'density' : by;
    const measure = shows === 'density-killed' ? ('killed' as const) : ('incidents' as const);
    const legend = pictureLegend(
      { shows, summary, areas: coloured, zoom: stand.zoom, lat: stand.center[1] },
      { t: text.map, f, lang },
    );
    const tiles = kind && { view, kind, measure };
    return {
      filter,
      view,
      unplaced,
      placed: summary.placed,
      areas: coloured?.drawn,
      legend,
      tiles,
    };
  }

  async function draw(): Promise<Uint8Array<ArrayBuffer>> {
    const size = sizeOf();
    const stand = readMapStand(viewParts()['map.position']);
    if (size === undefined || stand === undefined) throw new Error('There is no map to draw.');
    const shown = await read(stand);
    const sharp = Number(ratio);
    const map = await drawPictureMap({
      ...{ ...size, ratio: sharp, stand, theme: 'print', lang },
      ...{ tiles: shown.tiles, areas: shown.areas, rings: ringsOf(areaOf(shown.filter)) },
      halosIn: async (bounds, metresPerPixel) =>
        colouringOf(shows) === undefined ? [] : readHalos(shown.view, bounds, metresPerPixel),
    });
    const { after, before, ...others } = shown.filter;
    const hasPeriod = after !== undefined || before !== undefined;
    const period = hasPeriod
      ? t.period(edtfWords(`${after ?? '..'}/${before ?? '..'}`, lang))
      : t.whole;
    const km = (metres: number) =>
      metres >= 1000 ? `${f.number(metres / 1000)} km` : `${f.number(metres)} m`;
    const day = f.day(new Date().toISOString().slice(0, 10));
    const page = {
      ...{ title: title.trim(), label: ceiling, legend: shown.legend },
      attribution: attributionWith(shownMaps()),
      lines: [...(isInvented ? [text.app.invented] : []), filterWords(others, lang), period],
      foot: t.foot(text.map.shown(shown.placed), text.map.unplaced(shown.unplaced), day),
      distance: km,
    };
    return pictureOf(page, map, { ...size, ratio: sharp });
  }

  const run = () => save({ purpose: 'map-png', name: `${title} ${text.map.title}`, bytes: draw });

  return (
    <div className="map-go">
      <TextField {...{ label: t.name, value: title, maxLength: 200, onChange: setTitle }} />
      <Select<(typeof ratios)[number]>
        {...{ label: t.sharpness, value: ratio, onChange: setRatio }}
        options={ratios.map((value) => ({ value, label: t.ratios[value] }))}
      />
      <TlpField
        {...{ label: t.ceiling, description: t.ceilingHelp, value: ceiling, onChange: setCeiling }}
      />
      <Button variant="primary" isPending={isPending} onPress={() => void run()}>
        {t.make}
      </Button>
    </div>
  );
}
