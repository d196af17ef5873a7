import './number-field.css';
import { NumberParser } from '@internationalized/number';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { useLang } from '../text/index.tsx';
import { defined } from './defined.ts';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';

export interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  readonly step?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly formatOptions?: Intl.NumberFormatOptions | undefined;
}

/** A number in the reader's own notation; empty is `undefined`. */
export function NumberField(props: NumberFieldProps) {
  const lang = useLang();
  const { minValue, maxValue, step, autoFocus, isReadOnly, formatOptions } = props;
  return (
    <AriaNumberField
      {...ariaField(props)}
      {...defined({ minValue, maxValue, step, autoFocus, isReadOnly, formatOptions })}
      value={props.value ?? Number.NaN}
      onChange={(value) => props.onChange(Number.isNaN(value) ? undefined : value)}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <Group className="c-input-box c-number">
        <Input
          className="c-input u-tabular"
          {...defined({ placeholder: props.placeholder })}
          // React Aria commits on leaving the field; Ctrl+Enter saves the form from inside it.
          onInput={(event) => {
            const typed = new NumberParser(lang, formatOptions).parse(event.currentTarget.value);
            if (Number.isNaN(typed)) return;
            const isInside = typed >= (minValue ?? typed) && typed <= (maxValue ?? typed);
            if (isInside && typed !== props.value) props.onChange(typed);
          }}
        />
        <span className="c-number-steps">
          <Button slot="increment" className="c-number-step">
            <ChevronUp size={10} aria-hidden="true" />
          </Button>
          <Button slot="decrement" className="c-number-step">
            <ChevronDown size={10} aria-hidden="true" />
          </Button>
        </span>
      </Group>
      <FieldMessages {...props} />
    </AriaNumberField>
  );
}
