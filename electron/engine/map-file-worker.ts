/** A thread that reads map files, so that a damaged or slow one holds up nothing else. Writes nothing. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '../../shared/lib/app-error.ts';
import { inspectMap, mapShapes, mapTile } from '../services/own-maps.ts';
import type { MapFileAnswer, MapFileTask } from './map-files.ts';

async function work({ ask }: MapFileTask): Promise<unknown> {
  switch (ask.do) {
    case 'inspect':
      return inspectMap(ask.path);
    case 'tile':
      return (await mapTile(ask.path, ask.kind, ask)) ?? null;
    case 'shapes':
      return mapShapes(ask.path);
  }
}

parentPort?.on('message', (task: MapFileTask) => {
  const reply = (answer: MapFileAnswer) => parentPort?.postMessage(answer);
  work(task).then(
    (value) => reply({ id: task.id, value }),
    (error: unknown) => {
      const plain = error instanceof AppError ? error.toPlain() : undefined;
      reply({
        id: task.id,
        error: plain ?? { code: 'map-file/damaged', message: 'The map file could not be read.' },
      });
    },
  );
});
