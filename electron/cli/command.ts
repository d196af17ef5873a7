/** What a command of the command line is. */
import type { ParseArgsConfig } from 'node:util';
import type { Author } from '../../shared/contract/control.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface PrintJob {
  readonly casePath: string;
  readonly request: ReportRequest;
  readonly out: string;
}

export interface Printed {
  readonly fileName: string;
  readonly bytes: number;
  /** Null for a file without pages of its own. */
  readonly pages: number | null;
  readonly sha256: string;
}

/** Lays out and prints a report. In the program itself a hidden window; in Node another process. */
export type Print = (job: PrintJob) => Promise<Printed>;

export interface CommandContext {
  readonly author: Author;
  readonly print: Print;
  /** The user's data folder with keys and known signers; undefined where nothing says whose. */
  readonly profile: string | undefined;
  /** Of a file given by --passphrase-file, else of the environment, else asked for. */
  readonly passphrase: (file: string | undefined, question: string) => Promise<string>;
  /** Full path of what was given on the command line. */
  readonly resolve: (path: string) => string;
}

export interface CommandResult {
  /** The shape that `--json` prints. */
  readonly json: unknown;
  /** The same for people. */
  readonly text: string;
  /** 1 where the answer itself is bad news, as a check that found damage. */
  readonly exitCode?: 0 | 1;
}

export interface Command {
  readonly name: string;
  /** `CASE FILE [--as FORMAT]`, for the help. */
  readonly usage: string;
  readonly summary: string;
  /** Names of arguments; those in brackets may be left out. */
  readonly positionals: readonly string[];
  readonly options: Options;
  /** What each option does, for the help. */
  readonly help: Readonly<Record<string, string>>;
  readonly run: (
    context: CommandContext,
    positionals: readonly string[],
    values: Values,
  ) => Promise<CommandResult>;
}

/** The command line was used wrongly: exit 2 and the usage. */
export class UsageError extends Error {}

export function requiredOption(values: Values, name: string): string {
  const value = values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`--${name} is missing.`);
}

export function optionalText(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An option that takes one of a few words. */
export function oneOf<T extends string>(
  values: Values,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = values[name];
  if (value === undefined) return fallback;
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} takes ${allowed.join(', ')}, not "${String(value)}".`);
}
