import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReportDocument, reportDocumentSchema } from '../../../shared/report/document.ts';
import { applyEdits, noEdits } from '../../../shared/report/edits.ts';

const document: ReportDocument = reportDocumentSchema.parse({
  kind: 'sitrep',
  lang: 'en',
  title: 'T',
  subtitle: '',
  tlp: 'GREEN',
  caseTitle: 'C',
  author: 'A',
  asOf: '2026-11-23T15:30:00Z',
  asOfWords: '',
  scopeWords: '',
  invented: false,
  inputsSha256: '0',
  frame: { page: '', of: '', productId: '', notVerified: '', inventedWarning: '' },
  blocks: [
    { type: 'paragraph', runs: [{ text: 'Opening.' }] },
    { type: 'heading', level: 2, text: 'Key points' },
    { type: 'bullets', items: [{ text: 'One.', marks: [1, 2] }, { text: 'Two.' }] },
    { type: 'heading', level: 2, text: 'Incidents' },
    { type: 'table', caption: 'x', columns: [], rows: [], note: null },
    { type: 'heading', level: 2, text: 'Gaps' },
    { type: 'bullets', items: [{ text: 'No toll.' }] },
    { type: 'sources', title: 'Sources', items: [] },
    { type: 'paragraph', tone: 'quiet', runs: [{ text: 'Method.' }] },
  ],
});
const keys = (report: ReportDocument) => report.sections.map((section) => section.key);
const titles = (report: ReportDocument) =>
  report.blocks.flatMap((block) =>
    block.type === 'heading' ? [block.text] : block.type === 'sources' ? [block.title] : [],
  );

describe('applyEdits', () => {
  test('given none, then nothing but the list of sections is added', () => {
    const edited = applyEdits(document, noEdits);
    expect(edited.blocks).toEqual(document.blocks);
    expect(keys(edited)).toEqual(['Key points', 'Incidents', 'Gaps', 'Sources']);
    expect(edited.sections.map(({ canHide }) => canHide)).toEqual([true, true, true, false]);
    expect(edited.sections[0]?.text).toBe('- One [1, 2].\n- Two.');
    expect(edited.sections[1]?.text).toBeNull();
  });

  test('given a section left out and another order, then so it stands, and the opening stays', () => {
    const edited = applyEdits(document, {
      order: ['Gaps', 'Key points', 'Incidents', 'Sources'],
      hidden: ['Incidents', 'Sources'],
      texts: {},
    });
    // sources are what marks point to
    expect(titles(edited)).toEqual(['Gaps', 'Key points', 'Sources']);
    expect(edited.blocks[0]).toEqual(document.blocks[0]);
    expect(edited.blocks.at(-1)).toEqual(document.blocks.at(-1));
    expect(edited.sections.map(({ isShown }) => isShown)).toEqual([true, true, false, true]);
  });

  test('given other words and a section of its own, then they stand before the sources', () => {
    const edited = applyEdits(document, {
      order: [],
      hidden: [],
      texts: {
        'Key points': 'One *thing*.',
        Outlook: 'Quiet is unlikely [1].',
        Incidents: 'lost?',
      },
    });
    expect(titles(edited)).toEqual(['Key points', 'Incidents', 'Gaps', 'Outlook', 'Sources']);
    expect(edited.blocks[2]).toEqual({ type: 'markdown', text: 'One *thing*.', caption: null });
    // a table is never replaced by words
    expect(edited.blocks.some(({ type }) => type === 'table')).toBe(true);
    expect(edited.sections.find(({ key }) => key === 'Outlook')).toMatchObject({
      isOwn: true,
      isEdited: true,
      text: 'Quiet is unlikely [1].',
    });
  });

  test('given any order and any left out, then no section is lost or told twice', () => {
    const some = fc.subarray(['Key points', 'Incidents', 'Gaps', 'Sources', 'Gone'], {
      minLength: 0,
    });
    fc.assert(
      fc.property(
        some.chain((list) => fc.shuffledSubarray(list)),
        some,
        (order, hidden) => {
          const edited = applyEdits(document, { order, hidden, texts: {} });
          expect(keys(edited).toSorted()).toEqual(['Gaps', 'Incidents', 'Key points', 'Sources']);
          expect(reportDocumentSchema.parse(edited)).toEqual(edited);
          const place = (each: string) => keys(edited).indexOf(each);
          const wanted = order.filter((each) => each !== 'Gone');
          for (const [index, each] of wanted.entries()) {
            if (index > 0) expect(place(each)).toBeGreaterThan(place(wanted[index - 1] ?? ''));
          }
        },
      ),
    );
  });
});
