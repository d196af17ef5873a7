import './chip.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../text/index.tsx';
import { classes } from './defined.ts';

export interface ChipProps {
  readonly children: ReactNode;
  readonly onRemove?: (() => void) | undefined;
  /** Name of the cross; `Remove` when absent. */
  readonly removeLabel?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly icon?: ReactNode;
  readonly tone?: 'neutral' | 'accent' | 'warn' | 'bad' | 'good' | undefined;
}

/** A small piece of information that can be opened or taken away. */
export function Chip(props: ChipProps) {
  const words = useText().ui;
  const inside = (
    <>
      {props.icon}
      <span className="c-chip-label">{props.children}</span>
    </>
  );
  return (
    <span className={classes('c-chip', `c-chip-${props.tone ?? 'neutral'}`)}>
      {props.onPress === undefined ? (
        <span className="c-chip-body">{inside}</span>
      ) : (
        <Button className="c-chip-body c-chip-press" onPress={props.onPress}>
          {inside}
        </Button>
      )}
      {props.onRemove === undefined ? null : (
        <Button
          className="c-chip-remove"
          aria-label={props.removeLabel ?? words.remove}
          onPress={props.onRemove}
        >
          <X size={12} aria-hidden="true" />
        </Button>
      )}
    </span>
  );
}
