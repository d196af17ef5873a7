import { describe, expect, it } from 'vitest';
import { layReader } from '../../../renderer/features/sources/reader-layout.ts';
import { selectPassage } from '../../../shared/domain/passage.ts';

const text = 'JNIM said it killed 200 soldiers.\n\nالسكان قالوا إن العشرات قتلوا.\n';

function passage(id: string, words: string) {
  const from = text.indexOf(words);
  const selectors = selectPassage(text, from, from + words.length);
  if (selectors === undefined) throw new Error('no words');
  return { id, ...selectors };
}

describe('layReader', () => {
  it('Given a passage and a mark that overlap When laid out Then each stretch names both apart', () => {
    const from = text.indexOf('killed');
    const mark = { id: 'm', from, to: from + 'killed 200'.length, tone: 'suggested' } as const;
    const { paragraphs, placed } = layReader(text, [passage('p', '200 soldiers')], [mark]);
    expect(placed).toEqual([{ id: 'p', from: 20, to: 32, lane: 0 }]);
    expect(
      paragraphs[0]?.segments.map((s) => [
        text.slice(s.from, s.to),
        s.passages,
        s.marks.map(({ id }) => id),
      ]),
    ).toEqual([
      ['JNIM said it ', [], []],
      ['killed ', [], ['m']],
      ['200', ['p'], ['m']],
      [' soldiers', ['p'], []],
      ['.', [], []],
    ]);
  });

  it('Given passages over one another When laid out Then each lies on a line of its own', () => {
    const { placed } = layReader(text, [
      passage('short', 'killed 200'),
      passage('long', 'JNIM said it killed 200 soldiers'),
      passage('inner', '200'),
      passage('after', 'العشرات'),
    ]);
    expect(placed.map(({ id, lane }) => [id, lane])).toEqual([
      ['long', 0],
      ['short', 1],
      ['inner', 2],
      ['after', 0],
    ]);
  });

  it('Given a passage marked lost When laid out Then its words are not drawn, though they occur', () => {
    const { lost, placed } = layReader(text, [{ ...passage('p', '200 soldiers'), is_lost: true }]);
    expect([lost, placed]).toEqual([['p'], []]);
  });
});
