// Moves the period of the filter over time: the same buttons on the timeline and on the map.
import './play-controls.css';
import { Pause, Play, SlidersHorizontal, StepBack, StepForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  type PlaySpeed,
  type PlayStep,
  playSpeeds,
  playSteps,
  unitFor,
} from '../../shared/domain/playback.ts';
import type { DayWindow } from '../../shared/domain/view-parts.ts';
import { setLayout, useLayout } from '../state/app-store.ts';
import {
  play,
  speedKey,
  speedOf,
  step,
  stepKey,
  stepOf,
  stopPlaying,
  useIsPlaying,
  wantsLessMotion,
} from '../state/playback.ts';
import { useText } from '../text/index.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PopoverButton } from '../ui/popover-button.tsx';
import { Select } from '../ui/select.tsx';

interface Props {
  /** Days along which the period moves; undefined while they are not known or there are none. */
  readonly stretch: DayWindow | undefined;
}

/** Whether the system asks for less motion: then the period is moved by hand alone. */
function useLessMotion(): boolean {
  const [isLess, setLess] = useState(wantsLessMotion);
  useEffect(() => {
    const query = matchMedia('(prefers-reduced-motion: reduce)');
    const follow = () => setLess(query.matches);
    query.addEventListener('change', follow);
    follow();
    return () => query.removeEventListener('change', follow);
  }, []);
  return isLess;
}

/** A step back, play or stop, a step on. */
export function PlayButtons({ stretch }: Props) {
  const t = useText().timeline;
  const isPlaying = useIsPlaying();
  const isLess = useLessMotion();
  const isDisabled = stretch === undefined;
  return (
    <>
      <IconButton
        {...{ label: t.stepBack, isDisabled }}
        icon={<StepBack size={14} aria-hidden="true" />}
        onPress={() => stretch && step(stretch, -1)}
      />
      {isLess ? null : (
        <IconButton
          {...{ label: isPlaying ? t.pause : t.play, isDisabled: isDisabled && !isPlaying }}
          icon={
            isPlaying ? (
              <Pause size={14} aria-hidden="true" />
            ) : (
              <Play size={14} aria-hidden="true" />
            )
          }
          onPress={() => {
            if (isPlaying) stopPlaying();
            else if (stretch !== undefined) play(stretch);
          }}
        />
      )}
      <IconButton
        {...{ label: t.stepOn, isDisabled }}
        icon={<StepForward size={14} aria-hidden="true" />}
        onPress={() => stretch && step(stretch, 1)}
      />
      <PopoverButton
        {...{ label: t.choices, isLabelHidden: true, width: 240 }}
        icon={<SlidersHorizontal size={14} aria-hidden="true" />}
      >
        {() => <PlayChoices stretch={stretch} />}
      </PopoverButton>
    </>
  );
}

function PlayChoices({ stretch }: Props) {
  const t = useText().timeline;
  const chosen = useLayout(stepOf);
  const speed = useLayout(speedOf);
  const words = t.steps(t.units[stretch === undefined ? 'month' : unitFor(stretch)]);
  return (
    <div className="play-choices">
      <Select<PlayStep>
        {...{ label: t.step, value: chosen }}
        options={playSteps.map((value) => ({ value, label: words[value] }))}
        onChange={(next) => {
          // what moves goes on in the step that it began with
          stopPlaying();
          setLayout(stepKey, next);
        }}
      />
      <Select<PlaySpeed>
        {...{ label: t.speed, value: speed }}
        options={playSpeeds.map((value) => ({ value, label: t.speeds[value] }))}
        onChange={(next) => setLayout(speedKey, next)}
      />
    </div>
  );
}
