import type { TollScale } from '../../shared/domain/toll-scale.ts';
import { numberWords } from '../../shared/text/toll-words.ts';
import { useLang } from '../text/index.tsx';
import './toll-bar.css';

interface Range {
  readonly low: number;
  /** null = open-ended. */
  readonly high: number | null;
}

interface Props extends Range {
  readonly scale: TollScale;
  /** Marked where it begins, and as a band where it is a range. */
  readonly best?: Range | null | undefined;
  /** Two claims that share no figure: drawn as two pieces. */
  readonly apart?: { readonly atMost: number; readonly atLeast: number } | null | undefined;
}

/** A figure as a bar on a common scale. Decorative: the words stand beside it. */
export function TollBar({ low, high, scale, best, apart }: Props) {
  const pieces: readonly Range[] =
    apart == null
      ? [{ low, high }]
      : [
          { low: 0, high: apart.atMost },
          { low: apart.atLeast, high: null },
        ];
  return (
    <span className="toll-bar" aria-hidden="true">
      {pieces.map((piece) => (
        <span
          key={piece.low}
          className="toll-bar-fill"
          data-open={piece.high === null || undefined}
          style={placed(piece, scale)}
        />
      ))}
      {best != null && <span className="toll-bar-best" style={placed(best, scale)} />}
    </span>
  );
}

function placed({ low, high }: Range, { position }: TollScale) {
  const start = position(low);
  const end = high === null ? 1 : position(high);
  return {
    insetInlineStart: `${start * 100}%`,
    width: `max(3px, ${(end - start) * 100}%)`,
  };
}

/** The numbers under bars of one scale. */
export function TollTicks({ scale }: { readonly scale: TollScale }) {
  const lang = useLang();
  return (
    <span className="toll-ticks u-tabular" aria-hidden="true">
      {scale.ticks.map((people) => (
        <span key={people} style={{ insetInlineStart: `${scale.position(people) * 100}%` }}>
          {numberWords(people, lang)}
        </span>
      ))}
    </span>
  );
}
