/** What the reports screen asks for, and the request it makes of it. Pure. */
import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import type { Filter, Sort } from '../../../shared/domain/filter.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { addDays } from '../../../shared/lib/days.ts';
import type { ReportKind } from '../../../shared/report/document.ts';
import type { ReportFormat } from '../../../shared/report/format.ts';
import type { PageSize } from '../../../shared/report/paper.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { readDayBound } from '../../record-kit/typed-date.ts';

export type ListScope = 'filter' | 'selected' | 'case';

export interface ReportForm {
  readonly kind: ReportKind;
  readonly lang: Lang;
  /** Undefined: the highest label of the parts. */
  readonly tlp: TlpLabel | undefined;
  readonly withMap: boolean;
  /** Addresses of sources are printed, as text. */
  readonly withAddresses: boolean;
  /** What this report says otherwise than the house style; empty and undefined: nothing. */
  readonly author: string;
  readonly number: string;
  readonly page: PageSize | undefined;
  readonly incidentId: string | undefined;
  readonly actorId: string | undefined;
  /** Undefined: all but questions. */
  readonly noteIds: readonly string[] | undefined;
  /** Passages of sources that are quoted; with `chosen` those of `quoteIds`. */
  readonly quotes: 'none' | 'chosen' | 'all';
  readonly quoteIds: readonly string[];
  readonly title: string;
  readonly scope: ListScope;
  /** The period as typed; undefined: the one of the filter, else the week of the latest incident. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** A day of the week of a trend note, as typed; undefined: the latest incident's. */
  readonly week: string | undefined;
}

export interface ListState {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly selectedIds: readonly string[];
  /** Last day that an incident of the filter can have; undefined while it is not known. */
  readonly latestDay: string | undefined;
}

export function emptyForm(kind: ReportKind, lang: Lang): ReportForm {
  return {
    kind,
    lang,
    tlp: undefined,
    withMap: true,
    withAddresses: true,
    author: '',
    number: '',
    page: undefined,
    incidentId: undefined,
    actorId: undefined,
    noteIds: undefined,
    quotes: 'none',
    quoteIds: [],
    title: '',
    scope: 'filter',
    from: undefined,
    to: undefined,
    week: undefined,
  };
}

export type PeriodDay = string | undefined | 'wrong';

/** First and last day of a situation report as far as they are known. */
export function periodOf(
  form: Pick<ReportForm, 'from' | 'to'>,
  { filter, latestDay }: Pick<ListState, 'filter' | 'latestDay'>,
): { readonly from: PeriodDay; readonly to: PeriodDay } {
  const to = form.to === undefined ? (filter.before ?? latestDay) : readDayBound(form.to, 'end');
  const week = to === undefined || to === 'wrong' ? undefined : addDays(to, -6);
  const from = form.from === undefined ? (filter.after ?? week) : readDayBound(form.from, 'start');
  return { from, to };
}

/** The day whose week a trend note tells, as far as it is known. */
export function weekDayOf(
  form: Pick<ReportForm, 'week'>,
  { filter, latestDay }: Pick<ListState, 'filter' | 'latestDay'>,
): PeriodDay {
  if (form.week === undefined) return filter.before ?? latestDay;
  return readDayBound(form.week, 'end');
}

/** Undefined while something needed is missing. */
export function requestOf(form: ReportForm, state: ListState): ReportRequest | undefined {
  const { kind, lang, withMap } = form;
  const shared = {
    lang,
    withMap,
    ...(form.withAddresses ? {} : { withAddresses: false }),
    ...(form.tlp === undefined ? {} : { tlp: form.tlp }),
    ...quotesOf(form),
    ...styleOf(form),
  };
  const notes = form.noteIds === undefined ? {} : { noteIds: [...form.noteIds] };
  const title = form.title.trim() === '' ? {} : { title: form.title.trim() };
  switch (kind) {
    case 'brief':
      return form.incidentId === undefined
        ? undefined
        : { kind, incidentId: form.incidentId, ...shared, ...notes };
    case 'profile':
      return form.actorId === undefined
        ? undefined
        : { kind, actorId: form.actorId, ...shared, ...notes };
    case 'sitrep': {
      const { from, to } = periodOf(form, state);
      if (from === undefined || to === undefined || from === 'wrong' || to === 'wrong') {
        return undefined;
      }
      return from > to ? undefined : { kind, filter: state.filter, from, to, ...shared, ...title };
    }
    case 'trend': {
      const day = weekDayOf(form, state);
      return day === undefined || day === 'wrong'
        ? undefined
        : { kind, filter: state.filter, day, ...shared, ...title };
    }
    case 'list':
    case 'chronology': {
      const selection = selectionOf(form.scope, state);
      return selection && { kind, selection, ...shared, ...title };
    }
  }
}

function quotesOf({ quotes, quoteIds }: ReportForm) {
  if (quotes === 'none') return {};
  if (quotes === 'all') return { quotes: { what: 'all' as const } };
  return { quotes: { what: 'chosen' as const, ids: [...quoteIds] } };
}

function styleOf({ author, number, page }: ReportForm) {
  const house = {
    ...(author.trim() === '' ? {} : { author: author.trim() }),
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(page === undefined ? {} : { page }),
  };
  return Object.keys(house).length === 0 ? {} : { house };
}

function selectionOf(scope: ListScope, { filter, sort, selectedIds }: ListState) {
  switch (scope) {
    case 'case':
      return { what: 'case' as const };
    case 'filter':
      return { what: 'filter' as const, filter, sort };
    case 'selected':
      return selectedIds.length === 0
        ? undefined
        : { what: 'incidents' as const, ids: [...selectedIds] };
  }
}

/** `Djibo brief 2025-05-11` becomes a name every file system takes. */
export function fileNameOf(title: string, kind: string, format: ReportFormat): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${words === '' ? 'cairn' : words}-${kind}.${format}`;
}
