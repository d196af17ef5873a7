// Copies the picked incidents as text for a spreadsheet, read or not.
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { call } from '../../api/client.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import { getIncidents } from '../../state/incidents-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import { formats } from '../../text/format.ts';
import type { Column } from './columns.ts';
import { tsvHeader, tsvLine } from './table-tsv.ts';

/** Rows read and written at a time, so that the window goes on; what is picked mostly lies side by side. */
const atOnce = 250;
/** More than these take a moment, which is said. */
const quicklyCopied = 5000;

/** Puts the picked incidents of the list on the clipboard, in the order they were picked in. */
export async function copyPicked(columns: readonly Column[]): Promise<void> {
  const { lang } = getApp();
  const t = catalogues[lang].incidents;
  const { size } = getIncidents().selectedIds;
  if (size > quicklyCopied) notify({ tone: 'info', text: t.copying(size) });
  try {
    const language = { lang, words: t.cell, number: formats[lang].number };
    const lines = await pickedLines((row) => tsvLine(row, columns, language));
    if (lines.length === 0) return;
    await navigator.clipboard.writeText(tsvHeader(columns, t.column) + lines.join(''));
    notify({ text: t.copied(lines.length) });
  } catch (thrown) {
    notifyError(thrown);
  }
}

async function pickedLines(lineOf: (row: IncidentRow) => string): Promise<readonly string[]> {
  const { selectedIds, rows, view } = getIncidents();
  const found = new Map<string, string>();
  const take = (of: Iterable<IncidentRow>) => {
    for (const row of of) {
      if (selectedIds.has(row.id) && !found.has(row.id)) found.set(row.id, lineOf(row));
    }
  };
  // a few mostly stand on the screen
  if (selectedIds.size <= atOnce) take(rows.values());
  const outside = new Set<string>();
  for (const id of selectedIds) {
    if (found.has(id) || outside.has(id)) continue;
    const { index } = await call('view/locate', { view, id });
    // picked before the filter was narrowed: no longer in the list
    if (index < 0) outside.add(id);
    else {
      const page = await call('view/page', { view, from: index, count: atOnce });
      take(page.rows);
      if (!found.has(id)) outside.add(id);
    }
  }
  return [...selectedIds].flatMap((id) => found.get(id) ?? []);
}
