// A chosen place whose name is also that of others, or did not hold on the day of the incident.
import { useState } from 'react';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { NamesakesDialog } from './namesakes-dialog.tsx';
import type { PlaceValue } from './place-value.ts';
import { unitsText, validityText } from './place-words.ts';

interface Props {
  readonly value: PlaceValue;
  /** Date of the incident, EDTF. */
  readonly on: string | null;
  readonly isFixed: boolean;
  readonly onChoose: (hit: PlaceHit) => void;
}

function isSame(hit: PlaceHit, { placeId, gazetteerId }: PlaceValue): boolean {
  return (
    (placeId !== null && hit.placeId === placeId) ||
    (gazetteerId !== null && hit.gazetteerId === gazetteerId)
  );
}

export function PlaceDoubt({ value, on, isFixed, onChoose }: Props) {
  const t = useText().map;
  const lang = useLang();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { name, country } = value;
  const read = useRead(
    () =>
      name === '' || country === null
        ? Promise.resolve([])
        : call('place/namesakes', { name, country, lang, on }),
    [name, country ?? '', lang, on ?? ''],
    ['places'],
  );
  const found = read.value ?? [];
  const self = found.find((hit) => isSame(hit, value));
  const others = found.filter((hit) => hit !== self);
  const outside = self?.valid?.atDate === 'not-yet' || self?.valid?.atDate === 'no-longer';
  const better = outside ? others.find(({ valid }) => valid?.atDate === 'valid') : undefined;
  if (others.length === 0 && !outside) return null;
  const where = (hit: PlaceHit) => {
    const kind = t.kinds[hit.kind ?? ''] ?? hit.kind ?? '';
    const units = unitsText({ ...hit, country: null }, format);
    const isArea = hit.level === 'district' || hit.level === 'region';
    return (isArea && hit.kind !== 'commune' ? [kind, units] : [units || kind])
      .filter((part) => part !== '')
      .join(', ');
  };
  return (
    <>
      {outside && self?.valid && (
        <Notice
          tone="warn"
          title={t.doubt.outside(name)}
          actions={
            better !== undefined &&
            !isFixed && (
              <Button onPress={() => onChoose(better)}>
                {t.doubt.take(better.name, t.kinds[better.kind ?? ''] ?? '')}
              </Button>
            )
          }
        >
          {validityText(self.valid, t, lang)}
        </Notice>
      )}
      {others.length > 0 && (
        <div className="place-doubt">
          <span>
            {t.doubt.several(
              name,
              found.length,
              country === null ? '' : format.country(country),
              found.map(where).join(' · '),
            )}
          </span>
          <Button variant="quiet" onPress={() => setOpen(true)}>
            {t.doubt.compare}
          </Button>
        </div>
      )}
      {isOpen && (
        <NamesakesDialog
          name={name}
          hits={found}
          isChosen={(hit) => isSame(hit, value)}
          isFixed={isFixed}
          onChoose={(hit) => {
            setOpen(false);
            onChoose(hit);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
