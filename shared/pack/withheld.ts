/**
 * A pack under a ceiling empties references to what it leaves out (an incident's place, a claim's
 * source) and blacks its name out in texts. When such a record comes home, edited or not, that must not
 * be taken for a colleague's deletion. It can be told: the emptied version's rev is in the past of what comes.
 */
import type { TableName } from '../domain/records.ts';
import { blackenedFields, isBlackened } from './black-out.ts';
import { isPackTable } from './format.ts';
import type { Content } from './record-merge.ts';
import { referencesOf } from './references.ts';

/**
 * Fields of `theirs` that are empty only because the pack was not to say more. `base` is the content
 * before it was packed, `isTheirs` says whether a content, made from that, is one they passed through.
 */
export function withheldFields(
  table: TableName,
  base: Content,
  theirs: Content,
  isTheirs: (content: Content) => boolean,
): readonly string[] {
  const emptied = emptiedReferences(table, base, theirs);
  const black = blackenedTexts(base, theirs);
  const all = [...emptied, ...black];
  // all of them first; then without those that were edited since: at most 2047 hashes
  const sets = all.length === 0 ? [] : [all, ...subsets(all.slice(0, 11))];
  for (const fields of sets.sort((a, b) => b.length - a.length)) {
    const names = fields.flatMap((field) => withTableField(table, field));
    const packed = { ...base, ...Object.fromEntries(names.map((name) => [name, theirs[name]])) };
    if (isTheirs(packed)) return names;
  }
  return [];
}

function emptiedReferences(table: TableName, base: Content, theirs: Content): readonly string[] {
  if (!isPackTable(table)) return [];
  return referencesOf(table)
    .filter(({ whenGone, field, isList }) => {
      if (whenGone !== 'empty') return false;
      const [before, after] = [base[field], theirs[field]];
      if (isList !== true) return before !== null && after === null;
      return Array.isArray(before) && Array.isArray(after) && after.length < before.length;
    })
    .map(({ field }) => field);
}

function blackenedTexts(base: Content, theirs: Content): readonly string[] {
  const isBlack = blackenedFields.some((field) => isBlackened(theirs[field]));
  return blackenedFields.filter(
    (field) =>
      field in base &&
      JSON.stringify(base[field]) !== JSON.stringify(theirs[field]) &&
      (isBlackened(theirs[field]) || (isBlack && field === 'text_sha256')),
  );
}

function withTableField(table: TableName, field: string): readonly string[] {
  if (!isPackTable(table)) return [field];
  const to = referencesOf(table).find((reference) => reference.field === field)?.to;
  return typeof to === 'object' ? [field, to.tableField] : [field];
}

function subsets(items: readonly string[]): string[][] {
  const sets: string[][] = [];
  for (const item of items) sets.push([item], ...sets.map((set) => [...set, item]));
  return sets;
}
