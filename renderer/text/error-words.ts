import { type ErrorCode, errorCodes } from '../../shared/contract/errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { ErrorWords } from './en/errors.ts';

const known: ReadonlySet<string> = new Set(errorCodes);

function isErrorCode(code: string): code is ErrorCode {
  return known.has(code);
}

/** What happened and what to do next, in the reader's language, by the code of the error. */
export function errorWords(text: Catalogue, error: { readonly code: string }): ErrorWords {
  return text.errors.codes[isErrorCode(error.code) ? error.code : 'internal'];
}
