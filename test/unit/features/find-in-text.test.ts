import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, foldText } from '../../../renderer/features/sources/reader/find-in-text.ts';

function found(text: string, words: string): readonly string[] {
  return findAll(foldText(text), words).map(({ from, to }) => text.slice(from, to));
}

describe('findAll', () => {
  it.each([
    ['Traoré said. TRAORE did. traore\u0301.', 'traore', ['Traoré', 'TRAORE', 'traore\u0301']],
    ["L’armée et l'armee", "l'armée", ['L’armée', "l'armee"]],
    ['🚨 Djibo\n  attack', 'djibo attack', ['Djibo\n  attack']],
    ['قُتِلَ العشرات', 'قتل', ['قُتِلَ']],
    ['أحمد و احمد', 'احمد', ['أحمد', 'احمد']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['œuvre', 'oeu', ['œu']],
    ['nothing', '   ', []],
  ])(
    'Given "%s" When "%s" is looked for Then it is found as people type it',
    (text, words, expected) => {
      expect(found(text, words)).toEqual(expected);
    },
  );

  it('Given any text When a piece of it is looked for Then it is found where it stands', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'É', ' ', '🔥', 'ق', 'œ', '1') });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const points = [...whole];
        const from = a % (points.length + 1);
        const piece = points
          .slice(from, from + (b % 5) + 1)
          .join('')
          .trim();
        fc.pre(piece !== '');
        const hits = findAll(foldText(whole), piece);
        expect(hits.length).toBeGreaterThan(0);
        for (const hit of hits) expect(hit.to).toBeGreaterThan(hit.from);
      }),
    );
  });
});
