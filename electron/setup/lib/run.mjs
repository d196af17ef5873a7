// @ts-check
// Child processes: output kept for the error message, a time limit, nothing left behind.
import { spawn } from 'node:child_process';
import { SetupError } from './report.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; the caller's own when left out
 * @property {boolean} [show] let the program write to this terminal instead of collecting
 * @property {number} [timeoutMs]
 * @property {string} [hint] what to tell the user when it fails
 */

/** @typedef {{code: number, output: string, timedOut: boolean}} RunResult */

/**
 * Runs a program to its end and never throws for a non-zero exit.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>} code 127 when the program could not be started
 */
export function tryRun(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // npm and npx are .cmd files on Windows, which only a shell can start
      shell: process.platform === 'win32' && /^(npm|npx)$/.test(command),
    });
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.timeoutMs)
      : undefined;
    /** @param {unknown} chunk */
    const collect = (chunk) => {
      output = (output + String(chunk)).slice(-200_000);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}`, timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output, timedOut });
    });
  });
}

/**
 * Runs a program that must succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed
 * @throws {SetupError} with the end of its output
 */
export async function run(command, args, options = {}) {
  const result = await tryRun(command, args, options);
  if (result.code === 0) return result.output;
  const why = result.timedOut ? 'took too long' : `ended with code ${result.code}`;
  throw new SetupError(
    `\`${command} ${args.join(' ')}\` ${why}.${options.hint ? ` ${options.hint}` : ''}`,
    endOf(result.output),
  );
}

/**
 * Programs say what went wrong first or last and fill the middle.
 * @param {string} text
 */
function endOf(text) {
  return text.length <= 4000 ? text : `${text.slice(0, 1500)}\n[…]\n${text.slice(-2500)}`;
}
