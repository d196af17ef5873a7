// The date field's own state: what is chosen and typed, and EDTF from and to it. Pure.
import {
  choiceFromEdtf,
  type DateChoice,
  type DateChoiceKind,
  edtfFromChoice,
} from '../../shared/domain/date-choice.ts';
import { type EdtfRefusal, isValidEdtf, parseEdtf } from '../../shared/domain/edtf.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { edtfWords } from '../../shared/text/date-words.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { type Grain, parseTypedDate } from './typed-date.ts';

export type DateDraftKind = DateChoiceKind | 'expert';
export type DateProblem = 'day' | 'about' | 'month' | 'year' | 'order' | 'days' | 'edtf';

export interface DateDraft {
  readonly kind: DateDraftKind;
  /** As typed: the date, the start, the list of days, or EDTF. */
  readonly first: string;
  /** The end of `between`. */
  readonly second: string;
  readonly isDoubtful: boolean;
}

export type DateReading =
  | { readonly ok: true; readonly edtf: string | null }
  /** `refusal`: why a text is not in the subset of EDTF, where EDTF is what was typed. */
  | { readonly ok: false; readonly problem: DateProblem; readonly refusal?: EdtfRefusal };

const blank: DateDraft = { kind: 'exact', first: '', second: '', isDoubtful: false };

/** What the field shows for a stored date; dates are written in words of the reader's language. */
export function draftFromEdtf(edtf: string | null, lang: Lang): DateDraft {
  const choice = choiceFromEdtf(edtf);
  const words = (date: string) => edtfWords(date, lang);
  switch (choice.kind) {
    case 'exact':
    case 'about':
      return {
        ...blank,
        kind: choice.kind,
        first: words(choice.day),
        isDoubtful: choice.isDoubtful === true,
      };
    case 'month':
      return {
        ...blank,
        kind: 'month',
        first: words(choice.month),
        isDoubtful: choice.isDoubtful === true,
      };
    case 'year':
      return {
        ...blank,
        kind: 'year',
        first: choice.year,
        isDoubtful: choice.isDoubtful === true,
      };
    case 'before':
    case 'after':
      return { ...blank, kind: choice.kind, first: words(choice.day) };
    case 'between':
      return { ...blank, kind: 'between', first: words(choice.from), second: words(choice.to) };
    case 'one-of':
      return { ...blank, kind: 'one-of', first: choice.days.map(words).join(', ') };
    case 'unknown':
      return { ...blank, kind: 'unknown' };
    case 'expert':
      return { ...blank, kind: 'expert', first: choice.edtf };
    default:
      return assertNever(choice, 'date choice');
  }
}

/** EDTF of what is typed. Nothing typed is no date; something unreadable is a problem. */
export function readDraft(draft: DateDraft): DateReading {
  const first = draft.first.trim();
  const doubt = draft.isDoubtful ? { isDoubtful: true } : {};
  if (draft.kind === 'unknown' || (first === '' && draft.second.trim() === '')) {
    return { ok: true, edtf: null };
  }
  switch (draft.kind) {
    case 'exact':
      return single(first, 'day', 'day', (day) => ({ kind: 'exact', day, ...doubt }));
    case 'about':
      return single(first, 'year', 'about', (day) => ({ kind: 'about', day, ...doubt }));
    case 'before':
      return single(first, 'year', 'about', (day) => ({ kind: 'before', day }));
    case 'after':
      return single(first, 'year', 'about', (day) => ({ kind: 'after', day }));
    case 'month':
      return single(first, 'month', 'month', (text) => ({
        kind: 'month',
        month: text.slice(0, 7),
        ...doubt,
      }));
    case 'year':
      return single(first, 'year', 'year', (text) => ({
        kind: 'year',
        year: text.slice(0, 4),
        ...doubt,
      }));
    case 'between':
      return between(first, draft.second);
    case 'one-of':
      return oneOf(first);
    case 'expert':
      return readEdtf(first);
    default:
      return assertNever(draft.kind, 'kind of date');
  }
}

function readEdtf(typed: string): DateReading {
  const parsed = parseEdtf(typed);
  return parsed.ok
    ? { ok: true, edtf: typed }
    : { ok: false, problem: 'edtf', refusal: parsed.reason };
}

function single(
  typed: string,
  coarsest: Grain,
  problem: DateProblem,
  choice: (date: string) => DateChoice,
): DateReading {
  const date = parseTypedDate(typed, coarsest);
  if (date === undefined) return { ok: false, problem };
  return { ok: true, edtf: edtfFromChoice(choice(date)) };
}

function between(first: string, second: string): DateReading {
  const from = parseTypedDate(first, 'year');
  const to = parseTypedDate(second, 'year');
  if (from === undefined || to === undefined) return { ok: false, problem: 'about' };
  const edtf = edtfFromChoice({ kind: 'between', from, to });
  return edtf !== null && isValidEdtf(edtf) ? { ok: true, edtf } : { ok: false, problem: 'order' };
}

function oneOf(typed: string): DateReading {
  const days = typed
    .split(/[,;]/)
    .filter((part) => part.trim() !== '')
    .map((part) => parseTypedDate(part));
  const known = days.filter((day) => day !== undefined);
  if (known.length < days.length || known.length === 0) return { ok: false, problem: 'days' };
  return { ok: true, edtf: edtfFromChoice({ kind: 'one-of', days: known }) };
}

/** The same draft with its readable parts written out in words, as after leaving the field. */
export function tidyDraft(draft: DateDraft, lang: Lang): DateDraft {
  const reading = readDraft(draft);
  if (!reading.ok || reading.edtf === null || draft.kind === 'expert') return draft;
  const tidy = draftFromEdtf(reading.edtf, lang);
  return tidy.kind === draft.kind ? tidy : draft;
}

/**
 * What the field reports while something unreadable stands in it: text that is no EDTF, so that a
 * check before saving refuses it.
 */
export function unreadable(draft: DateDraft): string {
  return `? ${draft.first} ${draft.second}`.trim();
}
