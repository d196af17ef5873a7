import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const unpacked = join(root, 'dist', 'linux-unpacked');
export const program = join(unpacked, 'cairn');

export interface Running {
  /** Resolves with the first match of a line of either output; rejects when the app ends first. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly output: () => string;
  /** Ends the app with all its processes and removes its profile. */
  readonly end: () => void;
}

/** What Chromium wants from root before anything else. */
export const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const patienceMs = 30_000;

/** Starts the packaged app with a profile of its own. */
export function startPackaged(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running {
  if (!existsSync(program)) throw new Error(`${program} is missing: run \`npm run package\`.`);
  const profile = mkdtempSync(join(tmpdir(), 'cairn-smoke-'));
  const child: ChildProcess = spawn(program, [...switches, `--user-data-dir=${profile}`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  let ended = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const collect = (chunk: unknown) => {
    text += String(chunk);
    tell();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.on('close', () => {
    ended = true;
    tell();
  });

  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        listeners.delete(look);
      };
      const look = () => {
        const found = pattern.exec(text);
        if (!found && !ended) return;
        stop();
        if (found) resolve(found);
        else reject(new Error(`The app ended without saying ${pattern}:\n${text}`));
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The app never said ${pattern}:\n${text}`));
      }, patienceMs);
      listeners.add(look);
      look();
    });

  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it ended by itself
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { said, output: () => text, end };
}
