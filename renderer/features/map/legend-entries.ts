// Words for what marks and squares mean.
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import {
  type MapColouring,
  noCategory,
  otherCategory,
  tollCategories,
  tollClass,
  tollSteps,
} from '../../../shared/domain/map-colouring.ts';
import { eventTypes } from '../../../shared/domain/vocabulary.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import type { LegendEntry } from '../../map-kit/legend.tsx';
import { type Mark, marksOf } from '../../map-kit/marks.ts';
import type { mapEn } from '../../text/en/map.ts';

/** `5–9`, `100 or more`. */
export function classWords(low: number, next: number | undefined, t: typeof mapEn): string {
  if (next === undefined) return t.orMore(low);
  return next - 1 === low ? String(low) : `${low}–${next - 1}`;
}

export function categoryWords(
  category: string,
  label: string,
  by: MapColouring,
  lang: Lang,
  t: typeof mapEn,
): string {
  if (category === noCategory) return { ...t.noCategory }[by];
  if (category === otherCategory) return t.otherActor;
  const words = labels(lang);
  switch (by) {
    case 'status':
      return codeLabel(words.statuses, category);
    case 'type':
      return codeLabel(words.eventTypes, category);
    case 'actor':
      return label;
    case 'toll': {
      const low = Number(category.slice('toll:'.length));
      const at = (tollSteps as readonly number[]).indexOf(low);
      return classWords(low, tollSteps[at + 1], t);
    }
  }
}

/** Entries in the order of the marks; only what occurs. */
export function legendEntries(
  summary: CallResult<'map/summary'>,
  by: MapColouring,
  lang: Lang,
  t: typeof mapEn,
): readonly LegendEntry[] {
  const counted = new Map(summary.categories.map((each) => [each.category, each]));
  return marksOf(by).flatMap((mark) => {
    const own = counted.get(mark.category);
    if (own === undefined) return [];
    const label = categoryWords(mark.category, own.label, by, lang, t);
    return [{ mark, label, count: own.count }];
  });
}

/** The mark of a row, as tiles colour it. */
export function markOfRow(
  row: IncidentRow,
  by: MapColouring,
  summary: CallResult<'map/summary'> | undefined,
): Mark | undefined {
  const category = categoryOfRow(row, by, summary);
  return marksOf(by).find((mark) => mark.category === category);
}

function categoryOfRow(
  row: IncidentRow,
  by: MapColouring,
  summary: CallResult<'map/summary'> | undefined,
): string {
  switch (by) {
    case 'status':
      return row.status;
    case 'type':
      return (eventTypes as readonly (string | null)[]).includes(row.eventType)
        ? (row.eventType ?? noCategory)
        : noCategory;
    case 'toll':
      return row.killed === null || (row.killed.low === null && row.killed.high === null)
        ? noCategory
        : (tollCategories[tollClass(row.killed.low ?? 0)] ?? noCategory);
    case 'actor': {
      if (row.actors.length === 0) return noCategory;
      const names = new Set(row.actors.map(({ name }) => name));
      return summary?.categories.find(({ label }) => names.has(label))?.category ?? otherCategory;
    }
  }
}
