import './pop.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Text } from 'react-aria-components';

export interface OptionViewProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  /** Undefined: no room kept for a check mark. */
  readonly isChecked?: boolean | undefined;
  readonly shortcut?: string | undefined;
}

/** The inside of one line of a list of choices or of a menu. */
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
        <Text slot="label" className="c-option-label">
          <bdi>{props.label}</bdi>
        </Text>
        {props.description === undefined ? null : (
          <Text slot="description" className="c-option-description">
            {props.description}
          </Text>
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
