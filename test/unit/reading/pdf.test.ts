import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFile } from '../../../electron/files/reading/read-file.ts';
import { temporaryFolder } from '../../helpers/pack-builder.ts';

const folder = temporaryFolder();
const fixture = (name: string) =>
  new URL(`../../fixtures/reading/${name}`, import.meta.url).pathname;

/** Paragraphs of the page that a PDF was printed from, as plain text. */
function printed(name: string): readonly string[] {
  const html = readFileSync(fixture(name), 'utf8');
  return [...html.matchAll(/<(h1|p|li)>(.*?)<\/\1>/gs)].map(([, , inner = '']) => inner.trim());
}

describe('the text layer of a PDF', () => {
  it('French: ligatures, parted words joined, hyphens of their own kept, list items apart', async () => {
    const { text, title, pages, facts } = await readSourceFile(fixture('french.pdf'));
    expect(text.split('\n\n')).toEqual([
      'Attaque contre le camp militaire de Djibo',
      'Ouagadougou, le 12 mai 2025. Le ministère de la Défense a confirmé dimanche l’attaque complexe menée contre le détachement militaire de Djibo, chef-lieu de la province du Soum. Les assaillants, officiellement inconnus, seraient arrivés à bord de motocyclettes. Le bilan est-il connu ? Les ex-rebelles n’ont rien dit. Une source parle d’un « affaiblissement » de la garnison.',
      'L’affaire a fait l’objet d’une définition différente : « plusieurs dizaines » de victimes, affirme un habitant joint par téléphone. Aucun bilan officiel n’a été communiqué par les autorités.',
      'Premier point',
      'Deuxième point',
    ]);
    expect({ title, pages, language: facts.language }).toEqual({
      title: 'Communiqué du 12 mai',
      pages: 1,
      language: 'fr',
    });
  });

  it('Arabic: letters, not their drawn forms, from right to left, with figures and Latin inside', async () => {
    const { text, facts } = await readSourceFile(fixture('arabic.pdf'));
    expect(text.split('\n\n')).toEqual(printed('arabic.html'));
    expect(facts.language).toBe('ar');
  });

  it('two columns are read one after the other, between a heading and a note of full width', async () => {
    const { text } = await readSourceFile(fixture('columns.pdf'));
    expect(text.split('\n\n')).toEqual(printed('columns.html'));
  });

  it('paragraphs run on over pages; heads, feet and page numbers do not cut them', async () => {
    const { text, pages } = await readSourceFile(fixture('long.pdf'));
    expect(pages).toBeGreaterThan(2);
    expect(text.split('\n\n')).toEqual(printed('long.html'));
  });

  it('a scan says that it is one, and keeps its title', async () => {
    expect(await readSourceFile(fixture('scan.pdf'))).toMatchObject({
      text: '',
      notice: 'scan',
      title: 'Scanned letter',
      mediaType: 'application/pdf',
      kind: 'report',
    });
  });

  it('one locked with a password says so', async () => {
    expect(await readSourceFile(fixture('locked.pdf'))).toMatchObject({
      text: '',
      notice: 'encrypted',
    });
  });

  it.each([0.1, 0.5])(
    'one cut short at %d of its length says so or gives what is there',
    async (part) => {
      const bytes = readFileSync(fixture('long.pdf'));
      const path = join(folder, `cut-${part}.pdf`);
      writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * part)));
      const { notice, text } = await readSourceFile(path);
      expect(notice !== null || text.includes('Paragraph 1')).toBe(true);
    },
  );

  it('bytes that only begin like a PDF are damaged', async () => {
    const path = join(folder, 'false.pdf');
    writeFileSync(path, `%PDF-1.7\n${'x'.repeat(5000)}`);
    expect(await readSourceFile(path)).toMatchObject({ text: '', notice: 'damaged' });
  });
});
