/**
 * Makes an incident brief fit one page, and says at the foot of the first what goes on behind where it
 * cannot. Works on the element itself, which must be in the page and as wide as it will be printed.
 */

/** Closer lines and smaller letters, tried in turn; none is below 8 points. */
const densities = ['loose', 'close', 'closest'] as const;
/** Room of the line at the foot, CSS pixels. */
const lineRoom = 18;
/** Of the first page, before a long section is torn. */
const mayBeEmpty = 0.45;
/** The print may round what the screen measures. */
const spare = 3;

/** `room`: height of a page between its margins, CSS pixels. Call when letters and pictures are there. */
export function fitToPage(article: HTMLElement, room: number): void {
  if (article.dataset['kind'] !== 'brief') return;
  for (const density of densities) {
    article.dataset['density'] = density;
    if (article.getBoundingClientRect().height <= room - spare) return;
  }
  article.dataset['density'] = 'close';
  const end = article.getBoundingClientRect().top + room - lineRoom;
  const parts = [...article.querySelectorAll<HTMLElement>(':scope > .report-part')];
  const over = parts.find((part) => part.getBoundingClientRect().bottom > end);
  // what would leave this page half empty is torn where it ends
  if (over === undefined || end - over.getBoundingClientRect().top > room * mayBeEmpty) return;
  const behind = parts.slice(parts.indexOf(over));
  const words = lineOf(article, behind);
  const row = firstRowOver(over, end);
  if (row === undefined) {
    // what opens a brief and is longer than a page has nothing before it to stand under
    if (over === parts[0]) return;
    over.before(words);
    over.classList.add('report-next');
    return;
  }
  const cell = document.createElement('td');
  cell.colSpan = row.cells.length;
  cell.append(...words.childNodes);
  const line = document.createElement('tr');
  line.className = 'report-continues';
  line.append(cell);
  row.before(line);
  row.classList.add('report-next');
}

/** The row of a long table at which the page ends; undefined when not two of its rows would stand before it. */
function firstRowOver(part: HTMLElement, end: number): HTMLTableRowElement | undefined {
  const rows = [...(part.querySelector<HTMLTableElement>('table')?.tBodies[0]?.rows ?? [])];
  const at = rows.findIndex((row) => row.getBoundingClientRect().bottom > end);
  return at < 2 ? undefined : rows[at];
}

/** `Continues on the next page: Tolls, Sources.` */
function lineOf(article: HTMLElement, behind: readonly HTMLElement[]): HTMLElement {
  const headings = behind.flatMap((part) => [...part.querySelectorAll('h2')]);
  const names = headings.map(({ textContent }) => textContent ?? '').filter((name) => name !== '');
  const colon = article.lang === 'fr' ? '\u00a0: ' : ': ';
  const said = article.dataset['continues'] ?? '';
  const line = document.createElement('p');
  line.className = 'report-continues';
  line.textContent = names.length === 0 ? `${said}.` : `${said}${colon}${names.join(', ')}.`;
  return line;
}
