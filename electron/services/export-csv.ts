/** One row per incident for a spreadsheet: safe to open, under a TLP ceiling. Not read back. */
import { writeFile } from 'node:fs/promises';
import type { Selection } from '../../shared/contract/exchange-calls.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import { compareTlp } from '../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { escapeText } from '../files/csv-cell.ts';
import { csvText } from '../files/csv-table.ts';
import type { ExportResult } from './export-pack.ts';
import { incidentRowsById } from './incidents.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { selectedIds } from './selected-ids.ts';
import type { CaseSession } from './session.ts';

export interface CsvRequest {
  readonly selection: Selection;
  readonly tlpMax: TlpLabel;
  /** Begin with a byte order mark, by which Excel knows UTF-8. */
  readonly withMark: boolean;
}

type Cell = string | number | boolean | null;

/** Throws `disk/*`, `filter/invalid`, `input/invalid` for the file of the open case itself. */
export async function exportCsv(
  session: CaseSession,
  path: string,
  { selection, tlpMax, withMark }: CsvRequest,
): Promise<ExportResult> {
  refuseOpenCase(session, path);
  const { db } = session;
  const ids = selectedIds(db, selection);
  const isAllowed = ({ tlp }: { readonly tlp: TlpLabel }): boolean => compareTlp(tlp, tlpMax) <= 0;
  const order = new Map(ids.map((id, at) => [id, at]));
  const rows = incidentRowsById(db, ids).sort(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
  const allowed = rows.filter(isAllowed);
  const hidden = hiddenParts(db, allowed, isAllowed);
  const shownIds = new Set(allowed.map(({ id }) => id));
  const lines = allowed.map((row) => {
    const shown = shownOf(row, hidden, shownIds);
    return columns.map(([, cellOf]) => text(cellOf(shown)));
  });
  const header = columns.map(([name]) => name);
  const csv = `${withMark ? '\ufeff' : ''}${csvText([header, ...lines])}`;
  const written = await writeAtomically(path, (temporary) => writeFile(temporary, csv));
  const leftOut = rows.length - allowed.length;
  return {
    ...written,
    records: { incident: allowed.length },
    leftOut: leftOut === 0 ? {} : { incident: leftOut },
    blackedOut: 0,
  };
}

interface Hidden {
  readonly actors: ReadonlySet<string>;
  /** Pairs `incident actor` of links above the ceiling. */
  readonly links: ReadonlySet<string>;
  /** Incidents with a claim or toll above the ceiling: their totals would give it away. */
  readonly tolls: ReadonlySet<string>;
}

function hiddenParts(
  db: Reader,
  rows: readonly IncidentRow[],
  isAllowed: (record: { readonly tlp: TlpLabel }) => boolean,
): Hidden {
  const ids = rows.map(({ id }) => id);
  const actorIds = [...new Set(rows.flatMap(({ actors }) => actors.map(({ id }) => id)))];
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids);
  const incidentOf = new Map(claims.map((claim) => [claim.id, claim.incident_id]));
  const tolls = listRecordsBy(db, 'toll', 'claim_id', [...incidentOf.keys()]);
  const isHidden = (record: { readonly tlp: TlpLabel }): boolean => !isAllowed(record);
  return {
    actors: new Set(
      listRecordsById(db, 'actor', actorIds)
        .filter(isHidden)
        .map(({ id }) => id),
    ),
    links: new Set(
      listRecordsBy(db, 'link', 'to_id', ids)
        .filter(isHidden)
        .map((link) => `${link.to_id} ${link.from_id}`),
    ),
    tolls: new Set([
      ...claims.filter(isHidden).map((claim) => claim.incident_id),
      ...tolls.filter(isHidden).map((toll) => incidentOf.get(toll.claim_id) ?? ''),
    ]),
  };
}

/** An incident with only what may be seen of it. */
interface Shown {
  readonly row: IncidentRow;
  readonly actors: IncidentRow['actors'];
  readonly killed: IncidentRow['killed'];
  readonly injured: IncidentRow['injured'];
  /** Other lines that tell of what is possibly the same attack: a sum must take one of them. */
  readonly possiblySameAs: readonly string[];
}

function shownOf(row: IncidentRow, hidden: Hidden, ids: ReadonlySet<string>): Shown {
  const isTotalHidden = hidden.tolls.has(row.id);
  return {
    row,
    actors: row.actors.filter(
      ({ id }) => !hidden.actors.has(id) && !hidden.links.has(`${row.id} ${id}`),
    ),
    killed: isTotalHidden ? null : row.killed,
    injured: isTotalHidden ? null : row.injured,
    possiblySameAs: row.possiblySameAs.filter(
      (id) =>
        ids.has(id) && !hidden.links.has(`${row.id} ${id}`) && !hidden.links.has(`${id} ${row.id}`),
    ),
  };
}

const columns: readonly (readonly [string, (shown: Shown) => Cell])[] = [
  ['id', ({ row }) => row.id],
  ['title', ({ row }) => row.title],
  ['date', ({ row }) => row.dateEdtf],
  ['date_earliest', ({ row }) => row.dateEarliest],
  ['date_latest', ({ row }) => row.dateLatest],
  ['date_words', ({ row }) => row.dateWords],
  ['place', ({ row }) => row.place],
  ['admin2', ({ row }) => row.admin2],
  ['admin1', ({ row }) => row.admin1],
  ['country', ({ row }) => row.country],
  ['latitude', ({ row }) => row.latitude],
  ['longitude', ({ row }) => row.longitude],
  ['geo_level', ({ row }) => row.geoLevel],
  ['radius_m', ({ row }) => row.radiusM],
  ['event_type', ({ row }) => row.eventType],
  ['sub_event_type', ({ row }) => row.subEventType],
  ['status', ({ row }) => row.status],
  ['confidence', ({ row }) => row.confidence],
  ['actors', ({ actors }) => actors.map(({ name, role }) => `${name} (${role})`).join('; ')],
  ['killed_low', ({ killed }) => killed?.low ?? null],
  ['killed_high', ({ killed }) => killed?.high ?? null],
  ['killed_grade', ({ killed }) => killed?.bestGrade ?? null],
  ['injured_low', ({ injured }) => injured?.low ?? null],
  ['injured_high', ({ injured }) => injured?.high ?? null],
  ['possibly_same_as', ({ possiblySameAs }) => possiblySameAs.join('; ')],
  ['tlp', ({ row }) => row.tlp],
  ['invented', ({ row }) => row.invented],
  ['updated_at', ({ row }) => row.updatedAt],
];

/** Numbers stay numbers (longitudes here are negative); texts that a spreadsheet would run are marked. */
function text(cell: Cell): string {
  if (cell === null || cell === '') return '';
  return typeof cell === 'string' ? escapeText(cell) : String(cell);
}
