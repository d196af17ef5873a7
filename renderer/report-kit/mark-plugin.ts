// Marks of sources in an analyst's text, `[1, 3–5]`, drawn as those of the rest of the report.

/** A node of remark's tree, as far as it is looked at here. */
interface Piece {
  type: string;
  value?: string;
  children?: Piece[];
  data?: { hName?: string; hProperties?: Record<string, unknown> };
}

const marks = /\u00a0?\[\d{1,4}(?:(?:, |–)\d{1,4})*\]/g;

/** For remark. A bracket of numbers becomes one piece that no line breaks. */
export function markPlugin() {
  return (tree: Piece): void => walk(tree);
}

function walk(node: Piece): void {
  if (node.children === undefined) return;
  for (const child of node.children) walk(child);
  node.children = node.children.flatMap(split);
}

function split(node: Piece): Piece[] {
  if (node.type !== 'text' || node.value === undefined) return [node];
  const parts: Piece[] = [];
  let at = 0;
  for (const { index, 0: words } of node.value.matchAll(marks)) {
    if (index > at) parts.push({ type: 'text', value: node.value.slice(at, index) });
    parts.push({
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['report-marks'] } },
      children: [{ type: 'text', value: words }],
    });
    at = index + words.length;
  }
  if (at === 0) return [node];
  if (at < node.value.length) parts.push({ type: 'text', value: node.value.slice(at) });
  return parts;
}
