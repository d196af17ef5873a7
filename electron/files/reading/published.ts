/** Dates as files write them -> a day. */

/** `D:20250512…` (PDF), `2025-05-12T…` (HTML, Word), `Mon, 12 May 2025 …` -> `2025-05-12`; null when it is none. */
export function dayOf(written: string | null | undefined): string | null {
  if (!written) return null;
  const digits = /^(?:D:)?(\d{4})[-/]?(\d{2})[-/]?(\d{2})/.exec(written.trim());
  if (digits) return realDay(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  if (!/\b(?:1[89]|20)\d{2}\b/.test(written)) return null;
  const time = Date.parse(written);
  if (Number.isNaN(time)) return null;
  const date = new Date(time);
  return realDay(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  // files whose clock was never set say 1 January 1970 or 1980
  if (!isReal || year < 1981 || year > 2200) return null;
  return date.toISOString().slice(0, 10);
}
