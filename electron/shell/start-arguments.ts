/** What the command line of the program asks for. Pure. */
import { isAbsolute, resolve } from 'node:path';

export interface StartArguments {
  /** A .cairn file to open. */
  readonly casePath: string | undefined;
  /** A .cairnpack, sealed (.cairnpack.age) or not, to show the preview of. */
  readonly packPath: string | undefined;
  readonly sample: 'djibo' | 'training' | undefined;
  /** A print job of the command line: path of its JSON file. */
  readonly printJob: string | undefined;
}

/** @param argv without the program itself @param cwd folder that relative paths start from */
export function parseStartArguments(argv: readonly string[], cwd: string): StartArguments {
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(cwd, path));
  const file = (ending: string) => {
    const found = argv.find((part) => !part.startsWith('-') && part.toLowerCase().endsWith(ending));
    return found === undefined ? undefined : absolute(found);
  };
  const jobAt = argv.indexOf('--print-report');
  const job = jobAt < 0 ? undefined : argv[jobAt + 1];
  return {
    casePath: file('.cairn'),
    packPath: file('.cairnpack') ?? file('.cairnpack.age'),
    sample: argv.includes('--sample')
      ? 'djibo'
      : argv.includes('--training')
        ? 'training'
        : undefined,
    printJob: job === undefined ? undefined : absolute(job),
  };
}
