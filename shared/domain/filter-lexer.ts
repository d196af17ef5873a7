/** Cuts the text form of a filter into tokens: `field:value`, `field>=value`, "a phrase", word. */

export type Operator = ':' | '>=' | '<=' | '>' | '<' | '=';

export interface FilterToken {
  readonly from: number;
  readonly to: number;
  /** Field name as typed, null for free text. */
  readonly field: string | null;
  readonly operator: Operator;
  /** Quoted part of the value, quotes and escapes taken off; null when there is none. */
  readonly quoted: string | null;
  /** Unquoted part that follows (all of it where nothing is quoted). */
  readonly bare: string;
  readonly isUnclosed: boolean;
}

const head = /([\p{L}][\p{L}\p{M}.-]*)(>=|<=|:|>|<|=)/uy;
const space = /\s+/y;
const bareEnd = /[^\s"]*/y;

export function lexFilter(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const gap = matchAt(space, text, at);
    if (gap !== null) {
      at += gap[0].length;
      continue;
    }
    const from = at;
    const start = matchAt(head, text, at);
    if (start !== null) at += start[0].length;
    const value = lexValue(text, at);
    at = value.end;
    tokens.push({
      from,
      to: at,
      field: start?.[1] ?? null,
      operator: (start?.[2] as Operator | undefined) ?? ':',
      quoted: value.quoted,
      bare: value.bare,
      isUnclosed: value.isUnclosed,
    });
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function lexValue(text: string, start: number) {
  let at = start;
  let quoted: string | null = null;
  let isUnclosed = false;
  if (text[at] === '"') {
    at += 1;
    quoted = '';
    while (at < text.length && text[at] !== '"') {
      // a backslash keeps the next quote or backslash as it is
      if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at += 1;
      quoted += text[at];
      at += 1;
    }
    isUnclosed = at >= text.length;
    at = Math.min(text.length, at + 1);
  }
  const bare = matchAt(bareEnd, text, at)?.[0] ?? '';
  at += bare.length;
  // a quote in the middle of a word is part of it: `5"` or `d"Arc`
  let rest = bare;
  while (quoted === null && text[at] === '"') {
    const more = matchAt(bareEnd, text, at + 1)?.[0] ?? '';
    rest += `"${more}`;
    at += 1 + more.length;
  }
  return { quoted, bare: rest, end: at, isUnclosed };
}

/** A value as the lexer reads it back: quoted where it holds spaces, quotes or would be misread. */
export function quoteValue(value: string): string {
  const isPlain = /^[^\s"\\#][^\s"\\#]*$/.test(value);
  return isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
