// What the columns of a list mean, kept under a name between starts: the same columns again are known.
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import { getApp, setLayout } from '../../state/app-store.ts';

export interface SavedMapping {
  readonly name: string;
  /** Names of the columns it is for, in their order. */
  readonly columns: readonly string[];
  readonly mapping: TableMapping;
}

const key = 'tableMappings';
const most = 100;

/** The engine checks the mapping itself whenever it is used. */
function isSaved(value: unknown): value is SavedMapping {
  if (typeof value !== 'object' || value === null) return false;
  const { name, columns, mapping } = value as Record<string, unknown>;
  if (typeof mapping !== 'object' || mapping === null || !Array.isArray(columns)) return false;
  const meanings = (mapping as Record<string, unknown>).columns;
  return typeof name === 'string' && Array.isArray(meanings) && meanings.length === columns.length;
}

/** Newest first; what an older or newer program left there in another shape is passed over. */
export function savedMappings(layout: Readonly<Record<string, unknown>>): readonly SavedMapping[] {
  const value = layout[key];
  return Array.isArray(value) ? value.filter(isSaved) : [];
}

const layoutNow = () => getApp().settings?.layout ?? {};

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, at) => name === b[at]);

/** The newest one for exactly these columns. */
export function savedFor(columns: readonly string[]): SavedMapping | undefined {
  return savedMappings(layoutNow()).find((saved) => isSame(saved.columns, columns));
}

/** Takes the place of one of the same name. */
export function saveMapping(saved: SavedMapping): void {
  const others = savedMappings(layoutNow()).filter(({ name }) => name !== saved.name);
  setLayout(key, [saved, ...others].slice(0, most));
}

export function deleteMapping(name: string): void {
  const others = savedMappings(layoutNow()).filter((saved) => saved.name !== name);
  setLayout(key, others);
}
