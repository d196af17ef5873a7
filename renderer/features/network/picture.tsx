// The picture of the network, and the keys that work on it.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Places } from '../../../shared/network/graph-files.ts';
import { type NetModel, neighbourTowards } from '../../../shared/network/model.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import type { Measures } from './measures.ts';
import type { NetPalette } from './palette.ts';
import { canDrawNetwork, PictureController, type PictureEvents } from './picture-controller.ts';
import type { Pins } from './use-layout-job.ts';

interface Props extends PictureEvents {
  readonly model: NetModel;
  readonly places: Places;
  readonly measures: Measures | undefined;
  readonly palette: NetPalette;
  readonly selected: number | undefined;
  readonly way: ReadonlySet<number>;
  readonly pins: Pins;
  /** All is shown again when it changes. */
  readonly fitKey: string;
  readonly onExpand: (at: number) => void;
  readonly onHide: (at: number) => void;
  readonly onTogglePin: (at: number) => void;
}

const arrows: { readonly [key: string]: number } = {
  ...{ ArrowRight: 0, ArrowUp: Math.PI / 2, ArrowLeft: Math.PI, ArrowDown: -Math.PI / 2 },
};

export function Picture(props: Props) {
  const t = useText().network;
  const f = useFormat();
  const { model, places, measures, palette, selected, way, pins } = props;
  const [canDraw] = useState(canDrawNetwork);
  const holder = useRef<HTMLDivElement>(null);
  const controller = useRef<PictureController | undefined>(undefined);
  const shown = useRef<NetModel | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const { width, height } = useBoxSize(holder);

  useEffect(() => {
    if (holder.current === null || !canDraw) return undefined;
    const own = new PictureController(holder.current, {
      onSelect: (at) => latest.current.onSelect(at),
      onOpen: (at) => latest.current.onOpen(at),
      onPin: (at, place) => latest.current.onPin(at, place),
    });
    controller.current = own;
    return () => {
      controller.current = undefined;
      shown.current = undefined;
      own.end();
    };
  }, [canDraw]);

  useEffect(() => {
    if (shown.current === model) controller.current?.setPlaces(places);
    else {
      controller.current?.setModel(model, places);
      shown.current = model;
    }
  }, [model, places]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with all of it
  useEffect(() => controller.current?.fit(), [props.fitKey]);
  useEffect(() => {
    controller.current?.setLook({ palette, measures, selected, way, pins });
  }, [palette, measures, selected, way, pins]);
  useEffect(() => {
    if (selected !== undefined) controller.current?.reveal(selected);
  }, [selected]);
  useEffect(() => {
    if (width > 0 && height > 0) controller.current?.resize();
  }, [width, height]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (onKey(event.key)) event.preventDefault();
  };
  const onKey = (key: string): boolean => {
    const angle = arrows[key];
    if (angle !== undefined) {
      const next = selected === undefined ? 0 : neighbourTowards(model, places, selected, angle);
      if (next !== undefined && model.nodes.length > 0) props.onSelect(next);
      return true;
    }
    if (key === '+' || key === '-') {
      controller.current?.zoom(key === '+' ? 1.4 : 1 / 1.4);
      if (selected !== undefined) controller.current?.reveal(selected);
      return true;
    }
    if (key === '0') {
      controller.current?.fit();
      return true;
    }
    if (selected === undefined) return false;
    if (key === 'Escape') {
      props.onSelect(undefined);
      return true;
    }
    const actions = new Map([
      ['Enter', props.onOpen],
      ['x', props.onExpand],
      ['h', props.onHide],
      ['p', props.onTogglePin],
    ]);
    const action = actions.get(key.length === 1 ? key.toLowerCase() : key);
    action?.(selected);
    return action !== undefined;
  };

  const chosen = selected === undefined ? undefined : model.nodes[selected];
  return (
    <div
      className="network-picture"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that takes keys
      tabIndex={0}
      aria-label={t.picture(f.number(model.nodes.length), f.number(model.edges.length))}
      onKeyDown={onKeyDown}
    >
      <div ref={holder} className="network-canvas" />
      <p className="u-visually-hidden" role="status">
        {chosen?.name ?? ''}
      </p>
      {canDraw ? null : (
        <Notice tone="warn" title={t.noPicture}>
          {t.noPictureNext}
        </Notice>
      )}
    </div>
  );
}
