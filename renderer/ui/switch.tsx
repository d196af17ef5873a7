import './checkbox.css';
import { type ReactNode, useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { defined } from './defined.ts';

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

export function Switch(props: SwitchProps) {
  const id = useId();
  const hasDescription = props.description !== undefined;
  return (
    <div className="c-switch-field">
      <AriaSwitch
        className="c-switch"
        isSelected={props.isSelected}
        onChange={props.onChange}
        isDisabled={props.isDisabled ?? false}
        {...defined({ 'aria-describedby': hasDescription ? id : undefined })}
      >
        <span className="c-switch-track" aria-hidden="true">
          <span className="c-switch-knob" />
        </span>
        <span>{props.children}</span>
      </AriaSwitch>
      {hasDescription ? (
        <div id={id} className="c-field-description">
          {props.description}
        </div>
      ) : null}
    </div>
  );
}
