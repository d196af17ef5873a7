import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mayRequest, resolveStatic } from '../../../electron/shell/static-files.ts';

const root = '/opt/cairn/renderer';

describe('app:// addresses', () => {
  test.each([
    ['app://cairn/', 'index.html'],
    ['app://cairn/index.html', 'index.html'],
    ['app://cairn/assets/main-abc.js', 'assets/main-abc.js'],
    ['app://cairn/assets/%C3%A9.svg', 'assets/é.svg'],
    ['app://cairn/index.html?x=1#y', 'index.html'],
  ])('%s names a file of the bundle', (address, file) => {
    expect(resolveStatic(root, address)).toBe(join(root, file));
  });

  test.each([
    'app://cairn/%2e%2e/secret.json',
    'app://cairn/..%2fsecret.json',
    'app://cairn/%2e%2e%2fsecret.json',
    'app://cairn/..%5csecret.json',
    'app://cairn/assets/%5c..%5c..%5csecret.json',
    'app://cairn/%252e%252e/secret.json',
    'app://cairn/index.html%00.js',
    'app://evil/index.html',
    'app://cairn.evil/index.html',
    'https://cairn/index.html',
    'file:///etc/passwd',
    'app://cairn/etc/passwd',
    'app://cairn/assets/',
    'app://cairn/run.exe',
    'not an address',
    'app://cairn/%E0%A4%A',
  ])('%s is refused or stays inside', (address) => {
    const file = resolveStatic(root, address);
    expect(file === undefined || file.startsWith(`${root}/`)).toBe(true);
    if (!address.startsWith('app://cairn/%2e%2e/')) expect(file).toBeUndefined();
  });

  test('a folder whose name only begins like the root is outside', () => {
    expect(resolveStatic(root, 'app://cairn/../renderer-evil/x.js')).not.toBe(
      '/opt/cairn/renderer-evil/x.js',
    );
  });
});

describe('requests that may load', () => {
  test.each(['app://cairn/x.js', 'data:image/png;base64,AA', 'blob:app://cairn/1'])(
    '%s',
    (address) => {
      expect(mayRequest(address)).toBe(true);
    },
  );

  test.each([
    'http://example.org/',
    'https://example.org/a.png',
    'ws://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'app://evil/x',
    'app://cairn.evil/x',
    'blob:https://example.org/1',
    'chrome-extension://x/y',
  ])('never %s', (address) => {
    expect(mayRequest(address)).toBe(false);
  });
});
