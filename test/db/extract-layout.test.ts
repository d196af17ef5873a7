/** How a text is laid out (wrapped, scanned, pasted from Windows) must not change what it tells. */
import { expect, test } from 'vitest';
import { extractFromText, plainLookups } from '../../electron/services/extract.ts';
import { keyedTexts } from '../helpers/extract-texts.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const lookups = plainLookups(testDataDir());

function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) =>
      line.split(' ').reduce((done, word) => {
        const last = done.slice(done.lastIndexOf('\n') + 1);
        const isFull = last !== '' && last.length + 1 + word.length > width;
        return done === '' ? word : `${done}${isFull ? '\n' : ' '}${word}`;
      }, ''),
    )
    .join('\n');
}

/** Every other line ends inside its last long word. */
function hyphenated(text: string): string {
  return wrapped(text, 55)
    .split('\n')
    .map((line, i) => (i % 2 === 0 ? line.replace(/(\s\p{Ll}{4})(\p{Ll}{4,})$/u, '$1-\n$2') : line))
    .join('\n');
}

const layouts: Readonly<Record<string, (text: string) => string>> = {
  'wrapped at 60': (text) => wrapped(text, 60),
  'wrapped at 80': (text) => wrapped(text, 80),
  'broken words': hyphenated,
  'Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  indented: (text) => text.replace(/^/gm, '    '),
  'no empty lines': (text) => text.replace(/\n\n+/g, '\n'),
  'blanks doubled': (text) => text.replace(/ /g, '  '),
  'straight quotes': (text) => text.replace(/’/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-'),
  'accents apart': (text) => text.normalize('NFD'),
  'French blanks': (text) => text.replace(/ ([:;!?»])/g, '\u00a0$1').replace(/« /g, '«\u00a0'),
};

const even = (text: string | null | undefined) =>
  (text ?? '').normalize('NFC').replace(/\s+/g, ' ').replace(/’/g, "'");

/** What the text tells, without positions. */
function told(text: string, published: string) {
  return extractFromText({ text, published, lang: 'auto' }, lookups).incidents.map(
    ({ type, date, place, actors, claims }) => [
      type,
      date,
      even(place?.as_written),
      actors.map(({ role, name, canonical }) => `${role} ${even(canonical ?? name)}`),
      claims.map(({ measure, value, min, max, by }) => [measure, value, min, max, even(by)]),
    ],
  );
}

const texts = keyedTexts.filter(({ set }) => set === 'shared' || set === 'heldout');

test.each(Object.entries(layouts))('%s', (_name, change) => {
  for (const { key, text } of texts)
    expect([key.id, ...told(change(text), key.published)]).toEqual([
      key.id,
      ...told(text, key.published),
    ]);
});
