/** From an app:// address to a file of the bundle. Pure, so that every hostile form can be tested. */
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

const appHost = 'cairn';
export const appOrigin = `app://${appHost}`;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Media type by extension, undefined for what the bundle never holds. */
export function mediaTypeOf(path: string): string | undefined {
  return mediaTypes[extname(path).toLowerCase()];
}

/**
 * The file of `root` an address names, or undefined when it names none that may be served: another
 * host, a query for a parent folder in any encoding, a back-slash, NUL, an unknown file type.
 */
export function resolveStatic(root: string, address: string): string | undefined {
  let url: URL;
  let path: string;
  try {
    url = new URL(address);
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'app:' || url.host !== appHost) return undefined;
  if (path.includes('\0') || path.includes('\\') || path.includes('%')) return undefined;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  const inside = relative(root, file);
  if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) {
    return undefined;
  }
  return mediaTypeOf(file) ? file : undefined;
}

/** True for what may load at all: our own scheme, and data and blob made by our own page. */
export function mayRequest(address: string): boolean {
  return (
    address.startsWith(`${appOrigin}/`) ||
    address.startsWith('data:') ||
    address.startsWith(`blob:${appOrigin}/`) ||
    address.startsWith('devtools:')
  );
}
