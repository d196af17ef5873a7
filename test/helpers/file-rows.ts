/** A small file of a data set that a test can change from one version to the next. */
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { DataSet } from '../../shared/import/data-sets.ts';
import { type ReadRow, tollClaim } from '../../shared/import/imported.ts';
import type { RowFeed } from '../../shared/import/row-feed.ts';

export const ourList: DataSet = {
  ...{ code: 'OURS', format: 'ours', title: 'Our list', publisher: null, url: null },
  ...{ attribution: null, terms: '' },
};

/** The same with keys that mean one event everywhere, as those of UCDP do. */
export const numberedList: DataSet = { ...ourList, code: 'UCDP' };

export interface Says {
  readonly key?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly killed?: number;
  readonly latitude?: number;
  readonly stamp?: number;
  readonly actors?: readonly string[];
  readonly colour?: string;
}

function row({ key = '1', title = 'Ambush', summary = 'On the road.', ...said }: Says): ReadRow {
  const { killed = 3, latitude = 14.1, stamp = null, actors = ['JNIM'], colour = 'red' } = said;
  return {
    ...{ key, stamp, kept: { colour }, warnings: [], tags: ['listed'], sources: [], notes: [] },
    incident: {
      ...{ title, summary, event_type: 'Battles', disorder_type: null, sub_event_type: null },
      ...{ date_edtf: '2025-05-11', place_words: 'Djibo', country: 'BF', latitude },
      ...{ longitude: -1.6, geo_level: 'near', geo_code: '2', admin1: null, admin2: null },
      ...{ targets: [], date_words: null, status: 'claimed' },
    },
    actors: actors.map((name) => ({
      ...{ actor: { name, kind: 'rebel-group', inter: null }, role: 'involved', attribution: null },
    })),
    claims: [
      tollClaim([
        {
          ...{ party: 'military', outcome: 'killed', low: killed, high: killed, words: null },
          qualifier: 'exact',
        },
      ]),
    ],
  };
}

/** Imports a file of these rows; the same rows have the same digests. */
export function takeFile(
  session: CaseSession,
  name: string,
  rows: readonly Says[],
  dataSet: DataSet = ourList,
) {
  const feed: RowFeed = {
    ...{ fileName: name, bytes: 1, columns: [], dataSet },
    each(give) {
      const fed = rows.map((says, at) => ({
        ...{ read: { row: row(says) }, line: at + 2, cells: [], digest: JSON.stringify(says) },
      }));
      give(fed, 1);
      return undefined;
    },
  };
  return importRows(session, feed);
}
