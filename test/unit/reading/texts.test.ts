import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFile } from '../../../electron/files/reading/read-file.ts';
import { temporaryFolder } from '../../helpers/pack-builder.ts';

const folder = temporaryFolder();
function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('texts and web pages', () => {
  it.each([
    ['UTF-8', Buffer.from('Djibo – été')],
    ['UTF-8 with mark', Buffer.from('\ufeffDjibo – été')],
    ['UTF-16 little', Buffer.from('\ufeffDjibo – été', 'utf16le')],
    ['UTF-16 big', Buffer.from('\ufeffDjibo – été', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Djibo \x96 \xe9t\xe9', 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect(await readSourceFile(file('note.txt', bytes))).toMatchObject({
      text: 'Djibo – été',
      title: 'note',
      mediaType: 'text/plain',
    });
  });

  it('takes tags, scripts and comments out of HTML', async () => {
    const html = `<!doctype html><html><head><title>L&rsquo;attaque &amp; apr&egrave;s</title>
      <style>p{color:red}</style></head><body><script>alert("x")</script><!-- <p>hidden</p> -->
      <h1>Djibo</h1><p>200 soldats&nbsp;: &laquo;&#160;Selon&nbsp;JNIM&#160;&raquo;<br>deux &#x645;</p>
      <ul><li>un<li>deux</ul><img src=x onerror=alert(1)><p>&amp;lt;b&amp;gt; 3 < 4</p></body>`;
    expect(await readSourceFile(file('page.HTML', html))).toMatchObject({
      text: 'Djibo\n\n200 soldats : « Selon JNIM »\ndeux م\n\nun\ndeux\n\n&lt;b&gt; 3 < 4',
      title: 'L’attaque & après',
      mediaType: 'text/html',
    });
  });

  it('takes the first heading of Markdown for a title and evens out line ends', async () => {
    expect(await readSourceFile(file('a.md', 'x\r\n# Le titre \r\ny'))).toMatchObject({
      text: 'x\n# Le titre\ny',
      title: 'Le titre',
      mediaType: 'text/markdown',
    });
  });

  it('is quick with deeply nested elements', async () => {
    const path = file('deep.html', `<p>${'<div><b>'.repeat(7_000)}x`);
    const start = performance.now();
    await readSourceFile(path);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each(['<!x', '<a ', '<title>', '<script>', '</td>', ' \t', '<!--', '&', '<p>', '\n '])(
    'is quick with a million times %j',
    async (part) => {
      const path = file('hostile.html', part.repeat(1_000_000));
      const start = performance.now();
      await readSourceFile(path);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );

  it('refuses what is gone, tells what holds no text and what is too long for one', async () => {
    await expect(readSourceFile(join(folder, 'nowhere.txt'))).rejects.toMatchObject({
      code: 'file/unreadable',
    });
    await expect(readSourceFile(folder)).rejects.toMatchObject({ code: 'file/unreadable' });
    const notice = async (name: string, bytes: Buffer | string) =>
      (await readSourceFile(file(name, bytes))).notice;
    expect(await notice('a.txt', Buffer.from([80, 75, 3, 4, 0, 0, 1]))).toBe('binary');
    expect(await notice('b.txt', 'x'.repeat(5_000_001))).toBe('too-long');
    expect(await notice('c.txt', '')).toBe('empty');
    expect(await notice('d.txt', '{\\rtf1 x}')).toBe('old-format');
    expect(await notice('picture.txt', Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('media');
  });

  it('takes a first line that stands alone for a title, not the beginning of a sentence', async () => {
    const titled = await readSourceFile(file('x1.txt', 'Attaque à Djibo\n\nLe camp a été pris.'));
    expect(titled.title).toBe('Attaque à Djibo');
    const plain = await readSourceFile(file('x2.txt', 'Le camp a été pris.\n\nSuite.'));
    expect(plain.title).toBe('x2');
  });

  it.each([
    [
      'iso-8859-1',
      Buffer.from('<meta charset="iso-8859-1"><p>été \x96 fini', 'latin1'),
      'été – fini',
    ],
    [
      'iso-8859-1 declared, UTF-8 in truth',
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>été'),
      'été',
    ],
    ['windows-1251', Buffer.from('<meta charset=windows-1251><p>\xc4\xe0', 'latin1'), 'Да'],
    ['UTF-16 without a mark', Buffer.from('<p>Djibo été', 'utf16le'), 'Djibo été'],
  ])('HTML in %s', async (_, bytes, text) => {
    expect((await readSourceFile(file('page.html', bytes))).text).toBe(text);
  });

  it('Arabic in Windows-1256', async () => {
    const bytes = Buffer.from('c7e1e3d1c7c8d8e6e4 d4cfe6'.replace(' ', '20'), 'hex');
    expect((await readSourceFile(file('ar.txt', bytes))).text).toMatch(/^[\u0600-\u06ff ]+$/);
  });

  it('a news page: its article, its whole text, and what it says of itself', async () => {
    const sentence =
      'Les assaillants sont arrivés à l’aube, selon des habitants joints par téléphone, et ont quitté la ville avant midi. ';
    const html = `<!doctype html><html lang="fr-FR"><head><meta charset="utf-8"><title>Djibo : l’attaque | Le Journal</title>
      <link rel="canonical" href="https://example.org/djibo"><meta property="og:site_name" content="Le Journal">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
      "headline":"Djibo : l’attaque","datePublished":"2025-05-13T07:02:00+02:00","author":[{"@type":"Person","name":"A. Traoré"}]}]}</script></head>
      <body><nav><ul>${'<li><a href="/x">Rubrique</a></li>'.repeat(12)}</ul></nav>
      <article><h1>Djibo : l’attaque</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(4)}</article>
      <footer><p>Abonnez-vous à la lettre</p></footer></body></html>`;
    const read = await readSourceFile(file('news.html', html));
    expect(read.text).toMatch(/^Djibo : l’attaque\n\nLes assaillants/);
    expect(read.text).not.toMatch(/Rubrique|Abonnez/);
    expect(read.pageText).toMatch(/Rubrique[\s\S]*Les assaillants[\s\S]*Abonnez/);
    expect(read).toMatchObject({ title: 'Djibo : l’attaque', kind: 'article', notice: null });
    expect(read.facts).toEqual({
      title: 'Djibo : l’attaque',
      author: 'A. Traoré',
      publisher: 'Le Journal',
      published: '2025-05-13',
      language: 'fr',
      url: 'https://example.org/djibo',
    });
  });

  it('scripts, styles and broken linked data leave no trace', async () => {
    const html = `<html><head><title>t</title><script type="application/ld+json">{"@type":"NewsArticle",</script>
      <meta name="author" content="https://facebook.com/x"></head><body onload="alert(1)"><p>Texte</p><script>alert(1)</script></body></html>`;
    expect(await readSourceFile(file('evil.html', html))).toMatchObject({
      text: 'Texte',
      facts: { author: null, published: null },
    });
  });
});
