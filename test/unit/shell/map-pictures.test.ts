import { expect, test } from 'vitest';
import { MapPictures } from '../../../electron/shell/map-pictures.ts';

const drawn = (png: string, inset: string | null = null) => ({
  png,
  metresPerMm: 1000,
  inset:
    inset === null
      ? null
      : { x: 1, y: 1, width: 30, height: 20, png: inset, box: { x: 0, y: 0, width: 1, height: 1 } },
});

test('a map drawn before is there again for the same key only', () => {
  const maps = new MapPictures();
  maps.keep('["en",1]', drawn('A'));
  expect(maps.get('["en",1]')).toEqual(drawn('A'));
  expect(maps.get('["fr",1]')).toBeNull();
  maps.clear();
  expect(maps.get('["en",1]')).toBeNull();
});

test('those asked for last stay when room is short, insets counted', () => {
  const maps = new MapPictures(100);
  maps.keep('a', drawn('a'.repeat(40)));
  maps.keep('b', drawn('b'.repeat(20), 'b'.repeat(20)));
  expect(maps.get('a')).not.toBeNull();
  maps.keep('c', drawn('c'.repeat(30)));
  expect(maps.get('b')).toBeNull();
  expect(maps.get('a')).not.toBeNull();
  expect(maps.get('c')).not.toBeNull();
});

test('one that is larger than all the room is not kept', () => {
  const maps = new MapPictures(10);
  maps.keep('a', drawn('a'.repeat(11)));
  expect(maps.get('a')).toBeNull();
});
