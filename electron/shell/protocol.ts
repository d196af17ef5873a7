/** The app:// scheme: the only place pages, fonts, styles and tiles come from. */
import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { protocol, type Session } from 'electron';
import { type ReadPart, serveAttachment } from './attachments.ts';
import { programDir } from './paths.ts';
import { mediaTypeOf, resolveStatic } from './static-files.ts';
import { type ReadTile, serveTile } from './tiles.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/** No inline script, no eval, nothing from elsewhere; styles of React Aria come with the nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default 'allow-duplicates'",
  ].join('; ');
}

const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

async function serveFile(root: string, address: string): Promise<Response> {
  const file = resolveStatic(root, address);
  if (!file) return new Response('Forbidden', { status: 403, headers: commonHeaders });
  try {
    // A link inside the bundle must not lead out of it.
    const [real, realRoot] = await Promise.all([realpath(file), realpath(root)]);
    if (relative(realRoot, real).startsWith('..')) {
      return new Response('Forbidden', { status: 403, headers: commonHeaders });
    }
    const type = mediaTypeOf(file) ?? 'application/octet-stream';
    const body = await readFile(file);
    if (!type.startsWith('text/html')) {
      return new Response(new Uint8Array(body), {
        headers: { ...commonHeaders, 'Content-Type': type },
      });
    }
    const nonce = randomBytes(18).toString('base64');
    return new Response(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), {
      headers: {
        ...commonHeaders,
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
      },
    });
  } catch {
    return new Response('Not found', { status: 404, headers: commonHeaders });
  }
}

/** All ask the engine: for bytes of a file inside the case, tiles of its incidents, maps of the analyst's own. */
export function handleAppScheme(
  session: Session,
  readPart: ReadPart,
  readTile: ReadTile,
  readOwnMap: (address: string) => Promise<Response | undefined>,
): void {
  const root = join(programDir(), 'renderer');
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') {
      return new Response('Method not allowed', { status: 405, headers: commonHeaders });
    }
    const attachment = serveAttachment(request.url, request.headers.get('range'), readPart);
    return (
      (await attachment) ??
      (await readOwnMap(request.url)) ??
      (await serveTile(request.url, readTile)) ??
      serveFile(root, request.url)
    );
  });
}
