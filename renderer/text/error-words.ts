import type { AppError } from '../../shared/lib/app-error.ts';
import type { Catalogue } from './catalogue.ts';
import type { ErrorWords } from './en/errors.ts';

/** What happened and what to do next, in the reader's language, by the code of the error. */
export function errorWords(text: Catalogue, error: Pick<AppError, 'code'>): ErrorWords {
  return text.errors.codes[error.code] ?? text.errors.codes.internal;
}
