/**
 * Answers `app://cairn/attachment/<id>` with a picture, sound or film of the open case, in parts asked of
 * the engine, whole or by range. The id is one of the case's records; no path and no other file is named.
 */
import type { AttachmentPart } from '../../shared/contract/control.ts';

export type ReadPart = (id: string, from: number, length: number) => Promise<AttachmentPart>;

const prefix = 'app://cairn/attachment/';
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const partBytes = 1024 * 1024;

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  // were it ever opened as a page of its own, it could do nothing
  'Content-Security-Policy': "default-src 'none'; sandbox",
} as const;

export interface ByteRange {
  readonly from: number;
  /** Included. */
  readonly to: number;
}

/** The one range asked for; undefined for the whole, null for one that the file does not have. */
export function rangeOf(header: string | null, size: number): ByteRange | undefined | null {
  if (header === null) return undefined;
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const [, first = '', last = ''] = asked;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? null : { from, to };
}

/** Undefined when the address is not one of attachments. */
export async function serveAttachment(
  address: string,
  rangeHeader: string | null,
  read: ReadPart,
): Promise<Response | undefined> {
  if (!address.startsWith(prefix)) return undefined;
  const id = address.slice(prefix.length);
  if (!idPattern.test(id)) return new Response('Not found', { status: 404, headers });
  try {
    const { mediaType, size } = await read(id, 0, 0);
    const range = rangeOf(rangeHeader, size);
    if (range === null) {
      const outside = { ...headers, 'Content-Range': `bytes */${size}` };
      return new Response(null, { status: 416, headers: outside });
    }
    const { from, to } = range ?? { from: 0, to: size - 1 };
    const body = size === 0 ? null : streamOf(id, from, to, read);
    return new Response(body, {
      status: range === undefined ? 200 : 206,
      headers: {
        ...headers,
        'Content-Type': mediaType,
        'Content-Length': String(to - from + 1),
        'Accept-Ranges': 'bytes',
        ...(range === undefined ? {} : { 'Content-Range': `bytes ${from}-${to}/${size}` }),
      },
    });
  } catch {
    return new Response('Not found', { status: 404, headers });
  }
}

function streamOf(
  id: string,
  from: number,
  to: number,
  read: ReadPart,
): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { bytes } = await read(id, at, Math.min(partBytes, to - at + 1));
      at += bytes.length;
      if (bytes.length > 0) controller.enqueue(bytes);
      if (at > to || bytes.length === 0) controller.close();
    },
  });
}
