/**
 * A saved web page as text. The page is a stranger's: it is parsed into a tree that runs nothing, loads
 * nothing and is thrown away; only plain text comes out.
 */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlToText } from '../html-text.ts';
import { metaFacts, type PageDocument } from './html-facts.ts';
import { noFacts, type ReadText } from './types.ts';

/** A page larger than this, or of more tags, is not searched for its article: the whole of it is taken. */
const mostForArticle = 3_000_000;
const mostTags = 15_000;

export function readHtml(html: string): ReadText {
  const whole = htmlToText(html);
  const facts = { ...noFacts, title: whole.title || null };
  if (html.length > mostForArticle || countOf(html, '<') > mostTags)
    return { text: whole.text, facts };
  try {
    const { document } = parseHTML(html) as unknown as { readonly document: PageDocument };
    const found = { ...facts, ...metaFacts(document, whole.title) };
    const article = articleOf(document);
    // too little left: the page is no article, as a list or a table
    if (article === undefined || article.length < 0.15 * whole.text.length)
      return { text: whole.text, facts: found };
    return { text: article, pageText: whole.text, facts: found };
  } catch {
    // a page that breaks the tree still has its words
    return { text: whole.text, facts };
  }
}

/** Only ever given a tree of linkedom, which has what the library asks of it. */
type ArticleDocument = ConstructorParameters<typeof Readability>[0];

function articleOf(page: PageDocument): string | undefined {
  const document = page as unknown as ArticleDocument;
  if (!isProbablyReaderable(document, { minContentLength: 120, minScore: 15 })) return undefined;
  const article = new Readability(document, {
    charThreshold: 250,
    maxElemsToParse: 60_000,
  }).parse();
  if (!article?.content) return undefined;
  const { text } = htmlToText(article.content);
  const title = article.title?.trim() ?? '';
  const hasTitle = title === '' || text.slice(0, 2 * title.length + 40).includes(title);
  return hasTitle ? text : `${title}\n\n${text}`;
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
