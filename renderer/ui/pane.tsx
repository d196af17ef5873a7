import './pane.css';
import type { ReactNode } from 'react';
import { classes } from './defined.ts';

export interface PaneProps {
  readonly children: ReactNode;
  /** Makes the pane a landmark of this name. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** A column or part of a screen with its own header and scrolling body. */
export function Pane({ children, label, className }: PaneProps) {
  if (label === undefined) return <div className={classes('c-pane', className)}>{children}</div>;
  return (
    <section className={classes('c-pane', className)} aria-label={label}>
      {children}
    </section>
  );
}

export interface PaneHeaderProps {
  readonly title: string;
  readonly level?: 1 | 2 | undefined;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
}

export function PaneHeader({ title, level = 1, subtitle, actions }: PaneHeaderProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className="c-pane-header">
      <div className="c-pane-titles">
        <Heading className="c-pane-title">
          <bdi>{title}</bdi>
        </Heading>
        {subtitle === undefined ? null : <div className="c-pane-subtitle">{subtitle}</div>}
      </div>
      {actions === undefined ? null : <div className="c-pane-actions">{actions}</div>}
    </header>
  );
}

export function PaneBody({ children, className }: PaneProps) {
  return <div className={classes('c-pane-body', className)}>{children}</div>;
}
