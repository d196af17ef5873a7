import './toolbar.css';
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar, Separator } from 'react-aria-components';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Buttons in a row; arrows move between them, Tab leaves. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} className="c-toolbar">
      {children}
    </AriaToolbar>
  );
}

export function ToolbarSpacer() {
  return <span className="c-toolbar-spacer" />;
}

export function ToolbarSeparator() {
  return <Separator orientation="vertical" className="c-toolbar-separator" />;
}
