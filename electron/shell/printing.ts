/** Prints a report: a hidden page of the same bundle lays it out, Chromium makes the PDF. */
import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { pageFrame } from '../../shared/report/frame.ts';
import { lockDownContents, securePreferences } from './lockdown.ts';
import { programDir } from './paths.ts';
import { appOrigin } from './static-files.ts';

export interface PrintedReport {
  readonly fileName: string;
  readonly bytes: number;
  readonly pages: number;
  readonly sha256: string;
}

interface Job {
  readonly document: ReportDocument;
  readonly ready: () => void;
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

async function layOut(window: BrowserWindow, document: ReportDocument): Promise<void> {
  const { webContents } = window;
  const id = webContents.id;
  try {
    await new Promise<void>((resolve, reject) => {
      const failed = (why: string) => reject(new AppError('report/failed', why));
      const timer = setTimeout(
        () => failed('The report could not be laid out in time.'),
        layoutLimitMs,
      );
      jobs.set(id, {
        document,
        ready: () => {
          clearTimeout(timer);
          resolve();
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

/** The PDF (A4, tagged, with outline) as bytes. Throws `report/failed`. */
async function renderPdf(document: ReportDocument): Promise<Buffer> {
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
    await layOut(window, document);
    const frame = pageFrame(document);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: frame.header,
      footerTemplate: frame.footer,
      margins: { top: 0.85, bottom: 0.8, left: 0.7, right: 0.7 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
  }
}

/** Writes the PDF beside and renames it, so that a failure leaves an older file whole. */
export async function printReport(document: ReportDocument, path: string): Promise<PrintedReport> {
  const pdf = await renderPdf(document);
  const temporary = `${path}.tmp`;
  try {
    await writeFile(temporary, pdf);
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
    bytes: pdf.length,
    pages: countPages(pdf),
    sha256: createHash('sha256').update(pdf).digest('hex'),
  };
}
