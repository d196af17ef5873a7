import './pop.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

export interface OptionViewProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  /** Undefined: no room kept for a check mark. */
  readonly isChecked?: boolean | undefined;
  readonly shortcut?: string | undefined;
}

/** The inside of one line of a list of choices or of a menu; all that is read is its name. */
export function OptionView(props: OptionViewProps) {
  return (
    <>
      {props.isChecked === undefined ? null : (
        <span className="c-option-check">
          {props.isChecked ? <Check size={14} aria-hidden="true" /> : null}
        </span>
      )}
      {props.icon}
      <span className="c-option-words">
        <bdi className="c-option-label">{props.label}</bdi>
        {props.description === undefined ? null : (
          <span className="c-option-description">{props.description}</span>
        )}
      </span>
      {props.shortcut === undefined ? null : (
        <span className="c-option-shortcut" aria-hidden="true">
          {props.shortcut}
        </span>
      )}
    </>
  );
}
