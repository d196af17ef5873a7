/** Writes a pack of a selection, under a TLP ceiling. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { compareTlp, tlpMax } from '../../shared/domain/tlp.ts';
import { type TlpLabel, tlpLabels } from '../../shared/domain/vocabulary.ts';
import { blackOut, type Named } from '../../shared/pack/black-out.ts';
import { applyCeiling } from '../../shared/pack/ceiling.ts';
import { countsOf, type PackRecord, type PackRecords } from '../../shared/pack/fields.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import { revisionLine } from '../../shared/pack/revisions.ts';
import { lastAction } from '../db/queries/actions.ts';
import { contentPieces, hasContent } from '../db/queries/attachment-chunks.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { insertPackSent, listPast } from '../db/queries/revisions.ts';
import type { Reader } from '../db/sqlite.ts';
import { type PackAttachment, writePack } from '../files/pack-writer.ts';
import { caseInfo } from './case-state.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { collectRecords } from './pack-selection.ts';
import { sha256Hex } from './record-values.ts';
import { revOf } from './rev.ts';
import type { CaseSession } from './session.ts';

export type ExportRequest = Omit<CallArgs<'pack/export'>, 'token'>;
export type ExportResult = CallResult<'pack/export'>;

/**
 * Writes the pack to `path`; an older file there is replaced once the new one is whole. The same
 * records under the same title give the same bytes. Throws `pack/too-large`, `disk/*`,
 * `filter/invalid`, `input/invalid` for the file of the open case itself.
 */
export async function exportPack(
  session: CaseSession,
  path: string,
  { selection, title, tlpMax: ceiling }: ExportRequest,
): Promise<ExportResult> {
  refuseOpenCase(session, path);
  const { db } = session;
  const ceiled = applyCeiling(collectPackRecords(session, selection), ceiling);
  const unsaid = [...ceiled.dropped, ...recordsAbove(db, ceiling)];
  const blackened = blackOut(ceiled.records, unsaid, sha256Hex);
  const changed = new Set([...ceiled.emptied, ...blackened.ids]);
  const records = withTrueRevs(blackened.records, changed);
  noteSent(session, title);
  const info = caseInfo(db);
  const isCaseNamed = compareTlp(info.tlp, ceiling) <= 0;
  const written = await writePack(path, {
    title,
    // the name of a case is as sensitive as the case
    case: { id: info.id, title: isCaseNamed ? info.title : title, invented: info.invented },
    tlp: tlpMax([...records.values()].flatMap((all) => all.map(({ tlp }) => tlp))),
    tlpMax: ceiling,
    selection: selection.what,
    author: { id: session.author.id, name: session.author.name },
    records,
    attachments: contentsOf(session, records),
    leftOut: ceiled.leftOut,
    blackedOut: blackened.ids.size,
  });
  return {
    ...written,
    records: countsOf(records),
    leftOut: { ...ceiled.leftOut },
    blackedOut: blackened.ids.size,
  };
}

/** What was undone after this may be with others. A case open for reading only has nothing to undo. */
function noteSent({ db, clock, isReadOnly }: CaseSession, title: string): void {
  if (isReadOnly) return;
  insertPackSent(db, { at: clock.now(), seq: lastAction(db)?.seq ?? 0, title });
}

const namedTables = [
  'actor',
  'place',
  'source',
  'incident',
  'tag',
  'attachment',
  'person',
] as const;

/** What must not be named, whether or not it was chosen: all above the ceiling, and other names of it. */
function recordsAbove(db: Reader, ceiling: TlpLabel): readonly Named[] {
  const labels = tlpLabels.filter((label) => compareTlp(label, ceiling) > 0);
  if (labels.length === 0) return [];
  const all = { includeDeleted: true } as const;
  const above = (table: (typeof namedTables)[number] | 'actor_name' | 'place_name') =>
    listRecordsBy(db, table, 'tlp', labels, all);
  const idsOf = (table: 'actor' | 'place') => above(table).map(({ id }) => id);
  return [
    ...[...namedTables, 'actor_name' as const, 'place_name' as const].flatMap(above),
    ...listRecordsBy(db, 'actor_name', 'actor_id', idsOf('actor'), all),
    ...listRecordsBy(db, 'place_name', 'place_id', idsOf('place'), all),
  ];
}

function collectPackRecords(
  { db }: CaseSession,
  selection: ExportRequest['selection'],
): PackRecords {
  const collected = new Map<PackTable, readonly PackRecord[]>();
  for (const [table, byId] of collectRecords(db, selection))
    collected.set(
      table,
      [...byId.values()].map(({ origin: _, ...record }) => ({
        ...record,
        history: listPast(db, record.id, record.rev).map(revisionLine),
      })),
    );
  return collected;
}

/**
 * A record that lost a reference or a name is another content: it gets a revision of that, made from the true
 * one, by which our own laptop tells later that nobody deleted the reference (withheld.ts).
 */
function withTrueRevs(records: PackRecords, emptied: ReadonlySet<string>): PackRecords {
  const renamed = (table: PackTable, record: PackRecord): PackRecord => {
    if (!emptied.has(record.id)) return record;
    const rev = revOf(table, record, [record.rev]);
    const own = revisionLine({ rev, parents: [record.rev] });
    return { ...record, rev, history: [own, ...record.history] };
  };
  return new Map(
    [...records].map(([table, all]) => [table, all.map((record) => renamed(table, record))]),
  );
}

/** Contents of live attachments, each once. Those of deleted ones stay here. */
function contentsOf(session: CaseSession, records: PackRecords): readonly PackAttachment[] {
  const contents = new Map<string, PackAttachment>();
  for (const record of records.get('attachment') ?? []) {
    const { sha256, size, media_type } = record as unknown as RecordOf<'attachment'>;
    if (record.deleted_at !== null || !hasContent(session.db, sha256)) continue;
    const read = (): Iterable<Uint8Array> => contentPieces(session.db, sha256);
    contents.set(sha256, { sha256, size, mediaType: media_type, read });
  }
  return [...contents.values()];
}
