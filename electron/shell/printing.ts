/** Writes a report: a hidden page of the same bundle lays it out, Chromium makes the PDF. */
import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { formatOfName, type ReportFormat, reportFormats } from '../../shared/report/format.ts';
import { pageFrame } from '../../shared/report/frame.ts';
import { type DrawnPage, htmlFile } from '../../shared/report/html-file.ts';
import { lockDownContents, securePreferences } from './lockdown.ts';
import { programDir } from './paths.ts';
import { appOrigin } from './static-files.ts';

export interface PrintedReport {
  readonly fileName: string;
  readonly bytes: number;
  /** Null for a file without pages of its own. */
  readonly pages: number | null;
  readonly sha256: string;
}

interface Job {
  readonly document: ReportDocument;
  readonly format: ReportFormat;
  readonly ready: (page: DrawnPage | undefined) => void;
}

const jobs = new Map<number, Job>();
const layoutLimitMs = 90_000;

/** The report that a print page has to lay out. Throws `call/untrusted` for any other page. */
export function printJobOf(contents: WebContents): Job {
  const job = jobs.get(contents.id);
  if (!job) throw new AppError('call/untrusted', 'This page has nothing to print.');
  return job;
}

/** Pages of a PDF made by Chromium: the largest count in its page tree. */
function countPages(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)];
  return Math.max(0, ...counts.map((match) => Number(match[1])));
}

async function layOut(
  window: BrowserWindow,
  document: ReportDocument,
  format: ReportFormat,
): Promise<DrawnPage | undefined> {
  const { webContents } = window;
  const id = webContents.id;
  try {
    return await new Promise((resolve, reject) => {
      const failed = (why: string) => reject(new AppError('report/failed', why));
      const timer = setTimeout(
        () => failed('The report could not be laid out in time.'),
        layoutLimitMs,
      );
      jobs.set(id, {
        document,
        format,
        ready: (page) => {
          clearTimeout(timer);
          resolve(page);
        },
      });
      webContents.once('render-process-gone', () =>
        failed('The page that lays out reports stopped.'),
      );
      webContents.once('did-fail-load', () =>
        failed('The page that lays out reports did not load.'),
      );
      void window.loadURL(`${appOrigin}/print.html`);
    });
  } finally {
    jobs.delete(id);
  }
}

/** The file as bytes. Throws `report/failed`. */
async function render(document: ReportDocument, format: ReportFormat): Promise<Buffer> {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      ...securePreferences,
      preload: join(programDir(), 'preload.cjs'),
      backgroundThrottling: false,
      devTools: false,
    },
  });
  lockDownContents(window.webContents);
  try {
    const page = await layOut(window, document, format);
    if (format === 'pdf') return await pdfOf(window.webContents, document);
    if (page === undefined) throw new AppError('report/failed', 'The report was not drawn.');
    return Buffer.from(htmlFile(document, page), 'utf8');
  } finally {
    window.destroy();
  }
}

/** A4, tagged, with outline. */
function pdfOf(contents: WebContents, document: ReportDocument): Promise<Buffer> {
  const frame = pageFrame(document);
  return contents.printToPDF({
    pageSize: 'A4',
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: frame.header,
    footerTemplate: frame.footer,
    margins: { top: 0.85, bottom: 0.8, left: 0.7, right: 0.7 },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

/**
 * Writes what the ending of the name says: PDF or HTML. It is written beside and renamed, so that a
 * failure leaves an older file whole. Throws `input/invalid` for another ending, `disk/*`, `report/failed`.
 */
export async function writeReport(document: ReportDocument, path: string): Promise<PrintedReport> {
  const format = formatOfName(path);
  if (format === undefined) {
    throw new AppError(
      'input/invalid',
      `${basename(path)} is not the name of a report. Give it the ending ${reportFormats.map((each) => `.${each}`).join(' or ')}.`,
    );
  }
  const file = await render(document, format);
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
