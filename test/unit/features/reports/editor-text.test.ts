/** What the editor of reports reads and writes: the same Markdown, and the words for the checker. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedText } from '../../../../renderer/features/reports/editor/checked-text.ts';
import {
  documentOf,
  markdownOf,
} from '../../../../renderer/features/reports/editor/markdown-text.ts';
import { nodes } from '../../../../renderer/features/reports/editor/schema.ts';

const claim = '[^claim:0196d5a0-0000-7000-8000-000000000003]';
const link = '[Raid on Djibo](cairn:incident/0196d5a0-0000-7000-8000-000000000001)';

describe('the text of a section', () => {
  test.each([
    ['words in paragraphs', 'One.\n\nTwo **bold** and *italic*.'],
    ['headings and lists', '### Head\n\n- a\n- b\n\n1. c\n2. d'],
    ['a list within a list', '- a\n  - b'],
    ['a quotation', '> said\n>\n> so'],
    ['links and marks', `By ${link}: 60 killed${claim}${claim}.`],
    ['a broken line', 'a\\\nb'],
    ['a table of an older text', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['an address', '[site](https://example.org)'],
    ['struck words and code', '~~old~~ `code`'],
    ['Arabic', 'قتل **60** جنديا'],
  ])('Given %s When read and written Then it is the same', (_, markdown) => {
    expect(markdownOf(documentOf(markdown))).toBe(markdown);
  });

  test('Given links and marks When read Then each is one piece that knows its record', () => {
    const found: string[] = [];
    documentOf(`${link} x${claim}`).descendants((node) => {
      if (node.isAtom && !node.isText) found.push(`${node.type.name} ${node.attrs.table}`);
    });
    expect(found).toEqual(['record_link incident', 'source_mark claim']);
  });

  test('Given raw HTML or a picture When read Then nothing of it is an element', () => {
    const document = documentOf('<b onclick="x()">a</b> ![p](https://example.org/p.png)');
    expect(document.textContent).toContain('<b onclick="x()">a</b>');
    expect(document.textContent).not.toContain('p.png');
  });

  test('Given any text When read and written twice Then the second changes nothing', () => {
    const part = fc.constantFrom(
      ...['**', '*', '_', '`', '~~', '[', ']', '(', ')', '|', '#', '> ', '- ', '1. ', '\n', '\n\n'],
      ...['word', ' ', '!', '<', '&amp;', '\\', '---', ':', link, claim, 'é', '  \n', '    '],
    );
    const text = fc.array(part, { maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const once = markdownOf(documentOf(given));
        const twice = markdownOf(documentOf(once));
        expect(documentOf(twice).textContent).toBe(documentOf(once).textContent);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the words for the checker', () => {
  test('Given forms and marks When checked Then each span leads back to its words', () => {
    const document = documentOf(`### Outlook\n\n- One **likely** raid${claim}.\n- By ${link} now.`);
    const { text, rangeOf } = checkedText(document, (node) =>
      node.type === nodes.source_mark ? ' [1]' : String(node.attrs.name),
    );
    expect(text).toBe('### Outlook\n\n- One likely raid [1].\n\n- By Raid on Djibo now.');
    for (const words of ['Outlook', 'likely', 'One likely raid', 'now']) {
      const start = text.indexOf(words);
      const { from, to } = rangeOf(start, start + words.length);
      expect(document.textBetween(from, to)).toBe(words);
    }
    const start = text.indexOf('Djibo');
    const { from, to } = rangeOf(start, start + 5);
    expect(document.nodeAt(from)?.type).toBe(nodes.record_link);
    expect(to - from).toBe(1);
  });
});
