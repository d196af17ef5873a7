// The picture of the network, and the keys that work on it.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Places } from '../../../shared/network/graph-files.ts';
import { type NetModel, neighbourTowards } from '../../../shared/network/model.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
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

/** Losses of the drawing surface after which no more is drawn unasked: the network itself may be too much for it. */
const mostLosses = 3;
/** Milliseconds until the system may have a new drawing surface. */
const pauseMs = 500;

export function Picture(props: Props) {
  const text = useText();
  const t = text.network;
  const f = useFormat();
  const { model, places, selected } = props;
  const [canDraw, setCanDraw] = useState(canDrawNetwork);
  const [losses, setLosses] = useState(0);
  const controller = useRef<PictureController | undefined>(undefined);
  const isDrawn = canDraw && losses <= mostLosses;
  const onRetry = () => {
    setCanDraw(canDrawNetwork());
    setLosses(0);
  };

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
      {isDrawn ? (
        <Drawing
          key={losses}
          {...{ picture: props, controller, waitMs: losses === 0 ? 0 : pauseMs }}
          onLost={() => setLosses((before) => before + 1)}
        />
      ) : null}
      <p className="u-visually-hidden" role="status">
        {chosen?.name ?? ''}
      </p>
      {isDrawn ? null : (
        <Notice
          {...{ tone: 'warn', title: t.noPicture }}
          actions={<Button onPress={onRetry}>{text.errors.tryAgain}</Button>}
        >
          {t.noPictureNext}
        </Notice>
      )}
    </div>
  );
}

interface DrawingProps {
  readonly picture: Props;
  readonly controller: { current: PictureController | undefined };
  /** Milliseconds before it is drawn. */
  readonly waitMs: number;
  /** The system took the drawing surface away, or gave none. */
  readonly onLost: () => void;
}

/** What is drawn. Made anew when its surface is lost. */
function Drawing({ picture, controller, waitMs, onLost }: DrawingProps) {
  const { model, places, measures, palette, selected, way, pins, fitKey } = picture;
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<NetModel | undefined>(undefined);
  const latest = useRef({ picture, onLost });
  latest.current = { picture, onLost };
  const [isWaiting, setWaiting] = useState(waitMs > 0);
  const { width, height } = useBoxSize(holder);

  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setWaiting(false), waitMs);
    return () => clearTimeout(timer);
  }, [isWaiting, waitMs]);

  useEffect(() => {
    if (holder.current === null || isWaiting) return undefined;
    const events: PictureEvents = {
      onSelect: (at) => latest.current.picture.onSelect(at),
      onOpen: (at) => latest.current.picture.onOpen(at),
      onPin: (at, place) => latest.current.picture.onPin(at, place),
    };
    let own: PictureController;
    try {
      own = new PictureController(holder.current, events, () => latest.current.onLost());
    } catch {
      // a surface may be refused at any time, not only where there never is one
      latest.current.onLost();
      return undefined;
    }
    controller.current = own;
    return () => {
      controller.current = undefined;
      shown.current = undefined;
      own.end();
    };
  }, [isWaiting, controller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing may have just been made
  useEffect(() => {
    if (shown.current === model) controller.current?.setPlaces(places);
    else if (controller.current !== undefined) {
      controller.current.setModel(model, places);
      shown.current = model;
    }
  }, [model, places, isWaiting]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with all of it
  useEffect(() => controller.current?.fit(), [fitKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing may have just been made
  useEffect(() => {
    controller.current?.setLook({ palette, measures, selected, way, pins });
  }, [palette, measures, selected, way, pins, isWaiting]);
  useEffect(() => {
    if (selected !== undefined) controller.current?.reveal(selected);
  }, [selected, controller]);
  useEffect(() => {
    if (width > 0 && height > 0) controller.current?.resize();
  }, [width, height, controller]);

  return <div ref={holder} className="network-canvas" />;
}
