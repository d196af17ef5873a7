import { type ErrorCode, errorCodes } from '../../shared/contract/errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { ErrorWords } from './en/errors.ts';

const known: ReadonlySet<string> = new Set(errorCodes);

function isErrorCode(code: string): code is ErrorCode {
  return known.has(code);
}

/** What happened and what to do next, in the reader's language, by the code of the error. */
export function errorWords(
  text: Catalogue,
  error: {
    readonly code: string;
    readonly details?: Readonly<Record<string, unknown>> | undefined;
  },
): ErrorWords {
  const words = text.errors.codes[isErrorCode(error.code) ? error.code : 'internal'];
  if (error.code !== 'record/in-use') return words;
  const counted = countedRecords(text, error.details?.counts);
  return counted === '' ? words : { ...words, title: text.errors.inUse(counted) };
}

/** `{claim: 4, source: 1}` as "4 claims, 1 source". */
function countedRecords(text: Catalogue, counts: unknown): string {
  if (typeof counts !== 'object' || counts === null) return '';
  return Object.entries(counts)
    .flatMap(([table, count]) => {
      const names = text.exchange.tables[table];
      return names === undefined || typeof count !== 'number'
        ? []
        : [text.exchange.counted(count, names)];
    })
    .join(', ');
}
