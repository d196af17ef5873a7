import './checkbox.css';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';
import type { Option } from './option.ts';

export interface RadioGroupProps<T extends string> extends FieldProps {
  readonly value: T | undefined;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly orientation?: 'vertical' | 'horizontal' | undefined;
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const orientation = props.orientation ?? 'vertical';
  return (
    <AriaRadioGroup
      {...ariaField(props)}
      orientation={orientation}
      value={props.value ?? null}
      onChange={(value) => {
        const option = props.options.find((candidate) => candidate.value === value);
        if (option !== undefined) props.onChange(option.value);
      }}
      className={fieldClass(props, orientation === 'horizontal' ? 'c-radios-horizontal' : '')}
    >
      <FieldLabel {...props} />
      <div className="c-radios-list">
        {props.options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className="c-radio"
          >
            <span className="c-radio-dot" aria-hidden="true" />
            <span>
              {option.label}
              {option.description === undefined ? null : (
                <span className="c-radio-description">{option.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldMessages {...props} />
    </AriaRadioGroup>
  );
}
