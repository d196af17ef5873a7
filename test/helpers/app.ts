/** Starts the real app in the real Electron for one test, with folders of its own. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { runtime } from '../../electron/setup/runtime.mjs';
import { removeFolder } from './remove-folder.ts';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Profile of this run: settings, samples, window state. */
  readonly userData: string;
  /** A folder for the files of this test. */
  readonly folder: string;
  /** Everything the page wrote to its console as a warning or error. */
  readonly complaints: string[];
  /** Answers every file dialog from now on with this path; undefined = the user closes it. */
  readonly answerDialogs: (path: string | undefined) => Promise<void>;
  /** Ends the app as the user would, and removes the folders. */
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** After the app folder: `--sample`, a path… */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly lang?: 'en' | 'fr';
  readonly width?: number;
  readonly height?: number;
  /** A profile to start on again; it is kept at the end. */
  readonly userData?: string;
}

const startLimitMs = 60_000;

/** The page is ready when its first screen shows data (or the welcome screen stands). */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready="true"]', {
    timeout: startLimitMs,
    state: 'attached',
  });
}

/** Milliseconds that Playwright gets to take hold of a program that paints within two seconds. */
const holdLimitMs = 20_000;

/**
 * Playwright now and then waits for ever for a program that has long painted its window (its own race,
 * once in some sixty starts here): it is ended then and started again, twice at most.
 */
async function launchPatiently(options: Parameters<typeof _electron.launch>[0]) {
  for (let left = 2; ; left -= 1) {
    try {
      return await _electron.launch({ ...options, timeout: holdLimitMs });
    } catch (error) {
      if (left === 0 || !String(error).includes('Timeout')) throw error;
    }
  }
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const { electron, args, env, appFolder } = runtime();
  const folder = mkdtempSync(join(tmpdir(), 'cairn-e2e-'));
  const userData = options.userData ?? join(folder, 'profile');
  const app = await launchPatiently({
    executablePath: electron,
    args: [
      ...args,
      `--user-data-dir=${userData}`,
      `--lang=${options.lang ?? 'en'}`,
      appFolder,
      ...(options.args ?? []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...env,
      LANGUAGE: options.lang ?? 'en',
      LANG: options.lang === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8',
      ...options.env,
    },
  });
  const page = await app.firstWindow({ timeout: startLimitMs });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await waitUntilReady(page);
  // 0 leaves the size that the app chose itself
  if (options.width !== 0) await setSize(app, options.width ?? 1440, options.height ?? 900);
  return {
    app,
    page,
    userData,
    folder,
    complaints,
    answerDialogs: (path) => answerDialogs(app, path),
    close: async () => {
      await endApp(app);
      removeFolder(folder);
    },
  };
}

/** Size of the page itself, whatever the screen. */
async function setSize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

async function answerDialogs(app: ElectronApplication, path: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null;
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen === null ? [] : [chosen] });
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen ?? '' });
  }, path ?? null);
}

/** Closes; a program that does not end within ten seconds is killed, so that no run leaves one behind. */
export async function endApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve();
    }, 10_000);
  });
  await Promise.race([app.close().catch(() => undefined), late]);
  clearTimeout(timer);
}

/** Inside a describe: a test that fails leaves a picture of the page under out/e2e. */
export function keepPicturesOfFailures(running: () => RunningApp | undefined): void {
  afterEach(async ({ task }) => {
    const run = running();
    if (task.result?.state !== 'fail' || !run) return;
    const folder = join(runtime().appFolder, 'out', 'e2e');
    mkdirSync(folder, { recursive: true });
    const name = task.name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 80);
    await run.page.screenshot({ path: join(folder, `${name}.png`) }).catch(() => undefined);
  });
}
