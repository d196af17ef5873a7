/** The plain choices of a date form, and EDTF from and to them. */
import { assertNever } from '../lib/assert-never.ts';
import { isDay } from '../lib/days.ts';
import { type EdtfDate, parseEdtf } from './edtf.ts';

const dateChoiceKinds = [
  'exact',
  'about',
  'between',
  'month',
  'year',
  'before',
  'after',
  'one-of',
  'unknown',
] as const;
export type DateChoiceKind = (typeof dateChoiceKinds)[number];

/**
 * A date as a form holds it. Days `YYYY-MM-DD`, months `YYYY-MM`, years `YYYY`. `isDoubtful` adds the
 * `?` of EDTF. `before` and `after` include the day named. `about` and `between` also take a month or
 * a year. `expert` is EDTF that has no plain choice; a form shows it as text.
 */
export type DateChoice =
  | { readonly kind: 'exact'; readonly day: string; readonly isDoubtful?: boolean }
  | { readonly kind: 'about'; readonly day: string; readonly isDoubtful?: boolean }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'month'; readonly month: string; readonly isDoubtful?: boolean }
  | { readonly kind: 'year'; readonly year: string; readonly isDoubtful?: boolean }
  | { readonly kind: 'before'; readonly day: string }
  | { readonly kind: 'after'; readonly day: string }
  | { readonly kind: 'one-of'; readonly days: readonly string[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expert'; readonly edtf: string };

/** EDTF of a choice, null for unknown. The text may be invalid when the parts are: check it. */
export function edtfFromChoice(choice: DateChoice): string | null {
  switch (choice.kind) {
    case 'exact':
      return choice.day + (choice.isDoubtful === true ? '?' : '');
    case 'about':
      return choice.day + (choice.isDoubtful === true ? '%' : '~');
    case 'between':
      return choice.from === choice.to ? choice.from : `${choice.from}/${choice.to}`;
    case 'month':
      return choice.month + (choice.isDoubtful === true ? '?' : '');
    case 'year':
      return choice.year + (choice.isDoubtful === true ? '?' : '');
    case 'before':
      return `../${choice.day}`;
    case 'after':
      return `${choice.day}/..`;
    case 'one-of': {
      const days = [...new Set(choice.days)].sort();
      return days.length === 1 ? (days[0] ?? null) : `[${days.join(',')}]`;
    }
    case 'unknown':
      return null;
    case 'expert':
      return choice.edtf;
    default:
      return assertNever(choice, 'date choice');
  }
}

/** The plain choice an EDTF text stands for; `expert` where there is none or the text is invalid. */
export function choiceFromEdtf(text: string | null): DateChoice {
  if (text === null || text === '') return { kind: 'unknown' };
  const expert: DateChoice = { kind: 'expert', edtf: text };
  const parsed = parseEdtf(text);
  if (!parsed.ok) return expert;
  const edtf = parsed.value;
  switch (edtf.kind) {
    case 'date':
      return singleChoice(edtf.date) ?? expert;
    case 'interval': {
      const from = plainText(edtf.start);
      const to = plainText(edtf.end);
      if (from !== null && to !== null) return { kind: 'between', from, to };
      if (from !== null && edtf.end === 'open') return { kind: 'after', day: from };
      if (to !== null && edtf.start === 'open') return { kind: 'before', day: to };
      return expert;
    }
    case 'one-of': {
      const days = edtf.members.map((member) => (member.from === member.to ? member.from : null));
      const texts = days.map((day) => day?.text ?? '');
      return texts.every(isDay) ? { kind: 'one-of', days: texts } : expert;
    }
    default:
      return assertNever(edtf, 'date');
  }
}

function plainText(end: EdtfDate | 'open' | 'unknown'): string | null {
  if (typeof end === 'string' || end.isApproximate || end.isUncertain) return null;
  return /^[\d-]+$/.test(end.text) && end.season === null ? end.text : null;
}

function singleChoice(date: EdtfDate): DateChoice | null {
  const plain = date.text.replace(/[?~%]$/, '');
  if (date.season !== null || plain.includes('X')) return null;
  const doubtful = date.isUncertain ? { isDoubtful: true } : {};
  if (date.isApproximate) return { kind: 'about', day: plain, ...doubtful };
  switch (date.precision) {
    case 'day':
      return { kind: 'exact', day: plain, ...doubtful };
    case 'month':
      return { kind: 'month', month: plain, ...doubtful };
    case 'year':
      return { kind: 'year', year: plain, ...doubtful };
    case 'season':
    case 'span':
      return null;
    default:
      return assertNever(date.precision, 'precision');
  }
}
