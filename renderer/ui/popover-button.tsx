import './popover-button.css';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ButtonVariant } from './button.tsx';
import './button.css';
import './pop.css';
import { classes } from './defined.ts';
import { Tooltip } from './tooltip.tsx';

export interface PopoverButtonProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isLabelHidden?: boolean | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly children: (close: () => void) => ReactNode;
  /** Name of the panel; the label of the button when absent. */
  readonly title?: string | undefined;
  /** Marks the button: what it sets is in force. */
  readonly isActive?: boolean | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** A button that opens a small panel with controls. */
export function PopoverButton(props: PopoverButtonProps) {
  const isIcon = props.isLabelHidden === true;
  const button = (
    <AriaButton
      isDisabled={props.isDisabled ?? false}
      className={classes(
        isIcon ? 'c-icon-button' : `c-button c-button-${props.variant ?? 'default'}`,
        props.isActive === true && 'c-button-active',
      )}
      {...(isIcon ? { 'aria-label': props.label } : {})}
    >
      {props.icon}
      {isIcon ? null : <span className="c-button-label">{props.label}</span>}
      {isIcon ? null : <ChevronDown size={12} aria-hidden="true" />}
    </AriaButton>
  );
  return (
    <DialogTrigger>
      {isIcon ? <Tooltip label={props.label}>{button}</Tooltip> : button}
      <Popover className="c-pop" offset={2}>
        <Dialog
          className="c-popover u-no-ring"
          aria-label={props.title ?? props.label}
          style={{ width: props.width ?? 280 }}
        >
          {({ close }) => props.children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
