/** Markdown of an analyst as paragraphs of Word: headings, lists, quotes, bold, italics; nothing of HTML. */
import { HeadingLevel, Paragraph, type TextRun } from 'docx';
import MarkdownIt from 'markdown-it';
import { inks, type Look, paragraph, runsOf } from './text.ts';

const parser = new MarkdownIt({ html: false, linkify: false });
type Token = ReturnType<typeof parser.parse>[number];

interface Inline {
  readonly runs: readonly TextRun[];
  readonly text: string;
}

function inlineOf(tokens: readonly Token[], look: Look): Inline {
  const runs: TextRun[] = [];
  let text = '';
  let now: Look = look;
  let address: string | null = null;
  const put = (words: string) => {
    text += words;
    runs.push(...runsOf(words, now));
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'strong_open':
        now = { ...now, bold: true };
        break;
      case 'strong_close':
        now = { ...now, bold: look.bold ?? false };
        break;
      case 'em_open':
        now = { ...now, italics: true };
        break;
      case 'em_close':
        now = { ...now, italics: false };
        break;
      case 'link_open':
        address = token.attrGet('href');
        break;
      case 'link_close':
        // an address is told, never followed
        if (address !== null && /^(https?|mailto):/.test(address)) put(` (${address})`);
        address = null;
        break;
      case 'softbreak':
        put(' ');
        break;
      case 'hardbreak':
        put('\n');
        break;
      case 'image':
        put(token.content);
        break;
      default:
        put(token.content);
    }
  }
  return { runs, text };
}

/** @param look of all its words */
export function markdownParagraphs(markdown: string, look: Look = {}): Paragraph[] {
  const made: Paragraph[] = [];
  const lists: ('bullets' | 'numbers')[] = [];
  let quotes = 0;
  let heading: string | undefined;
  for (const token of parser.parse(markdown, {})) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push('bullets');
        break;
      case 'ordered_list_open':
        lists.push('numbers');
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'blockquote_open':
        quotes += 1;
        break;
      case 'blockquote_close':
        quotes -= 1;
        break;
      case 'heading_open':
        heading = token.tag;
        break;
      case 'heading_close':
        heading = undefined;
        break;
      case 'inline': {
        const { runs, text } = inlineOf(
          token.children ?? [],
          quotes > 0 ? { ...look, color: inks.soft } : look,
        );
        const list = lists.at(-1);
        made.push(
          heading !== undefined
            ? paragraph(runs, text, { heading: HeadingLevel.HEADING_3, keepNext: true })
            : paragraph(runs, text, {
                ...(list === undefined
                  ? {}
                  : { numbering: { reference: list, level: Math.min(2, lists.length - 1) } }),
                ...(quotes > 0 ? { indent: { start: 360 * quotes } } : {}),
              }),
        );
        break;
      }
      case 'fence':
      case 'code_block':
        made.push(paragraph(runsOf(token.content.trimEnd(), look), token.content));
        break;
      default:
    }
  }
  return made.length > 0 ? made : [new Paragraph({})];
}
