/** Incidents with all that a file said of them, as the rules of twins look at them (shared/domain/twins.ts). */
import type { RecordOf } from '../../shared/domain/records.ts';
import type { Told, ToldClaim, TwinSide } from '../../shared/domain/twins.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type FileRow, type SaidTable, saidName } from '../../shared/pack/file-rows.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import { groupBy } from './claim-names.ts';
import { wholeFileRows } from './file-rows.ts';
import type { NamePlan } from './join-names.ts';
import type { Tx } from './transaction.ts';

export interface Side {
  readonly side: TwinSide;
  readonly row: FileRow | undefined;
}

type Loose = Readonly<Record<string, unknown>>;
const all = { includeDeleted: true } as const;

/** By id. `taken`: rows that the action has kept already, by incident. Names that go stand under those that stay. */
export function twinSides(
  tx: Tx,
  ids: readonly string[],
  taken: ReadonlyMap<string, FileRow>,
  stays: NamePlan['stays'],
): ReadonlyMap<string, Side> {
  const { db } = tx;
  const now = <V extends string | null>(id: V): V => (stays.get(id ?? '') as V | undefined) ?? id;
  const rows = wholeFileRows(tx, ids, taken);
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids, all);
  const claimIds = claims.map(({ id }) => id);
  const tolls = groupBy(
    listRecordsBy(db, 'toll', 'claim_id', claimIds, all),
    (one) => one.claim_id,
  );
  const links = groupBy(listRecordsBy(db, 'link', 'to_id', ids, all), ({ to_id }) => to_id);
  const claimsOf = groupBy(claims, ({ incident_id }) => incident_id);
  return new Map(
    listRecordsById(db, 'incident', ids).map((record) => {
      const row = rows.get(record.id);
      const told = tellerOf(row);
      const ownLinks = (links.get(record.id) ?? []).filter(({ kind }) => kind === 'actor-incident');
      const side: TwinSide = {
        ...told('incident', record),
        claims: (claimsOf.get(record.id) ?? []).map(
          (claim): ToldClaim => ({
            ...told('claim', {
              ...claim,
              source_id: now(claim.source_id),
              claimant_id: now(claim.claimant_id),
            }),
            tolls: (tolls.get(claim.id) ?? []).map((toll) => told('toll', toll)),
          }),
        ),
        links: ownLinks.map((link) => ({
          record: { ...link, from_id: now(link.from_id) },
          isAsItCame: saidName('link', link.id) in (row?.said ?? {}) && !isWritten(tx, link),
        })),
        digest: row?.digest ?? '',
      };
      return [record.id, { side, row }] as const;
    }),
  );
}

/** Where the analyst's own words stayed, the file's words are those that were refused. */
function tellerOf(row: FileRow | undefined) {
  return <T extends 'incident' | 'claim' | 'toll'>(table: T, record: RecordOf<T>): Told<T> => {
    const said = row?.said[saidName(table, record.id)];
    if (row === undefined || said === undefined) return { record, said: undefined };
    const prefix = table === 'incident' ? '' : `${saidName(table as SaidTable, record.id)}.`;
    const refused = Object.entries(row.refused).flatMap(([name, value]) =>
      name.startsWith(prefix) && !name.slice(prefix.length).includes('.')
        ? [[name.slice(prefix.length), value] as const]
        : [],
    );
    return { record, said: { ...said, ...Object.fromEntries(refused) } };
  };
}

const linkFields = ['role', 'attribution', 'confidence', 'date_from', 'date_to', 'note'] as const;

/** Whether the action has changed what a link says. */
function isWritten(tx: Tx, link: RecordOf<'link'>): boolean {
  const was = tx.before('link', link.id);
  if (was === undefined || was === null) return false;
  const words = (of: Loose) =>
    canonicalJson([...linkFields.map((name) => of[name]), of.deleted_at]);
  return words(was) !== words({ ...link });
}
