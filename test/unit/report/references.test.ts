import { describe, expect, test } from 'vitest';
import { type ReportDocument, reportDocumentSchema } from '../../../shared/report/document.ts';
import { numberedAnew, withSourcePlace } from '../../../shared/report/numbering.ts';
import {
  lifted,
  linkAt,
  markAt,
  type ReferenceState,
  referencesIn,
  writtenOut,
} from '../../../shared/report/references.ts';

const id = (n: number) => `0196d5a0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const there = (name: string, sourceId: string | null = null): ReferenceState => ({
  name,
  isGone: false,
  isReplaced: false,
  sourceId,
});
const states = new Map<string, ReferenceState>([
  [`incident ${id(1)}`, there('Raid on *Djibo* [north]')],
  [`actor ${id(2)}`, { ...there('Old group'), isGone: true }],
  [`claim ${id(3)}`, there('60 killed', id(7))],
  [`claim ${id(4)}`, { ...there('200 killed', id(8)), isGone: true }],
  [`claim ${id(5)}`, there('12 killed')],
  [`source ${id(8)}`, there('Radio', id(8))],
]);
const stateOf = ({ table, id: of }: { readonly table: string; readonly id: string }) =>
  states.get(`${table} ${of}`);
const numbers = new Map([
  [id(7), 3],
  [id(8), 1],
]);
const out = (text: string, lang: 'en' | 'fr' = 'en') =>
  writtenOut(text, lang, stateOf, (source) => numbers.get(source));

describe('references in a text', () => {
  test('a link shows the name of now, its signs standing for themselves; a gone record says so', () => {
    expect(out(`See [old name](cairn:incident/${id(1)}).`)).toBe(
      'See Raid on \\*Djibo\\* \\[north\\].',
    );
    expect(out(`[x](cairn:actor/${id(2)})`)).toBe('Old group (withdrawn)');
    expect(out(`[a \\] b](cairn:actor/${id(9)})`)).toBe('a \\] b');
    expect(out('[web](https://example.org/cairn:incident)')).toBe(
      '[web](https://example.org/cairn:incident)',
    );
  });

  test('marks beside one another are one bracket, sorted, each number once', () => {
    const [claim, source] = [`[^claim:${id(3)}]`, `[^source:${id(8)}]`];
    expect(out(`60 killed ${claim}${source} ${claim}.`)).toBe('60 killed\u00a0\\[1, 3\\].');
    expect(out(`60 killed${claim}. More${source}`)).toBe(
      '60 killed\u00a0\\[3\\]. More\u00a0\\[1\\]',
    );
  });

  test('what is withdrawn, has no source or is unknown is said in place of a number', () => {
    expect(out(`x[^claim:${id(4)}]`)).toBe('x\u00a0\\[claim withdrawn\\]');
    expect(out(`x[^claim:${id(4)}]`, 'fr')).toBe('x\u00a0\\[allégation retirée\\]');
    expect(out(`x[^claim:${id(5)}][^claim:${id(3)}]`)).toBe(
      'x\u00a0\\[3, claim without a source\\]',
    );
    expect(out(`x[^source:${id(6)}]`)).toBe('x\u00a0\\[source withdrawn\\]');
  });

  test('they are found each once, and at the beginning of a text', () => {
    const text = `[a](cairn:actor/${id(2)}) b[^claim:${id(3)}][^claim:${id(3)}]`;
    expect(referencesIn(text)).toEqual([
      { table: 'actor', id: id(2) },
      { table: 'claim', id: id(3) },
    ]);
    expect(linkAt(text)).toMatchObject({ table: 'actor', name: 'a' });
    expect(linkAt(` ${text}`)).toBeNull();
    expect(markAt(`[^claim:${id(3)}] x`)).toMatchObject({ table: 'claim', id: id(3) });
    expect(markAt('[^note] x')).toBeNull();
  });

  test('numbers typed by hand become marks where every one is known', () => {
    const items = [
      { number: 1, sourceId: id(7) },
      { number: 2, sourceId: id(8) },
      { number: 3, sourceId: null },
    ];
    expect(lifted('a [1], b \\[2, 1\\]', items)).toBe(
      `a [^source:${id(7)}], b [^source:${id(8)}][^source:${id(7)}]`,
    );
    for (const text of ['a [4]', 'a [1, 3]', '[1](https://example.org)', '[1]: x']) {
      expect(lifted(text, items)).toBe(text);
    }
  });
});

const item = (number: number, sourceId: string) => ({
  ...{ number, sourceId, title: `S${number}`, text: '', url: null, grade: 'C', quotes: [] },
});
const report = (blocks: unknown[]): ReportDocument =>
  reportDocumentSchema.parse({
    ...{ kind: 'brief', lang: 'en', title: 'T', subtitle: '', tlp: 'GREEN', caseTitle: 'C' },
    ...{ author: 'A', asOf: '', asOfWords: '', scopeWords: '', invented: false },
    inputsSha256: '0',
    frame: { page: '', of: '', productId: '', notVerified: '', inventedWarning: '' },
    blocks,
  });

describe('numberedAnew', () => {
  test('sources are numbered in the order of the page, shared by built and written text', () => {
    const document = report([
      { type: 'markdown', caption: null, text: `New[^source:${id(8)}] old[^claim:${id(3)}]` },
      { type: 'bullets', items: [{ text: 'b', marks: [1, 2] }] },
      { type: 'table', caption: '', columns: [], rows: [[{ text: 'c', marks: [2] }]], note: null },
      {
        type: 'sources',
        title: 'Sources',
        items: [item(1, id(6)), item(2, id(7)), item(3, id(9))],
      },
    ]);
    const made = numberedAnew(document, stateOf, (source) =>
      source === id(8) ? item(0, id(8)) : undefined,
    );
    expect(made.blocks).toMatchObject([
      { text: 'New\u00a0\\[1\\] old\u00a0\\[2\\]' },
      { items: [{ marks: [2, 3] }] },
      { rows: [[{ marks: [2] }]] },
      // the third one is rested on no longer
      {
        items: [
          { number: 1, sourceId: id(8) },
          { number: 2, sourceId: id(7) },
          { number: 3, sourceId: id(6) },
        ],
      },
    ]);
  });

  test('a report without sources gets a place for them before its small print, or none', () => {
    const quiet = { type: 'paragraph', tone: 'quiet', runs: [{ text: 'Method.' }] };
    const placed = withSourcePlace(
      report([{ type: 'markdown', caption: null, text: `x[^source:${id(8)}]` }, quiet]),
    );
    expect(placed.blocks.map(({ type }) => type)).toEqual(['markdown', 'sources', 'paragraph']);
    const made = numberedAnew(placed, stateOf, () => item(0, id(8)));
    expect(made.blocks[1]).toMatchObject({ items: [{ number: 1 }] });
    expect(
      numberedAnew(withSourcePlace(report([quiet])), stateOf, () => undefined).blocks,
    ).toHaveLength(1);
  });
});
