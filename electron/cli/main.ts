/** Entry of the command line in plain Node (`npm run cairn`). The installed program calls `runCli`. */
import { printElsewhere } from './print-elsewhere.ts';
import { runCli } from './run-cli.ts';

// a reader that closes the pipe early (`| head`) is no error
process.stdout.on('error', () => process.exit(0));

// no top-level await: the build is one CommonJS file
void runCli(process.argv.slice(2), {
  print: printElsewhere(process.env),
  env: process.env,
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
