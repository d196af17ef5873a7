/** Why words of a source were read as a date, in a sentence: the analyst checks it at a glance. */
import { edtfBounds } from '../domain/edtf.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Day } from '../lib/days.ts';
import { edtfWords } from './date-words.ts';
import type { Lang } from './lang.ts';

export type DateReason =
  /** The words give no date. */
  | { readonly code: 'no-date' }
  /** They count from a publication whose day is not known. */
  | { readonly code: 'needs-published' }
  /** Written out. `published` gave the year, null where the words did; `wrongWeekday` 0 Sunday – 6. */
  | {
      readonly code: 'written';
      readonly edtf: string;
      readonly published: Day | null;
      readonly wrongWeekday: number | null;
    }
  | {
      readonly code: 'weekday';
      readonly weekday: number;
      readonly edtf: string;
      readonly published: Day;
      readonly isNext: boolean;
    }
  | { readonly code: 'night' | 'counted'; readonly edtf: string; readonly published: Day };

const names = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
} as const;

/** 0 Sunday – 6 Saturday. */
function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** `Sunday 11 May 2025`; other dates without a weekday. */
function dated(edtf: string, lang: Lang): string {
  const { earliest, latest } = edtfBounds(edtf);
  const words = edtfWords(edtf, lang);
  const isDay = earliest !== null && earliest === latest;
  return isDay ? `${names[lang][weekdayOf(earliest)]} ${words}` : words;
}

/** First capital: the reason stands alone. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

export function dateReasonWords(reason: DateReason, lang: Lang): string {
  return capital(lang === 'fr' ? french(reason) : english(reason));
}

function english(reason: DateReason): string {
  switch (reason.code) {
    case 'no-date':
      return 'These words give no date.';
    case 'needs-published':
      return 'Counted from the day of publication, which is not known.';
    case 'written': {
      const { edtf, published, wrongWeekday } = reason;
      const base =
        published === null
          ? `written out: ${dated(edtf, 'en')}`
          : `no year given, taken from the publication on ${dated(published, 'en')} → ${dated(edtf, 'en')}`;
      return wrongWeekday === null ? base : `${base}, which was no ${names.en[wrongWeekday]}`;
    }
    case 'weekday': {
      const { weekday, edtf, published, isNext } = reason;
      const name = names.en[weekday] ?? '';
      const to = `→ ${edtfWords(edtf, 'en')}`;
      if (edtf === published) return `${name}, the day of publication ${to}`;
      return `${name} ${isNext ? 'after' : 'before'} ${dated(published, 'en')} ${to}`;
    }
    case 'night':
      return `the last such night before ${dated(reason.published, 'en')} → ${dated(reason.edtf, 'en')}`;
    case 'counted':
      return `counted from the publication on ${dated(reason.published, 'en')} → ${dated(reason.edtf, 'en')}`;
    default:
      return assertNever(reason, 'reason');
  }
}

function french(reason: DateReason): string {
  switch (reason.code) {
    case 'no-date':
      return 'Ces mots ne donnent pas de date.';
    case 'needs-published':
      return 'Compté à partir du jour de publication, qui n’est pas connu.';
    case 'written': {
      const { edtf, published, wrongWeekday } = reason;
      const base =
        published === null
          ? `écrit en toutes lettres : ${dated(edtf, 'fr')}`
          : `année absente, déduite de la publication du ${dated(published, 'fr')} → ${dated(edtf, 'fr')}`;
      return wrongWeekday === null ? base : `${base}, qui n’était pas un ${names.fr[wrongWeekday]}`;
    }
    case 'weekday': {
      const { weekday, edtf, published, isNext } = reason;
      const name = names.fr[weekday] ?? '';
      const to = `→ ${edtfWords(edtf, 'fr')}`;
      if (edtf === published) return `${name}, jour de la publication ${to}`;
      return `${name} ${isNext ? 'après' : 'avant'} le ${dated(published, 'fr')} ${to}`;
    }
    case 'night':
      return `la dernière nuit ainsi nommée avant le ${dated(reason.published, 'fr')} → ${dated(reason.edtf, 'fr')}`;
    case 'counted':
      return `compté à partir de la publication du ${dated(reason.published, 'fr')} → ${dated(reason.edtf, 'fr')}`;
    default:
      return assertNever(reason, 'reason');
  }
}
