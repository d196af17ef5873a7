import { describe, expect, test } from 'vitest';
import { policyRules } from '../../renderer/app/trusted-types.ts';

const rules = policyRules('app://cairn');

describe('trusted types', () => {
  test('given a script of our own, then it may be started', () => {
    expect(rules.createScriptURL('app://cairn/assets/worker.js')).toBe(
      'app://cairn/assets/worker.js',
    );
    expect(rules.createScriptURL('./assets/worker.js')).toBe('./assets/worker.js');
  });

  test('given nothing at all, then an element may be emptied with it', () => {
    expect(rules.createHTML('')).toBe('');
  });

  test('given a foreign address, HTML or code, then it is refused', () => {
    for (const address of [
      'https://example.org/x.js',
      'data:text/javascript,1',
      'blob:app://cairn/1',
      'app://other/x.js',
      'javascript:1',
    ]) {
      expect(() => rules.createScriptURL(address), address).toThrow(TypeError);
    }
    expect(() => rules.createHTML('<b>x</b>')).toThrow(TypeError);
    expect(() => rules.createScript('1')).toThrow(TypeError);
  });
});
