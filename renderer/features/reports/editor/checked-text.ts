// The words of the editor's document as one text for the wording checker, and the way back.
import type { Node } from 'prosemirror-model';
import { nodes } from './schema.ts';

interface Piece {
  /** Offsets in the text, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** Position in the document. */
  readonly at: number;
  /** One node that is told by several letters. */
  readonly isAtom: boolean;
}

export interface CheckedText {
  readonly text: string;
  /** Positions in the document of a span of the text. */
  readonly rangeOf: (start: number, end: number) => { readonly from: number; readonly to: number };
}

/** `nameOf` gives what a reference is shown as. */
export function checkedText(document: Node, nameOf: (node: Node) => string): CheckedText {
  let text = '';
  const pieces: Piece[] = [];
  const add = (words: string, at: number, isAtom: boolean) => {
    pieces.push({ from: text.length, to: text.length + words.length, at, isAtom });
    text += words;
  };
  document.descendants((node, at, parent) => {
    if (node.isTextblock) {
      if (text !== '') text += '\n\n';
      if (node.type === nodes.heading) text += '### ';
      else if (parent?.type === nodes.list_item) text += '- ';
    } else if (node.isText) add(node.text ?? '', at, false);
    else if (node.type === nodes.hard_break) text += '\n';
    else if (node.isInline) add(nameOf(node), at, true);
  });
  const pieceAt = (offset: number) =>
    pieces.find(({ from, to }) => offset >= from && offset < to) ??
    pieces.find(({ from }) => from > offset) ??
    pieces.at(-1);
  return {
    text,
    rangeOf: (start, end) => {
      const first = pieceAt(start);
      const last = pieceAt(end - 1);
      if (first === undefined || last === undefined) return { from: 0, to: 0 };
      return {
        from: first.isAtom ? first.at : first.at + Math.max(0, start - first.from),
        to: last.isAtom ? last.at + 1 : last.at + Math.min(end, last.to) - last.from,
      };
    },
  };
}
