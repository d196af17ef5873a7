// Days of publication of the sources behind some claims: what their relative dates count from. Pure.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { edtfBounds } from '../../shared/domain/edtf.ts';
import type { PublishedDay } from './use-date-suggestion.ts';

/** Sources known to the day, earliest first: the first report is nearest to what it tells. */
export function publishedDays(claims: readonly ClaimView[]): readonly PublishedDay[] {
  const days = claims.flatMap(({ source }): PublishedDay[] => {
    if (source === null) return [];
    const { earliest, latest } = edtfBounds(source.published);
    if (earliest === null || earliest !== latest) return [];
    return [{ day: earliest, label: source.publisher ?? source.title }];
  });
  return days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
