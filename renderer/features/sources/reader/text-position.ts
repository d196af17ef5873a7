// From positions of the text to the page's nodes and back. Segments carry their start in `data-from`.

export interface NodePosition {
  readonly node: Node;
  readonly offset: number;
}

/** The text node that holds a position, UTF-16 units; undefined in an empty text. */
export function nodeAt(root: HTMLElement, position: number): NodePosition | undefined {
  const segments = [...root.querySelectorAll<HTMLElement>('[data-from]')];
  const segment =
    segments.findLast(({ dataset }) => Number(dataset.from) <= position) ?? segments[0];
  if (segment === undefined) return undefined;
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
  const node = walker.nextNode();
  if (node === null) return undefined;
  const offset = position - Number(segment.dataset.from);
  return { node, offset: Math.max(0, Math.min(offset, node.textContent?.length ?? 0)) };
}

/** A range over a span; it may run over several segments and paragraphs. */
export function rangeOf(root: HTMLElement, span: { from: number; to: number }): Range | undefined {
  const start = nodeAt(root, span.from);
  // the end belongs to the segment of the last character, not to the one that begins there
  const last = nodeAt(root, Math.max(span.from, span.to - 1));
  if (start === undefined || last === undefined) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  const end = Math.min(last.offset + 1, last.node.textContent?.length ?? 0);
  range.setEnd(last.node, span.to > span.from ? end : last.offset);
  return range;
}
