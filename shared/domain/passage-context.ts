/** The sentence around a passage, for reading a mention where it stands. Pure. */
import type { TextSpan } from './passage.ts';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** UTF-16 units kept on each side; longer sentences are cut at a word. */
const mostAround = 220;

export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after a span in its own sentences; `…` marks where a long one is cut. */
export function surroundings(text: string, span: TextSpan): Surroundings {
  const from = text.lastIndexOf('\n', span.from - 1) + 1;
  const lineEnd = text.indexOf('\n', span.to);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const paragraph = text.slice(from, to);
  let start = from;
  let end = to;
  for (const { index, segment } of sentences.segment(paragraph)) {
    const [first, last] = [from + index, from + index + segment.length];
    if (first <= span.from) start = first;
    if (last >= span.to) {
      end = last;
      break;
    }
  }
  return {
    before: lastOf(text.slice(start, span.from).trimStart()),
    after: firstOf(text.slice(span.to, end).trimEnd()),
  };
}

function lastOf(text: string): string {
  if (text.length <= mostAround) return text;
  const cut = text.slice(-mostAround);
  return `…${cut.slice(cut.search(/\s/u) + 1)}`;
}

function firstOf(text: string): string {
  if (text.length <= mostAround) return text;
  return `${text.slice(0, mostAround).replace(/\S*$/u, '').trimEnd()}…`;
}
