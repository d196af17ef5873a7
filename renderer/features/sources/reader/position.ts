// Where a place of the page lies in the source's text. Segments carry their start in `data-from`.

/** UTF-16 position of a place in the page; undefined where it is in no segment. */
export function positionOf(root: HTMLElement, node: Node, offset: number): number | undefined {
  if (node.nodeType === Node.TEXT_NODE) {
    const start = segmentStart(node.parentElement);
    return start === undefined ? undefined : start + offset;
  }
  // between elements: the start of the next segment, or the end of the last one before
  const next = node.childNodes[offset];
  const after = next === undefined ? undefined : firstSegment(next);
  if (after !== undefined) return Number(after.dataset.from);
  const segments = [...root.querySelectorAll<HTMLElement>('[data-from]')];
  const before = segments.findLast((segment) => {
    const position = segment.compareDocumentPosition(node);
    return (
      (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ||
      (position & Node.DOCUMENT_POSITION_CONTAINS) !== 0
    );
  });
  return before === undefined
    ? undefined
    : Number(before.dataset.from) + (before.textContent?.length ?? 0);
}

function segmentStart(element: HTMLElement | null): number | undefined {
  const segment = element?.closest<HTMLElement>('[data-from]');
  return segment?.dataset.from === undefined ? undefined : Number(segment.dataset.from);
}

function firstSegment(node: Node): HTMLElement | undefined {
  if (!(node instanceof HTMLElement)) {
    const parent = node.parentElement?.closest<HTMLElement>('[data-from]');
    return parent ?? undefined;
  }
  if (node.dataset.from !== undefined) return node;
  return node.querySelector<HTMLElement>('[data-from]') ?? undefined;
}
