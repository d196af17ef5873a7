/** The data sets that are known by name, and what stands in the case for each of them. Pure. */
import { fileCode } from '../domain/licensed-data.ts';
import type { ReadSource } from './imported.ts';

export interface DataSet {
  /** Before the colon of `external_key`. */
  readonly code: string;
  /** Of the batch. */
  readonly format: string;
  /** Title of its source; the figures are claims of this source. */
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  /** How its owner wants to be named, shown with the batch; null where nobody asks for it. */
  readonly attribution: string | null;
  /** Goes into the case as a note on the source, and with it into packs; empty for none. */
  readonly terms: string;
}

export const dataSets = {
  acled: {
    code: 'ACLED',
    format: 'acled',
    title: 'ACLED',
    publisher: 'Armed Conflict Location & Event Data (ACLED)',
    url: 'https://acleddata.com',
    attribution: 'ACLED, acleddata.com',
    terms:
      'Data of ACLED, under the terms at acleddata.com/terms-and-conditions: name ACLED as the source; rows may not be given on to others without its leave. ACLED takes the lowest of several reported figures and writes 0 where none is stated; a toll spread over days or places is divided.',
  },
  ucdp: {
    code: 'UCDP',
    format: 'ucdp',
    title: 'UCDP GED',
    publisher: 'Uppsala Conflict Data Program',
    url: 'https://ucdp.uu.se',
    attribution: 'UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, CC BY 4.0',
    terms:
      'Data of the UCDP Georeferenced Event Dataset (GED), Uppsala Conflict Data Program, ucdp.uu.se, under CC BY 4.0: name UCDP as the source and say what was changed. Only events with at least one death are coded; low and high are bounds that UCDP holds reliable, best is its own estimate. Rows of a candidate release may vanish in a final one.',
  },
  gtd: {
    code: 'GTD',
    format: 'gtd',
    title: 'Global Terrorism Database',
    publisher: 'START, University of Maryland',
    url: 'https://www.start.umd.edu/gtd',
    attribution: 'Global Terrorism Database, START, University of Maryland',
    terms:
      'Data of the Global Terrorism Database (GTD), START, University of Maryland, under its own terms: name GTD as the source; rows may not be given on to others. The people killed and wounded include the attackers.',
  },
} as const satisfies { readonly [format: string]: DataSet };

/** Of a file that is no data set's. */
export function ofFile(format: string, fileName: string): DataSet {
  return {
    ...{ code: fileCode, format, title: fileName, publisher: null, url: null },
    ...{ attribution: null, terms: '' },
  };
}

/** The source that stands for a data set in a case. */
export function sourceOfDataSet({ title, publisher, url }: DataSet): ReadSource {
  return { title, kind: 'dataset-row', publisher, url, published: null };
}

/** How a data set wants to be named, by the format of a batch; null for a format without one. */
export function attributionOf(format: string): string | null {
  return Object.values(dataSets).find((dataSet) => dataSet.format === format)?.attribution ?? null;
}
