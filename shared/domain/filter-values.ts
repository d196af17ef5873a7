/** Reads the values of filter fields: codes by their words in either language, days, numbers, areas. */
import { daysInMonth, isDay } from '../lib/days.ts';
import { fold } from '../lib/fold.ts';
import { labels } from '../text/index.ts';
import { langs } from '../text/lang.ts';
import { closest } from './filter-fields.ts';
import {
  actorIncidentRoles,
  eventTaxonomy,
  eventTypes,
  incidentStatuses,
  targetTypes,
} from './vocabulary.ts';

interface CodeList {
  readonly codes: readonly string[];
  /** Folded code or label -> code. */
  readonly byWord: ReadonlyMap<string, string>;
}

function codeList(
  codes: readonly string[],
  words: readonly Readonly<Record<string, string>>[],
): CodeList {
  const byWord = new Map<string, string>();
  for (const list of words) {
    for (const code of codes) {
      const label = list[code];
      if (label !== undefined) byWord.set(fold(label), code);
    }
  }
  for (const code of codes) byWord.set(fold(code), code);
  return { codes, byWord };
}

const all = langs.map(labels);
const typeCodes = [...eventTypes, ...Object.values(eventTaxonomy).flat()];
export const codeLists = {
  type: codeList(
    typeCodes,
    all.map((l) => ({ ...l.eventTypes, ...l.subEventTypes })),
  ),
  target: codeList(
    targetTypes,
    all.map((l) => l.targets),
  ),
  status: codeList(
    incidentStatuses,
    all.map((l) => l.statuses),
  ),
  role: codeList(
    actorIncidentRoles,
    all.map((l) => l.roles),
  ),
} as const;

/** The code a word stands for: itself, its label in either language, or its only beginning. */
export function codeOf(list: CodeList, word: string): string | null {
  const folded = fold(word);
  const exact = list.byWord.get(folded);
  if (exact !== undefined) return exact;
  if (folded.length < 3) return null;
  const starts = new Set(
    [...list.byWord].filter(([known]) => known.startsWith(folded)).map(([, code]) => code),
  );
  return starts.size === 1 ? ([...starts][0] ?? null) : null;
}

export function closestCode(list: CodeList, word: string): string | null {
  return closest(word, [...list.codes, ...list.byWord.keys()]);
}

/** A day, or the first (`end` false) or last (`end` true) day of a month or year. */
export function dayOf(text: string, end: boolean): string | null {
  if (isDay(text)) return text;
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month] = match;
  if (month === undefined) return end ? `${year}-12-31` : `${year}-01-01`;
  const length = daysInMonth(Number(year), Number(month));
  if (length === 0) return null;
  return `${year}-${month}-${end ? String(length).padStart(2, '0') : '01'}`;
}

/** A whole number of people, 0 to 100 million. */
export function countOf(text: string): number | null {
  if (!/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value <= 100_000_000 ? value : null;
}

/** `count` numbers parted by commas; null when one is missing or none. */
export function numbersOf(text: string, count: number): number[] | null {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== count || parts.some((part) => part === '')) return null;
  const numbers = parts.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
}

/** `C3`, or `none` for no grade at all. */
export function gradeOf(text: string): string | null {
  const word = text.trim();
  if (/^[A-Fa-f][1-6]$/.test(word)) return word.toUpperCase();
  return ['none', 'aucune', 'sans'].includes(fold(word)) ? 'none' : null;
}

/** Longitude and latitude in turn, three corners at least and 500 at most. */
export function ringOf(text: string): [number, number][] | null {
  const count = text.split(',').length;
  const numbers = numbersOf(text, count);
  if (numbers === null || count % 2 !== 0 || count < 6 || count > 1000) return null;
  const ring: [number, number][] = [];
  for (let at = 0; at < count; at += 2) ring.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  const isGood = ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  return isGood ? ring : null;
}

const yes = new Set(['yes', 'true', '1', 'oui', 'vrai']);
const no = new Set(['no', 'false', '0', 'non', 'faux']);

export function flagOf(text: string): boolean | null {
  const folded = fold(text);
  return yes.has(folded) ? true : no.has(folded) ? false : null;
}
