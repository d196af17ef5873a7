/** What a figure shows, in words with its numbers: for those who hear it, and where it is not drawn. */
import { incidentStatuses } from '../domain/vocabulary.ts';
import { assertNever } from '../lib/assert-never.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import type { ReportBlock } from './document.ts';
import { figureText } from './figure-text.ts';

const figureTypes = ['map', 'bars', 'ranges', 'ranks', 'network'] as const;
export type FigureBlock = Extract<ReportBlock, { type: (typeof figureTypes)[number] }>;

export function isFigure(block: ReportBlock): block is FigureBlock {
  return figureTypes.some((type) => type === block.type);
}

/** Numbers beyond these are counted, not told. */
const mostTold = 40;

/** Caption and all numbers of a figure. */
export function figureAlt(block: FigureBlock, lang: Lang): string {
  return `${block.caption} ${told(block, lang)}`.trim();
}

function told(block: FigureBlock, lang: Lang): string {
  const t = figureText(lang);
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  switch (block.type) {
    case 'map': {
      const byStatus = incidentStatuses
        .map((status) => ({
          words: labels(lang).statuses[status],
          count: block.points.filter((point) => point.status === status).length,
        }))
        .filter(({ count }) => count > 0)
        .map(({ words, count }) => `${words} ${count}`);
      return t.altPoints(block.points.length, byStatus.join(', '));
    }
    case 'bars':
      return listed(
        block.bars
          .filter(({ sure, spread }) => sure + spread >= 0.05)
          .map(
            ({ label, sure, spread }) => `${label}${colon}${Math.round((sure + spread) * 10) / 10}`,
          ),
        lang,
      );
    case 'ranges':
      return listed(
        block.rows.map(({ label, words }) => `${label}${colon}${words}`),
        lang,
      );
    case 'ranks':
      return listed(
        block.rows.map(
          ({ label, first, rest }) => `${t.altRank(label, first, rest)} ${block.firstWords}`,
        ),
        lang,
      );
    case 'network':
      return listed(
        block.edges.map(({ from, to, weight }) =>
          t.altTie(block.nodes[from]?.label ?? '', block.nodes[to]?.label ?? '', weight),
        ),
        lang,
      );
    default:
      return assertNever(block, 'figure');
  }
}

function listed(parts: readonly string[], lang: Lang): string {
  const more = parts.length - mostTold;
  return [...parts.slice(0, mostTold), ...(more > 0 ? [figureText(lang).altMore(more)] : [])].join(
    '; ',
  );
}
