/** Start-up only: single instance, locked-down session, engine, window. No features live here. */
import { writeFileSync } from 'node:fs';
import { app, type BrowserWindow, session } from 'electron';
import type { EventName, EventPayload } from '../shared/contract/contract.ts';
import { AppError } from '../shared/lib/app-error.ts';
import { listenForCalls } from './shell/calls.ts';
import { CaseDesk, windowTitle } from './shell/case-desk.ts';
import { commandLineOf, runCommandLine } from './shell/command-line.ts';
import { runDemo } from './shell/demo.ts';
import { askToLeave } from './shell/dialogs.ts';
import { listenForDrops } from './shell/drops.ts';
import { EngineHost } from './shell/engine-host.ts';
import { FileTokens } from './shell/file-tokens.ts';
import { lockDownSession, lockDownSwitches } from './shell/lockdown.ts';
import { setMenu } from './shell/menu.ts';
import { serveOwnMap } from './shell/own-map-tiles.ts';
import { OwnMaps } from './shell/own-maps.ts';
import { programDir } from './shell/paths.ts';
import { runPrintJob } from './shell/print-job.ts';
import { handleAppScheme, registerAppScheme } from './shell/protocol.ts';
import { SettingsStore } from './shell/settings.ts';
import { shellHandlers } from './shell/shell-handlers.ts';
import { parseStartArguments, type StartArguments } from './shell/start-arguments.ts';
import { createWindow } from './shell/window.ts';

function emit<E extends EventName>(
  window: BrowserWindow | undefined,
  event: E,
  payload: EventPayload<E>,
) {
  if (window && !window.isDestroyed()) window.webContents.send('event', event, payload);
}

async function start(wanted: StartArguments): Promise<void> {
  let window: BrowserWindow | undefined;
  const settings = new SettingsStore();
  /** Ids of jobs of the engine that run. */
  const running = new Set<string>();
  const engine = new EngineHost({
    onEvent: (event, payload) => {
      if (event === 'job/changed') noteJob(payload as EventPayload<'job/changed'>);
      if (event !== 'case/changed') return;
      if ((payload as EventPayload<'case/changed'>).topics.includes('case')) void refreshTitle();
    },
    onRestart: () => {
      running.clear();
      void afterRestart();
    },
    onGiveUp: () => emit(window, 'engine/state', { state: 'failed' }),
  });
  const tokens = new FileTokens((token, path) => engine.grant(token, path));
  const desk = new CaseDesk(engine, (current) => {
    if (window && !window.isDestroyed()) window.setTitle(windowTitle(current));
    emit(window, 'case/opened', { hasCase: current !== undefined });
  });

  function noteJob({ id, state }: EventPayload<'job/changed'>): void {
    if (state === 'running' || state === 'cancelling') running.add(id);
    else running.delete(id);
  }

  async function refreshTitle(): Promise<void> {
    const state = (await engine.control('call', { name: 'case/state', args: {} })) as {
      readonly title: string;
      readonly tlp: string;
    };
    desk.describe(state.title, state.tlp);
  }

  function connectPage(): void {
    window?.webContents.postMessage('engine-port', null, [engine.connectPage()]);
  }

  async function afterRestart(): Promise<void> {
    emit(window, 'engine/state', { state: 'restarting' });
    for (const [token, path] of tokens.entries()) engine.grant(token, path);
    connectPage();
    try {
      await engine.control('author', settings.current.author);
      await desk.reopen();
      emit(window, 'engine/state', { state: 'running' });
    } catch (error) {
      if (error instanceof AppError && error.code !== 'engine/unavailable') openFailed(error, '');
    }
  }

  function openFailed(error: unknown, fileName: string): void {
    const plain =
      error instanceof AppError
        ? error.toPlain()
        : { code: 'internal', message: 'The case could not be opened.' };
    emit(window, 'case/open-failed', { ...plain, fileName });
  }

  async function openWanted({ casePath, packPath, sample }: StartArguments): Promise<void> {
    try {
      if (casePath) await desk.open(casePath);
      else if (sample) await desk.openSample(sample);
    } catch (error) {
      failedAtStart = () => openFailed(error, casePath ?? '');
      if (painted) failedAtStart();
    }
    if (packPath) {
      const offered = tokens.grant(packPath);
      offerAtStart = () => emit(window, 'pack/offered', offered);
      if (painted) offerAtStart();
    }
  }

  let painted = false;
  let failedAtStart: (() => void) | undefined;
  let offerAtStart: (() => void) | undefined;

  const ownMaps = new OwnMaps(engine);
  engine.start();
  void engine.control('author', settings.current.author);
  const firstCase = openWanted(wanted);
  handleAppScheme(
    session.defaultSession,
    (id, from, length) => engine.control('attachment-part', { id, from, length }),
    (ask) => engine.control('tile', ask),
    (address) => serveOwnMap(address, ownMaps, engine),
  );
  lockDownSession(session.defaultSession);
  listenForDrops((paths) =>
    emit(window, 'files/dropped', { files: paths.map((path) => tokens.grant(path)) }),
  );
  listenForCalls(
    shellHandlers({
      engine,
      desk,
      tokens,
      settings,
      ownMaps,
      firstCase,
      onReport: (progress) => emit(window, 'report/progress', progress),
      onSettings: () => {
        setMenu(settings.lang, menuCommand);
        void engine.control('author', settings.current.author);
      },
      onPainted: () => {
        if (painted) return;
        painted = true;
        // Read by `npm start` and the benchmarks: milliseconds since this process was made.
        process.stdout.write(`CAIRN painted ${Math.round(performance.now())}\n`);
        failedAtStart?.();
        offerAtStart?.();
        const folder = process.env['CAIRN_DEMO_OUT'];
        if (folder && window) void demo(folder, window);
      },
    }),
  );

  function menuCommand(command: string): void {
    emit(window, 'menu/command', { command });
  }

  async function demo(folder: string, shown: BrowserWindow): Promise<void> {
    try {
      await runDemo(folder, shown, engine, settings.lang);
      await engine.stop();
      app.exit(0);
    } catch (error) {
      process.stderr.write(`demo: ${error instanceof Error ? error.stack : String(error)}\n`);
      app.exit(1);
    }
  }

  if (wanted.printJob) {
    // without a listener the app quits as soon as the print page is gone, before the file is written
    app.on('window-all-closed', () => undefined);
    app.exit(await runPrintJob(wanted.printJob, desk, engine));
    return;
  }

  setMenu(settings.lang, menuCommand);
  window = createWindow();
  window.setTitle(windowTitle(desk.current));
  // Each load of the page gets a fresh port; the old page's port closes with it.
  window.webContents.on('did-finish-load', connectPage);
  const shown = window;
  shown.webContents.on('will-prevent-unload', (event) => {
    if (askToLeave(shown, settings.lang, running.size > 0)) event.preventDefault();
  });
  window.on('closed', () => {
    window = undefined;
  });

  app.on('second-instance', (_event, argv, cwd) => {
    window?.show();
    window?.focus();
    void openWanted(parseStartArguments(argv.slice(1), cwd));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openWanted(parseStartArguments([path], '/'));
  });
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  process.on('uncaughtException', (error) => {
    process.stderr.write(`shell: ${error.stack ?? error.message}\n`);
  });
  // For tests that kill the engine: its process id, readable from outside.
  const pidFile = process.env['CAIRN_ENGINE_PID_FILE'];
  if (pidFile && engine.pid) writeFileSync(pidFile, String(engine.pid));
}

const commandLine = app.isPackaged ? commandLineOf(process.argv.slice(1)) : undefined;
const wanted = parseStartArguments(process.argv.slice(1), process.cwd());
if (commandLine) {
  runCommandLine(commandLine, programDir(), app.getPath('userData'));
} else {
  registerAppScheme();
  lockDownSwitches();
  if (!wanted.printJob && !app.requestSingleInstanceLock()) app.quit();
  else void app.whenReady().then(() => start(wanted));
}
