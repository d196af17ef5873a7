import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointIndex, segmentText, selectPassage } from '../../shared/domain/passage.ts';
import { locatePassage } from '../../shared/domain/passage-anchor.ts';

describe('selectPassage', () => {
  it('Given plain words When they are selected Then quote, context and positions are kept', () => {
    const text = 'JNIM said it killed 200 soldiers in Djibo.';
    const from = text.indexOf('200');
    expect(selectPassage(text, from, from + 12)).toEqual({
      exact: '200 soldiers',
      prefix: 'JNIM said it killed ',
      suffix: ' in Djibo.',
      start: 20,
      end: 32,
    });
  });

  it('Given emoji before the words When selected Then positions count code points', () => {
    const text = '🚨🚨 attaque à Djibo';
    const from = text.indexOf('Djibo');
    expect(from).toBe(15);
    expect(selectPassage(text, from, from + 5)).toEqual({
      exact: 'Djibo',
      prefix: '🚨🚨 attaque à ',
      suffix: '',
      start: 13,
      end: 18,
    });
  });

  it('Given a selection that cuts an emoji in half When selected Then the whole character is taken', () => {
    const text = 'a🚨b';
    expect(selectPassage(text, 2, 4)?.exact).toBe('🚨b');
    expect(selectPassage(text, 0, 2)?.exact).toBe('a🚨');
  });

  it.each([
    ['👩‍👩‍👧 fled', 2, 10, '👩‍👩‍👧 f'],
    ['caf\u0065\u0301 burnt', 0, 4, 'caf\u0065\u0301'],
    ['مُحَمَّد said', 1, 3, 'مُحَ'],
    ['🇧🇫🇲🇱', 2, 6, '🇧🇫🇲🇱'],
  ])(
    'Given %s cut inside a character When selected Then whole characters are taken',
    (text, from, to, exact) => {
      expect(selectPassage(text, from, to)?.exact).toBe(exact);
    },
  );

  it('Given Arabic words When selected with blanks around Then the blanks are left out', () => {
    const text = 'أعلنت جماعة نصرة الإسلام مسؤوليتها';
    const from = text.indexOf(' جماعة');
    const passage = selectPassage(text, from, from + ' جماعة نصرة '.length);
    expect(passage?.exact).toBe('جماعة نصرة');
    expect(passage?.start).toBe(from + 1);
  });

  it('Given a selection made backwards When selected Then it is the same passage', () => {
    expect(selectPassage('one two three', 7, 4)).toEqual(selectPassage('one two three', 4, 7));
  });

  it('Given only blanks When selected Then there is no passage', () => {
    expect(selectPassage('one  two', 3, 5)).toBeUndefined();
    expect(selectPassage('one', 1, 1)).toBeUndefined();
  });

  it('Given any text and span When selected Then it is found again at the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(200), fc.nat(200), (text, a, b) => {
        const from = Math.min(a, text.length);
        const to = Math.min(b, text.length);
        const passage = selectPassage(text, from, to);
        if (passage === undefined) return;
        expect([...text].slice(passage.start, passage.end).join('')).toBe(passage.exact);
        const span = locatePassage(text, passage);
        expect(span && text.slice(span.from, span.to)).toBe(passage.exact);
      }),
    );
  });
});

describe('locatePassage', () => {
  const text = 'Residents said dozens died. Officials said dozens fled.';
  const second = text.lastIndexOf('dozens');

  it('Given text put in front When located Then the passage moves along', () => {
    const passage = selectPassage(text, second, second + 6);
    const longer = `🚨 Update. ${text}`;
    const span = passage && locatePassage(longer, passage);
    expect(span).toEqual({
      from: longer.lastIndexOf('dozens'),
      to: longer.lastIndexOf('dozens') + 6,
    });
  });

  it('Given words taken out of the text When located Then the passage is lost', () => {
    const passage = selectPassage(text, second, second + 6);
    expect(passage && locatePassage(text.replaceAll('dozens', 'many'), passage)).toBeUndefined();
  });
});

describe('segmentText', () => {
  it('Given overlapping spans When cut Then each stretch names the passages over it', () => {
    expect(
      segmentText({ from: 0, to: 20 }, [
        { id: 'a', from: 2, to: 10 },
        { id: 'b', from: 6, to: 14 },
        { id: 'c', from: 30, to: 40 },
      ]),
    ).toEqual([
      { from: 0, to: 2, ids: [] },
      { from: 2, to: 6, ids: ['a'] },
      { from: 6, to: 10, ids: ['a', 'b'] },
      { from: 10, to: 14, ids: ['b'] },
      { from: 14, to: 20, ids: [] },
    ]);
  });
});

describe('codePointIndex', () => {
  it('Given astral characters When converted Then both ways agree', () => {
    const index = codePointIndex('a🚨b');
    expect(index.length).toBe(3);
    expect([0, 1, 2, 3].map(index.toUnit)).toEqual([0, 1, 3, 4]);
    expect([0, 1, 3, 4].map(index.toCodePoint)).toEqual([0, 1, 2, 3]);
  });
});
