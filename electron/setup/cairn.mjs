// @ts-check
// `npm run cairn -- <command>`: the command line in a checkout. Its standard output is its own;
// what set-up has to say goes to standard error, and only when there was something to do.

import { join } from 'node:path';
import { hasDisplay, startVirtualDisplay } from './lib/display.mjs';
import { runGroup } from './lib/group.mjs';
import { appOut } from './lib/paths.mjs';
import { reporter, runMain } from './lib/report.mjs';
import { makeReady } from './ready.mjs';
import { runtime } from './runtime.mjs';

const args = process.argv.slice(2);
/** Printing a report needs a hidden window, so it needs a display. */
const prints = args[0] === 'report';

await runMain(async () => {
  const virtual = prints && !hasDisplay();
  await makeReady(
    reporter(process.stderr),
    { display: virtual, tests: false, build: true },
    { quiet: true },
  );
  const rt = runtime();
  const display = virtual ? await startVirtualDisplay() : undefined;
  const { code } = await runGroup(process.execPath, [join(appOut, 'cli.cjs'), ...args], {
    env: {
      ...process.env,
      ...rt.env,
      ...display?.env,
      // how the command line starts the app where it needs a window
      CAIRN_ELECTRON: rt.electron,
      CAIRN_ELECTRON_ARGS: JSON.stringify([...rt.args, rt.appFolder]),
    },
  });
  display?.stop();
  return code;
});
