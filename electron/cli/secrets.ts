/** Passphrases on the command line: never an argument, which other users of the machine could read. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '../../shared/lib/app-error.ts';
import { UsageError } from './command.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the program keeps keys and known signers; undefined where nothing says whose they would be. */
export function profileOf(env: Env): string | undefined {
  const given = env['CAIRN_USER_DATA'];
  if (given !== undefined && given !== '') return given;
  if (env['HOME'] === undefined && env['APPDATA'] === undefined) return undefined;
  // as Electron names the folder of the program's user data
  if (process.platform === 'win32') return join(env['APPDATA'] ?? homedir(), 'Cairn');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Cairn');
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Cairn');
}

/** Asks without showing what is typed; absent where nobody sits at the terminal. */
export type AskSecret = (question: string) => Promise<string>;

/**
 * The passphrase of a file, else CAIRN_PASSPHRASE, else asked for. Throws `file/unreadable`, and
 * `UsageError` where there is none to be had.
 */
export async function readPassphrase(
  from: {
    readonly file: string | undefined;
    readonly env: Env;
    readonly ask?: AskSecret | undefined;
  },
  question: string,
): Promise<string> {
  if (from.file !== undefined) return firstLine(from.file);
  const given = from.env['CAIRN_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  const typed = await from.ask?.(question);
  if (typed !== undefined && typed !== '') return typed;
  throw new UsageError(
    'A passphrase is needed: --passphrase-file FILE, or CAIRN_PASSPHRASE in the environment, or type it when asked.',
  );
}

function firstLine(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new AppError(
      'file/unreadable',
      `The file ${basename(path)} with the passphrase could not be read (${reason}).`,
      { reason },
    );
  }
  const [line = ''] = text.split(/\r?\n/, 1);
  if (line === '') throw new UsageError('The file with the passphrase is empty.');
  return line;
}

/** For a terminal: writes the question to standard error, and nothing of what is typed. */
export function askAtTerminal(): AskSecret | undefined {
  if (!process.stdin.isTTY) return undefined;
  return async (question) => {
    process.stderr.write(question);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const line = createInterface({ input: process.stdin, output: nowhere, terminal: true });
    try {
      return await line.question('');
    } finally {
      line.close();
      process.stderr.write('\n');
    }
  };
}
