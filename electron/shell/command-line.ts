/** The installed program as a command line: `cairn query CASE …` runs without a window. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Words that are commands and never names of files; the command line itself knows what they take. */
const commands = new Set([
  'new',
  'import',
  'export',
  'report',
  'query',
  'show',
  'check',
  'undo',
  'backup',
  'extract',
  'same',
  'help',
]);

export interface CommandLine {
  /** Chromium's own switches, before the command. */
  readonly switches: readonly string[];
  readonly argv: readonly string[];
}

/** The command in the arguments, or undefined when the window is wanted. */
export function commandLineOf(argv: readonly string[]): CommandLine | undefined {
  const at = argv.findIndex((word) => !word.startsWith('-'));
  const word = argv[at];
  if (word === undefined || !commands.has(word)) return undefined;
  return { switches: argv.slice(0, at), argv: argv.slice(at) };
}

/**
 * Loads the command line from `programDir` into this process; it ends the process by itself. It signs and
 * knows signers as the window does: `userData`.
 */
export function runCommandLine(
  { switches, argv }: CommandLine,
  programDir: string,
  userData: string,
): void {
  process.env['CAIRN_USER_DATA'] ??= userData;
  process.env['CAIRN_COMMAND'] = JSON.stringify(argv);
  // a report is laid out by a second run of this very program
  process.env['CAIRN_ELECTRON'] = process.execPath;
  process.env['CAIRN_ELECTRON_ARGS'] = JSON.stringify(switches);
  process.env['CAIRN_DATA_DIR'] ??= join(process.resourcesPath, 'data');
  createRequire(import.meta.url)(join(programDir, 'cli.cjs'));
}
