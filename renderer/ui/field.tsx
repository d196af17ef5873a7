import './field.css';
import { type ReactNode, useId } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { classes } from './defined.ts';

/** What every field takes. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for assistive technology only. */
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: ReactNode;
  /** Shown under the field, which is then marked as wrong. */
  readonly errorMessage?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
  /** `inline` puts the label on the left. */
  readonly layout?: 'stacked' | 'inline' | undefined;
}

export function fieldClass(props: FieldProps, name?: string): string {
  return classes(
    'c-field',
    props.layout === 'inline' && 'c-field-inline',
    props.isLabelHidden === true && 'c-field-bare',
    name,
    props.className,
  );
}

/** The label inside a React Aria field. */
export function FieldLabel(props: FieldProps) {
  return (
    <Label className={props.isLabelHidden === true ? 'u-visually-hidden' : 'c-field-label'}>
      {props.label}
      {props.isRequired === true ? (
        <span className="c-field-required" aria-hidden="true">
          {' *'}
        </span>
      ) : null}
    </Label>
  );
}

/** Description and error inside a React Aria field, tied to it by the field's context. */
export function FieldMessages(props: FieldProps) {
  return (
    <>
      {props.description === undefined ? null : (
        <Text slot="description" className="c-field-description" elementType="div">
          {props.description}
        </Text>
      )}
      <FieldError className="c-field-error">{props.errorMessage ?? ''}</FieldError>
    </>
  );
}

/** The props of a React Aria field that follow from FieldProps. */
export function ariaField(props: FieldProps) {
  return {
    isInvalid: props.errorMessage !== undefined,
    isRequired: props.isRequired ?? false,
    isDisabled: props.isDisabled ?? false,
    validationBehavior: 'aria' as const,
  };
}

/** A labelled box around a control that React Aria does not know. */
export function Field(props: FieldProps & { readonly children: ReactNode }) {
  return <FieldGroup {...props} />;
}

export interface FieldGroupProps extends FieldProps {
  readonly children: ReactNode;
}

/** Several controls under one label, as `role=group`. */
export function FieldGroup(props: FieldGroupProps) {
  const id = useId();
  const isWrong = props.errorMessage !== undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid row
    <div
      role="group"
      className={fieldClass(props)}
      aria-labelledby={`${id}-label`}
      {...(isWrong ? { 'aria-describedby': `${id}-error` } : {})}
    >
      <span
        id={`${id}-label`}
        className={props.isLabelHidden === true ? 'u-visually-hidden' : 'c-field-label'}
      >
        {props.label}
        {props.isRequired === true ? (
          <span className="c-field-required" aria-hidden="true">
            {' *'}
          </span>
        ) : null}
      </span>
      <div className="c-field-controls">{props.children}</div>
      {props.description === undefined ? null : (
        <div className="c-field-description">{props.description}</div>
      )}
      {isWrong ? (
        <div id={`${id}-error`} className="c-field-error">
          {props.errorMessage}
        </div>
      ) : null}
    </div>
  );
}
