import type { ReactNode, Ref } from 'react';
import { TextField as AriaTextField, Group, Input } from 'react-aria-components';
import { defined } from './defined.ts';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'search' | 'url' | 'password' | undefined;
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
  readonly lang?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly icon?: ReactNode;
  readonly suffix?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onEnter?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
}

export function TextField(props: TextFieldProps) {
  const { onEnter, icon, suffix } = props;
  const input = (
    <Input
      className="c-input"
      dir={props.dir ?? 'auto'}
      autoComplete="off"
      {...defined({ placeholder: props.placeholder, lang: props.lang, ref: props.inputRef })}
    />
  );
  return (
    <AriaTextField
      {...ariaField(props)}
      {...defined({
        maxLength: props.maxLength,
        autoFocus: props.autoFocus,
        onBlur: props.onBlur,
        isReadOnly: props.isReadOnly,
      })}
      type={props.type ?? 'text'}
      value={props.value}
      onChange={props.onChange}
      className={fieldClass(props)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && onEnter !== undefined) {
          // or the form around it would be sent as well
          event.preventDefault();
          onEnter();
        } else event.continuePropagation();
      }}
    >
      <FieldLabel {...props} />
      {icon === undefined && suffix === undefined ? (
        input
      ) : (
        <Group className="c-input-box">
          {icon}
          {input}
          {suffix === undefined ? null : <span className="c-input-suffix">{suffix}</span>}
        </Group>
      )}
      <FieldMessages {...props} />
    </AriaTextField>
  );
}
