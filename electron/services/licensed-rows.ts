/** Which data sets with terms of their own an export would give on. */
import type { Selection } from '../../shared/contract/exchange-calls.ts';
import { filterUnder } from '../../shared/domain/filter.ts';
import type { LicensedCounts } from '../../shared/domain/licensed-data.ts';
import { compareTlp } from '../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { countLicensed } from '../db/queries/licensed-incidents.ts';
import { listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';

/** Incidents of the selection at or below `tlpMax` by data set. Throws `filter/invalid`. */
export function licensedIn(db: Reader, selection: Selection, tlpMax: TlpLabel): LicensedCounts {
  if (selection.what === 'incidents') {
    const picked = listRecordsById(db, 'incident', selection.ids);
    const allowed = picked.filter(({ tlp }) => compareTlp(tlp, tlpMax) <= 0);
    return countLicensed(db, { ids: allowed.map(({ id }) => id) });
  }
  const filter = selection.what === 'case' ? {} : selection.filter;
  return countLicensed(db, { filter: filterUnder(filter, tlpMax) });
}
