import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChanges } from '../../../shared/domain/text-changes.ts';

function told(before: string, after: string) {
  return textChanges(before, after).map((piece) =>
    piece.kind === 'added'
      ? `+${after.slice(piece.after.from, piece.after.to)}`
      : `${piece.kind === 'same' ? '=' : '-'}${before.slice(piece.before.from, piece.before.to)}`,
  );
}

describe('textChanges', () => {
  it('Given a figure corrected When compared Then only the figure differs', () => {
    expect(told('It killed 60 soldiers.', 'It killed 200 soldiers.')).toEqual([
      '=It killed ',
      '-60',
      '+200',
      '= soldiers.',
    ]);
  });

  it('Given Arabic with marks and emoji When compared Then no character is cut', () => {
    expect(told('قُتِلَ 👩‍👩‍👧 اليوم', 'قَتَلَ 👩‍👩‍👧 اليوم')).toEqual([
      '-قُتِلَ',
      '+قَتَلَ',
      '= 👩‍👩‍👧 اليوم',
    ]);
  });

  it('Given any two texts When compared Then the pieces make up both, in order', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '12', 'é', '🔥', 'ق', '\u0301'),
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = textChanges(before, after);
        const old = pieces.map((p) => before.slice(p.before.from, p.before.to)).join('');
        const next = pieces.map((p) => after.slice(p.after.from, p.after.to)).join('');
        expect([old, next]).toEqual([before, after]);
        for (const piece of pieces) {
          if (piece.kind !== 'same') continue;
          expect(before.slice(piece.before.from, piece.before.to)).toBe(
            after.slice(piece.after.from, piece.after.to),
          );
        }
      }),
    );
  });
});
