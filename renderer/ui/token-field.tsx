import './token-field.css';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useText } from '../text/index.tsx';
import { Chip } from './chip.tsx';
import { defined } from './defined.ts';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';
import type { Option } from './option.ts';
import { OptionView } from './option-view.tsx';

export interface TokenFieldProps extends FieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly options: readonly Option<string>[];
  /** Words of a value that is not among the options. */
  readonly labelOf?: ((value: string) => string) | undefined;
  readonly allowsCustom?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Several values as chips, added by typing; Backspace in the empty field takes the last one away. */
export function TokenField(props: TokenFieldProps) {
  const words = useText().ui;
  const [text, setText] = useState('');
  const listId = useId();
  const { values, options } = props;
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? props.labelOf?.(value) ?? value;
  const needle = plain(text.trim());
  const left = options.filter(
    (option) => !values.includes(option.value) && plain(option.label).includes(needle),
  );
  const isKnown = options.some((option) => plain(option.label) === needle);
  const free: readonly Option<string>[] =
    props.allowsCustom === true && needle !== '' && !isKnown
      ? [{ value: text.trim(), label: words.addValue(text.trim()) }]
      : [];
  const add = (value: string) => {
    if (!values.includes(value)) props.onChange([...values, value]);
    setText('');
  };
  return (
    <ComboBox
      {...ariaField(props)}
      {...defined({ autoFocus: props.autoFocus, isReadOnly: props.isReadOnly })}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) add(String(key));
      }}
      items={[...left, ...free].map((option) => ({ ...option, id: option.value }))}
      defaultFilter={() => true}
      allowsCustomValue
      menuTrigger="focus"
      className={fieldClass(props, 'c-tokens')}
    >
      <FieldLabel {...props} />
      <div className="c-input-box c-tokens-box" id={listId}>
        {values.map((value) => (
          <Chip
            key={value}
            removeLabel={words.removeNamed(labelOf(value))}
            onRemove={() => props.onChange(values.filter((other) => other !== value))}
          >
            {labelOf(value)}
          </Chip>
        ))}
        <Input
          className="c-input c-tokens-input"
          dir="auto"
          placeholder={values.length === 0 ? (props.placeholder ?? '') : ''}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && text === '') props.onChange(values.slice(0, -1));
            const isFree = event.currentTarget.getAttribute('aria-activedescendant') === null;
            if (event.key === 'Enter' && isFree && needle !== '') {
              event.preventDefault();
              const exact = options.find((option) => plain(option.label) === needle);
              if (exact !== undefined) add(exact.value);
              else if (props.allowsCustom === true) add(text.trim());
              else if (left[0] !== undefined) add(left[0].value);
            }
          }}
        />
        <Button className="c-combo-button" aria-label={words.showChoices(props.label)}>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </div>
      <FieldMessages {...props} />
      <Popover className="c-pop" offset={2}>
        <ListBox className="c-options">
          {(option: Option<string>) => (
            <ListBoxItem id={option.value} textValue={option.label} className="c-option">
              <OptionView
                label={option.label}
                description={option.description}
                icon={option.icon}
              />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
