import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

export interface Import {
  readonly from: string;
  /** A path in the checkout, or undefined for a package or a Node built-in. */
  readonly to: string | undefined;
  /** As written, without a query such as `?raw`. */
  readonly specifier: string;
  readonly line: number;
}

/** What the parser's module record leaves out: types named in place, workers, `require`. */
const inPlace = [
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\brequire\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\bnew URL\(\s*['"](\.[^'"]*\.(?:ts|tsx|mjs))['"]\s*,\s*import\.meta\.url/g,
];

const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
/** The same text, line by line, with its comments blanked out. */
export const withoutComments = (text: string): string => text.replace(comments, blank);

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

interface Found {
  readonly specifier: string;
  readonly offset: number;
}

function written(file: SourceFile): readonly Found[] {
  const { module, errors } = parseSync(file.path, file.text);
  const error = errors[0];
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest),
    ...module.staticExports.flatMap((one) => one.entries.map((entry) => entry.moduleRequest)),
  ];
  // the tests of this folder hold imports in strings
  const code = file.path.startsWith('test/architecture/') ? '' : withoutComments(file.text);
  return [
    ...requests.flatMap((request) =>
      request ? [{ specifier: request.value, offset: request.start }] : [],
    ),
    ...inPlace.flatMap((pattern) =>
      [...code.matchAll(pattern)].map((match) => ({
        specifier: match[1] ?? '',
        offset: match.index,
      })),
    ),
  ];
}

/** Every import of a file: values, types, re-exports, dynamic, `import('…').Type`, workers. */
export function importsOf(file: SourceFile): readonly Import[] {
  const seen = new Map<string, Import>();
  for (const { specifier: raw, offset } of written(file)) {
    const specifier = raw.replace(/[?#].*$/, '');
    if (seen.has(specifier)) continue;
    const to = specifier.startsWith('.')
      ? posix.join(posix.dirname(file.path), specifier)
      : undefined;
    seen.set(specifier, { from: file.path, to, specifier, line: lineAt(file.text, offset) });
  }
  return [...seen.values()];
}

/** `@scope/name/deep/file` -> `@scope/name`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
