// Rich text that is pasted, cleaned to what a section may hold. The page may never make HTML of a
// string, so the tree is read by a parser and built anew of the few elements that are wanted.
import { Parser } from 'htmlparser2';
import { DOMParser, Fragment, type Node, Slice } from 'prosemirror-model';
import { schema } from './schema.ts';

/** Longer HTML is taken as the plain text that comes with it. */
const longest = 2_000_000;

const kept = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li br strong b em i s del code pre'.split(' '),
);
/** Lines of their own, whatever they are. */
const lines = new Set(
  'div section article header footer main tr caption dt dd figcaption address'.split(' '),
);
const dropped = new Set(
  'script style head title template svg math iframe object noscript'.split(' '),
);

/** The slice to insert for what the clipboard holds; null when it holds no words. */
export function sliceOf(html: string, plain: string): Slice | null {
  const slice = html === '' || html.length > longest ? null : sliceOfHtml(html);
  return slice !== null && slice.size > 0 ? slice : sliceOfPlain(plain);
}

function sliceOfHtml(html: string): Slice {
  const page = document.implementation.createHTMLDocument('');
  return DOMParser.fromSchema(schema).parseSlice(built(html, page), { preserveWhitespace: false });
}

/** Only wanted elements, without attributes but those of our own references. */
function built(html: string, page: Document): HTMLElement {
  const root = page.createElement('div');
  /** Open elements of the source: where their content goes, null for nowhere. */
  const open: { readonly name: string; readonly into: HTMLElement | null }[] = [];
  const into = () => (open.length === 0 ? root : (open.at(-1)?.into ?? null));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const parent = into();
        if (parent === null || dropped.has(name)) {
          open.push({ name, into: null });
          return;
        }
        // cells of a table's line stay apart
        if (name === 'td' || name === 'th') parent.append(' ');
        const element = elementFor(name, attributes, page);
        if (element !== null) parent.append(element);
        open.push({ name, into: element ?? parent });
      },
      ontext: (text) => into()?.append(text),
      onclosetag: (name) => {
        if (open.at(-1)?.name === name) open.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return root;
}

function elementFor(
  name: string,
  attributes: Readonly<Record<string, string>>,
  page: Document,
): HTMLElement | null {
  const style = attributes.style ?? '';
  // one writing program wraps all that is copied in a bold element that is not bold
  if (/^(?:b|strong)$/.test(name) && /font-weight:\s*(?:normal|400)/i.test(style)) return null;
  if (name === 'span') {
    const { 'data-table': table, 'data-id': id, 'data-name': shown } = attributes;
    if (table !== undefined && id !== undefined) {
      const span = page.createElement('span');
      Object.assign(span.dataset, { table, id, name: shown ?? '' });
      if (attributes['data-mark'] !== undefined) span.dataset.mark = '';
      return span;
    }
    if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) return page.createElement('strong');
    return /font-style:\s*italic/i.test(style) ? page.createElement('em') : null;
  }
  if (lines.has(name)) return page.createElement('p');
  if (!kept.has(name)) return null;
  const element = page.createElement(name);
  if (name === 'ol' && attributes.start !== undefined)
    element.setAttribute('start', attributes.start);
  return element;
}

function sliceOfPlain(text: string): Slice | null {
  const paragraphs = text
    .split(/\r?\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => schema.node('paragraph', null, withBreaks(part)));
  if (paragraphs.length === 0) return null;
  // one paragraph joins the words where the caret is
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

function withBreaks(text: string): Node[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [schema.node('hard_break')]),
      ...(line === '' ? [] : [schema.text(line)]),
    ]);
}
