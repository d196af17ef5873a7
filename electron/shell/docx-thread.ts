import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { FigurePicture } from '../../shared/report/drawn-figures.ts';
import { programDir } from './paths.ts';

/** A report as a Word document, written in a thread of its own: no window waits for it. Throws `report/failed`. */
export function docxOf(
  document: ReportDocument,
  figures: readonly FigurePicture[],
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const failed = () =>
      reject(new AppError('report/failed', 'The report could not be written as a Word document.'));
    const worker = new Worker(join(programDir(), 'docx-worker.cjs'), {
      workerData: { document, figures },
    });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', failed);
    worker.once('exit', failed);
  });
}
