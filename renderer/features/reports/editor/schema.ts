// What a section's text may hold. Anything else that is pasted is cleaned to it.
import { type Attrs, type DOMOutputSpec, type Node, Schema } from 'prosemirror-model';
import { linkedTables, markTables, type Reference } from '../../../../shared/report/references.ts';

/** Levels below the section's own heading. */
export const headingLevels = [3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

const auto = { dir: 'auto' } as const;

/** Attributes of a reference read from a copied piece of the editor; false for anything else. */
function attrsOf(element: HTMLElement, tables: readonly string[]): Attrs | false {
  const { table = '', id = '', name = '' } = element.dataset;
  return tables.includes(table) && id !== '' ? { table, id, name } : false;
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      parseDOM: [{ tag: 'p' }],
      toDOM: (): DOMOutputSpec => ['p', auto, 0],
    },
    heading: {
      attrs: { level: { default: headingLevels[0] } },
      content: 'inline*',
      group: 'block',
      defining: true,
      parseDOM: [
        ...['h1', 'h2', 'h3'].map((tag) => ({ tag, attrs: { level: 3 } })),
        ...['h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 4 } })),
      ],
      toDOM: (node): DOMOutputSpec => [`h${node.attrs.level}`, auto, 0],
    },
    blockquote: {
      content: 'block+',
      group: 'block',
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: (): DOMOutputSpec => ['blockquote', auto, 0],
    },
    bullet_list: {
      attrs: { tight: { default: true } },
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ul' }],
      toDOM: (): DOMOutputSpec => ['ul', 0],
    },
    ordered_list: {
      attrs: { order: { default: 1 }, tight: { default: true } },
      content: 'list_item+',
      group: 'block',
      parseDOM: [
        {
          tag: 'ol',
          getAttrs: (element) => ({
            order: Math.max(1, Number(element.getAttribute('start')) || 1),
          }),
        },
      ],
      toDOM: (node): DOMOutputSpec => ['ol', { start: String(node.attrs.order) }, 0],
    },
    list_item: {
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: (): DOMOutputSpec => ['li', auto, 0],
    },
    code_block: {
      attrs: { params: { default: '' } },
      content: 'text*',
      group: 'block',
      marks: '',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: (): DOMOutputSpec => ['pre', ['code', 0]],
    },
    /** Markdown that the editor has no form for, as a table: kept and written on as it stands. */
    verbatim: {
      content: 'text*',
      group: 'block',
      marks: '',
      code: true,
      defining: true,
      toDOM: (): DOMOutputSpec => ['pre', { class: 'rich-verbatim' }, 0],
    },
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: (): DOMOutputSpec => ['br'],
    },
    record_link: {
      attrs: { table: {}, id: {}, name: { default: '' } },
      inline: true,
      group: 'inline',
      parseDOM: [{ tag: 'span[data-table]', getAttrs: (span) => attrsOf(span, linkedTables) }],
      toDOM: ({ attrs: { table, id, name } }): DOMOutputSpec => [
        'span',
        { 'data-table': table, 'data-id': id, 'data-name': name },
        name,
      ],
    },
    source_mark: {
      attrs: { table: {}, id: {} },
      inline: true,
      group: 'inline',
      parseDOM: [
        {
          tag: 'span[data-mark]',
          priority: 60,
          getAttrs: (span) => attrsOf(span, markTables),
        },
      ],
      toDOM: ({ attrs: { table, id } }): DOMOutputSpec => [
        'span',
        { 'data-mark': '', 'data-table': table, 'data-id': id },
      ],
    },
  },
  marks: {
    em: {
      parseDOM: [{ tag: 'i' }, { tag: 'em' }],
      toDOM: (): DOMOutputSpec => ['em'],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: (): DOMOutputSpec => ['strong'],
    },
    strike: {
      parseDOM: [{ tag: 's' }, { tag: 'del' }],
      toDOM: (): DOMOutputSpec => ['s'],
    },
    /** An address in an older text; it is printed as text, never followed. */
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      toDOM: (): DOMOutputSpec => ['span', { class: 'rich-address' }],
    },
    code: {
      code: true,
      parseDOM: [{ tag: 'code' }],
      toDOM: (): DOMOutputSpec => ['code'],
    },
  },
});

/** What a node refers to; undefined for any other node. */
export function referenceOf(node: Node): Reference | undefined {
  if (node.type !== nodes.record_link && node.type !== nodes.source_mark) return undefined;
  const known = [...linkedTables, ...markTables].find((table) => table === node.attrs.table);
  return known === undefined ? undefined : { table: known, id: String(node.attrs.id) };
}

export const { nodes, marks } = schema;
