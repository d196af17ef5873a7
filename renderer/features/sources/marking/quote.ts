// Words of a source that something is made of, and the passage that keeps them. Pure.
import type { Op } from '../../../../shared/contract/record-calls.ts';
import { isExactDay } from '../../../../shared/domain/edtf.ts';
import {
  codePointIndex,
  type TextSelectors,
  type TextSpan,
} from '../../../../shared/domain/passage.ts';
import { surroundings } from '../../../../shared/domain/passage-context.ts';
import type { Source, TargetTable } from '../../../../shared/domain/records.ts';

export interface Marked {
  readonly source: Source;
  readonly selectors: TextSelectors;
}

/** A passage of its own for a target, in the save of what it leads to. */
export function passageOp(
  { source, selectors }: Marked,
  id: string,
  target: { readonly table: TargetTable; readonly id: string } | undefined,
): Op {
  return {
    do: 'create',
    table: 'passage',
    id,
    values: {
      ...selectors,
      source_id: source.id,
      target_table: target?.table ?? null,
      target_id: target?.id ?? null,
      text_sha256: source.text_sha256 ?? '',
      tlp: source.tlp,
    },
  };
}

/** UTF-16 units. */
export function spanOf({ source, selectors }: Marked): TextSpan {
  const { toUnit } = codePointIndex(source.text);
  return { from: toUnit(selectors.start), to: toUnit(selectors.end) };
}

/** The whole sentence that the words stand in, blanks evened out. */
export function sentenceOf(marked: Marked): string {
  const { before, after } = surroundings(marked.source.text, spanOf(marked));
  return `${before}${marked.selectors.exact}${after}`.replace(/\s+/gu, ' ').trim();
}

/** Marked words on one line. */
export function wordsOf({ selectors }: Marked): string {
  return selectors.exact.replace(/\s+/gu, ' ');
}

/** A few words say nothing by themselves: then the sentence stands for what is said. */
export function statementOf(marked: Marked): string {
  const words = wordsOf(marked);
  return words.split(' ').length >= 5 ? words : sentenceOf(marked);
}

/** The day of publication, null where it is not known to the day. */
export function publishedDay({ published }: Source): string | null {
  return published !== null && isExactDay(published) ? published : null;
}
