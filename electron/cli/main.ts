/**
 * Entry of the command line: in plain Node (`npm run cairn`), and in the installed program, which loads
 * this file when its first word is a command (`electron/shell/command-line.ts`).
 */
import { printElsewhere } from './print-elsewhere.ts';
import { runCli } from './run-cli.ts';
import { askAtTerminal } from './secrets.ts';

// a reader that closes the pipe early (`| head`) is no error
process.stdout.on('error', () => process.exit(0));

// no top-level await: the build is one CommonJS file
const given = process.env['CAIRN_COMMAND'];
const argv = given === undefined ? process.argv.slice(2) : (JSON.parse(given) as string[]);
void runCli(argv, {
  print: printElsewhere(process.env),
  env: process.env,
  cwd: process.cwd(),
  ask: askAtTerminal(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
  // Electron would go on without a window; what was written is flushed first
  if (given !== undefined) process.stdout.write('', () => process.exit(code));
});
