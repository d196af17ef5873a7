/** Reports of every kind as Word documents, held against what Word demands of a file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { writeDocx } from '../../electron/files/docx/report.ts';
import { createCase } from '../../electron/services/cases.ts';
import { setHouseStyle } from '../../electron/services/house-style.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample } from '../../electron/services/sample.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { isFigure } from '../../shared/report/figure-alt.ts';
import { noHouseStyle } from '../../shared/report/house-style.ts';
import { docxFaults, type Parts } from '../helpers/docx-rules.ts';
import { goldenRequests } from '../helpers/golden-reports.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa', initials: 'A' };
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8//8/AwAI/AL+hc2rNAAAAABJRU5ErkJggg==';
const words = [
  '# Head\n\nText with **bold**, *soft* and [a link](https://example.org/x).',
  '- one\n- two\n  - below\n\n1. first\n2. second\n\n> said\n\nالقاعدة العسكرية',
].join('\n\n');

let folder: string;
let session: CaseSession;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-word-'));
  session = createCase(join(folder, 'case.cairn'), { title: 'Word' }, { author });
  fillSample(session, 'djibo');
  const look = { organisation: 'Desk of the wells', accent: '#1f4e79', rule: '#8a3b12' };
  setHouseStyle(session, { ...noHouseStyle, ...look, logo: `data:image/png;base64,${pixel}` });
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

async function partsOf(document: ReportDocument): Promise<Map<string, string>> {
  const figures = document.blocks.flatMap((block, at) =>
    isFigure(block) ? [{ at, png: pixel, width: 174, height: 90 }] : [],
  );
  const path = join(folder, 'report.docx');
  writeFileSync(path, await writeDocx(document, figures));
  const unzip = (...args: string[]) => execFileSync('unzip', args, { encoding: 'utf8' });
  const names = unzip('-Z1', path).trim().split('\n');
  return new Map(names.map((name) => [name, unzip('-p', path, name.replace('[', '\\['))]));
}

const ids = () => ({
  incident: listRecords(session.db, 'incident')[0]?.id ?? '',
  actor: listRecords(session.db, 'actor')[0]?.id ?? '',
});

describe.each(['en', 'fr'] as const)('Word documents in %s', (lang) => {
  test('keep the rules, of every kind', async () => {
    for (const request of goldenRequests(ids(), lang)) {
      const texts = { 'Own words': words };
      const document = buildReport(session, {
        ...request,
        quotes: { what: 'all' },
        edits: { order: [], hidden: [], texts },
      });
      const parts = await partsOf(document);
      expect(parts.get('word/document.xml')?.length, request.kind).toBeGreaterThan(5000);
      expect(docxFaults(parts), request.kind).toEqual([]);
    }
  });
});

test('the rules find what Word would not open', async () => {
  const [request] = goldenRequests(ids(), 'en');
  if (request === undefined) throw new Error('no request');
  const whole = await partsOf(buildReport(session, request));
  const broken = (name: string, from: string | RegExp, to: string): Parts => {
    const text = whole.get(name) ?? '';
    const changed = text.replace(from, to);
    expect(changed, String(from)).not.toBe(text);
    return new Map(whole).set(name, changed);
  };
  const body = 'word/document.xml';
  const missing = new Map(whole);
  missing.delete('word/footer1.xml');
  const faults: readonly (readonly [Parts, RegExp])[] = [
    [missing, /footer1\.xml/],
    [broken(body, /<w:pPr>/, '<w:pPr><w:jc w:val="left"/><w:keepNext/>'), /keepNext stands after/],
    [broken(body, /<w:pStyle w:val="[^"]*"/, '<w:pStyle w:val="Nowhere"'), /style Nowhere/],
    [broken(body, /<w:gridCol /, '<w:gridCol w:w="1"/><w:gridCol '), /a table of/],
    [broken(body, /<w:pgSz w:w="/, '<w:pgSz w:w="0.5'), /no whole number/],
    [broken('[Content_Types].xml', /PartName="\/word\/styles.xml"/, 'PartName="/x.xml"'), /x\.xml/],
    [broken(body, /r:embed="/, 'r:embed="none'), /relationship none/],
  ];
  for (const [parts, fault] of faults) expect(docxFaults(parts).join('; ')).toMatch(fault);
});
