import { describe, expect, test } from 'vitest';
import { briefParts } from '../../../renderer/report-kit/report-parts.ts';
import type { ReportBlock } from '../../../shared/report/document.ts';

const heading = (text: string): ReportBlock => ({ type: 'heading', level: 2, text });
const words = (text: string): ReportBlock => ({
  type: 'paragraph',
  tone: 'quiet',
  runs: [{ text, marks: [] }],
});
const table = (columns: number): ReportBlock => ({
  type: 'table',
  caption: '',
  columns: Array.from({ length: columns }, (_, at) => ({ label: String(at), align: 'start' })),
  rows: [],
  note: null,
});
const sources: ReportBlock = { type: 'sources', title: 'Sources', items: [] };

describe('parts of a brief', () => {
  test('short sections that follow one another go side by side, wide ones stand alone', () => {
    const blocks = [
      words('opening'),
      heading('Tolls'),
      table(5),
      heading('Linked'),
      table(3),
      heading('Notes'),
      words('note'),
      sources,
      words('key'),
    ];
    const parts = briefParts(blocks);
    expect(parts.map(({ kind, blocks }) => [kind, ...blocks.map(({ index }) => index)])).toEqual([
      ['opening', 0],
      ['wide', 1, 2],
      ['narrow', 3, 4, 5, 6, 7, 8],
    ]);
  });

  test('no block is lost in any order, and each keeps its place', () => {
    const blocks = [sources, words('key'), heading('Tolls'), table(6), heading('Own'), words('x')];
    const parts = briefParts(blocks);
    expect(parts.flatMap((part) => part.blocks.map(({ index }) => index))).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    expect(parts.map(({ kind }) => kind)).toEqual(['opening', 'narrow', 'wide', 'narrow']);
    expect(briefParts([])).toEqual([{ kind: 'opening', blocks: [] }]);
  });
});
