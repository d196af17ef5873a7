/** What the reports screen asks for, and the request it makes of it. Pure. */
import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import type { Filter, Sort } from '../../../shared/domain/filter.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { Lang } from '../../../shared/text/lang.ts';

export type ReportKind = 'brief' | 'list';
export type ListScope = 'filter' | 'selected' | 'case';

export interface ReportForm {
  readonly kind: ReportKind;
  readonly lang: Lang;
  /** Undefined: the highest label of the parts. */
  readonly tlp: TlpLabel | undefined;
  readonly withMap: boolean;
  readonly incidentId: string | undefined;
  /** Undefined: all but questions. */
  readonly noteIds: readonly string[] | undefined;
  readonly title: string;
  readonly scope: ListScope;
}

export interface ListState {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly selectedIds: readonly string[];
}

export function emptyForm(lang: Lang, incidentId: string | undefined): ReportForm {
  return {
    kind: 'brief',
    lang,
    tlp: undefined,
    withMap: true,
    incidentId,
    noteIds: undefined,
    title: '',
    scope: 'filter',
  };
}

/** Undefined while something needed is missing. */
export function requestOf(form: ReportForm, state: ListState): ReportRequest | undefined {
  const { kind, lang, withMap } = form;
  const tlp = form.tlp === undefined ? {} : { tlp: form.tlp };
  if (kind === 'brief') {
    if (form.incidentId === undefined) return undefined;
    const notes = form.noteIds === undefined ? {} : { noteIds: [...form.noteIds] };
    return { kind, incidentId: form.incidentId, lang, withMap, ...tlp, ...notes };
  }
  const title = form.title.trim() === '' ? {} : { title: form.title.trim() };
  const { filter, sort, selectedIds } = state;
  switch (form.scope) {
    case 'case':
      return { kind, selection: { what: 'case' }, lang, withMap, ...tlp, ...title };
    case 'filter':
      return { kind, selection: { what: 'filter', filter, sort }, lang, withMap, ...tlp, ...title };
    case 'selected':
      if (selectedIds.length === 0) return undefined;
      return {
        kind,
        selection: { what: 'incidents', ids: [...selectedIds] },
        ...{ lang, withMap, ...tlp, ...title },
      };
  }
}

/** `Djibo brief 2025-05-11` becomes a name every file system takes. */
export function fileNameOf(title: string, kind: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${words === '' ? 'cairn' : words}-${kind}.pdf`;
}
