import { describe, expect, it } from 'vitest';
import { validityAt } from '../../shared/domain/place-validity.ts';

const until = { from: null, to: '2025-07-01' };
const since = { from: '2025-07-02', to: null };

describe('whether a name of a place holds', () => {
  it.each([
    [until, '2025-05-11', 'valid'],
    [until, '2025-07-01', 'valid'],
    [until, '2025-07-02', 'no-longer'],
    [since, '2025-07-01', 'not-yet'],
    [since, '2025-07-02', 'valid'],
    [until, '2025', undefined],
    [since, '2025-06/2025-08', undefined],
    [since, '2024', 'not-yet'],
    [until, null, undefined],
    [since, 'XXXX', undefined],
    [{ from: '2024', to: '2024' }, '2024-06', undefined],
    [{ from: null, to: null }, '2024-06', 'valid'],
  ] as const)('%j on %j: %s', (validity, date, expected) => {
    expect(validityAt(validity, date)).toBe(expected);
  });
});
