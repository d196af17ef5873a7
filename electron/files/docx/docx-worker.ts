/** A thread that writes one report as a Word document and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { FigurePicture } from '../../../shared/report/drawn-figures.ts';
import { writeDocx } from './report.ts';

const { document, figures } = workerData as {
  readonly document: ReportDocument;
  readonly figures: readonly FigurePicture[];
};

// what fails ends the thread with its error; who started it hears of that
void writeDocx(document, figures).then((bytes) => parentPort?.postMessage(bytes));
