// Saved views: the filter with all that belongs to how it is looked at, by name, in the case.
import type { CallResult } from '../../shared/contract/contract.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { formatFilter, parseFilter } from '../../shared/domain/filter-text.ts';
import { isOfView, readViewLayout, writeViewLayout } from '../../shared/domain/saved-view.ts';
import { call } from '../api/client.ts';
import { getApp, setLayout, toFilterScreen } from './app-store.ts';
import { getIncidents, setFilter, setSort } from './incidents-store.ts';
import { showViewParts, viewParts } from './view-parts.ts';

export type SavedView = CallResult<'saved-view/list'>[number];

/** What is on screen now, as the fields of a saved view. */
function shownView(order: number): { readonly filter_text: string; readonly layout: string } {
  const { filter, sort } = getIncidents();
  const all = Object.entries(getApp().settings?.layout ?? {});
  const layout = Object.fromEntries(all.filter(([key]) => isOfView(key)));
  return {
    filter_text: formatFilter(filter),
    layout: writeViewLayout({ order, sort, layout, parts: viewParts() }),
  };
}

/** Shows a view where the analyst is, if that screen shows the filter's incidents, else in the table. */
export function showView({ filterText, layout: text }: SavedView): void {
  const { sort, layout, parts } = readViewLayout(text);
  toFilterScreen();
  for (const [key, value] of Object.entries(layout)) setLayout(key, value);
  showViewParts(parts);
  if (sort !== undefined) setSort(sort);
  setFilter(parseFilter(filterText).filter);
}

/** Keeps what is on screen under a name, behind the other views. Throws as `record/save`. */
export async function addView(name: string, views: readonly SavedView[]): Promise<void> {
  const last = Math.max(0, ...views.map(({ layout }) => readViewLayout(layout).order));
  const values = { name, ...shownView(last + 1) };
  await save([{ do: 'create', table: 'saved_view', values }]);
}

/** Puts what is on screen in the place of what the view kept. */
export async function updateView({ id, layout }: SavedView): Promise<void> {
  const patch = shownView(readViewLayout(layout).order);
  await save([{ do: 'update', table: 'saved_view', id, patch }]);
}

export async function renameView({ id }: SavedView, name: string): Promise<void> {
  await save([{ do: 'update', table: 'saved_view', id, patch: { name } }]);
}

export async function deleteView({ id }: SavedView): Promise<void> {
  await save([{ do: 'delete', table: 'saved_view', id }]);
}

/** Moves a view to another place of the list; the places of all are written anew as one change. */
export async function moveView(
  views: readonly SavedView[],
  from: number,
  to: number,
): Promise<void> {
  const moved = views[from];
  if (moved === undefined || to < 0 || to >= views.length) return;
  const others = views.filter((view) => view !== moved);
  const ordered = [...others.slice(0, to), moved, ...others.slice(to)];
  const ops = ordered.map(({ id, layout }, at): Op => {
    const text = writeViewLayout({ ...readViewLayout(layout), order: at + 1 });
    return { do: 'update', table: 'saved_view', id, patch: { layout: text } };
  });
  await save(ops);
}

async function save(ops: Op[]): Promise<void> {
  await call('record/save', { ops });
}
