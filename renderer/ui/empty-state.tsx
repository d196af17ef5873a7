import './empty-state.css';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** One sentence that says what to do next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly size?: 's' | 'm' | undefined;
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div className={`c-empty c-empty-${props.size ?? 'm'}`}>
      {props.icon === undefined ? null : (
        <span className="c-empty-icon" aria-hidden="true">
          {props.icon}
        </span>
      )}
      <p className="c-empty-title">{props.title}</p>
      {props.children === undefined ? null : <div className="c-empty-text">{props.children}</div>}
      {props.actions === undefined ? null : <div className="c-empty-actions">{props.actions}</div>}
    </div>
  );
}
