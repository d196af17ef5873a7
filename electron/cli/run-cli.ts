/** The command line: finds the command, parses its arguments, prints what it answers. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  type Print,
  UsageError,
  type Values,
} from './command.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import { queryCommand } from './commands/query.ts';
import { reindexCommand } from './commands/reindex.ts';
import { reportCommand } from './commands/report.ts';
import { sameCommand } from './commands/same.ts';
import { showCommand } from './commands/show.ts';
import { undoCommand } from './commands/undo.ts';
import { commandLineAuthor } from './common.ts';
import { commandHelp, generalHelp } from './help.ts';
import { type AskSecret, profileOf, readPassphrase } from './secrets.ts';

const commands: readonly Command[] = [
  newCommand,
  importCommand,
  exportCommand,
  reportCommand,
  queryCommand,
  showCommand,
  sameCommand,
  extractCommand,
  checkCommand,
  reindexCommand,
  undoCommand,
  backupCommand,
];

export interface CliSurroundings {
  readonly print: Print;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Absent where nobody sits at a terminal. */
  readonly ask?: AskSecret | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Exit codes: 0 done, 1 refused with a message, 2 wrong usage. */
export async function runCli(argv: readonly string[], around: CliSurroundings): Promise<0 | 1 | 2> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const topic = commands.find((command) => command.name === rest[0]);
    around.out(topic === undefined ? generalHelp(commands) : commandHelp(topic));
    return name === undefined ? 2 : 0;
  }
  const isJson = rest.includes('--json');
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return wrongUsage(around, isJson, `There is no command "${name}".`);
  if (rest.includes('--help') || rest.includes('-h')) {
    around.out(commandHelp(command));
    return 0;
  }
  try {
    const { positionals, values } = parse(command, rest);
    const result = await command.run(contextOf(around), positionals, values);
    around.out(isJson ? json(result) : withNewline(result.text));
    return result.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(around, isJson, error.message, command);
    return refused(around, isJson, error);
  }
}

function contextOf({ env, cwd, print, ask }: CliSurroundings): CommandContext {
  const full = (path: string): string => resolve(cwd, path);
  return {
    author: commandLineAuthor(env),
    print,
    profile: profileOf(env),
    passphrase: (file, question) =>
      readPassphrase({ file: file === undefined ? undefined : full(file), env, ask }, question),
    resolve: full,
  };
}

function parse(
  command: Command,
  args: readonly string[],
): { positionals: readonly string[]; values: Values } {
  let parsed: { positionals: string[]; values: Record<string, unknown> };
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const required = command.positionals.filter((name) => !name.startsWith('['));
  const missing = required[parsed.positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const extra = parsed.positionals[command.positionals.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
  return { positionals: parsed.positionals, values: parsed.values as Values };
}

function json(result: CommandResult): string {
  return `${JSON.stringify(result.json, undefined, 2)}\n`;
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function wrongUsage(
  { out, err }: CliSurroundings,
  isJson: boolean,
  message: string,
  command?: Command,
): 2 {
  const usage = command === undefined ? 'cairn help' : `cairn ${command.name} ${command.usage}`;
  if (isJson)
    out(`${JSON.stringify({ error: { code: 'input/invalid', message, details: { usage } } })}\n`);
  err(`${message}\nUsage: ${usage}\n`);
  return 2;
}

function refused({ out, err }: CliSurroundings, isJson: boolean, error: unknown): 1 {
  const plain: PlainError =
    error instanceof AppError
      ? error.toPlain()
      : {
          code: 'internal',
          message: `Something went wrong inside Cairn: ${error instanceof Error ? error.message : String(error)}`,
        };
  if (isJson) out(`${JSON.stringify({ error: { details: {}, ...plain } }, undefined, 2)}\n`);
  else err(`${plain.message} [${plain.code}]\n`);
  return 1;
}
