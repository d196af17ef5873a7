import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFile } from '../../../electron/files/reading/read-file.ts';
import { docxFile, paragraph, run } from '../../helpers/docx-file.ts';
import { temporaryFolder } from '../../helpers/pack-builder.ts';
import { rawZip } from '../../helpers/raw-zip.ts';

const folder = temporaryFolder();
let count = 0;
function read(bytes: Buffer, name = `doc-${++count}.docx`) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return readSourceFile(path);
}

const styles = `<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="Puce"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
const numbering = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
const item = (text: string, level = 0) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

describe('a Word file', () => {
  it('gives headings, lists with their labels, tables line by line and notes at the end', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const body = [
      paragraph(run('Rapport de situation'), '<w:pStyle w:val="Titre1"/>'),
      paragraph(
        `${run('Le camp de Djibo a été attaqué')}<w:r><w:footnoteReference w:id="5"/></w:r>${run('.')}`,
      ),
      item('un'),
      item('deux'),
      item('sous-point', 1),
      item('trois'),
      paragraph(run('puce'), '<w:pStyle w:val="Puce"/>'),
      `<w:tbl><w:tr>${cell('Lieu')}${cell('Morts')}</w:tr><w:tr>${cell('Djibo')}${cell('27')}</w:tr></w:tbl>`,
      paragraph(`${run('Ligne')}<w:r><w:br/></w:r>${run('brisée &amp; suite')}`),
    ].join('');
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph(run('—'))}</w:footnote>
      <w:footnote w:id="5">${paragraph(run('Source : habitants.'))}</w:footnote>`;
    const core = `<dc:title>Rapport n° 4</dc:title><dc:creator>A. Sawadogo</dc:creator>
      <dcterms:created>2025-05-11T08:00:00Z</dcterms:created><dcterms:modified>2025-05-13T08:00:00Z</dcterms:modified>`;
    expect(await read(docxFile({ body, footnotes, styles, numbering, core }))).toMatchObject({
      text: 'Rapport de situation\n\nLe camp de Djibo a été attaqué[1].\n\n1. un\n2. deux\na. sous-point\n3. trois\n• puce\n\nLieu\tMorts\nDjibo\t27\n\nLigne\nbrisée & suite\n\n[1] Source : habitants.',
      title: 'Rapport n° 4',
      kind: 'document',
      notice: null,
      facts: { author: 'A. Sawadogo', published: '2025-05-13' },
    });
  });

  it('shows tracked changes as accepted, and nothing that is struck out or hidden', async () => {
    const body = [
      paragraph(
        `${run('Bilan : ')}<w:del><w:r><w:delText>60</w:delText></w:r></w:del><w:ins>${run('200')}</w:ins>${run(' morts')}`,
      ),
      paragraph(run('Première moitié '), '<w:rPr><w:del/></w:rPr>'),
      paragraph(run('et seconde.')),
      paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>${run('visible')}`),
      paragraph(`<w:moveFrom>${run('ici')}</w:moveFrom><w:moveTo>${run('là')}</w:moveTo>`),
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph(run('ligne ôtée'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('reste'))}</w:tc></w:tr></w:tbl>`,
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:t>une fois</w:t></mc:Choice><mc:Fallback><w:t>deux fois</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    ].join('');
    expect((await read(docxFile({ body }))).text).toBe(
      'Bilan : 200 morts\n\nPremière moitié et seconde.\n\nvisible\n\nlà\n\nreste\n\nune fois',
    );
  });

  it.each([
    ['cut short', docxFile({ body: paragraph(run('x')) }).subarray(0, 300), 'damaged'],
    ['with broken XML', docxFile({ body: '<w:p><w:r>' }), 'damaged'],
    [
      'with entities of its own',
      rawZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: 'word/document.xml',
          data: '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>',
        },
      ]),
      'damaged',
    ],
    [
      'that swells beyond measure',
      rawZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: Buffer.alloc(70 * 1024 * 1024, 0x20), deflate: true },
      ]),
      'too-long',
    ],
    [
      'that lies about its size',
      rawZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: Buffer.alloc(9e6, 0x20), deflate: true, size: 100 },
      ]),
      'damaged',
    ],
    ['of the old format', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'), 'old-format'],
    [
      'locked with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    ['without a word', docxFile({ body: paragraph('') }), 'empty'],
  ])('%s is told, not thrown', async (_, bytes, notice) => {
    expect(await read(bytes)).toMatchObject({ text: '', notice });
  });
});
