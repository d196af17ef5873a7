import { useText } from '../../../text/index.tsx';
import type { Marked } from './quote.ts';
import './marking.css';

/** The marked words on top of a form. */
export function QuoteBlock({ source, selectors }: Marked) {
  const words = useText().sources.marking;
  return (
    <blockquote className="marking-quote form-dialog-wide">
      <span className="u-visually-hidden">{words.quote}: </span>
      <p dir="auto" lang={source.language ?? undefined}>
        {selectors.exact}
      </p>
    </blockquote>
  );
}
