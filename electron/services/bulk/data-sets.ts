/** What stands in the case for a data set itself, and what its figures become. */
import type { Values } from '../../../shared/domain/records.ts';

export interface DataSet {
  /** Before the colon of `external_key`. */
  readonly code: string;
  /** Of the batch. */
  readonly format: string;
  /** Title of its source. */
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Goes into the case as a note on the source, and with it into packs. */
  readonly terms: string;
}

export const dataSets: { readonly acled: DataSet } = {
  acled: {
    code: 'ACLED',
    format: 'acled',
    title: 'ACLED',
    publisher: 'Armed Conflict Location & Event Data (ACLED)',
    url: 'https://acleddata.com',
    terms:
      'Data of ACLED, under the terms at acleddata.com/terms-and-conditions: name ACLED as the source; rows may not be given on to others without its leave. ACLED takes the lowest of several reported figures and writes 0 where none is stated; a toll spread over days or places is divided.',
  },
};

/** People killed as the data set gives them; null is its 0, "none or not stated". */
export function tollOf(killed: number | null): Omit<Values<'toll'>, 'claim_id'> {
  const base = { party: 'unknown', outcome: 'killed' } as const;
  return killed === null
    ? { ...base, low: null, high: null, qualifier: 'none-given', words: '0' }
    : { ...base, low: killed, high: killed, qualifier: 'exact', words: String(killed) };
}
