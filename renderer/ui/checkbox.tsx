import './checkbox.css';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { defined } from './defined.ts';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
  readonly isIndeterminate?: boolean | undefined;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const id = useId();
  const hasDescription = props.description !== undefined;
  return (
    <div className="c-checkbox-field">
      <AriaCheckbox
        className="c-checkbox"
        isSelected={props.isSelected}
        onChange={props.onChange}
        isIndeterminate={props.isIndeterminate ?? false}
        isDisabled={props.isDisabled ?? false}
        {...defined({
          'aria-label': props['aria-label'],
          'aria-describedby': hasDescription ? id : undefined,
        })}
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="c-checkbox-box" aria-hidden="true">
              {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : null}
              {isSelected && !isIndeterminate ? <Check size={12} strokeWidth={3} /> : null}
            </span>
            {props.children === undefined ? null : <span>{props.children}</span>}
          </>
        )}
      </AriaCheckbox>
      {hasDescription ? (
        <div id={id} className="c-checkbox-description">
          {props.description}
        </div>
      ) : null}
    </div>
  );
}
