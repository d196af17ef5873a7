import { describe, expect, test } from 'vitest';
import { withoutComments } from './imports.ts';
import { isModule, readSources, type SourceFile } from './source-files.ts';

const sources = readSources();
/** These tests spell out what they forbid. */
const checked = sources.filter((file) => !file.path.startsWith('test/architecture/'));

const limitFor = (path: string): number => (path.startsWith('test/') ? 500 : 350);
const linesOf = (text: string): number => text.trimEnd().split('\n').length;

const find = (files: readonly SourceFile[], pattern: RegExp, comments = false): readonly string[] =>
  files.flatMap((file) => {
    const text = comments ? file.text : withoutComments(file.text);
    return text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [],
      );
  });

describe('files', () => {
  test('stay short: 350 lines, tests 500', () => {
    const long = sources
      .map((file) => ({ path: file.path, lines: linesOf(file.text) }))
      // generated from the migrations, and read by nobody from end to end
      .filter(({ path }) => !path.endsWith('/schema.sql'))
      .filter(({ path, lines }) => lines > limitFor(path));
    expect(long).toEqual([]);
  });

  test('have names in small letters with hyphens', () => {
    const odd = sources.filter(
      (file) =>
        !/^[a-z0-9-]+(\.(test|bench|d|config))?\.[a-z]+$/.test(file.path.replace(/.*\//, '')),
    );
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  test('leave no unfinished work behind', () => {
    expect(find(checked, /\b(TODO|FIXME|XXX|HACK)\b/, true)).toEqual([]);
  });

  test('never switch the type checker off', () => {
    expect(find(checked, /@ts-(ignore|nocheck|expect-error)/, true)).toEqual([]);
    const typed = checked.filter((file) => /\.tsx?$/.test(file.path));
    expect(find(typed, /(:\s*|\bas\s+|<|,\s*|\|\s*)any\b(\[\]|\s*[,;)>=|&[\]}]|$)/)).toEqual([]);
  });

  test('never leave a test out', () => {
    const tests = checked.filter((file) => /\.(test|bench)\.tsx?$/.test(file.path));
    expect(find(tests, /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fails)\b/)).toEqual([]);
  });

  test('set-up scripts are type-checked', () => {
    const unchecked = sources.filter(
      (file) =>
        file.path.startsWith('electron/setup/') &&
        isModule(file) &&
        !file.path.includes('/runtime-shim/') &&
        !/^(#!.*\n)?\/\/ @ts-check\n/.test(file.text),
    );
    expect(unchecked.map((file) => file.path)).toEqual([]);
  });
});
