import { describe, expect, it } from 'vitest';
import { layReader, splitParagraphs } from '../../../renderer/features/sources/reader-layout.ts';
import {
  newSourceDraft,
  sourceIssues,
  sourceOps,
} from '../../../renderer/features/sources/source-form.ts';
import { opSchema } from '../../../shared/contract/record-calls.ts';
import { selectPassage } from '../../../shared/domain/passage.ts';
import { ids } from '../record-kit/builders.ts';

const draft = newSourceDraft(ids.source, 'AMBER');

describe('sourceIssues', () => {
  it.each([
    [{}, { title: 'needed' }],
    [{ title: 'Report' }, undefined],
    [
      { title: 'Report', published: '2025-99', accessed: '2025-05' },
      { published: 'bad-date', accessed: 'not-a-day' },
    ],
    [{ title: 'Report', viaSourceId: ids.source }, { via: 'itself' }],
  ])('Given %o When checked Then it answers %o', (given, issues) => {
    expect(sourceIssues({ ...draft, ...given })).toEqual(issues);
  });
});

describe('sourceOps', () => {
  it('Given a pasted text with Windows line ends When saved Then lines end in one way', () => {
    const ops = sourceOps({ ...draft, title: 'Report', text: 'one\r\ntwo\rthree' }, undefined);
    expect(ops).toMatchObject([
      { do: 'create', table: 'source', id: ids.source, values: { text: 'one\ntwo\nthree' } },
    ]);
    for (const op of ops) expect(opSchema.safeParse(op).success).toBe(true);
  });
});

describe('layReader', () => {
  const text = 'Première attaque 🚨\n\nجماعة نصرة الإسلام\n  \nFin';

  it('Given blank lines When split Then only lines with words are paragraphs', () => {
    expect(splitParagraphs(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Première attaque 🚨',
      'جماعة نصرة الإسلام',
      'Fin',
    ]);
  });

  it('Given a passage over two paragraphs and a lost one When laid out Then each is where it belongs', () => {
    const from = text.indexOf('attaque');
    const to = text.indexOf('نصرة') + 4;
    const found = selectPassage(text, from, to);
    const gone = selectPassage('other words', 0, 5);
    if (found === undefined || gone === undefined) throw new Error('nothing selected');
    const layout = layReader(text, [
      { id: 'a', ...found },
      { id: 'b', ...gone },
    ]);
    expect(layout.lost).toEqual(['b']);
    expect(layout.placed).toEqual([{ id: 'a', from, to, lane: 0 }]);
    expect(
      layout.paragraphs.map(({ segments }) =>
        segments.map((segment) => [text.slice(segment.from, segment.to), segment.passages.join()]),
      ),
    ).toEqual([
      [
        ['Première ', ''],
        ['attaque 🚨', 'a'],
      ],
      [
        ['جماعة نصرة', 'a'],
        [' الإسلام', ''],
      ],
      [['Fin', '']],
    ]);
  });
});
