import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../electron/files/read-text-file.ts';
import { temporaryFolder } from '../helpers/pack-builder.ts';

const folder = temporaryFolder();
function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('readTextFile', () => {
  it.each([
    ['UTF-8', Buffer.from('Djibo – été')],
    ['UTF-8 with mark', Buffer.from('\ufeffDjibo – été')],
    ['UTF-16 little', Buffer.from('\ufeffDjibo – été', 'utf16le')],
    ['UTF-16 big', Buffer.from('\ufeffDjibo – été', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Djibo \x96 \xe9t\xe9', 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect(await readTextFile(file('note.txt', bytes))).toEqual({
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
    expect(await readTextFile(file('page.HTML', html))).toEqual({
      text: 'Djibo\n\n200 soldats : « Selon JNIM »\ndeux م\n\nun\ndeux\n\n&lt;b&gt; 3 < 4',
      title: 'L’attaque & après',
      mediaType: 'text/html',
    });
  });

  it('takes the first heading of Markdown for a title and evens out line ends', async () => {
    expect(await readTextFile(file('a.md', 'x\r\n# Le titre \r\ny'))).toEqual({
      text: 'x\n# Le titre \ny',
      title: 'Le titre',
      mediaType: 'text/markdown',
    });
  });

  it.each(['<!x', '<a ', '<title>', '<script>', '</td>', ' \t', '<!--', '&', '<p>', '\n '])(
    'is quick with a million times %j',
    async (part) => {
      const path = file('hostile.html', part.repeat(1_000_000));
      const start = performance.now();
      await readTextFile(path);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );

  it('refuses what is no text, gone or too large', async () => {
    const refused = (path: string) => readTextFile(path).catch((error) => error.code);
    expect(await refused(file('a.txt', Buffer.from([80, 75, 3, 4, 0, 0, 1])))).toBe(
      'file/unreadable',
    );
    expect(await refused(join(folder, 'nowhere.txt'))).toBe('file/unreadable');
    expect(await refused(file('b.txt', 'x'.repeat(5_000_001)))).toBe('file/too-large');
  });
});
