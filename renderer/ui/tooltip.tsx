import './tooltip.css';
import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './kbd.tsx';

export interface TooltipProps {
  readonly label: ReactNode;
  readonly shortcut?: string | undefined;
  /** One focusable React Aria element. */
  readonly children: ReactNode;
  /** Milliseconds before it shows. */
  readonly delay?: number | undefined;
}

export function Tooltip(props: TooltipProps) {
  return (
    <TooltipTrigger delay={props.delay ?? 500} closeDelay={80}>
      {props.children}
      <AriaTooltip className="c-tooltip" offset={6}>
        {props.label}
        {props.shortcut === undefined ? null : <Kbd keys={props.shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

export interface HelpTipProps {
  /** The explanation, also read out as the description. */
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** Makes a piece of text reachable by keyboard and explains it. */
export function HelpTip(props: HelpTipProps) {
  return (
    <Tooltip label={props.label} delay={300}>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable */}
        <span role="note" tabIndex={0} className={props.className ?? 'c-helptip'}>
          {props.children}
        </span>
      </Focusable>
    </Tooltip>
  );
}
