import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GroupLines } from '../../../renderer/features/incidents/group-lines.ts';
import type { Group } from '../../../shared/contract/view-calls.ts';

const group = (key: string, count: number): Group => ({
  ...{ key, label: key, count, killed: { low: 0, high: 0, named: 0 } },
});

const tables = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 9 }), isUnfolded: fc.boolean() }), {
    maxLength: 12,
  })
  .map((items) => {
    const groups = items.map(({ count }, number) => group(`g${number}`, count));
    const isUnfolded = (key: string) => items[Number(key.slice(1))]?.isUnfolded === true;
    const plain = groups.flatMap((own) => [
      { group: own },
      ...(isUnfolded(own.key)
        ? Array.from({ length: own.count }, (_, at) => ({ group: own, at }))
        : []),
    ]);
    return { lines: new GroupLines(groups, isUnfolded), plain };
  });

describe('GroupLines', () => {
  test('given any groups, then every line is where a plain list has it', () => {
    fc.assert(
      fc.property(tables, ({ lines, plain }) => {
        expect(lines.count).toBe(plain.length);
        plain.forEach((line, index) => {
          expect(lines.lineAt(index)).toEqual(line);
          if (!('at' in line)) expect(lines.headingOf(line.group.key)).toBe(index);
        });
        expect(lines.lineAt(-1)).toBeUndefined();
        expect(lines.lineAt(plain.length)).toBeUndefined();
      }),
    );
  });

  test('given any window, then the spans name exactly its incidents', () => {
    const window = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(tables, window, ({ lines, plain }, [from, length]) => {
        const named = lines
          .spansIn(from, from + length)
          .flatMap(({ key, ...span }) =>
            Array.from({ length: span.to - span.from }, (_, n) => `${key} ${span.from + n}`),
          );
        const seen = plain
          .slice(from, from + length)
          .flatMap((line) => ('at' in line ? [`${line.group.key} ${line.at}`] : []));
        expect(named).toEqual(seen);
      }),
    );
  });

  test('given two million incidents unfolded, then lines are found at once', () => {
    const groups = Array.from({ length: 2000 }, (_, n) => group(`g${n}`, 1000));
    const lines = new GroupLines(groups, () => true);
    expect(lines.count).toBe(2_002_000);
    expect(lines.lineAt(2_001_999)).toEqual({ group: groups[1999], at: 999 });
  });
});
