// Links and marks in the text: one piece each, shown by what the case says now.
import type { Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor } from 'prosemirror-view';
import type { Lookup, Shown } from './lookup.ts';
import { nodes, referenceOf } from './schema.ts';

/** What a reference is shown as. */
export function shownOf(node: Node, lookup: Lookup): Shown {
  const reference = referenceOf(node);
  if (reference === undefined) return { text: '', says: '', isGone: false };
  return node.type === nodes.record_link
    ? lookup.linkShown(reference, String(node.attrs.name))
    : lookup.markShown(reference);
}

export function referenceViews(lookup: Lookup): Record<string, NodeViewConstructor> {
  const view: NodeViewConstructor = (given): NodeView => {
    const node = given;
    const dom = document.createElement('span');
    dom.contentEditable = 'false';
    const draw = () => {
      const { text, says, isGone } = shownOf(node, lookup);
      dom.className = node.type === nodes.record_link ? 'rich-link' : 'rich-mark';
      dom.classList.toggle('rich-gone', isGone);
      dom.dir = 'auto';
      dom.textContent = text;
      dom.title = says === text ? '' : says;
    };
    draw();
    const end = lookup.listen(draw);
    return {
      dom,
      update: (next) => next.sameMarkup(node),
      ignoreMutation: () => true,
      destroy: end,
    };
  };
  return { record_link: view, source_mark: view };
}
