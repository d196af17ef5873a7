import { useMemo, useState } from 'react';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { geoLevels } from '../../shared/domain/vocabulary.ts';
import { useApp } from '../state/app-store.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { LazyMapView } from './lazy-map-view.tsx';
import { hitText } from './place-words.ts';
import type { MapPoints } from './points.ts';

interface Props {
  readonly name: string;
  readonly hits: readonly PlaceHit[];
  readonly isChosen: (hit: PlaceHit) => boolean;
  readonly isFixed: boolean;
  readonly onChoose: (hit: PlaceHit) => void;
  readonly onClose: () => void;
}

function keyOf(hit: PlaceHit): string {
  return hit.placeId ?? hit.gazetteerId ?? hit.name;
}

function pointsOf(hits: readonly PlaceHit[]): MapPoints {
  const placed = hits.filter(({ latitude, longitude }) => latitude !== null && longitude !== null);
  return {
    ids: placed.map(keyOf),
    titles: placed.map(({ name, admin2, admin1 }) =>
      [name, admin2, admin1].filter(Boolean).join(', '),
    ),
    lon: Float64Array.from(placed, ({ longitude }) => longitude ?? 0),
    lat: Float64Array.from(placed, ({ latitude }) => latitude ?? 0),
    radiusM: Float64Array.from(placed, ({ radiusM }) => radiusM ?? 0),
    level: Uint8Array.from(placed, ({ level }) => geoLevels.indexOf(level)),
    status: new Uint8Array(placed.length),
    eventType: new Uint8Array(placed.length).fill(255),
  };
}

/** Places of one name, told apart by their provinces and on a map. */
export function NamesakesDialog({ name, hits, isChosen, isFixed, onChoose, onClose }: Props) {
  const t = useText().map;
  const lang = useLang();
  const format = useFormat();
  const theme = useApp((state) => state.theme);
  const chosenNow = hits.find(isChosen);
  const [key, setKey] = useState(chosenNow && keyOf(chosenNow));
  const points = useMemo(() => pointsOf(hits), [hits]);
  const selected = hits.find((hit) => keyOf(hit) === key);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.doubt.which(name)}
      size="l"
      footer={
        <>
          <Button onPress={onClose}>{t.place.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={isFixed || selected === undefined}
            onPress={() => selected && onChoose(selected)}
          >
            {t.doubt.use}
          </Button>
        </>
      }
    >
      <div className="place-namesakes">
        <RadioGroup
          label={t.doubt.which(name)}
          isLabelHidden
          value={key}
          options={hits.map((hit) => ({
            value: keyOf(hit),
            label: [hit.name, hit.admin2, hit.admin1]
              .filter((part, at, all) => part !== null && all.indexOf(part) === at)
              .join(', '),
            description: hitText(hit, t, format, lang),
          }))}
          onChange={setKey}
        />
        <div className="place-picker-map">
          <LazyMapView
            {...{ points, colourBy: 'status', theme, lang, fitKey: 1, hasLegend: false }}
            selectedId={key}
            onSelect={(id) => {
              if (id !== undefined) setKey(id);
            }}
          />
        </div>
      </div>
    </Dialog>
  );
}
