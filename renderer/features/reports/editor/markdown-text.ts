// The editor's document from stored Markdown and back. What one writes the other reads the same.
import MarkdownIt from 'markdown-it';
import {
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
} from 'prosemirror-markdown';
import type { Node } from 'prosemirror-model';
import {
  escaped,
  linkAddress,
  linkAt,
  linkedTables,
  markAt,
  markTables,
  markText,
} from '../../../../shared/report/references.ts';
import { schema } from './schema.ts';

const bracket = 0x5b;

function tokenizer(): MarkdownIt {
  const md = new MarkdownIt('commonmark', { html: false });
  md.enable(['table', 'strikethrough']);
  md.disable('image');
  md.inline.ruler.before('link', 'reference', (state, isSilent) => {
    if (state.src.charCodeAt(state.pos) !== bracket) return false;
    const rest = state.src.slice(state.pos);
    const mark = markAt(rest);
    const found = mark ?? linkAt(rest);
    if (found === null) return false;
    if (!isSilent) {
      const token = state.push(mark === null ? 'record_link' : 'source_mark', '', 0);
      token.meta = found;
    }
    state.pos += found.length;
    return true;
  });
  // a table has no form in the editor: its lines are kept
  md.core.ruler.after('block', 'verbatim', (state) => {
    const lines = state.src.split('\n');
    for (let at = 0; at < state.tokens.length; at += 1) {
      const open = state.tokens[at];
      if (open?.type !== 'table_open') continue;
      const end = state.tokens.findIndex(({ type }, index) => index > at && type === 'table_close');
      const token = new state.Token('verbatim', '', 0);
      token.content = lines.slice(open.map?.[0] ?? 0, open.map?.[1] ?? 0).join('\n');
      state.tokens.splice(at, end - at + 1, token);
    }
  });
  return md;
}

const parser = new MarkdownParser(schema, tokenizer(), {
  blockquote: { block: 'blockquote' },
  paragraph: { block: 'paragraph' },
  list_item: { block: 'list_item' },
  bullet_list: {
    block: 'bullet_list',
    getAttrs: (_, tokens, at) => ({ tight: isTight(tokens, at) }),
  },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (token, tokens, at) => ({
      order: Number(token.attrGet('start') ?? 1),
      tight: isTight(tokens, at),
    }),
  },
  heading: {
    block: 'heading',
    getAttrs: ({ tag }) => ({ level: Number(tag.slice(1)) <= 3 ? 3 : 4 }),
  },
  code_block: { block: 'code_block', noCloseToken: true },
  fence: { block: 'code_block', getAttrs: ({ info }) => ({ params: info }), noCloseToken: true },
  verbatim: { block: 'verbatim', noCloseToken: true },
  hr: { ignore: true, noCloseToken: true },
  hardbreak: { node: 'hard_break' },
  record_link: {
    node: 'record_link',
    getAttrs: ({ meta: { table, id, name } }) => ({ table, id, name }),
  },
  source_mark: { node: 'source_mark', getAttrs: ({ meta: { table, id } }) => ({ table, id }) },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  s: { mark: 'strike' },
  link: {
    mark: 'link',
    getAttrs: (token) => ({ href: token.attrGet('href'), title: token.attrGet('title') }),
  },
  code_inline: { mark: 'code', noCloseToken: true },
});

function isTight(
  tokens: readonly { readonly type: string; readonly hidden: boolean }[],
  at: number,
) {
  const first = tokens.slice(at + 1).find(({ type }) => type !== 'list_item_open');
  return first?.type !== 'paragraph_open' || first.hidden;
}

const serializer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
    verbatim: (state, node) => {
      state.text(node.textContent, false);
      state.closeBlock(node);
    },
    record_link: (state, { attrs: { table, id, name } }) => {
      const known = linkedTables.find((each) => each === table);
      if (known !== undefined) state.write(`[${escaped(name)}](${linkAddress(known, id)})`);
    },
    source_mark: (state, { attrs: { table, id } }) => {
      const known = markTables.find((each) => each === table);
      if (known !== undefined) state.write(markText(known, id));
    },
  },
  {
    ...defaultMarkdownSerializer.marks,
    strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
  },
  // a line of a paragraph must not become one of a table
  { escapeExtraCharacters: /\|/g },
);

export function documentOf(markdown: string): Node {
  return parser.parse(markdown);
}

/** Empty for a document without words. */
export function markdownOf(document: Node): string {
  return serializer.serialize(document).trim();
}
