/** Prints a report from plain Node: another process of the program lays it out in a hidden window. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCodes } from '../../shared/contract/errors.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Print, Printed, PrintJob } from './command.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A report of many pages with maps takes seconds; more than this means that something hangs. */
const patienceMs = 180_000;
const answerMark = 'CAIRN print ';

/**
 * `CAIRN_ELECTRON` names the program, `CAIRN_ELECTRON_ARGS` (JSON) its switches and folder; both are
 * set by `npm run cairn`. Throws `report/failed` and whatever the program refuses with.
 */
export function printElsewhere(env: Env): Print {
  return async (job) => {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-print-'));
    try {
      return await printIn(folder, job, env);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

async function printIn(folder: string, job: PrintJob, env: Env): Promise<Printed> {
  const program = env['CAIRN_ELECTRON'];
  if (program === undefined || program === '')
    throw new AppError(
      'report/failed',
      'A report is printed by the program itself. Use `npm run cairn -- report …` in a checkout, or the installed cairn.',
      { reason: 'no-program' },
    );
  const jobPath = join(folder, 'job.json');
  await writeFile(jobPath, JSON.stringify(job));
  const args = [
    ...readArgs(env['CAIRN_ELECTRON_ARGS']),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--print-report',
    jobPath,
  ];
  return readAnswer(await outputOf(program, args, env));
}

function readArgs(text: string | undefined): readonly string[] {
  const args: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(args) ? args.map(String) : [];
}

function outputOf(program: string, args: readonly string[], env: Env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: patienceMs,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', () => reject(failed('the program could not be started')));
    child.on('close', () => resolve(output));
  });
}

function readAnswer(output: string): Printed {
  const line = output.split('\n').find((each) => each.startsWith(answerMark));
  if (line === undefined) throw failed('the program gave no answer');
  const answer = JSON.parse(line.slice(answerMark.length)) as
    | { ok: true; value: Printed }
    | { ok: false; error: { code: string; message: string; details?: Record<string, unknown> } };
  if (answer.ok) return answer.value;
  const code = errorCodes.find((known) => known === answer.error.code) ?? 'report/failed';
  throw new AppError(code, answer.error.message, answer.error.details ?? {});
}

function failed(why: string): AppError {
  return new AppError('report/failed', `The report could not be printed: ${why}.`, { reason: why });
}
