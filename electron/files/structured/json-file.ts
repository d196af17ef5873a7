/** A JSON file of others: bounded in size and depth, strict UTF-8, faults with their line. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';

/** Bytes; the whole file stands in memory. */
const mostBytes = 200 * 1024 * 1024;
/** Deeper than any of these formats goes; recursion over more would end the program. */
const mostDepth = 200;

export interface WholeFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly text: string;
}

function refused(fileName: string, reason: string, message: string): AppError {
  return new AppError('file/unreadable', message, { fileName, reason });
}

/** Throws `file/unreadable`, `file/too-large`. */
export function readWholeFile(path: string): WholeFile {
  const fileName = basename(path);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw refused(fileName, 'missing', `${fileName} is not there.`);
  if (size > mostBytes) {
    const message = `${fileName} is larger than 200 MB. Split it, or export it as CSV.`;
    const details = { fileName, bytes: size, reason: 'map-large' };
    throw new AppError('file/too-large', message, details);
  }
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { fileName, bytes: size, sha256, text };
  } catch {
    throw refused(fileName, 'encoding', `${fileName} is not UTF-8 text. Save it as UTF-8.`);
  }
}

/** Throws `file/unreadable` with the line for what is not JSON, and for what is nested too deep. */
export function parseJson({ fileName, text }: WholeFile): unknown {
  if (text.trim() === '') throw refused(fileName, 'empty', `${fileName} is empty.`);
  const depth = deepest(text);
  if (depth > mostDepth) {
    const message = `${fileName} is nested ${depth} levels deep; no file of these formats is.`;
    throw refused(fileName, 'too-deep', message);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length;
    const where = line === undefined ? '' : ` (line ${line})`;
    throw refused(fileName, 'not-json', `${fileName} is not valid JSON${where}. Export it again.`);
  }
}

/** How deep brackets are nested, those in texts not counted. */
function deepest(text: string): number {
  let [depth, most] = [0, 0];
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inText = false;
    } else if (sign === 0x22) inText = true;
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      most = Math.max(most, depth);
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return most;
}
