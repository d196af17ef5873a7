/** Whom a data set belongs to, and what its makers ask of whoever gives its rows on. */
import type { LicensedSet } from '../domain/licensed-data.ts';

export interface Attribution {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly terms: string;
}

export const attributions: { readonly [S in LicensedSet]: Attribution } = {
  ACLED: {
    title: 'ACLED',
    publisher: 'Armed Conflict Location & Event Data (ACLED)',
    url: 'https://acleddata.com',
    terms: 'Name ACLED as the source. Its rows may not be passed on without its leave.',
  },
  GTD: {
    title: 'GTD',
    publisher: 'Global Terrorism Database, START, University of Maryland',
    url: 'https://www.start.umd.edu/gtd',
    terms: 'Name START and the GTD. Its licence forbids passing the data on without leave.',
  },
  UCDP: {
    title: 'UCDP GED',
    publisher: 'Uppsala Conflict Data Program',
    url: 'https://ucdp.uu.se',
    terms: 'CC BY 4.0: name UCDP wherever its rows are used.',
  },
};
