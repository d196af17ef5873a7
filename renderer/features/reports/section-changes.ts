/** Changes of a report's sections. Pure. */
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { ReportEdits } from '../../../shared/report/edits.ts';

export type ReportSection = ReportDocument['sections'][number];

export function withShown(edits: ReportEdits, key: string, isShown: boolean): ReportEdits {
  const others = edits.hidden.filter((each) => each !== key);
  return { ...edits, hidden: isShown ? others : [...others, key] };
}

/** One step up (-1) or down (1); the same edits at either end. */
export function moved(
  edits: ReportEdits,
  sections: readonly ReportSection[],
  key: string,
  step: -1 | 1,
): ReportEdits {
  const order = sections.map((section) => section.key);
  const from = order.indexOf(key);
  const to = from + step;
  const other = order[to];
  if (from < 0 || other === undefined) return edits;
  order[from] = other;
  order[to] = key;
  return { ...edits, order };
}

export function withText(edits: ReportEdits, key: string, text: string): ReportEdits {
  return { ...edits, texts: { ...edits.texts, [key]: text } };
}

/** The builder's own words again; a section of the analyst's own is gone. */
export function withoutText(edits: ReportEdits, key: string): ReportEdits {
  const { [key]: _gone, ...texts } = edits.texts;
  return { ...edits, texts };
}
