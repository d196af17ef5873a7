import './spinner.css';

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
