// The analyst's own base maps: added from a file, shown or hidden, put in order, forgotten.
import './own-maps.css';
import { ChevronDown, ChevronUp, Layers, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { mapTroubles, type OwnMap } from '../../../shared/contract/own-map-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError } from '../../api/client.ts';
import { notifyError } from '../../state/app-store.ts';
import {
  addOwnMap,
  changeOwnMap,
  readOwnMaps,
  removeOwnMap,
  useOwnMaps,
} from '../../state/own-maps.ts';
import { errorWords } from '../../text/error-words.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';

export function OwnMapsButton() {
  const t = useText().map.own;
  const maps = useOwnMaps();
  return (
    <PopoverButton
      {...{ label: t.title, isLabelHidden: true, width: 380 }}
      isActive={maps.some(({ isShown, isThere }) => isShown && isThere)}
      icon={<Layers size={14} aria-hidden="true" />}
    >
      {() => <Panel maps={maps} />}
    </PopoverButton>
  );
}

function Panel({ maps }: { readonly maps: readonly OwnMap[] }) {
  const text = useText();
  const t = text.map.own;
  const [error, setError] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  // a drive may have been connected meanwhile
  useEffect(() => void readOwnMaps(), []);
  const box = useRef<HTMLDivElement>(null);
  // the button that was pressed may be gone or at its end: the keyboard stays in the panel all the same
  const held = useRef(maps.length);
  useEffect(() => {
    const isLost = maps.length < held.current || document.activeElement === document.body;
    held.current = maps.length;
    if (isLost) box.current?.querySelector<HTMLElement>(':scope > button')?.focus();
  }, [maps]);
  const add = async () => {
    setPending(true);
    setError(undefined);
    try {
      await addOwnMap();
    } catch (thrown) {
      setError(asAppError(thrown));
    } finally {
      setPending(false);
    }
  };
  // the last one is on top, as on the map
  const fromTop = [...maps].reverse();
  return (
    <div className="own-maps" ref={box}>
      <p className="own-maps-hint">{t.hint}</p>
      {maps.length === 0 ? null : (
        <ul aria-label={t.list}>
          {fromTop.map((map, at) => (
            <Entry key={map.id} {...{ map, isTop: at === 0, isBottom: at === maps.length - 1 }} />
          ))}
        </ul>
      )}
      {error === undefined ? null : (
        <Notice tone="bad" title={errorWords(text, error).title}>
          {troubleOf(error, t.troubles)} {errorWords(text, error).next}
        </Notice>
      )}
      <Button isPending={isPending} onPress={() => void add()}>
        <Plus size={14} aria-hidden="true" /> {t.add}
      </Button>
    </div>
  );
}

/** What exactly is wrong, where the refusal says it. */
function troubleOf(
  { details }: AppError,
  words: Readonly<Record<(typeof mapTroubles)[number], string>>,
): string {
  const what = mapTroubles.find((each) => each === details?.what);
  return what === undefined ? '' : words[what];
}

interface EntryProps {
  readonly map: OwnMap;
  readonly isTop: boolean;
  readonly isBottom: boolean;
}

function Entry({ map, isTop, isBottom }: EntryProps) {
  const t = useText().map.own;
  const f = useFormat();
  const { id, name, bounds, isThere } = map;
  const change = (work: Promise<void>) => void work.catch(notifyError);
  const [west, south, east, north] = bounds.map((degrees) =>
    f.number(Math.round(degrees * 10) / 10),
  );
  const facts = [
    t.kinds[map.form],
    f.bytes(map.bytes),
    map.shapes === null
      ? t.zooms(map.minZoom, map.maxZoom)
      : t.shapes(map.shapes, f.number(map.shapes)),
    t.bounds(west ?? '', south ?? '', east ?? '', north ?? ''),
  ];
  return (
    <li>
      <Checkbox
        isSelected={map.isShown}
        isDisabled={!isThere}
        onChange={(isShown) => change(changeOwnMap({ id, isShown }))}
      >
        <bdi>{name}</bdi>
      </Checkbox>
      <span className="own-maps-buttons">
        <IconButton
          {...{ label: t.up(name), isDisabled: isTop }}
          icon={<ChevronUp size={14} aria-hidden="true" />}
          onPress={() => change(changeOwnMap({ id, move: 1 }))}
        />
        <IconButton
          {...{ label: t.down(name), isDisabled: isBottom }}
          icon={<ChevronDown size={14} aria-hidden="true" />}
          onPress={() => change(changeOwnMap({ id, move: -1 }))}
        />
        <IconButton
          label={t.remove(name)}
          icon={<X size={14} aria-hidden="true" />}
          onPress={() => change(removeOwnMap(id))}
        />
      </span>
      <p title={map.fileName}>{isThere ? facts.join(' · ') : t.gone(map.fileName)}</p>
    </li>
  );
}
