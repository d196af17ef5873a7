/**
 * What differs between two versions of a text, word by word: for showing the difference, and for finding
 * again in the later version what was marked in the earlier one. Positions in UTF-16 units. Pure.
 */
import { diffArrays } from 'diff';

export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  /** The piece in the earlier text, empty where it was added; `from` included, `to` excluded. */
  readonly before: { readonly from: number; readonly to: number };
  /** The piece in the later text, empty where it was removed. */
  readonly after: { readonly from: number; readonly to: number };
}

/** Words whole with their marks, so that no character is ever cut; signs one by one. */
const tokenPattern = /[\p{L}\p{M}\p{N}\u200c\u200d]+|\s|[^\p{L}\p{M}\p{N}\s](?:\p{M}|\u200d)*/gu;

/** Edits looked for at once; the work grows with their square, and this many take some tenths of a second. */
const mostEdits = 1000;
const mostEditsOfLine = 300;

/** Pieces of both texts in order, joined where neighbours are of one kind. */
export function textChanges(before: string, after: string): readonly TextPiece[] {
  const old = before.match(tokenPattern) ?? [];
  const next = after.match(tokenPattern) ?? [];
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  ) {
    tail += 1;
  }
  const pieces = pieceList();
  pieces.add('same', lengthOf(old.slice(0, head)));
  const runs = middleRuns(old.slice(head, old.length - tail), next.slice(head, next.length - tail));
  for (const { kind, tokens } of runs) pieces.add(kind, lengthOf(tokens));
  pieces.add('same', lengthOf(old.slice(old.length - tail)));
  return pieces.list;
}

interface Run {
  readonly kind: TextPiece['kind'];
  readonly tokens: readonly string[];
}

/** Undefined when there are more edits than were asked for. */
function runsOf(old: readonly string[], next: readonly string[], most: number) {
  const runs = diffArrays([...old], [...next], { maxEditLength: most });
  return runs?.map(
    ({ value, added, removed }): Run => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      tokens: value,
    }),
  );
}

function replaced(old: readonly string[], next: readonly string[]): readonly Run[] {
  return [
    { kind: 'removed', tokens: old },
    { kind: 'added', tokens: next },
  ];
}

/** Word by word; where very much changed, line by line first. */
function middleRuns(old: readonly string[], next: readonly string[]): readonly Run[] {
  if (old.length === 0 || next.length === 0) return replaced(old, next);
  return runsOf(old, next, mostEdits) ?? lineRuns(linesOf(old), linesOf(next));
}

function lineRuns(old: readonly string[], next: readonly string[]): readonly Run[] {
  const lines = runsOf(old, next, mostEdits) ?? replaced(old, next);
  const runs: Run[] = [];
  for (const [i, run] of lines.entries()) {
    const other = lines[i + 1];
    if (pairsWith(lines[i - 1], run)) continue;
    if (!pairsWith(run, other)) runs.push(run);
    else runs.push(...run.tokens.flatMap((line, n) => wordRuns(line, other?.tokens[n] ?? '')));
  }
  return runs;
}

/** As many lines as were taken out were put in: each is taken for the corrected one. */
function pairsWith(before: Run | undefined, after: Run | undefined): boolean {
  const isReplaced = before?.kind === 'removed' && after?.kind === 'added';
  return isReplaced && before.tokens.length === after.tokens.length;
}

function wordRuns(old: string, next: string): readonly Run[] {
  const [a, b] = [old.match(tokenPattern) ?? [], next.match(tokenPattern) ?? []];
  return runsOf(a, b, mostEditsOfLine) ?? replaced(a, b);
}

function linesOf(tokens: readonly string[]): readonly string[] {
  return tokens.join('').match(/[^\n]*\n|[^\n]+/gu) ?? [];
}

/** Collects pieces one after the other and joins those of one kind. */
function pieceList(): {
  readonly list: TextPiece[];
  add(kind: TextPiece['kind'], n: number): void;
} {
  const list: TextPiece[] = [];
  let old = 0;
  let next = 0;
  function add(kind: TextPiece['kind'], length: number): void {
    if (length === 0) return;
    const oldEnd = old + (kind === 'added' ? 0 : length);
    const nextEnd = next + (kind === 'removed' ? 0 : length);
    const last = list.at(-1);
    const joined = last?.kind === kind ? list.pop() : undefined;
    list.push({
      kind,
      before: { from: joined?.before.from ?? old, to: oldEnd },
      after: { from: joined?.after.from ?? next, to: nextEnd },
    });
    old = oldEnd;
    next = nextEnd;
  }
  return { list, add };
}

function lengthOf(tokens: readonly string[]): number {
  let length = 0;
  for (const token of tokens) length += token.length;
  return length;
}
