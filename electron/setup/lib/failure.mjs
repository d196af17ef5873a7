// @ts-check
// A failure told once more at the end of a run, where a log that keeps only its last lines has it.
import { stripVTControlCharacters } from 'node:util';

/** Enough for an assertion with its difference, or a counterexample with its seed. */
const mostLines = 30;
const mostCharacters = 3_000;

/**
 * @param {{file: string, test: string, message: string}} failure
 * @returns {string} file and test, then the beginning of what the test runner said of it
 */
export function tellFailure({ file, test, message }) {
  const lines = stripVTControlCharacters(message).split('\n');
  // where in the test runner it was thrown tells nothing
  const own = lines.filter((line) => !/^\s+at .*node_modules/.test(line));
  const said = own.slice(0, mostLines).join('\n').slice(0, mostCharacters).trimEnd();
  return [`✗ ${file}: ${test}`, ...said.split('\n').map((line) => `    ${line}`)].join('\n');
}
