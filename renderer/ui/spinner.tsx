import './spinner.css';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';

export interface SpinnerProps {
  /** Read out; without it the spinner is decoration. */
  readonly label?: string | undefined;
  /** Pixels. */
  readonly size?: number | undefined;
}

export function Spinner({ label, size = 14 }: SpinnerProps) {
  const ring = (
    <svg className="c-spinner" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" className="c-spinner-track" />
      <path d="M8 2a6 6 0 0 1 6 6" className="c-spinner-arc" />
    </svg>
  );
  if (label === undefined) return ring;
  return (
    <span role="status" className="c-spinner-box">
      {ring}
      <span className="u-visually-hidden">{label}</span>
    </span>
  );
}

export interface ProgressBarProps {
  readonly label: string;
  /** Absent: how much is left is not known. */
  readonly value?: number | undefined;
  readonly maxValue?: number | undefined;
  readonly valueLabel?: string | undefined;
}

export function ProgressBar({ label, value, maxValue = 100, valueLabel }: ProgressBarProps) {
  const share = value === undefined || maxValue <= 0 ? undefined : Math.min(1, value / maxValue);
  return (
    <AriaProgressBar
      className="c-progress"
      isIndeterminate={share === undefined}
      value={value ?? 0}
      maxValue={maxValue}
      {...(valueLabel === undefined ? {} : { valueLabel })}
    >
      <Label className="c-progress-label">{label}</Label>
      <span className="c-progress-value u-tabular">{valueLabel}</span>
      <span className="c-progress-track">
        <span
          className={share === undefined ? 'c-progress-run' : 'c-progress-fill'}
          style={share === undefined ? {} : { width: `${share * 100}%` }}
        />
      </span>
    </AriaProgressBar>
  );
}
