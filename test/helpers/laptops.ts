/** A case with something in every table that travels, and the means to compare two cases. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { addAttachment } from '../../electron/services/attachments.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import type { CaseSession, SessionOptions } from '../../electron/services/session.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { newId } from '../../shared/lib/ids.ts';
import { packTables } from '../../shared/pack/format.ts';
import { temporaryFolder, tickingClock } from './case-builder.ts';

export const awa = { id: '018f0000-0000-7000-8000-0000000000a1', name: 'Awa', initials: 'A' };
export const bila = { id: '018f0000-0000-7000-8000-0000000000b1', name: 'Bila', initials: 'B' };

export interface Laptop {
  readonly session: CaseSession;
  readonly folder: string;
  readonly close: () => void;
}

/** An empty case on a laptop of its own, with ids of its own; `startsAt` in hours. */
export function laptop(author = awa, startsAt = 0): Laptop {
  const folder = temporaryFolder();
  const options: SessionOptions = {
    author,
    now: tickingClock(Date.UTC(2026, 10, 1, startsAt)),
    newId,
  };
  const session = createCase(join(folder, 'case.cairn'), { title: 'Djibo', tlp: 'GREEN' }, options);
  return { session, folder, close: () => closeCase(session) };
}

export interface Filled {
  readonly incident: string;
  readonly other: string;
  readonly place: string;
  readonly actor: string;
  readonly source: string;
  readonly claim: string;
  readonly link: string;
  readonly note: string;
}

/** Fills every table. `marks` are put into texts, as strings that break weak writers. */
export async function fill(
  { session, folder }: Laptop,
  marks: readonly string[] = [''],
): Promise<Filled> {
  const mark = marks[0] ?? '';
  const ids = act(session, { kind: 'bulk', title: 'all' }, (tx) => {
    const place = tx.insert('place', {
      name: `Sollé ${mark}`,
      country: 'BF',
      latitude: 14.2,
      longitude: -1.63,
      radius_m: 25_000,
    });
    tx.insert('place_name', { place_id: place.id, name: 'Sole', lang: 'en' });
    const actor = tx.insert('actor', { name: 'JNIM', kind: 'rebel-group', country: null });
    const site = tx.insert('actor', { name: 'SITE', kind: 'media-monitor' });
    tx.insert('actor_name', {
      actor_id: actor.id,
      name: 'جماعة نصرة الإسلام',
      lang: 'ar',
      script: 'Arab',
    });
    const statement = tx.insert('source', {
      title: '=cmd|calc!A0',
      kind: 'statement',
      publisher_actor_id: actor.id,
      text: `First line\r\nsecond "line",\n${marks.join('\n')}`,
      published: '2025-05-12',
    });
    const source = tx.insert('source', { title: 'Article', via_source_id: statement.id, url: '' });
    const incident = tx.insert('incident', {
      title: 'Attack on the Djibo base',
      summary: mark,
      date_edtf: '2025-05-11',
      date_words: 'Sunday morning',
      place_id: place.id,
      latitude: 14.1,
      longitude: -1.63,
      targets: ['police-station', 'market'],
      event_type: 'Battles',
    });
    const other = tx.insert('incident', { title: 'Sole', invented: true, place_words: '' });
    const claim = tx.insert('claim', {
      incident_id: incident.id,
      source_id: source.id,
      claimant_id: actor.id,
      via: [site.id],
      statement: '200 soldiers',
    });
    const later = tx.insert('claim', { incident_id: incident.id, statement: 'none given' });
    tx.update('claim', claim.id, { superseded_by_id: later.id });
    tx.insert('toll', { claim_id: claim.id, party: 'military', low: 200, high: 200 });
    tx.insert('toll', { claim_id: later.id, qualifier: 'none-given' });
    tx.insert('claim_relation', {
      from_claim_id: later.id,
      to_claim_id: claim.id,
      kind: 'contradicts',
      note: `=1+1 ${mark}`,
    });
    const link = tx.insert('link', {
      kind: 'actor-incident',
      from_id: actor.id,
      to_id: incident.id,
      role: 'perpetrator',
      claim_id: claim.id,
      source_id: source.id,
    });
    tx.insert('link', {
      kind: 'incident-incident',
      from_id: other.id,
      to_id: incident.id,
      role: 'possibly-same-as',
    });
    const [a_id = '', b_id = ''] = [incident.id, other.id].sort();
    tx.insert('incident_pair', {
      a_id,
      b_id,
      verdict: 'different',
      kept_id: null,
      why: 'Far apart',
    });
    tx.insert('link', {
      kind: 'actor-actor',
      from_id: site.id,
      to_id: actor.id,
      role: 'related-to',
    });
    tx.insert('passage', {
      source_id: statement.id,
      target_table: 'claim',
      target_id: claim.id,
      exact: 'First line',
      start: 0,
      end: 10,
      text_sha256: statement.text_sha256 ?? '',
    });
    const note = tx.insert('note', {
      target_table: 'incident',
      target_id: incident.id,
      body: `-1 is no formula here\n${mark}`,
      kind: 'assessment',
      likelihood: 'likely',
    });
    const tag = tx.insert('tag', { name: 'to check' });
    tx.insert('tagging', { tag_id: tag.id, target_table: 'incident', target_id: incident.id });
    tx.insert('saved_view', { name: 'May', filter_text: 'after:2025-05-01', layout: '{}' });
    const ids = { incident, other, place, actor, source, claim, link, note };
    return Object.fromEntries(Object.entries(ids).map(([name, { id }]) => [name, id]));
  }) as unknown as Filled;
  const gone = act(session, { kind: 'create', title: 'note' }, (tx) =>
    tx.insert('note', { target_table: 'incident', target_id: ids.incident, body: 'wrong' }),
  );
  act(session, { kind: 'delete', title: 'note' }, (tx) => tx.remove('note', gone.id));
  act(session, { kind: 'update', title: 'text' }, (tx) =>
    tx.update('source', ids.source, { text: 'A new text' }),
  );
  const file = join(folder, 'photo.png');
  // what a file is goes by its first bytes, not by its name
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const bytes = Array.from({ length: 700_000 }, (_, at) => signature[at] ?? (at * 7919) % 251);
  writeFileSync(file, Buffer.from(bytes));
  await addAttachment(session, file, {
    targetTable: 'source',
    targetId: ids.source,
    originWords: 'sent by hand',
  });
  return ids;
}

/** All records that travel, by table and id, without what belongs to one laptop. */
export function recordsOf({ session }: Laptop): Record<string, unknown> {
  return Object.fromEntries(
    packTables.map((table) => [
      table,
      listRecords(session.db, table, { includeDeleted: true })
        .map(({ origin: _, ...record }) => record)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}

/** Hash over every row of every table of the file: equal only if nothing at all was written. */
export function dumpHash({ session }: Laptop): string {
  const hash = createHash('sha256');
  const tables = session.db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    hash.update(table);
    for (const row of session.db.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

/** The whole case as a pack. */
export async function pack(from: Laptop, name = 'a', tlpMax: TlpLabel = 'RED'): Promise<string> {
  const path = join(from.folder, `${name}.cairnpack`);
  await exportPack(from.session, path, { selection: { what: 'case' }, title: 'Djibo', tlpMax });
  return path;
}

/** Previews and imports a pack, every conflict decided one way. */
export async function take(into: Laptop, path: string, conflicts: 'ours' | 'theirs' = 'ours') {
  const preview = await previewPack(into.session, path);
  const result = await importPack(into.session, {
    preview: preview.preview,
    conflicts,
    rules: [],
    decisions: {},
  });
  return { preview, result };
}
