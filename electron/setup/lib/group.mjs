// @ts-check
// A program together with all it starts: ended as one, also when we are interrupted ourselves.
import { spawn } from 'node:child_process';

/** @type {Set<() => void>} */
const onEnd = new Set();
let listening = false;

/**
 * Calls `work` when this process ends for whatever reason short of SIGKILL.
 * @param {() => void} work
 * @returns {() => void} forgets it again
 */
export function atEnd(work) {
  onEnd.add(work);
  if (!listening) {
    listening = true;
    process.on('exit', () => {
      for (const one of onEnd) one();
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
    }
  }
  return () => onEnd.delete(work);
}

/**
 * @typedef {object} GroupOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} env
 * @property {number} [timeoutMs] after which the whole group is ended
 * @property {(line: string) => void} [onLine] gets standard output by lines instead of the terminal
 * @property {(text: string) => void} [onError] gets standard error instead of the terminal
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {GroupOptions} options
 * @returns {Promise<{code: number, timedOut: boolean}>}
 */
export function runGroup(command, args, options) {
  return new Promise((resolve, reject) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      detached: grouped,
      stdio: ['ignore', options.onLine ? 'pipe' : 'inherit', options.onError ? 'pipe' : 'inherit'],
    });
    let timedOut = false;
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(grouped ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // all gone already
      }
    };
    const forget = atEnd(end);
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          end();
        }, options.timeoutMs)
      : undefined;
    let rest = '';
    child.stdout?.on('data', (chunk) => {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine?.(line);
    });
    child.stderr?.on('data', (chunk) => options.onError?.(String(chunk)));
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      forget();
      // what it left behind would keep the pipes open and the machine busy
      end();
      resolve({ code: code ?? 1, timedOut });
    });
  });
}
