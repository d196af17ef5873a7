/** What several commands share: opening cases, reading filters and labels, plain tables. */
import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Author } from '../../shared/contract/control.ts';
import type { Filter } from '../../shared/domain/filter.ts';
import { parseFilter } from '../../shared/domain/filter-text.ts';
import { parseTlp } from '../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { closeCase, openCase } from '../services/cases.ts';
import type { CaseSession } from '../services/session.ts';
import { optionalText, UsageError, type Values } from './command.ts';

/** How long to wait for a Cairn that has just been closed (ms). */
const waitMs = 2000;

/** Opens the case, lets `work` use it and leaves one whole file behind, whatever happens. */
export async function withCase<T>(
  path: string,
  options: { readonly author: Author; readonly readOnly?: boolean },
  work: (session: CaseSession) => T | Promise<T>,
): Promise<T> {
  const { author, readOnly = false } = options;
  const session = openCase(path, { author, readOnly, waitMs });
  try {
    return await work(session);
  } finally {
    closeCase(session);
  }
}

/**
 * Whoever works at the command line: CAIRN_AUTHOR, else the name of the account. The id follows from
 * the name, so that the same person is the same in every case of this laptop.
 */
export function commandLineAuthor(env: Readonly<Record<string, string | undefined>>): Author {
  const name = (env['CAIRN_AUTHOR'] ?? '').trim() || accountName();
  const words = name.split(/\s+/);
  const initials = words
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase();
  return { id: idOfName(name), name: name.slice(0, 200), initials };
}

function accountName(): string {
  try {
    return userInfo().username || 'Analyst';
  } catch {
    return 'Analyst';
  }
}

/** A version 8 UUID (RFC 9562: own scheme) made of the hash of the name. */
function idOfName(name: string): string {
  const hex = createHash('sha256').update(`cairn command line author\n${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Reads a filter in its text form. Throws `filter/invalid` naming what cannot be read. */
export function readFilter(text: string): Filter {
  const { filter, problems } = parseFilter(text);
  if (problems.length === 0) return filter;
  const words = problems.map((problem) => {
    const guess = problem.suggestion === null ? '' : ` (did you mean ${problem.suggestion}?)`;
    return `"${problem.text}" (${problem.code})${guess}`;
  });
  throw new AppError('filter/invalid', `The filter cannot be read: ${words.join(', ')}.`, {
    problems,
  });
}

export function readLabel(values: Values, name: string): TlpLabel | undefined {
  const text = optionalText(values, name);
  if (text === undefined) return undefined;
  const label = parseTlp(text);
  if (label !== null) return label;
  throw new UsageError(`--${name} takes CLEAR, GREEN, AMBER, AMBER+STRICT or RED, not "${text}".`);
}

/** Left-aligned columns with two spaces between; the last is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** `3 incidents, 1 actor` for counts by table. */
export function countWords(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${count} ${table}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

export function bytesWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
