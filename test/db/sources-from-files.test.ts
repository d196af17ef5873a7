import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runCli } from '../../electron/cli/run-cli.ts';
import { addSources } from '../../electron/services/add-sources.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { readSourceText } from '../../electron/services/read-source-text.ts';
import { listSources, sourceDossier } from '../../electron/services/sources.ts';
import { undo } from '../../electron/services/undo.ts';
import {
  analyst,
  type TemporaryCase,
  temporaryCase,
  temporaryFolder,
} from '../helpers/case-builder.ts';
import { docxFile, paragraph, run } from '../helpers/docx-file.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

process.env['CAIRN_DATA_DIR'] = testDataDir();
const open: TemporaryCase[] = [];
function start() {
  const made = temporaryCase();
  open.push(made);
  return made;
}
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const pdf = new URL('../fixtures/reading/french.pdf', import.meta.url).pathname;
const list = { text: '', includeDeleted: false };

it('makes sources with their files in one step that is undone as one', async () => {
  const { session, folder } = start();
  const docx = join(folder, 'note.docx');
  writeFileSync(docx, docxFile({ body: paragraph(run('Le camp de Djibo.')) }));
  const { ids } = await addSources(session, [
    {
      values: { title: 'Communiqué', text: 'mots', url: 'https://example.org/a' },
      path: pdf,
      keepFile: true,
    },
    { values: { title: 'Note' }, path: docx, keepFile: false },
  ]);
  const [first = '', second = ''] = ids;
  const { attachments } = sourceDossier(session.db, first);
  expect(attachments).toMatchObject([
    {
      name: 'french.pdf',
      media_type: 'application/pdf',
      size: statSync(pdf).size,
      captured_at: statSync(pdf).mtime.toISOString(),
      origin_words: 'https://example.org/a',
    },
  ]);
  expect(sourceDossier(session.db, second).attachments).toEqual([]);
  undo(session);
  expect(listSources(session.db, list)).toEqual([]);
  expect(checkCase(session).problems).toEqual([]);
});

it('makes none when one is refused, and says which', async () => {
  const { session } = start();
  const sources = [
    { values: { title: 'good' }, path: null, keepFile: true },
    { values: { title: '' }, path: null, keepFile: true },
  ];
  await expect(addSources(session, sources)).rejects.toMatchObject({
    code: 'input/invalid',
    details: { issues: [{ path: [1, 'title'] }] },
  });
  expect(listSources(session.db, list)).toEqual([]);
});

it('does not read the case that is open', async () => {
  const { session } = start();
  await expect(readSourceText(session, session.path)).rejects.toMatchObject({
    code: 'input/invalid',
  });
});

async function cairn(...argv: string[]) {
  let out = '';
  const code = await runCli(argv, {
    env: {},
    cwd: '/',
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    print: () => Promise.reject(new Error('not here')),
  });
  return { code, said: JSON.parse(out) as Record<string, unknown> };
}

it('the command line imports a PDF as a source, and extracts from a Word file', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'case.cairn');
  await cairn('new', path, '--json');
  const dry = await cairn('import', path, pdf, '--as', 'source', '--dry-run', '--json');
  expect(dry).toMatchObject({ code: 0, said: { added: 1, dryRun: true } });
  const done = await cairn('import', path, pdf, '--as', 'source', '--json');
  expect(done).toMatchObject({
    code: 0,
    said: { added: 1, warnings: [], source: { title: 'Communiqué du 12 mai', pages: 1 } },
  });
  const scan = new URL('../fixtures/reading/scan.pdf', import.meta.url).pathname;
  const scanned = await cairn('import', path, scan, '--as', 'source', '--json');
  expect(scanned.said['warnings']).toMatchObject([{ code: 'scan' }]);
  const again = openCase(path, { author: analyst });
  try {
    const rows = listSources(again.db, list);
    expect(rows.map(({ title, attachmentCount }) => [title, attachmentCount]).sort()).toEqual([
      ['Communiqué du 12 mai', 1],
      ['Scanned letter', 1],
    ]);
  } finally {
    closeCase(again);
  }
  const docx = join(folder, 'article.docx');
  const words =
    'Ouagadougou, 12 mai 2025. Des hommes armés ont attaqué le village de Djibo dimanche. Au moins 27 soldats ont été tués, selon des sources sécuritaires.';
  writeFileSync(docx, docxFile({ body: paragraph(run(words)) }));
  const found = await cairn('extract', '--text', docx, '--published', '2025-05-12', '--json');
  expect(found).toMatchObject({
    code: 0,
    said: { incidents: [{ place: { canonical: 'Djibo' } }] },
  });
  expect(await cairn('extract', '--text', scan, '--json')).toMatchObject({
    code: 1,
    said: { error: { code: 'file/unreadable', details: { notice: 'scan' } } },
  });
});
