/** Writes a pack of a selection, under a TLP ceiling. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { compareTlp, tlpMax } from '../../shared/domain/tlp.ts';
import { blackOut } from '../../shared/pack/black-out.ts';
import { applyCeiling } from '../../shared/pack/ceiling.ts';
import { countsOf, type PackRecord, type PackRecords } from '../../shared/pack/fields.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import { revisionLine } from '../../shared/pack/revisions.ts';
import { contentPieces, hasContent } from '../db/queries/attachment-chunks.ts';
import { insertPackSent, listPast } from '../db/queries/revisions.ts';
import { type PackAttachment, writePack } from '../files/pack-writer.ts';
import { ownSigningKey } from '../files/trust/signing-key.ts';
import { attachmentsNaming } from './attachments-naming.ts';
import { caseInfo } from './case-state.ts';
import { ceiledFileRows, fileRowsOf } from './file-rows.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import { collectRecords } from './pack-selection.ts';
import { step, stepRecords } from './pack-watch.ts';
import type { PackContext } from './preview-pack.ts';
import { sha256Hex } from './record-values.ts';
import { recordsAbove } from './records-above.ts';
import { revOf } from './rev.ts';
import type { CaseSession } from './session.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

export type ExportRequest = Omit<CallArgs<'pack/export'>, 'token'>;
export type ExportResult = CallResult<'pack/export'>;

/**
 * Writes the pack to `path`; an older file there is replaced once the new one is whole. The same
 * records under the same title, signed by the same person, give the same bytes; a passphrase makes others
 * each time. Throws `key/unreadable`, `call/cancelled`, `pack/too-large`, `disk/*`,
 * `filter/invalid`, `input/invalid` for the file of the open case itself.
 */
export async function exportPack(
  session: CaseSession,
  path: string,
  { selection, title, tlpMax: ceiling, passphrase }: ExportRequest,
  { profile, watch = noHooks }: Pick<PackContext, 'profile' | 'watch'> = {},
): Promise<ExportResult> {
  refuseOpenCase(session, path);
  const { db } = session;
  const key = profile === undefined ? undefined : ownSigningKey(profile, session.author.id);
  const before = session.revision;
  noteSent(session, title, before);
  // one state of the case, also where another connection writes meanwhile
  const { collected, fileRows, above, seq } = db.transaction(() => {
    const all = collectPackRecords(session, selection, watch);
    const incidents = (all.get('incident') ?? []).map(({ id }) => id);
    return {
      collected: all,
      fileRows: fileRowsOf(db, incidents, watch),
      above: recordsAbove(db, ceiling),
      seq: session.revision,
    };
  })();
  if (seq !== before) noteSent(session, title, seq);
  const ceiled = applyCeiling(collected, ceiling);
  step(watch, 'reading', 0);
  const unsaid = [...ceiled.dropped, ...above];
  const blackened = blackOut(ceiled.records, unsaid, sha256Hex);
  const changed = new Set([...ceiled.emptied, ...blackened.ids]);
  const records = withTrueRevs(blackened.records, changed);
  const going = new Set([...records.values()].flatMap((all) => all.map(({ id }) => id)));
  const naming = await attachmentsNaming(db, records, blackened.isNamedIn, watch);
  step(watch, 'writing', 0);
  const info = caseInfo(db);
  const isCaseNamed = compareTlp(info.tlp, ceiling) <= 0;
  const content = {
    title,
    // the name of a case is as sensitive as the case
    case: { id: info.id, title: isCaseNamed ? info.title : title, invented: info.invented },
    tlp: tlpMax([...records.values()].flatMap((all) => all.map(({ tlp }) => tlp))),
    tlpMax: ceiling,
    selection: selection.what,
    author: { id: session.author.id, name: session.author.name },
    records,
    fileRows: ceiledFileRows(
      fileRows.filter(({ incident_id }) => going.has(incident_id)),
      (_, id) => going.has(id),
      (id) => changed.has(id),
      blackened.mask,
    ),
    attachments: contentsOf(session, records),
    leftOut: ceiled.leftOut,
    blackedOut: blackened.ids.size,
  };
  const written = await writePack(path, content, { key, passphrase });
  return {
    ...written,
    records: countsOf(records),
    leftOut: { ...ceiled.leftOut },
    blackedOut: blackened.ids.size,
    ...naming,
  };
}

/** What was undone after this may be with others. A case open for reading only has nothing to undo. */
function noteSent({ db, clock, isReadOnly }: CaseSession, title: string, seq: number): void {
  if (!isReadOnly) insertPackSent(db, { at: clock.now(), seq, title });
}

function collectPackRecords(
  { db }: CaseSession,
  selection: ExportRequest['selection'],
  watch: WorkHooks,
): PackRecords {
  let done = 0;
  const collected = new Map<PackTable, readonly PackRecord[]>();
  for (const [table, byId] of collectRecords(db, selection))
    collected.set(
      table,
      [...byId.values()].map(({ origin: _, ...record }) => {
        done += 1;
        if (done % stepRecords === 0) step(watch, 'reading', done);
        return { ...record, history: listPast(db, record.id, record.rev).map(revisionLine) };
      }),
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
