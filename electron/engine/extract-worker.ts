/** A thread that reads texts, so that a long one does not hold up the engine. Writes nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { extract } from '../../shared/extract/extract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { lookupsOf } from '../services/extract.ts';
import { gazetteerOf } from '../services/places.ts';
import type { ExtractAnswer, ExtractTask } from './extract-in-worker.ts';

const { dataDir } = workerData as { readonly dataDir: string };

parentPort?.on('message', ({ id, input, known }: ExtractTask) => {
  const reply = (answer: ExtractAnswer) => parentPort?.postMessage(answer);
  try {
    reply({ id, value: extract(input, lookupsOf(gazetteerOf(dataDir), known)) });
  } catch (error) {
    const plain = error instanceof AppError ? error.toPlain() : undefined;
    reply({ id, error: plain ?? { code: 'internal', message: 'The text could not be read.' } });
  }
});
