/** Reports as Word documents: read back by the reader of this program, and part by part. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { writeDocx } from '../../electron/files/docx/report.ts';
import { readSourceBytes } from '../../electron/files/reading/read-file.ts';
import { createCase } from '../../electron/services/cases.ts';
import { setHouseStyle } from '../../electron/services/house-style.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import type { SampleName } from '../../electron/services/sample-data.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { FigurePicture } from '../../shared/report/drawn-figures.ts';
import { figureAlt, isFigure } from '../../shared/report/figure-alt.ts';
import { noHouseStyle } from '../../shared/report/house-style.ts';
import { addActor, addIncident, addLink, temporaryCase } from '../helpers/case-builder.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa Analyst', initials: 'AA' };
/** One white pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8//8/AwAI/AL+hc2rNAAAAABJRU5ErkJggg==';
let folder = '';
let session: CaseSession | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-docx-'));
});
afterEach(() => {
  session?.close();
  session = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function sitrep(which: SampleName, lang: 'en' | 'fr'): ReportDocument {
  session = createCase(join(folder, `${which}.cairn`), { title: sampleTitle(which) }, { author });
  fillSample(session, which);
  const period = { from: '2025-05-01', to: '2025-05-31' };
  return buildReport(session, { kind: 'sitrep', filter: {}, ...period, lang, withMap: true });
}

const picturesOf = (document: ReportDocument): FigurePicture[] =>
  document.blocks.flatMap((block, at) =>
    isFigure(block) ? [{ at, png: pixel, width: 174, height: 90 }] : [],
  );

/** Looked at with another program than ours. */
function parts(bytes: Uint8Array) {
  const path = join(folder, 'report.docx');
  writeFileSync(path, bytes);
  const unzip = (...args: string[]) => execFileSync('unzip', args, { encoding: 'utf8' });
  return {
    names: unzip('-Z1', path).trim().split('\n'),
    text: (name: string) => unzip('-p', path, name.replace('[', '\\[')),
  };
}

describe.each(['en', 'fr'] as const)('a situation report in %s', (lang) => {
  test('is read back with its headings, tables, sources and captions', async () => {
    const document = sitrep('djibo', lang);
    const bytes = await writeDocx(document, picturesOf(document));
    const read = await readSourceBytes('report.docx', bytes);
    const text = read.text.replace(/\s+/g, ' ');
    expect(text).toContain(document.title);
    for (const block of document.blocks) {
      const said =
        block.type === 'heading'
          ? [block.text]
          : block.type === 'table'
            ? block.rows.flatMap((row) => row.map((cell) => cell.text))
            : block.type === 'sources'
              ? block.items.map((item) => `[${item.number}]`)
              : 'caption' in block && block.caption !== null
                ? [block.caption]
                : [];
      for (const words of said) expect(text).toContain(words.replace(/\s+/g, ' '));
    }
    expect(read.facts.title).toBe(document.title);
  });

  test('carries label, page numbers, language, author, repeated heads and words for its pictures', async () => {
    const document = sitrep('training', lang);
    const figures = document.blocks.filter(isFigure);
    const { names, text } = parts(await writeDocx(document, picturesOf(document)));
    for (const part of [text('word/header1.xml'), text('word/footer1.xml')]) {
      expect(part).toContain('>TLP:RED<');
      expect(part).toMatch(/<w:color w:val="FF2B2B"\/>/);
      expect(part).toMatch(/<w:sz w:val="24"\/>/);
      expect(part).toMatch(/<w:shd [^>]*w:fill="000000"/);
      expect(part).toMatch(/<w:tab w:val="right" w:pos="9888"\/>/);
    }
    const footer = text('word/footer1.xml');
    expect(footer).toMatch(/PAGE<[\s\S]*NUMPAGES</);
    expect(text('word/header1.xml')).toContain(document.frame.inventedWarning);
    expect(text('word/styles.xml')).toContain(lang === 'fr' ? '"fr-FR"' : '"en-GB"');
    expect(text('docProps/core.xml')).toContain('<dc:creator>Awa Analyst</dc:creator>');
    const body = text('word/document.xml');
    const tables = document.blocks.filter(({ type }) => type === 'table').length;
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(body.match(/<w:headerReference/g)).toHaveLength(1);
    const alts = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => alt);
    expect(alts).toHaveLength(figures.length);
    expect(alts[0]).toBe(figures[0] && figureAlt(figures[0], lang).replaceAll("'", '&apos;'));
    expect(names.some((name) => /vba|script|embeddings/i.test(name))).toBe(false);
    // nothing is fetched from elsewhere
    expect(text('word/_rels/document.xml.rels')).not.toContain('TargetMode="External"');
  });
});

describe('house style and passages', () => {
  /** 120 by 40 pixels, as far as its head says. */
  const logo = `data:image/png;base64,${Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000078000000280806000000000000000000000000',
    'hex',
  ).toString('base64')}`;

  test('are on Letter paper with logo, organisation, number, author, colour and quotations', async () => {
    session = createCase(join(folder, 'house.cairn'), { title: 'House' }, { author });
    fillSample(session, 'djibo');
    const style = { organisation: 'Desk of the wells', accent: '#1f4e79', page: 'Letter' as const };
    setHouseStyle(session, { ...noHouseStyle, ...style, author: 'The desk', logo });
    const [incident] = listRecords(session.db, 'incident');
    const document = buildReport(session, {
      ...{ kind: 'brief', incidentId: incident?.id ?? '', lang: 'en', withMap: false },
      ...{ quotes: { what: 'all' }, house: { number: 'B-2026-001' } },
    });
    const sources = document.blocks.find((block) => block.type === 'sources');
    const quotes = sources?.items.flatMap((item) => item.quotes) ?? [];
    expect(quotes.length).toBeGreaterThan(0);
    const bytes = await writeDocx(document, []);
    const { text } = parts(bytes);
    const body = text('word/document.xml');
    expect(body).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
    // three times as wide as high, and no wider than 45 mm (914400 to the inch)
    const [, wide = '', high = ''] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? [];
    expect(Number(wide) / Number(high)).toBeCloseTo(3, 1);
    expect(Number(wide)).toBeLessThanOrEqual((45 / 25.4) * 914_400 + 9525);
    expect(text('docProps/core.xml')).toContain('<dc:creator>The desk</dc:creator>');
    expect(text('word/styles.xml')).toContain('1f4e79');
    expect(text('word/header1.xml')).toContain('B-2026-001');
    expect(text('word/header1.xml')).toMatch(/<w:tab w:val="right" w:pos="10222"\/>/);
    const read = await readSourceBytes('report.docx', bytes);
    for (const words of ['Desk of the wells', 'B-2026-001', ...quotes]) {
      expect(read.text.replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' '));
    }
  });
});

describe('names and signs', () => {
  test('Arabic reads from right to left, what XML cannot hold is left out', async () => {
    const temporary = temporaryCase();
    try {
      const { session: own } = temporary;
      const incident = addIncident(own, {
        title: 'هجوم على القاعدة near Djibo\u0007 & <b>',
        date_edtf: '2025-05-11',
        summary: '# Head\n\n**Bold** and *soft*\n\n- one\n- two [there](https://example.org/x)',
      });
      addLink(own, addActor(own, { name: 'جماعة نصرة الإسلام' }).id, incident.id);
      const document = buildReport(own, {
        kind: 'brief',
        incidentId: incident.id,
        lang: 'en',
        withMap: false,
      });
      const bytes = await writeDocx(document, []);
      const { text } = parts(bytes);
      const body = text('word/document.xml');
      expect(body).toMatch(/<w:rtl\/>(?:(?!<\/w:r>)[\s\S])*هجوم على القاعدة</);
      expect(body).toMatch(/<w:bidi\/>/);
      expect(body).not.toContain('\u0007');
      expect(body).toContain('&lt;b&gt;');
      expect(body).not.toContain('<w:hyperlink');
      const read = await readSourceBytes('report.docx', bytes);
      for (const words of ['Head', 'Bold and soft', 'one', 'two there (https://example.org/x)']) {
        expect(read.text).toContain(words);
      }
    } finally {
      temporary.close();
    }
  });

  test('a figure that could not be drawn tells its numbers', async () => {
    const document = sitrep('djibo', 'en');
    const read = await readSourceBytes('report.docx', await writeDocx(document, []));
    const [first] = document.blocks.filter(isFigure);
    expect(first && read.text).toContain(first && figureAlt(first, 'en'));
  });
});
