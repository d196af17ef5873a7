import './select.css';
import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { defined } from './defined.ts';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';
import type { Option } from './option.ts';
import { OptionView } from './option-view.tsx';

export interface SelectProps<T extends string> extends FieldProps {
  readonly value: T | undefined;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly placeholder?: string | undefined;
  /** Words of a first choice that clears the value; needs `onClear`. */
  readonly emptyLabel?: string | undefined;
  readonly onClear?: (() => void) | undefined;
}

const EMPTY = '\u0000empty';

/** One choice out of a closed list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { options, emptyLabel, onClear } = props;
  const empty: readonly Option<string>[] =
    emptyLabel === undefined ? [] : [{ value: EMPTY, label: emptyLabel }];
  const all: readonly Option<string>[] = [...empty, ...options];
  const chosen = props.value ?? (emptyLabel === undefined ? null : EMPTY);
  return (
    <AriaSelect
      {...ariaField(props)}
      {...defined({ autoFocus: props.autoFocus })}
      placeholder={props.placeholder ?? '–'}
      selectedKey={chosen}
      onSelectionChange={(key) => {
        if (key === EMPTY) onClear?.();
        const option = options.find((candidate) => candidate.value === key);
        if (option !== undefined) props.onChange(option.value);
      }}
      className={fieldClass(props, 'c-select')}
    >
      <FieldLabel {...props} />
      <Button className="c-input c-select-button">
        <SelectValue className="c-select-value">
          {({ isPlaceholder, defaultChildren, state }) => {
            if (isPlaceholder) return defaultChildren;
            const option = all.find((candidate) => candidate.value === state.selectedKey);
            return (
              <span className={option?.value === EMPTY ? 'u-faint' : 'c-select-chosen'}>
                {option?.icon}
                <bdi className="u-truncate">{option?.label ?? ''}</bdi>
              </span>
            );
          }}
        </SelectValue>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <FieldMessages {...props} />
      <Popover className="c-pop" offset={2}>
        <ListBox
          className="c-options"
          items={all.map((option) => ({ ...option, id: option.value }))}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="c-option">
              {({ isSelected }) => (
                <OptionView
                  label={option.label}
                  description={option.description}
                  icon={option.icon}
                  isChecked={isSelected}
                />
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
