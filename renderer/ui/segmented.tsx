import './segmented.css';
import { Radio, RadioGroup } from 'react-aria-components';
import { ariaField, FieldLabel, FieldMessages, fieldClass } from './field.tsx';
import type { RadioGroupProps } from './radio-group.tsx';

/** A few choices side by side in one joined bar; a radio group for the keyboard. */
export function Segmented<T extends string>(props: RadioGroupProps<T>) {
  return (
    <RadioGroup
      {...ariaField(props)}
      orientation="horizontal"
      value={props.value ?? null}
      onChange={(value) => {
        const option = props.options.find((candidate) => candidate.value === value);
        if (option !== undefined) props.onChange(option.value);
      }}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <div className="c-segmented">
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} className="c-segment">
            {option.icon}
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldMessages {...props} />
    </RadioGroup>
  );
}
