import './toll-bar.css';

interface Props {
  readonly low: number;
  /** null = open-ended. */
  readonly high: number | null;
  /** People at the right end of the scale. */
  readonly max: number;
  readonly best?: { readonly low: number; readonly high: number | null } | null | undefined;
}

/** A figure as a bar on a common scale. Decorative: the words stand beside it. */
export function TollBar({ low, high, max, best }: Props) {
  const scale = Math.max(1, max);
  const percent = (n: number) => `${Math.min(100, (n / scale) * 100)}%`;
  const end = high ?? scale;
  return (
    <span className="toll-bar" aria-hidden="true">
      <span className="toll-bar-base" style={{ width: percent(low) }} />
      <span
        className="toll-bar-fill"
        data-open={high === null || undefined}
        style={{ insetInlineStart: percent(low), width: `calc(${percent(end - low)} + 2px)` }}
      />
      {best && <span className="toll-bar-best" style={{ insetInlineStart: percent(best.low) }} />}
    </span>
  );
}
