/** Incidents over time as a block of bars. Pure. */
import { binSizeOf, binsOf, countOverBins, type DatedSpan, type Period } from '../domain/period.ts';
import type { TimeUnit } from '../domain/timeline.ts';
import { edtfWords } from '../text/date-words.ts';
import type { Lang } from '../text/lang.ts';
import type { GivenBlock } from './parts.ts';
import { productText } from './product-text.ts';

/** `scope`: filter and period in words. Null when there is nothing to draw: no incident has a span of days in the period. */
export function activityBlock(
  rows: readonly DatedSpan[],
  period: Period,
  scope: string,
  lang: Lang,
): GivenBlock | null {
  const t = productText(lang);
  const size = binSizeOf(period);
  const { bins, unplaced } = countOverBins(rows, binsOf(period, size));
  if (bins.every(({ sure, spread }) => sure === 0 && spread === 0)) return null;
  const left = unplaced === 0 ? '' : ` ${t.unplaced(unplaced)}`;
  const lengths = { day: 10, week: 10, month: 7, year: 4 } as const;
  return {
    type: 'bars',
    caption: `${t.activityCaption(t.units[size], scope)}${left}`,
    sureWords: t.sure,
    spreadWords: t.spread,
    bars: bins.map((bin) => ({
      label: short(edtfWords(bin.from.slice(0, lengths[size]), lang), size),
      sure: bin.sure,
      spread: Math.round(bin.spread * 1000) / 1000,
    })),
  };
}

/** Heading and bars over the whole span of the rows. */
export function activityFigure(
  rows: readonly DatedSpan[],
  scope: string,
  lang: Lang,
): GivenBlock[] {
  const span = spanOfRows(rows);
  const block = span === null ? null : activityBlock(rows, span, scope, lang);
  if (block === null) return [];
  return [{ type: 'heading', level: 2, text: productText(lang).activity }, block];
}

/** Days say no year: the report's period does. */
function short(label: string, size: TimeUnit): string {
  return size === 'day' || size === 'week' ? label.replace(/ \d{4}$/, '') : label;
}

/** First to last day that any of the incidents can have; null when none has a day. */
function spanOfRows(rows: readonly DatedSpan[]): Period | null {
  const days = rows
    .flatMap((row) => [row.dateEarliest, row.dateLatest])
    .filter((day) => day !== null)
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
