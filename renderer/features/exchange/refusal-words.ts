// Why a file is no table of incidents, and what to do with it.
import type { AppError } from '../../../shared/lib/app-error.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import type { ErrorWords } from '../../text/en/errors.ts';
import { errorWords } from '../../text/error-words.ts';

/** By the reason that the refusal names; without a known one as any other error. */
export function refusalWords(text: Catalogue, error: AppError): ErrorWords {
  const { reason } = error.details ?? {};
  const known = text.tableImport.refusals;
  const words =
    typeof reason === 'string' && Object.hasOwn(known, reason) ? known[reason] : undefined;
  const isOfFile = error.code === 'file/unreadable' || error.code === 'file/too-large';
  return isOfFile && words !== undefined ? words : errorWords(text, error);
}
