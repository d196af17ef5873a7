import './button.css';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classes, defined } from './defined.ts';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Shows a spinner and ignores presses while work goes on. */
  readonly isPending?: boolean | undefined;
  /** Ignores presses for a moment without a spinner, and stays where the keyboard is. */
  readonly isWaiting?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Id of the form it submits when it stands outside of it. */
  readonly form?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** A push button with words. */
export function Button(props: ButtonProps) {
  const { variant = 'default', isPending = false, isDisabled = false, type = 'button' } = props;
  return (
    <AriaButton
      {...defined({
        onPress: props.onPress,
        autoFocus: props.autoFocus,
        form: props.form,
        ref: props.buttonRef,
        'aria-label': props['aria-label'],
      })}
      type={type}
      isDisabled={isDisabled}
      isPending={isPending || props.isWaiting === true}
      className={classes('c-button', `c-button-${variant}`, props.className)}
    >
      {isPending ? <Spinner size={13} /> : props.icon}
      <span className="c-button-label">{props.children}</span>
      {props.shortcut === undefined ? null : <Kbd keys={props.shortcut} />}
    </AriaButton>
  );
}
