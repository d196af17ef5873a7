import { describe, expect, it } from 'vitest';
import { canBeShown, mediaTypeOf } from '../../electron/files/media-type.ts';

const type = (name: string, bytes: string) => mediaTypeOf(name, Buffer.from(bytes, 'latin1'));

describe('what a file is', () => {
  it.each([
    ['photo.txt', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['x.jpg', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['x', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['x', 'RIFF\x10\0\0\0WAVEfmt ', 'audio/wav'],
    ['film.bin', '\0\0\0\x18ftypmp42', 'video/mp4'],
    ['film.mov', '\0\0\0\x14ftypqt  ', 'video/quicktime'],
    ['film', '\x1aE\xdf\xa3', 'video/webm'],
    ['song', 'ID3\x04', 'audio/mpeg'],
    ['song.mp3', '\xff\xfb\x90\x64', 'audio/mpeg'],
    ['paper.doc', '%PDF-1.7', 'application/pdf'],
    ['late.pdf', `${' '.repeat(500)}%PDF-1.4`, 'application/pdf'],
    ['page.txt', '<!DOCTYPE html><p>', 'text/html'],
    ['a.md', '# x', 'text/markdown'],
    ['a.pdf', 'only words', 'text/plain'],
    ['a.pdf', '\0\x01\x02', 'application/octet-stream'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ])('%s beginning with %j is %s', (name, bytes, expected) => {
    expect(type(name, bytes)).toBe(expected);
  });

  it('a drawing that can hold scripts, a page and an unknown file are not shown', () => {
    expect(['image/svg+xml', 'text/html', 'application/octet-stream'].some(canBeShown)).toBe(false);
  });
});
