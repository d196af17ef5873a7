/** Writes a report: a hidden page of the same bundle lays it out, Chromium makes the PDF. */
import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WebContents } from 'electron';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { formatOfName, type ReportFormat, reportFormats } from '../../shared/report/format.ts';
import { pageFrame, productLine } from '../../shared/report/frame.ts';
import { htmlFile } from '../../shared/report/html-file.ts';
import { marginInches } from '../../shared/report/paper.ts';
import { docxOf } from './docx-thread.ts';
import { withPdfFacts } from './pdf-facts.ts';
import { withOrderedIds } from './pdf-node-ids.ts';
import { layOut, type PrintWatch, printWindow } from './print-layout.ts';

export interface PrintedReport {
  readonly fileName: string;
  readonly bytes: number;
  /** Null for a file without pages of its own. */
  readonly pages: number | null;
  readonly sha256: string;
}

/** Nobody looks on, nobody cancels. */
export const unwatched: PrintWatch = {
  progress: () => undefined,
  signal: new AbortController().signal,
};

/** Pages of a PDF made by Chromium: the largest count in its page tree. */
function countPages(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)];
  return Math.max(0, ...counts.map((match) => Number(match[1])));
}

/** The file as bytes. Throws `report/failed`, `call/cancelled`. */
async function render(
  building: Promise<ReportDocument>,
  format: ReportFormat,
  watch: PrintWatch,
): Promise<Buffer> {
  const window = printWindow();
  try {
    // the page loads while the report is built
    const { page, figures } = await layOut(window, { document: building, format }, watch);
    const document = await building;
    watch.progress({ stage: 'pages', done: 0, total: 1 });
    if (format === 'docx') return await docxOf(document, figures);
    if (format === 'pdf')
      return await untilCancelled(pdfOf(window.webContents, document), watch.signal);
    if (page === undefined) throw new AppError('report/failed', 'The report was not drawn.');
    return Buffer.from(htmlFile(document, page), 'utf8');
  } finally {
    window.destroy();
  }
}

/** What cannot be stopped is left alone, and its answer with it. Throws `call/cancelled`. */
function untilCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(cancelled());
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
    work.then(resolve, reject);
  });
}

const cancelled = () => new AppError('call/cancelled', 'The making of the file was cancelled.');

/** On the paper of its house, tagged, with outline; then the author, whom Chromium leaves out. */
async function pdfOf(contents: WebContents, document: ReportDocument): Promise<Buffer> {
  const frame = pageFrame(document);
  const pdf = await contents.printToPDF({
    pageSize: document.house.page,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: frame.header,
    footerTemplate: frame.footer,
    margins: marginInches,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return withPdfFacts(withOrderedIds(pdf), {
    Author: document.author,
    Subject: productLine(document).join(' · '),
  });
}

/**
 * Writes what the ending of the name says: PDF, HTML or DOCX. It is written beside and renamed, so that
 * a failure leaves an older file whole. Throws what `document` throws, `input/invalid` for another ending, `disk/*`,
 * `report/failed`, `report/map-failed`, `call/cancelled`.
 */
export async function writeReport(
  document: Promise<ReportDocument>,
  path: string,
  watch: PrintWatch = unwatched,
): Promise<PrintedReport> {
  // heard when it is laid out; a refusal before that is the answer
  document.catch(() => undefined);
  const format = formatOfName(path);
  if (format === undefined) {
    throw new AppError(
      'input/invalid',
      `${basename(path)} is not the name of a report. Give it the ending ${reportFormats.map((each) => `.${each}`).join(' or ')}.`,
    );
  }
  const file = await render(document, format, watch);
  if (watch.signal.aborted) throw cancelled();
  const temporary = `${path}.tmp`;
  try {
    await writeFile(temporary, file);
    await rename(temporary, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new AppError(
      code === 'ENOSPC' ? 'disk/full' : 'disk/unavailable',
      `The report could not be written to ${basename(path)}. Choose another place.`,
      { reason: code },
    );
  }
  return {
    fileName: basename(path),
    bytes: file.length,
    pages: format === 'pdf' ? countPages(file) : null,
    sha256: createHash('sha256').update(file).digest('hex'),
  };
}
