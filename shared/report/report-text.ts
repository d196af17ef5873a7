import type { Lang } from '../text/lang.ts';
import { type ReportText, reportTextEn } from './text/en.ts';
import { reportTextFr } from './text/fr.ts';

/** Fixed words of reports in a language. */
export function reportText(lang: Lang): ReportText {
  return lang === 'fr' ? reportTextFr : reportTextEn;
}

/** What parts of a line are joined by; French sets a space before it. */
export function semicolon(lang: Lang): string {
  return lang === 'fr' ? '\u00a0; ' : '; ';
}

/** `23 Nov 2026, 15:30 UTC`; reports are read in many time zones. */
export function momentWords(iso: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}

/** `20 May 2025` of a stamp, in UTC. */
export function stampDayWords(iso: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(iso));
}

/** `Burkina Faso` of `BF`; the code itself when it is not known. */
export function countryName(code: string, lang: Lang): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
  } catch {
    // not of the form of a region code
    return code;
  }
}
