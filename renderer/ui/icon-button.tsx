import './button.css';
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { classes, defined } from './defined.ts';
import { Tooltip } from './tooltip.tsx';

interface IconButtonBase {
  readonly icon: ReactNode;
  /** Name for assistive technology, shown as tooltip too. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

export interface IconButtonProps extends IconButtonBase {
  readonly onPress?: (() => void) | undefined;
  readonly variant?: 'quiet' | 'default' | 'danger' | undefined;
}

/** A square button that is only an icon; its label is always there as tooltip and name. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, isDisabled = false, variant = 'quiet' } = props;
  return (
    <Tooltip label={label} shortcut={props.shortcut}>
      <AriaButton
        {...defined({ onPress: props.onPress })}
        aria-label={label}
        isDisabled={isDisabled}
        className={classes('c-icon-button', `c-icon-button-${variant}`, props.className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}

export interface ToggleIconButtonProps extends IconButtonBase {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function ToggleIconButton(props: ToggleIconButtonProps) {
  const { icon, label, isDisabled = false } = props;
  return (
    <Tooltip label={label} shortcut={props.shortcut}>
      <ToggleButton
        aria-label={label}
        isDisabled={isDisabled}
        isSelected={props.isSelected}
        onChange={props.onChange}
        className={classes('c-icon-button', props.className)}
      >
        {icon}
      </ToggleButton>
    </Tooltip>
  );
}
