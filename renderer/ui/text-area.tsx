import './text-area.css';
import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { classes, defined } from './defined.ts';
import { ariaField, FieldLabel, FieldMessages, type FieldProps, fieldClass } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
  readonly lang?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly isMonospace?: boolean | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
  /** One paragraph: grows with its text, Enter makes no line. */
  readonly isOneLine?: boolean | undefined;
}

const MAX_ROWS = 24;
/** Pixels of a line, and of padding and border together. */
const LINE = 18;
const EDGES = 8;

/** Several lines; grows with its text up to 24 rows. */
export function TextArea(props: TextAreaProps) {
  const least = props.rows ?? (props.isOneLine === true ? 1 : 3);
  // Lines of about 60 characters: `field-sizing` is there in Chromium 123 and later and refines it.
  const rows = Math.min(MAX_ROWS, Math.max(least, props.value.split('\n').length));
  return (
    <AriaTextField
      {...ariaField(props)}
      {...defined({
        maxLength: props.maxLength,
        autoFocus: props.autoFocus,
        isReadOnly: props.isReadOnly,
      })}
      value={props.value}
      onChange={(value) =>
        props.onChange(props.isOneLine === true ? value.replace(/\s*\n\s*/g, ' ') : value)
      }
      className={fieldClass(props)}
      onKeyDown={(event) => {
        const isPlain = !event.ctrlKey && !event.metaKey;
        if (props.isOneLine === true && event.key === 'Enter' && isPlain) event.preventDefault();
        else event.continuePropagation();
      }}
    >
      <FieldLabel {...props} />
      <AriaTextArea
        className={classes(
          'c-input',
          'c-textarea',
          props.isMonospace === true && 'c-textarea-mono',
          props.isOneLine === true && 'c-textarea-line',
        )}
        dir={props.dir ?? 'auto'}
        rows={rows}
        style={{ minHeight: least * LINE + EDGES }}
        {...defined({ placeholder: props.placeholder, lang: props.lang, ref: props.inputRef })}
      />
      <FieldMessages {...props} />
    </AriaTextField>
  );
}
