/**
 * Names in free text: a note may quote the informant whose record stays here. Whatever is named like a
 * record that is left out is blacked out in every text that goes, sign for sign, so that passages still
 * stand at their words.
 */
import { fold } from '../lib/fold.ts';
import type { PackRecord, PackRecords } from './fields.ts';
import type { PackTable } from './format.ts';

/** Stands for every sign of a name that does not go out. */
export const blackSign = '█';

/** Fields in which people write. */
const textFields = [
  ...['title', 'name', 'summary', 'description', 'statement', 'body', 'text', 'note', 'why'],
  ...['date_words', 'time_words', 'place_words', 'origin_words', 'words', 'value', 'organisation'],
  ...['status_why', 'reliability_why', 'credibility_why', 'publisher', 'author', 'url', 'targets'],
  ...['exact', 'prefix', 'suffix'],
] as const;

/** Of the records left out: what they are called. */
const nameFields = ['title', 'name', 'url', 'id'] as const;

/** Below this length a name counts only as a word of its own (UTF-16 units). */
const shortName = 5;

/** Anything that has names. */
export type Named = Readonly<Partial<Record<(typeof nameFields)[number], unknown>>>;

export interface BlackedOut {
  readonly records: PackRecords;
  /** Ids of records in which something was blacked out. */
  readonly ids: ReadonlySet<string>;
  /** Whether a text names what was left out; undefined when there is nothing to name. */
  readonly isNamedIn: ((text: string) => boolean) | undefined;
  /** Blacks it out in another text; likewise. */
  readonly mask: ((text: string) => string) | undefined;
}

/** Blacks out the names of `leftOut` in `records`, but for those that a record going out has too. */
export function blackOut(
  records: PackRecords,
  leftOut: readonly Named[],
  sha256: (text: string) => string,
): BlackedOut {
  const names = new Set(leftOut.flatMap(namesOf));
  for (const all of records.values())
    for (const record of all) for (const name of namesOf(record)) names.delete(name);
  const ids = new Set<string>();
  if (names.size === 0) return { records, ids, isNamedIn: undefined, mask: undefined };
  const mask = maskOf(names);
  const texts = new Map<string, Texts>();
  const blackened = (table: PackTable, record: PackRecord): PackRecord => {
    const next = inFields(record, mask);
    const whole = table === 'passage' ? alongText(next, record, texts, sha256) : next;
    if (JSON.stringify(whole) === JSON.stringify(record)) return record;
    ids.add(record.id);
    if (table !== 'source') return whole;
    const [before, after] = [String(record['text']), String(whole['text'])];
    if (before === after) return whole;
    texts.set(record.id, { before: [...before], after: [...after] });
    return { ...whole, text_sha256: sha256(after) };
  };
  // sources stand before passages in the order of tables
  const entries = [...records].map(
    ([table, all]) => [table, all.map((record) => blackened(table, record))] as const,
  );
  return { records: new Map(entries), ids, isNamedIn: (text) => mask(text) !== text, mask };
}

function namesOf(record: Named): string[] {
  return nameFields.flatMap((field) => {
    const name = record[field];
    const folded = typeof name === 'string' ? foldedWithPlaces(name).text.trim() : '';
    return folded.length > 1 ? [folded] : [];
  });
}

function inFields(record: PackRecord, mask: (text: string) => string): PackRecord {
  const next: Record<string, unknown> = { ...record };
  for (const field of textFields) {
    const value = record[field];
    if (typeof value === 'string') next[field] = mask(value);
    else if (Array.isArray(value))
      next[field] = [...new Set(value.map((item) => mask(String(item))))].sort();
  }
  return next as PackRecord;
}

/** Code points of a source's text. */
interface Texts {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A passage says what its source's text says at its place; one that is lost says nothing of it. */
function alongText(
  passage: PackRecord,
  original: PackRecord,
  texts: ReadonlyMap<string, Texts>,
  sha256: (text: string) => string,
): PackRecord {
  const text = texts.get(String(passage['source_id']));
  if (text === undefined) return passage;
  const [start, end] = [Number(original['start']), Number(original['end'])];
  const exact = String(original['exact']);
  const stands = text.before.slice(start, end).join('') === exact;
  if (!stands) return passage;
  const lengthOf = (field: string): number => [...String(original[field])].length;
  return {
    ...passage,
    exact: text.after.slice(start, end).join(''),
    prefix: text.after.slice(Math.max(0, start - lengthOf('prefix')), start).join(''),
    suffix: text.after.slice(end, end + lengthOf('suffix')).join(''),
    text_sha256: sha256(text.after.join('')),
  };
}

interface FoldedText {
  readonly text: string;
  /** For each sign of `text` the code point of the original that it came from. */
  readonly places: readonly number[];
}

const foldedSigns = new Map<string, string>();

/** As `fold`, sign by sign; any white space is one blank, as names are broken over lines. */
function foldedWithPlaces(original: string): FoldedText {
  let text = '';
  const places: number[] = [];
  let place = -1;
  for (const sign of original) {
    place += 1;
    let folded = foldedSigns.get(sign);
    if (folded === undefined) {
      folded = fold(sign).replace(/\s/gu, ' ');
      foldedSigns.set(sign, folded);
    }
    if (folded === ' ' && text.endsWith(' ')) continue;
    text += folded;
    for (let at = 0; at < folded.length; at += 1) places.push(place);
  }
  return { text, places };
}

/**
 * Finds names by their first two signs, in all spellings that searching takes for the same: case, accents,
 * letters of African languages and Arabic written one for another, apostrophes, invisible signs.
 */
function maskOf(names: ReadonlySet<string>): (text: string) => string {
  const byStart = new Map<string, string[]>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const start = name.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), name]);
  }
  return (original) => {
    const { text, places } = foldedWithPlaces(original);
    const black: (readonly [from: number, to: number])[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const name = byStart
        .get(text.slice(at, at + 2))
        ?.find((each) => text.startsWith(each, at) && isName(text, at, each));
      if (name === undefined) continue;
      const last = at + name.length - 1;
      // marks after the last sign belong to it
      const next = places[last + 1] ?? Number.POSITIVE_INFINITY;
      black.push([places[at] ?? 0, Math.max(next, (places[last] ?? 0) + 1)]);
      at = last;
    }
    return black.length === 0 ? original : inBlack(original, black);
  };
}

function inBlack(original: string, black: readonly (readonly [number, number])[]): string {
  const signs = [...original];
  for (const [from, to] of black) {
    for (let at = from; at < Math.min(to, signs.length); at += 1) signs[at] = blackSign;
  }
  return signs.join('');
}

const letter = /[\p{L}\p{N}]/u;

function isName(text: string, at: number, name: string): boolean {
  if (name.length >= shortName) return true;
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && letter.test(sign);
  return !isLetter(text[at - 1]) && !isLetter(text[at + name.length]);
}

/** Whether a value holds something blacked out. */
export function isBlackened(value: unknown): boolean {
  return typeof value === 'string'
    ? value.includes(blackSign)
    : Array.isArray(value) && value.some(isBlackened);
}

/** Fields that blacking out may have changed. */
export const blackenedFields: readonly string[] = [...textFields, 'text_sha256'];
