import './section.css';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { CountBadge } from './count-badge.tsx';
import { defined } from './defined.ts';

export interface SectionProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly actions?: ReactNode;
  readonly defaultExpanded?: boolean | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly onExpandedChange?: ((isExpanded: boolean) => void) | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly children: ReactNode;
}

/** A part of a panel under a heading that folds it away. */
export function Section(props: SectionProps) {
  return (
    <Disclosure
      className="c-section"
      defaultExpanded={props.defaultExpanded ?? true}
      {...defined({ isExpanded: props.isExpanded, onExpandedChange: props.onExpandedChange })}
    >
      <div className="c-section-header">
        <Heading level={props.level ?? 3} className="c-section-heading">
          <Button slot="trigger" className="c-section-trigger">
            <ChevronRight size={14} aria-hidden="true" className="c-section-chevron" />
            <span className="u-truncate">{props.title}</span>
            {props.count === undefined ? null : <CountBadge count={props.count} />}
          </Button>
        </Heading>
        {props.actions === undefined ? null : (
          <div className="c-section-actions">{props.actions}</div>
        )}
      </div>
      <DisclosurePanel className="c-section-panel">
        <div className="c-section-body">{props.children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
