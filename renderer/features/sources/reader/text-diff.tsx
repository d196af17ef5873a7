import type { TextPiece } from '../../../../shared/domain/text-changes.ts';
import { useText } from '../../../text/index.tsx';
import './text-diff.css';

interface Props {
  readonly before: string;
  readonly after: string;
  readonly pieces: readonly TextPiece[];
  /** Characters of unchanged text kept around a change; all of it without. */
  readonly around?: number | undefined;
}

/** Two versions of a text in one: taken out struck through, put in underlined. */
export function TextDiff({ before, after, pieces, around }: Props) {
  const words = useText().sources.versions;
  return (
    <div className="text-diff" dir="auto">
      {pieces.map((piece, i) => {
        const key = `${piece.kind}-${piece.before.from}-${piece.after.from}`;
        if (piece.kind === 'removed') {
          return (
            <del key={key}>
              <span className="u-visually-hidden">{words.removed} </span>
              {before.slice(piece.before.from, piece.before.to)}
            </del>
          );
        }
        const text = after.slice(piece.after.from, piece.after.to);
        if (piece.kind === 'added') {
          return (
            <ins key={key}>
              <span className="u-visually-hidden">{words.added} </span>
              {text}
            </ins>
          );
        }
        return <span key={key}>{shortened(text, around, i > 0, i < pieces.length - 1)}</span>;
      })}
    </div>
  );
}

/** The ends of a long unchanged stretch that touch a change. */
function shortened(text: string, around: number | undefined, atStart: boolean, atEnd: boolean) {
  if (around === undefined || text.length <= around * 2 + 20) return text;
  const head = atStart ? text.slice(0, around).replace(/\S*$/u, '') : '';
  const tail = atEnd ? text.slice(-around).replace(/^\S*/u, '') : '';
  return `${head}\n…\n${tail}`;
}
