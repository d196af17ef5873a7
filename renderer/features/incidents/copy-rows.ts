// Copies the picked incidents as text for a spreadsheet, read or not.
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { call } from '../../api/client.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import { getIncidents } from '../../state/incidents-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import { formats } from '../../text/format.ts';
import type { Column } from './columns.ts';
import { tsvOf } from './table-tsv.ts';

/** Rows read at a time; what is picked mostly lies side by side. */
const atOnce = 1000;

/** Puts the picked incidents of the list on the clipboard, in the order they were picked in. */
export async function copyPicked(columns: readonly Column[]): Promise<void> {
  const { lang } = getApp();
  const t = catalogues[lang].incidents;
  try {
    const rows = await pickedRows();
    if (rows.length === 0) return;
    const language = { lang, words: t.cell, number: formats[lang].number };
    await navigator.clipboard.writeText(tsvOf(rows, columns, t.column, language));
    notify({ text: t.copied(rows.length) });
  } catch (thrown) {
    notifyError(thrown);
  }
}

async function pickedRows(): Promise<readonly IncidentRow[]> {
  const { selectedIds, rows, view } = getIncidents();
  const found = new Map<string, IncidentRow>();
  for (const row of rows.values()) if (selectedIds.has(row.id)) found.set(row.id, row);
  const outside = new Set<string>();
  for (const id of selectedIds) {
    if (found.has(id) || outside.has(id)) continue;
    const { index } = await call('view/locate', { view, id });
    // picked before the filter was narrowed: no longer in the list
    if (index < 0) outside.add(id);
    else {
      const page = await call('view/page', { view, from: index, count: atOnce });
      for (const row of page.rows) if (selectedIds.has(row.id)) found.set(row.id, row);
      if (!found.has(id)) outside.add(id);
    }
  }
  return [...selectedIds].flatMap((id) => found.get(id) ?? []);
}
