/**
 * The incidents of a selection as files are made of them: page by page, under a TLP ceiling, with nothing
 * in any text that names what stays here. Only reads; made for a thread with a connection of its own.
 */
import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import { type LicensedSet, licensedSetOf } from '../../../shared/domain/licensed-data.ts';
import type { Link } from '../../../shared/domain/records.ts';
import { compareTlp } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { attributions } from '../../../shared/export/attribution.ts';
import type { ExportDataSet, ExportPage, ExportRest } from '../../../shared/export/model.ts';
import { blackOut, type Named } from '../../../shared/pack/black-out.ts';
import { applyCeiling } from '../../../shared/pack/ceiling.ts';
import type { PackRecord, PackRecords } from '../../../shared/pack/fields.ts';
import { listOutgoing } from '../../db/queries/export-rows.ts';
import { listRecordsBy } from '../../db/queries/records.ts';
import type { Reader } from '../../db/sqlite.ts';
import { sha256Hex } from '../record-values.ts';
import { recordsAbove } from '../records-above.ts';
import { selectedIds } from '../selected-ids.ts';
import { assemble, type Whole } from './assemble.ts';
import { collectAround } from './collect-around.ts';

/** Incidents read at a time: bounds what stands in memory. */
const pageSize = 500;
/** Ids looked up at a time. */
const idsAtOnce = 10_000;

function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

export class ExportSource {
  /** Incidents that go out, in the order of the selection. */
  readonly ids: readonly string[];
  readonly dataSets: readonly ExportDataSet[];
  /** Records that stay here, by table. */
  readonly leftOut: Record<string, number> = {};
  /** Records written so far, by table. */
  readonly counts: Record<string, number> = {};
  /** Records in which a name was blacked out. */
  readonly blackened = new Set<string>();
  readonly #db: Reader;
  readonly #ceiling: TlpLabel;
  readonly #going: ReadonlySet<string>;
  readonly #above: readonly Named[];
  readonly #keys: ReadonlyMap<string, LicensedSet>;
  readonly #said = new Map<string, Set<string>>();
  readonly #stays = new Set<string>();

  /** Throws `filter/invalid`. */
  constructor(db: Reader, selection: Selection, ceiling: TlpLabel) {
    this.#db = db;
    this.#ceiling = ceiling;
    const chosen = selectedIds(db, selection);
    const going = new Set<string>();
    const sets = new Map<LicensedSet, ExportDataSet>();
    const keys = new Map<string, LicensedSet>();
    let staying = 0;
    for (const ids of slices(chosen, idsAtOnce)) {
      for (const { id, tlp, external_key } of listOutgoing(db, ids)) {
        if (compareTlp(tlp, ceiling) > 0) {
          staying += 1;
          continue;
        }
        going.add(id);
        const set = licensedSetOf(external_key);
        if (set === undefined) continue;
        const incidents = (sets.get(set)?.incidents ?? 0) + 1;
        sets.set(set, { set, ...attributions[set], incidents });
        keys.set(id, set);
      }
    }
    this.ids = chosen.filter((id) => going.has(id));
    this.#going = going;
    this.dataSets = [...sets.values()];
    this.#keys = keys;
    this.#above = recordsAbove(db, ceiling);
    if (staying > 0) this.leftOut['incident'] = staying;
  }

  /** All incidents, some at a time. `isCancelled` is asked before each page. */
  *pages(): Generator<ExportPage> {
    for (const ids of slices(this.ids, pageSize)) {
      const whole = this.#underCeiling(collectAround(this.#db, ids, this.#going));
      yield assemble(this.#db, ids, whole, {
        dataSetOf: (id) => {
          const set = this.#keys.get(id);
          return this.dataSets.find((each) => each.set === set) ?? null;
        },
        isNew: (table, id) => this.#isNew(table, id),
        hidden: whole.hidden,
      });
    }
  }

  /** Call after the last page: relations among all actors that went out. */
  rest(): ExportRest {
    const actors = this.#said.get('actor') ?? new Set<string>();
    const links: Link[] = [];
    for (const ids of slices([...actors], idsAtOnce)) {
      for (const link of listRecordsBy(this.#db, 'link', 'from_id', ids)) {
        if (link.kind !== 'actor-actor' || !actors.has(link.to_id)) continue;
        if (compareTlp(link.tlp, this.#ceiling) > 0) this.#leaves('link', link.id);
        else links.push(link);
      }
    }
    const records: PackRecords = new Map([['link', links as unknown as PackRecord[]]]);
    const { records: clean, ids } = blackOut(records, this.#above, sha256Hex);
    for (const id of ids) this.blackened.add(id);
    const actorLinks = (clean.get('link') ?? []) as unknown as Link[];
    this.#count('link', actorLinks.length);
    return { actorLinks };
  }

  /** A text of the request with the names blacked out that must not go. */
  withoutNames(text: string): string {
    const record = { id: '', body: text } as unknown as PackRecord;
    const { records } = blackOut(new Map([['note', [record]]]), this.#above, sha256Hex);
    return String(records.get('note')?.[0]?.['body'] ?? '');
  }

  #underCeiling(collected: PackRecords): Whole {
    const ceiled = applyCeiling(collected, this.#ceiling);
    const hidden = new Set<string>();
    for (const [table, all] of collected) {
      const kept = new Set(ceiled.records.get(table)?.map(({ id }) => id));
      for (const record of all) {
        if (kept.has(record.id)) continue;
        this.#leaves(table, record.id);
        if (table === 'claim') hidden.add(String(record['incident_id']));
        if (table === 'toll') hidden.add(incidentOf(collected, String(record['claim_id'])));
      }
    }
    const { records, ids } = blackOut(
      ceiled.records,
      [...ceiled.dropped, ...this.#above],
      sha256Hex,
    );
    for (const id of ids) this.blackened.add(id);
    for (const [table, all] of records) {
      this.#count(table, all.filter(({ id }) => this.#isNew(`count ${table}`, id)).length);
    }
    return { records, hidden };
  }

  #leaves(table: string, id: string): void {
    if (this.#stays.has(id)) return;
    this.#stays.add(id);
    this.leftOut[table] = (this.leftOut[table] ?? 0) + 1;
  }

  #count(table: string, count: number): void {
    if (count > 0) this.counts[table] = (this.counts[table] ?? 0) + count;
  }

  #isNew(table: string, id: string): boolean {
    let said = this.#said.get(table);
    if (said === undefined) {
      said = new Set();
      this.#said.set(table, said);
    }
    if (said.has(id)) return false;
    said.add(id);
    return true;
  }
}

function incidentOf(collected: PackRecords, claimId: string): string {
  const claim = collected.get('claim')?.find(({ id }) => id === claimId);
  return String(claim?.['incident_id'] ?? '');
}
