import { describe, expect, test } from 'vitest';
import { commandLineOf } from '../../../electron/shell/command-line.ts';
import { FileTokens } from '../../../electron/shell/file-tokens.ts';
import { parseStartArguments } from '../../../electron/shell/start-arguments.ts';

const nothing = {
  casePath: undefined,
  packPath: undefined,
  sample: undefined,
  printJob: undefined,
};

describe('start arguments', () => {
  test('nothing asked', () => {
    expect(parseStartArguments(['--no-sandbox', '.'], '/home/a')).toEqual(nothing);
  });

  test('a case by double click, its path relative to where the program was started', () => {
    expect(parseStartArguments(['Sahel 2025.CAIRN'], '/home/a')).toEqual({
      ...nothing,
      casePath: '/home/a/Sahel 2025.CAIRN',
    });
  });

  test('a pack beside a case', () => {
    expect(parseStartArguments(['/m/x.cairn', '/m/y.cairnpack'], '/')).toEqual({
      ...nothing,
      casePath: '/m/x.cairn',
      packPath: '/m/y.cairnpack',
    });
  });

  test.each([
    ['--sample', 'djibo'],
    ['--training', 'training'],
  ])('%s opens a bundled case', (flag, sample) => {
    expect(parseStartArguments([flag], '/').sample).toBe(sample);
  });

  test('a print job; a flag without its file asks for nothing', () => {
    expect(parseStartArguments(['--print-report', 'job.json'], '/t').printJob).toBe('/t/job.json');
    expect(parseStartArguments(['--print-report'], '/t').printJob).toBeUndefined();
  });
});

describe('the installed program as a command line', () => {
  test('a command behind switches', () => {
    expect(commandLineOf(['--no-sandbox', 'query', 'a.cairn', '--json'])).toEqual({
      switches: ['--no-sandbox'],
      argv: ['query', 'a.cairn', '--json'],
    });
  });

  test.each([[[]], [['--sample']], [['/home/a/query.cairn']], [['Sahel.cairn', 'query']]])(
    '%j wants the window',
    (argv) => {
      expect(commandLineOf(argv)).toBeUndefined();
    },
  );
});

describe('file tokens', () => {
  test('a token stands for its path and for no other', () => {
    const granted: string[] = [];
    const tokens = new FileTokens((_token, path) => granted.push(path));
    const { token, fileName } = tokens.grant('/stick/pack.cairnpack');
    expect({ fileName, path: tokens.path(token), granted }).toEqual({
      fileName: 'pack.cairnpack',
      path: '/stick/pack.cairnpack',
      granted: ['/stick/pack.cairnpack'],
    });
    expect(() => tokens.path('made-up')).toThrow('Choose it again');
  });
});
