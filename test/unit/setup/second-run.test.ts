import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tellFailure } from '../../../electron/setup/lib/failure.mjs';
import { root } from '../../../electron/setup/lib/paths.mjs';
import { readReport, worthASecondRun } from '../../../electron/setup/lib/vitest-suite.mjs';

interface Reported {
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly assertionResults: readonly {
    readonly status: 'passed' | 'failed' | 'skipped';
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** A file of the report with one test for each letter: `p`assed, `f`ailed, `s`kipped. */
function file(name: string, tests: string, message = 'expected 1 to be 2'): Reported {
  const status = { p: 'passed', f: 'failed', s: 'skipped' } as const;
  return {
    name: join(root, 'test', 'e2e', `${name}.test.ts`),
    status: tests === '' || tests.includes('f') ? 'failed' : 'passed',
    assertionResults: [...tests].map((sign, index) => ({
      status: status[sign as 'p' | 'f' | 's'],
      fullName: `${name} ${index}`,
      failureMessages: sign === 'f' ? [message] : [],
    })),
  };
}
const read = (code: number, ...testResults: readonly Reported[]) =>
  readReport({ testResults }, code);

describe("a suite's report", () => {
  test('is counted by its tests', () => {
    const { count } = read(1, file('one', 'ppf'), file('two', 'ps'));
    expect(count).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  test('a file that could not be loaded is a failure, and so is an error outside any test', () => {
    expect(read(1, file('one', '')).count.failed).toBe(1);
    expect(read(1, file('one', 'pp')).count).toEqual({ passed: 2, failed: 1, skipped: 0 });
    expect(read(0, file('one', 'pp')).count.failed).toBe(0);
  });
});

describe('a failure told at the end', () => {
  test('is named with its file and test, and keeps the counterexample and its seed', () => {
    const message =
      'Property failed after 3 tests\n{ seed: 17 }\n    at run (a/node_modules/b.js:1)';
    const [first] = read(1, file('one', 'pf', message)).files;
    const failure = first?.failures[0];
    if (!first || !failure) throw new Error('the failure was lost');
    expect(tellFailure({ file: first.file, ...failure })).toBe(
      '✗ test/e2e/one.test.ts: one 1\n    Property failed after 3 tests\n    { seed: 17 }',
    );
  });

  test('is cut where it is long', () => {
    const long = tellFailure({ file: 'a', test: 'b', message: 'x\n'.repeat(500) });
    expect(long.split('\n').length).toBeLessThan(40);
    const wide = tellFailure({ file: 'a', test: 'b', message: 'x'.repeat(50_000) });
    expect(wide.length).toBeLessThan(4_000);
  });
});

describe('a second run', () => {
  test('is given to the files that failed, by their path', () => {
    expect(
      worthASecondRun(read(1, file('one', 'pf'), file('two', 'p'), file('three', ''))),
    ).toEqual(['test/e2e/one.test.ts', 'test/e2e/three.test.ts']);
  });

  test('is not given when all is well or the failure belongs to no file', () => {
    expect(worthASecondRun(read(0, file('one', 'p')))).toEqual([]);
    expect(worthASecondRun(read(1, file('one', 'p')))).toEqual([]);
  });

  test('is not given when many files fail, or to a property that was refuted', () => {
    const many = [...'abcdefg'].map((name) => file(name, 'f'));
    expect(worthASecondRun(read(1, ...many.slice(1)))).toHaveLength(6);
    expect(worthASecondRun(read(1, ...many))).toEqual([]);
    const refuted = file('two', 'f', 'Property failed after 3 tests\nCounterexample: [0]');
    expect(worthASecondRun(read(1, file('one', 'f'), refuted))).toEqual([]);
  });
});
