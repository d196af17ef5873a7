/**
 * A report broken into pages by Chromium itself: a copy in columns as high as a page breaks where the
 * print breaks, but for tables, which are parted here.
 */

import type { Sheet } from '../../shared/report/paper.ts';
import { fitToPage } from './fit-page.ts';

const pxPerPt = 96 / 72;
/** Between two columns, so that nothing of one shows in the other. */
const gap = 40;

export interface PagedCopy {
  /** In columns, one a page. Take copies of it. */
  readonly body: HTMLElement;
  readonly count: number;
}

/** CSS pixels from one page of the copy to the next. */
export function pageStep({ room }: Sheet): number {
  return room.width * pxPerPt + gap;
}

/** Lays a copy of the report out in `host`, which must be in the page; what it held goes. */
export function pagedCopy(article: HTMLElement, host: HTMLElement, sheet: Sheet): PagedCopy {
  const body = article.cloneNode(true);
  if (!(body instanceof HTMLElement)) throw new Error('A copy of an element is an element.');
  body.style.width = `${sheet.room.width}pt`;
  host.replaceChildren(body);
  fitToPage(body, sheet.room.height * pxPerPt);
  const tables = [...body.querySelectorAll('table')];
  const heights = heightsIn(tables);
  // pages are columns here
  for (const next of body.querySelectorAll<HTMLElement>('.report-next')) {
    next.style.breakBefore = 'column';
  }
  Object.assign(body.style, {
    width: `${sheet.room.width}pt`,
    height: `${sheet.room.height}pt`,
    columnWidth: `${sheet.room.width}pt`,
    columnGap: `${gap}px`,
    columnFill: 'auto',
  });
  for (const table of tables) splitAtPages(table, body, heights);
  // forced breaks leave empty columns behind the last words
  return { body, count: 1 + lastColumn(body, pageStep(sheet)) };
}

/** Number of the column that the last words stand in. */
function lastColumn(body: HTMLElement, step: number): number {
  const words = document.createRange();
  words.selectNodeContents(body);
  const { left } = body.getBoundingClientRect();
  const columns = Array.from(words.getClientRects(), (box) =>
    Math.floor((box.left - left + gap / 2) / step),
  );
  return Math.max(0, ...columns);
}

/** Half of the line under a row, which may hang over the end of a page on paper; CSS pixels. */
const hang = 0.5;
/** What lines above and below a table add in a column, where nothing may hang over. */
const lines = 1.5;

/** As high as they are where no page ends, CSS pixels. */
type Heights = ReadonlyMap<Element, number>;

function heightsIn(tables: Iterable<HTMLTableElement>): Heights {
  const heights = new Map<Element, number>();
  for (const table of tables) {
    for (const row of table.rows) heights.set(row, row.getBoundingClientRect().height);
  }
  return heights;
}

/**
 * Chromium keeps rows whole and repeats heads in print alone: in columns it tears them. So a table that goes on
 * over several pages becomes one table a page, each with its head.
 */
function splitAtPages(table: HTMLTableElement, body: HTMLElement, heights: Heights): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const [first] = rows;
  if (first === undefined) return;
  const page = body.getBoundingClientRect();
  const heightOf = (row: Element) => heights.get(row) ?? 0;
  const head = [...(table.tHead?.rows ?? [])].reduce((sum, row) => sum + heightOf(row), 0);
  let left = page.bottom - (first.getClientRects()[0]?.top ?? page.top);
  if (heightOf(first) > left) {
    // a head does not stand alone at the end of a page, and what a page begins with has no room above it
    Object.assign(openerOf(table).style, { breakBefore: 'column', marginTop: '0' });
    left = page.bottom - (first.getClientRects()[0]?.top ?? page.top);
  }
  let current = table;
  let from = 0;
  for (const [at, row] of rows.entries()) {
    const height = heightOf(row);
    const isOver = height > left + hang || row.classList.contains('report-next');
    if (isOver && at > from) {
      current = continued(current, rows.slice(at));
      from = at;
      left = page.height - head;
    }
    if (height > left - lines) for (const cell of row.cells) cell.style.paddingBottom = '1px';
    left -= height;
  }
}

/** Heads of parts are never parted from what follows. */
function openerOf(table: HTMLTableElement): HTMLElement {
  let opener: HTMLElement = table;
  for (;;) {
    const before = opener.previousElementSibling;
    if (!(before instanceof HTMLElement)) return opener;
    if (getComputedStyle(before).breakAfter !== 'avoid') return opener;
    opener = before;
  }
}

/** A table of the same head with these rows, on the next page. */
function continued(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]) {
  const next = table.cloneNode(false);
  if (!(next instanceof HTMLTableElement)) throw new Error('A copy of a table is a table.');
  const parts = [table.querySelector('colgroup'), table.tHead].flatMap((part) => part ?? []);
  next.append(...parts.map((part) => part.cloneNode(true)));
  const group = document.createElement('tbody');
  group.append(...rows);
  next.append(group);
  next.style.breakBefore = 'column';
  next.style.marginTop = '0';
  table.after(next);
  return next;
}
