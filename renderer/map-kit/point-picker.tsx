import { useState } from 'react';
import { geoLevels } from '../../shared/domain/vocabulary.ts';
import { call } from '../api/client.ts';
import { useApp } from '../state/app-store.ts';
import { useRead } from '../state/use-changes.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { LazyMapView } from './lazy-map-view.tsx';
import { unitsText } from './place-words.ts';
import { type Bounds, type MapPoints, noPoints } from './points.ts';

export interface PickedPoint {
  readonly lat: number;
  readonly lon: number;
  /** Metres that the pointer may be off at the zoom it was clicked at. */
  readonly precisionM: number;
}

export interface PointPickerProps {
  readonly value: PickedPoint | undefined;
  readonly onChange: (value: PickedPoint | undefined) => void;
}

/** Fingers and mice are off by about so many pixels. */
const pointerError = 4;

function asPoints(value: PickedPoint | undefined): MapPoints {
  if (!value) return noPoints;
  return {
    ids: ['picked'],
    titles: [''],
    lon: Float64Array.of(value.lon),
    lat: Float64Array.of(value.lat),
    radiusM: Float64Array.of(value.precisionM),
    level: Uint8Array.of(geoLevels.indexOf('point')),
    status: Uint8Array.of(0),
    eventType: Uint8Array.of(255),
  };
}

function around(value: PickedPoint | undefined): Bounds | undefined {
  return value && [value.lon - 2, value.lat - 1.4, value.lon + 2, value.lat + 1.4];
}

/** A point by clicking a small map, or by its coordinates for those who cannot or will not click. */
export function PointPicker({ value, onChange }: PointPickerProps) {
  const t = useText().map.place;
  const lang = useLang();
  const theme = useApp((state) => state.theme);
  const [metresPerPixel, setMetresPerPixel] = useState(1000);
  const [start] = useState(() => around(value));
  const [points, setPoints] = useState(() => asPoints(value));
  const change = (next: PickedPoint | undefined) => {
    setPoints(asPoints(next));
    onChange(next);
  };
  const typed = (part: Partial<PickedPoint>) => {
    const next = { lat: value?.lat ?? 0, lon: value?.lon ?? 0, precisionM: 100, ...part };
    change(next);
  };
  const degrees = { step: 0.0001, formatOptions: { maximumFractionDigits: 5 } };
  return (
    <div className="place-picker">
      <p className="place-picker-hint">{t.pickHint}</p>
      <div className="place-picker-map">
        <LazyMapView
          {...{ points, colourBy: 'status', theme, lang, fitKey: 0, start, hasLegend: false }}
          selectedId="picked"
          onView={(view) => setMetresPerPixel(view.metresPerPixel)}
          onPick={(lon, lat) => change({ lat, lon, precisionM: pointerError * metresPerPixel })}
        />
      </div>
      <div className="place-precision">
        <NumberField
          {...{ label: t.latitude, value: value?.lat, minValue: -90, maxValue: 90, ...degrees }}
          onChange={(lat) => typed({ lat: lat ?? 0 })}
        />
        <NumberField
          {...{ label: t.longitude, value: value?.lon, minValue: -180, maxValue: 180, ...degrees }}
          onChange={(lon) => typed({ lon: lon ?? 0 })}
        />
      </div>
      {value ? <WhereItIs lat={value.lat} lon={value.lon} /> : null}
    </div>
  );
}

/** In which province the point lies and what is nearest, as it changes. */
function WhereItIs({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  const t = useText().map.place;
  const lang = useLang();
  const format = useFormat();
  const { value } = useRead(
    () => call('place/locate', { latitude: lat, longitude: lon, lang }),
    [lat, lon, lang],
    [],
  );
  if (!value) return <p className="place-where" aria-live="polite" />;
  const { nearest } = value;
  const near =
    nearest &&
    (nearest.km < 1
      ? t.at(nearest.hit.name)
      : t.near(nearest.hit.name, format.number(Math.round(nearest.km))));
  const units = unitsText({ name: '', ...value }, format) || t.sea;
  return (
    <p className="place-where" aria-live="polite">
      {[units, near].filter((part) => part !== null).join(' · ')}
    </p>
  );
}
