import { useState } from 'react';
import { call } from '../api/client.ts';
import { useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { PlaceValue } from './place-value.ts';
import { pointValue } from './place-words.ts';
import { type PickedPoint, PointPicker } from './point-picker.tsx';

export interface PickDialogProps {
  /** Where to begin. */
  readonly at: PlaceValue | null;
  readonly onPick: (value: PlaceValue) => void;
  readonly onClose: () => void;
}

/** A point as a place value with the units it lies in; without units where they are not known. */
export async function locatedPoint(point: PickedPoint, lang: string): Promise<PlaceValue> {
  const nowhere = { country: null, admin1: null, admin2: null };
  const found = await call('place/locate', {
    latitude: point.lat,
    longitude: point.lon,
    lang,
  }).catch(() => nowhere);
  const { country, admin1, admin2 } = found;
  return pointValue(point.lat, point.lon, point.precisionM, { country, admin1, admin2 });
}

/** The point a value has, to begin from. */
function pointOf(value: PlaceValue | null): PickedPoint | undefined {
  if (value?.latitude == null || value.longitude == null) return undefined;
  return { lat: value.latitude, lon: value.longitude, precisionM: value.radiusM ?? 1000 };
}

/** Picks a bare point on the map. */
export function PickDialog({ at, onPick, onClose }: PickDialogProps) {
  const t = useText().map.place;
  const lang = useLang();
  const [point, setPoint] = useState(() => pointOf(at));
  const [isBusy, setBusy] = useState(false);
  const use = async () => {
    if (!point) return;
    setBusy(true);
    onPick(await locatedPoint(point, lang));
  };
  return (
    <Dialog
      {...{ isOpen: true, onClose, title: t.pickTitle, size: 'l' }}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button
            {...{ variant: 'primary', isDisabled: !point, isPending: isBusy }}
            onPress={() => void use()}
          >
            {t.use}
          </Button>
        </>
      }
    >
      <PointPicker value={point} onChange={setPoint} />
    </Dialog>
  );
}
