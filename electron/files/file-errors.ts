/** Turns errors of the file system into refusals a person can act on. */
import { AppError } from '../../shared/lib/app-error.ts';

interface SystemError {
  readonly code: string;
  readonly message: string;
}

/** What the database says while a file is read into a case is not of the file. */
function isSystemError(error: unknown): error is SystemError {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && !code.startsWith('SQLITE_');
}

/** For reading a file a person chose. `file/unreadable`, or the AppError given. */
export function readingError(error: unknown, fileName: string): unknown {
  if (error instanceof AppError || !isSystemError(error)) return error;
  return new AppError(
    'file/unreadable',
    `The file ${fileName} could not be read (${error.code}). Check that it is still there and that you may read it.`,
    { reason: error.code, fileName },
  );
}

/** For writing: `disk/full`, or `disk/unavailable` for a folder that is gone or may not be written. */
export function writingError(error: unknown, fileName: string): unknown {
  if (error instanceof AppError || !isSystemError(error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new AppError(
      'disk/full',
      `There is no room left to write ${fileName}. Free some space or choose another disk.`,
      { fileName },
    );
  return new AppError(
    'disk/unavailable',
    `The file ${fileName} could not be written (${error.code}). Check the folder and choose another place.`,
    { reason: error.code, fileName },
  );
}
