/** Writes the pieces of a text file as they come; a piece of a million rows never stands in memory whole. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type {
  ExportFacts,
  ExportPage,
  ExportRest,
  TextWriter,
} from '../../../shared/export/model.ts';

/** A file in the making. `close` may be called at any time, also after a failure. */
export interface FileInTheMaking {
  readonly page: (page: ExportPage) => void;
  readonly end: (rest: ExportRest) => void;
  readonly close: () => void;
}

/** Throws errors of the disk. */
export function textFile(path: string, writer: TextWriter, facts: ExportFacts): FileInTheMaking {
  const handle = openSync(path, 'w');
  const write = (text: string): void => {
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length; done += writeSync(handle, bytes, done));
  };
  write(writer.begin(facts));
  return {
    page: (page) => write(writer.page(page)),
    end: (rest) => write(writer.end(rest, facts)),
    close: () => closeSync(handle),
  };
}
