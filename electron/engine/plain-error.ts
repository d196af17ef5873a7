import { AppError, type PlainError } from '../../shared/lib/app-error.ts';

/** Unexpected errors say nothing of SQL, paths or stacks to the page. */
export function toPlainError(error: unknown): PlainError {
  if (error instanceof AppError) return error.toPlain();
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new AppError('disk/full', 'The disk is full. Free some space and try again.').toPlain();
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError('case/read-only', 'This case can be read but not changed.').toPlain();
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('case/corrupt', 'The case file is damaged. Open a backup.').toPlain();
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new AppError('disk/unavailable', 'The disk with the case did not answer.').toPlain();
  }
  return {
    code: 'internal',
    message: 'Something went wrong inside Cairn. Nothing was changed.',
    details: { kind: error instanceof Error ? error.name : typeof error, sqlite: code },
  };
}
