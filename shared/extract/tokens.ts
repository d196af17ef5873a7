/** Words and numbers of a mirrored text. */
import type { Mirror } from './mirror.ts';

export interface Token {
  readonly index: number;
  /** Positions in the mirror. */
  readonly from: number;
  readonly to: number;
  /** Folded, without apostrophes. */
  readonly word: string;
  readonly plain: string;
  readonly isCapital: boolean;
  /** Two letters or more, all capitals. */
  readonly isUpper: boolean;
  readonly isNumber: boolean;
  /** What stands between the token before and this one, without blanks; "\n" for a new line. */
  readonly gap: string;
  /** Part of a hyphenated word, not its first. */
  readonly isGlued: boolean;
}

const pattern =
  /\d{1,3}(?:[ .,]\d{3})+(?![\d])|\d+(?:[.,]\d+)?|[\p{L}\p{N}]+(?:['.](?=\p{L})[\p{L}\p{N}]+)*/gu;
const elided = new Set('l d qu j s c m t n jusqu lorsqu puisqu quelqu'.split(' '));

/** Cuts "l'armee" after its article and "JNIM's" before its ending; "N'Djamena" stays whole. */
function cut(plain: string): readonly string[] {
  const at = plain.indexOf("'");
  if (at < 0) return [plain];
  const head = plain.slice(0, at);
  const tail = plain.slice(at + 1);
  if (/^s$/i.test(tail) && head.length > 1) return [head, `'${tail}`];
  const isName = /^[NM]$/.test(head) && /^\p{Lu}/u.test(tail);
  if (elided.has(head.toLowerCase()) && tail !== '' && !isName) return [`${head}'`, ...cut(tail)];
  const possessive = /'s$/i.exec(plain);
  return possessive ? [plain.slice(0, -2), plain.slice(-2)] : [plain];
}

export function tokensOf(mirror: Mirror): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of mirror.plain.matchAll(pattern)) {
    let from = match.index;
    for (const plain of cut(match[0])) {
      const between = mirror.plain.slice(last, from).replace(/(?<=\s)-+(?=\s)|--+/g, '\u2014');
      const gap = between.includes('\n')
        ? `${between.replace(/\s+/g, '')}\n`
        : between.replace(/\s+/g, '');
      const bare = plain.replace(/'/g, '');
      tokens.push({
        index: tokens.length,
        from,
        to: from + plain.length,
        word: mirror.folded
          .slice(from, from + plain.length)
          .replace(/'/g, '')
          .replace(/\.(?=\p{L})/gu, ''),
        plain,
        isCapital: /^\p{Lu}/u.test(bare),
        isUpper: /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(bare),
        isNumber: /^\d/.test(plain),
        gap,
        isGlued: between === '-' && tokens.length > 0,
      });
      last = from + plain.length;
      from = last;
    }
  }
  return tokens;
}
