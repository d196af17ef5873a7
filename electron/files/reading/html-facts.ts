/** What a web page says of itself: JSON-LD first, then meta elements, then its title. */
import { dayOf } from './published.ts';
import type { SourceFacts } from './types.ts';

/** The part of a parsed page used here; this world knows no DOM types. */
export interface PageElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  readonly documentElement: PageElement | null;
}

type Facts = { -readonly [K in keyof SourceFacts]: SourceFacts[K] };

const articleTypes = /(?:Article|Posting|Report|WebPage|Statement)$/;

/** @param pageTitle of the title element, in which outlets repeat their name */
export function metaFacts(document: PageDocument, pageTitle: string): Partial<SourceFacts> {
  const ld = linkedData(document);
  const meta = (...names: readonly string[]) => {
    for (const name of names) {
      for (const element of document.querySelectorAll('meta')) {
        const key =
          element.getAttribute('property') ??
          element.getAttribute('name') ??
          element.getAttribute('itemprop');
        const content = element.getAttribute('content')?.trim();
        if (key?.toLowerCase() === name && content) return content;
      }
    }
    return null;
  };
  const found: Facts = {
    title: ld.title ?? meta('og:title', 'twitter:title', 'dc.title') ?? (pageTitle || null),
    author:
      ld.author ?? namedAuthor(meta('author', 'article:author', 'dc.creator', 'parsely-author')),
    publisher: ld.publisher ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    published:
      ld.published ??
      dayOf(
        meta(
          'article:published_time',
          'datepublished',
          'parsely-pub-date',
          'dc.date',
          'dc.date.issued',
          'date',
          'pubdate',
        ) ??
          document
            .querySelector('article time[datetime], time[datetime]')
            ?.getAttribute('datetime'),
      ),
    language: languageOf(document.documentElement?.getAttribute('lang') ?? meta('og:locale')),
    url: addressOf(
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    ),
  };
  return Object.fromEntries(
    Object.entries(found).map(([field, value]) => [
      field,
      field === 'url' ? value : value?.replace(/\s+/g, ' ').trim().slice(0, 500) || null,
    ]),
  );
}

/** Addresses of profiles stand where a name should. */
function namedAuthor(author: string | null): string | null {
  return author !== null && /^https?:/i.test(author) ? null : author;
}

function languageOf(tag: string | null): string | null {
  const found = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag ?? '')?.[1];
  return found?.toLowerCase() ?? null;
}

function addressOf(href: string | null): string | null {
  return href !== null && /^https?:\/\/[^\s<>"]{3,3990}$/i.test(href) ? href : null;
}

type Data = Readonly<Record<string, unknown>>;

function linkedData(
  document: PageDocument,
): Pick<Facts, 'title' | 'author' | 'publisher' | 'published'> {
  const items: Data[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > 500_000) continue;
    try {
      collect(JSON.parse(text), items, 0);
    } catch {
      // many outlets write broken JSON; the meta elements remain
    }
  }
  const article = items.find(({ '@type': type }) =>
    [type].flat().some((name) => typeof name === 'string' && articleTypes.test(name)),
  );
  const words = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value : null;
  const names = (value: unknown): string | null =>
    [value]
      .flat()
      .map((one) => words(one) ?? words((one as Data | null)?.['name']))
      .filter((name) => name !== null && !/^https?:/i.test(name))
      .join(', ') || null;
  return {
    title: words(article?.['headline']),
    author: names(article?.['author']),
    publisher: names(article?.['publisher']),
    published: dayOf(words(article?.['datePublished'])),
  };
}

function collect(value: unknown, items: Data[], depth: number): void {
  if (depth > 4 || items.length > 200) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, items, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    items.push(value as Data);
    collect((value as Data)['@graph'], items, depth + 1);
  }
}
