/** The text layer of a PDF. Nothing of it is run or drawn; a scan has no text and says so. */
import { PasswordException } from 'unpdf/pdfjs';
import { openPdf } from './open-pdf.ts';
import { blocksOf } from './pdf-columns.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { type Piece, segmentsOf } from './pdf-pieces.ts';
import { dayOf } from './published.ts';
import { checkDeadline, NoText, noFacts, type ReadText } from './types.ts';

const mostPages = 3000;
const mostPieces = 2_000_000;

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** @param deadline ms since 1970 @throws NoText */
export async function readPdf(bytes: Uint8Array, deadline: number): Promise<ReadText> {
  const loading = openPdf(bytes);
  try {
    const document = await loading.promise;
    const pages = document.numPages;
    if (pages > mostPages) throw new NoText('too-long');
    const found = [];
    let count = 0;
    for (let number = 1; number <= pages; number += 1) {
      checkDeadline(deadline);
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      count += items.length;
      if (count > mostPieces) throw new NoText('too-long');
      const { transform } = page.getViewport({ scale: 1 });
      found.push(blocksOf(segmentsOf(piecesOf(items as readonly TextItem[], transform))));
      page.cleanup();
    }
    const text = paragraphsOf(found);
    const facts = await factsOf(document);
    // a scan may carry a stamp or a page number as text, but no sentences
    const isScan = text.replace(/\s/g, '').length < 8 * Math.max(1, pages);
    return { text, facts, pages, ...(isScan ? { notice: 'scan' as const } : {}) };
  } catch (error) {
    if (error instanceof NoText) throw error;
    throw new NoText(error instanceof PasswordException ? 'encrypted' : 'damaged');
  } finally {
    await loading.destroy();
  }
}

/** Upright pieces in the order of the file; words that stand on their side (stamps) are left out. */
function piecesOf(items: readonly TextItem[], view: readonly number[]): readonly Piece[] {
  return items.flatMap((item) => {
    if (typeof item.str !== 'string') return [];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
    const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = item.transform;
    const across = { x: a * ia + c * ib, y: b * ia + d * ib };
    const up = Math.hypot(a * ic + c * id, b * ic + d * id);
    if (Math.abs(across.y) > Math.abs(across.x) || across.x < 0) return [];
    return [
      {
        text: item.str,
        x: a * ie + c * jf + e,
        y: b * ie + d * jf + f,
        width: item.width,
        size: up || item.height || 1,
      },
    ];
  });
}

interface PdfDocument {
  getMetadata(): Promise<{ readonly info: object }>;
}

async function factsOf(document: PdfDocument): Promise<ReadText['facts']> {
  const info = await document.getMetadata().then(
    ({ info }) => info as Readonly<Record<string, unknown>>,
    () => ({}) as Readonly<Record<string, unknown>>,
  );
  const words = (name: string) => {
    const value = info[name];
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    return text === '' || text.length > 500 ? null : text;
  };
  const title = words('Title');
  const language = words('Language');
  return {
    ...noFacts,
    // what word processors write there by themselves is no title
    title:
      title !== null && /^(?:Microsoft Word - |untitled|document\d*$|sans titre)/i.test(title)
        ? null
        : title,
    author: words('Author'),
    published: dayOf(words('CreationDate')),
    language:
      language !== null && /^[a-z]{2,3}\b/i.test(language)
        ? language.slice(0, 2).toLowerCase()
        : null,
  };
}
