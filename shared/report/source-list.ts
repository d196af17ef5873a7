/** Numbers sources in the order in which a report first rests on them, and lists them at its end. */
import type { Source } from '../domain/records.ts';
import { edtfWords } from '../text/date-words.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import type { ReportBlock, ReportDocument } from './document.ts';
import { reportText } from './report-text.ts';

export type SourceItem = Extract<ReportBlock, { type: 'sources' }>['items'][number];

interface Numbered {
  readonly sources: readonly Source[];
  /** Passages to quote, by source id. */
  readonly quotes: ReadonlyMap<string, readonly string[]>;
  readonly lang: Lang;
}

export interface SourceNumbers {
  /** Numbers of the sources, ascending; sources not known are left out. */
  readonly marks: (ids: readonly (string | null)[]) => number[];
  readonly block: () => ReportBlock;
  /** Whether anything was numbered. */
  readonly isEmpty: () => boolean;
}

export function numberSources({ sources, quotes, lang }: Numbered): SourceNumbers {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number | undefined => {
    if (!byId.has(id)) return undefined;
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size + 1);
    return numbers.size;
  };
  return {
    marks: (ids) => {
      const marks = ids.flatMap((id) => (id === null ? [] : (numberOf(id) ?? [])));
      return [...new Set(marks)].sort((a, b) => a - b);
    },
    isEmpty: () => numbers.size === 0,
    block: () => ({
      type: 'sources',
      title: reportText(lang).sources,
      items: [...numbers].map(([id, number]) => {
        const source = byId.get(id);
        if (source === undefined) throw new Error(`source ${id} was numbered but is not known`);
        return sourceItem(source, number, byId, quotes, lang);
      }),
    }),
  };
}

/** A source as the list at the end of a report has it. `byId` knows the sources that it passes on. */
export function sourceItem(
  source: Source,
  number: number,
  byId: ReadonlyMap<string, Source>,
  quotes: ReadonlyMap<string, readonly string[]>,
  lang: Lang,
): SourceItem {
  return {
    number,
    title: closed(source.title),
    text: sourceWords(source, byId, lang),
    url: source.url,
    grade: source.reliability,
    sourceId: source.id,
    quotes: [...(quotes.get(source.id) ?? [])],
  };
}

/** The same report without the addresses of its sources, for readers who shall not be led there. */
export function withoutAddresses(document: ReportDocument): ReportDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.type === 'sources'
        ? { ...block, items: block.items.map((item) => ({ ...item, url: null })) }
        : block,
    ),
  };
}

/** `Publisher, kind, published May 2025. Passes on: …` */
function sourceWords(source: Source, byId: ReadonlyMap<string, Source>, lang: Lang): string {
  const t = reportText(lang);
  const details = [
    source.author,
    source.publisher,
    labels(lang).sourceKinds[source.kind].toLowerCase(),
    source.published === null ? null : t.published(edtfWords(source.published, lang)),
    source.accessed === null ? null : t.accessed(edtfWords(source.accessed, lang)),
  ].filter((part) => part !== null && part !== '');
  const rest = details.join(', ');
  const sentences = [`${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`];
  const via = source.via_source_id === null ? undefined : byId.get(source.via_source_id);
  if (via !== undefined) sentences.push(t.sourcePassesOn(via.title));
  return sentences.join(' ');
}

function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
