// @ts-check
// One short line per step, with its time. The command line sends these to stderr instead, so
// that its own output stays clean for pipes.

/** A step that cannot be done; the message is for the person at the keyboard, no stack needed. */
export class SetupError extends Error {
  /**
   * @param {string} message what went wrong and what to do about it
   * @param {string} [output] the end of the failed program's output
   */
  constructor(message, output) {
    super(message);
    this.name = 'SetupError';
    this.output = output;
  }
}

/** @typedef {{line: (text: string) => void, step: <T>(title: string, work: () => Promise<T>) => Promise<T>, steps: () => number}} Reporter */

/**
 * @param {number} ms
 * @returns {string} such as `0.42 s`
 */
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;

/**
 * @param {NodeJS.WritableStream} [stream]
 * @returns {Reporter}
 */
export function reporter(stream = process.stdout) {
  let done = 0;
  return {
    line: (text) => {
      stream.write(`${text}\n`);
    },
    steps: () => done,
    step: async (title, work) => {
      const begun = performance.now();
      stream.write(`  ${title} …\n`);
      const result = await work();
      done += 1;
      stream.write(`  ${title}: done in ${seconds(performance.now() - begun)}\n`);
      return result;
    },
  };
}

/**
 * Runs a command's main function; a SetupError becomes a sentence and exit code 1.
 * @param {() => Promise<number | undefined>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof SetupError) {
      if (error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
      process.stderr.write(`\nSet-up stopped: ${error.message}\n`);
    } else {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
    process.exitCode = 1;
  }
}
