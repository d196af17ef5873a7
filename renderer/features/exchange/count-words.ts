import type { Lang } from '../../text/catalogue.ts';
import { catalogues } from '../../text/catalogue.ts';

/** Records by table as `44 incidents · 12 actors`; tables without records are left out. */
export function countsWords(lang: Lang, counts: Readonly<Record<string, number>>): string {
  const t = catalogues[lang].exchange;
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => t.counted(count, t.tables[table] ?? [table, table]))
    .join(' · ');
}

/** `incident` as `Incidents`, to head a row of counts. */
export function tableHeading(lang: Lang, table: string): string {
  const many = catalogues[lang].exchange.tables[table]?.[1] ?? table;
  return many.charAt(0).toUpperCase() + many.slice(1);
}
