import { expect, test } from 'vitest';
import { readingError, writingError } from '../../electron/files/file-errors.ts';

const withCode = (code: string) => Object.assign(new Error('it went wrong'), { code });

test('what the file system says becomes a refusal that names the file', () => {
  expect(readingError(withCode('EACCES'), 'rows.csv')).toMatchObject({
    code: 'file/unreadable',
    details: { reason: 'EACCES', fileName: 'rows.csv' },
  });
  expect(writingError(withCode('ENOSPC'), 'rows.csv')).toMatchObject({ code: 'disk/full' });
});

test('what the database says while a file is read into the case is not blamed on the file', () => {
  const full = withCode('SQLITE_FULL');
  expect(readingError(full, 'rows.csv')).toBe(full);
  expect(writingError(full, 'rows.csv')).toBe(full);
});
