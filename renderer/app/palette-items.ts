// What the palette lists for a text: found records first, then the commands whose words match. Pure.
import type { SearchHit } from '../../shared/contract/read-calls.ts';
import { fold } from '../../shared/lib/fold.ts';
import type { Command } from './commands.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly shortcut: string | undefined;
}

/** A text that begins with `>` asks for commands only. */
export function isCommandText(text: string): boolean {
  return text.trimStart().startsWith('>');
}

/** Commands of which every typed word begins a word, accents and case aside. */
export function matchingCommands(
  text: string,
  commands: readonly PaletteCommand[],
): readonly PaletteCommand[] {
  const typed = text.replace(/^\s*>/, '');
  return commands.filter(({ title, group }) => wordsMatch(typed, `${title} ${group}`));
}

/** Whether every typed word begins one of the words, accents and case aside. */
export function wordsMatch(typed: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((word) => words.some((other) => other.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Commands that can be offered now, with their words. */
export function offeredCommands(
  commands: readonly Command[],
  titles: { readonly [id: string]: string | undefined },
  groups: { readonly [group: string]: string | undefined },
): readonly PaletteCommand[] {
  return commands
    .filter((command) => command.isHidden !== true && command.isEnabled())
    .map(({ id, group, shortcut }) => ({
      id,
      title: titles[id] ?? id,
      group: groups[group] ?? group,
      shortcut,
    }));
}

/** One thing found twice (by its name and by a name in another script) is listed once. */
export function distinctHits(hits: readonly SearchHit[]): readonly SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ table, id }) => {
    const key = `${table}/${id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Puts what was opened in front of the recent things; eight at most. */
export function addRecent(recent: readonly SearchHit[], hit: SearchHit): readonly SearchHit[] {
  return distinctHits([hit, ...recent]).slice(0, 8);
}

/** A piece of an analyst's Markdown without its signs. */
export function plainSnippet(snippet: string): string {
  return snippet
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
