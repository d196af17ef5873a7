import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listStatement } from '../../electron/db/queries/incident-list.ts';
import { getRecord } from '../../electron/db/queries/records.ts';
import type { Reader } from '../../electron/db/sqlite.ts';
import { act } from '../../electron/services/act.ts';
import { actorDossier } from '../../electron/services/actors.ts';
import { caseState, describeCase } from '../../electron/services/case-state.ts';
import { listHistory } from '../../electron/services/history.ts';
import { incidentDossier, incidentRowsById } from '../../electron/services/incidents.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { sourceDossier } from '../../electron/services/sources.ts';
import { undo } from '../../electron/services/undo.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import {
  add,
  addActor,
  addClaim,
  addIncident,
  addLink,
  addNote,
  addPlace,
  addSource,
  analyst,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';

let held: TemporaryCase;
let session: CaseSession;
let db: Reader;
beforeEach(() => {
  held = temporaryCase();
  session = held.session;
  db = session.db;
});
afterEach(() => held.close());

function remove(table: 'incident' | 'source' | 'claim' | 'actor', id: string): void {
  act(session, { kind: 'delete', title: '' }, (tx) => tx.remove(table, id));
}

describe('the dossier of an incident', () => {
  test('resolves every name, and shows nothing from the bin', () => {
    const place = addPlace(session, { name: 'Djibo' });
    const incident = addIncident(session, { title: 'Djibo base', place_id: place.id });
    const other = addIncident(session, { title: 'Loroum', date_edtf: '2025-05' });
    const jnim = addActor(session, { name: 'Jama’at Nusrat al-Islam', kind: 'rebel-group' });
    add(session, 'actor_name', { actor_id: jnim.id, name: 'GSIM-X', kind: 'acronym' });
    add(session, 'actor_name', { actor_id: jnim.id, name: 'JNIM', kind: 'acronym' });
    const site = addActor(session, { name: 'SITE', kind: 'media-monitor' });
    addLink(session, site.id, incident.id, { role: 'named' });
    const link = addLink(session, jnim.id, incident.id, { attribution: 'claimed' });
    const same = add(session, 'link', {
      kind: 'incident-incident',
      role: 'possibly-same-as',
      from_id: other.id,
      to_id: incident.id,
    });
    const source = addSource(session, { title: 'Article', reliability: 'B' });
    const claim = addClaim(
      session,
      incident.id,
      { source_id: source.id, claimant_id: jnim.id, via: [site.id], credibility: 3 },
      [{ low: 200, high: 200, party: 'military' }],
    );
    const dropped = addClaim(session, incident.id, {}, [{ low: 900, high: 900 }]);
    remove('claim', dropped.id);
    addNote(session, { table: 'incident', id: incident.id }, { kind: 'question', body: 'Who?' });
    const tag = add(session, 'tag', { name: 'May' });
    const tagging = add(session, 'tagging', {
      tag_id: tag.id,
      target_table: 'incident',
      target_id: incident.id,
    });

    const dossier = incidentDossier(db, incident.id);
    expect(dossier.row).toMatchObject({
      id: incident.id,
      place: 'Djibo',
      actors: [
        { id: jnim.id, shortName: 'JNIM', role: 'perpetrator', attribution: 'claimed' },
        { id: site.id, shortName: 'SITE', role: 'named', attribution: null },
      ],
      killed: { low: 200, high: 200, bestGrade: 'B3' },
      injured: null,
      claimCount: 1,
      noteCount: 1,
      openQuestions: 1,
      possiblySameAs: [other.id],
    });
    expect(dossier).toMatchObject({
      incident,
      place,
      claims: [
        {
          claim,
          claimant: { id: jnim.id, name: jnim.name, kind: 'rebel-group' },
          via: [{ id: site.id }],
          source: { id: source.id, reliability: 'B' },
          grade: 'B3',
          tolls: [{ low: 200 }],
        },
      ],
      notes: [{ note: { body: 'Who?' }, author: analyst.name }],
      tags: [{ id: tag.id, taggingId: tagging.id, name: 'May' }],
    });
    expect(dossier.links.map((view) => [view.link.id, view.isFrom, view.other.name])).toEqual([
      [expect.any(String), false, 'SITE'],
      [link.id, false, jnim.name],
      [same.id, false, 'Loroum'],
    ]);
  });

  test('rows come in the order asked for, unknown ids left out', () => {
    const one = addIncident(session, { title: 'One' });
    const two = addIncident(session, { title: 'Two' });
    const rows = incidentRowsById(db, [two.id, '01970000-0000-7000-8000-00000000dead', one.id]);
    expect(rows.map(({ title }) => title)).toEqual(['Two', 'One']);
  });
});

describe('other dossiers', () => {
  test('an actor with its relations, incidents newest first, and claims', () => {
    const actor = addActor(session, { name: 'JNIM' });
    const leader = addActor(session, { name: 'Ousmane Dicko', kind: 'person' });
    add(session, 'link', {
      kind: 'actor-actor',
      role: 'leader-of',
      from_id: leader.id,
      to_id: actor.id,
    });
    for (const [title, date_edtf] of [
      ['Old', '2024-01-01'],
      ['Undated', null],
      ['New', '2025-05-11'],
    ] as const) {
      const incident = addIncident(session, { title, date_edtf });
      addLink(session, actor.id, incident.id);
      if (title === 'New') addClaim(session, incident.id, { claimant_id: actor.id });
    }
    const dossier = actorDossier(db, actor.id);
    expect(dossier.incidents.map(({ row }) => row.title)).toEqual(['New', 'Old', 'Undated']);
    expect(dossier.relations).toMatchObject([{ isFrom: false, other: { name: 'Ousmane Dicko' } }]);
    expect(dossier.claims).toMatchObject([{ incidentTitle: 'New' }]);
  });

  test('a source with the chain it passes on, also when that is a circle', () => {
    const statement = addSource(session, { title: 'Statement' });
    const report = addSource(session, { title: 'SITE report', via_source_id: statement.id });
    const article = addSource(session, { title: 'Article', via_source_id: report.id });
    const chain = () => sourceDossier(db, article.id).via.map(({ title }) => title);
    expect(chain()).toEqual(['SITE report', 'Statement']);
    act(session, { kind: 'update', title: '' }, (tx) =>
      tx.update('source', statement.id, { via_source_id: article.id }),
    );
    expect(chain()).toEqual(['SITE report', 'Statement']);
  });
});

describe('record/save', () => {
  const save = (ops: Parameters<typeof saveRecords>[1]['ops'], why?: string) =>
    saveRecords(session, { ops, ...(why === undefined ? {} : { why }) });

  test('later steps may point to what earlier ones make', () => {
    const claimId = '01970000-0000-7000-8000-0000000000c1';
    const incident = addIncident(session);
    const { ids, revision } = save([
      { do: 'create', table: 'toll', values: { claim_id: claimId, low: 3, high: 3 } },
      { do: 'create', table: 'claim', id: claimId, values: { incident_id: incident.id } },
    ]);
    expect(ids[1]).toBe(claimId);
    expect(revision).toBe(session.revision);
    expect(incidentDossier(db, incident.id).row.killed).toMatchObject({ low: 3, high: 3 });
  });

  test.each<[string, number, string]>([
    ['one incident', 1, 'First 0'],
    ['three incidents', 3, 'First 0 (+2)'],
  ])('history names %s', (_, count, title) => {
    save(
      Array.from({ length: count }, (__, n) => ({
        do: 'create' as const,
        table: 'incident' as const,
        values: { title: `First ${n}` },
      })),
    );
    expect(listHistory(db, { limit: 1 }).entries).toMatchObject([
      { kind: count > 1 ? 'bulk' : 'create', title, changeCount: count },
    ]);
  });

  test('a claim is told under the title of its incident', () => {
    const incident = addIncident(session, { title: 'Djibo base' });
    save([{ do: 'create', table: 'claim', values: { incident_id: incident.id } }], 'new report');
    expect(listHistory(db, { limit: 1 }).entries).toMatchObject([
      { kind: 'create', title: 'Djibo base', why: 'new report', author: analyst.name },
    ]);
  });
});

describe('history', () => {
  test('of a record tells what happened to it and to what hangs on it, newest first', () => {
    const incident = addIncident(session, { title: 'A' });
    addIncident(session, { title: 'Another' });
    const claim = addClaim(session, incident.id, { statement: 'Sixty' });
    act(session, { kind: 'update', title: 'B' }, (tx) =>
      tx.update('incident', incident.id, { title: 'B' }),
    );
    undo(session);
    remove('claim', claim.id);
    const { entries, hasMore } = listHistory(db, { recordId: incident.id, limit: 10 });
    expect(hasMore).toBe(false);
    expect(entries.map(({ kind, state }) => [kind, state])).toEqual([
      ['delete', 'done'],
      ['undo', 'done'],
      ['update', 'gone'],
      ['create', 'done'],
      ['create', 'done'],
    ]);
    expect(entries[1]?.changes).toEqual([
      { table: 'incident', id: incident.id, record: 'A', field: 'title', old: 'B', new: 'A' },
    ]);
    expect(entries[0]?.changes).toMatchObject([
      { record: 'Sixty', field: 'deleted_at', old: null },
    ]);
  });

  test('comes in pages', () => {
    for (let n = 0; n < 5; n += 1) addIncident(session, { title: `N${n}` });
    const first = listHistory(db, { limit: 3 });
    const next = listHistory(db, { limit: 3, beforeSeq: first.entries.at(-1)?.seq });
    expect(first.hasMore).toBe(true);
    expect([...first.entries, ...next.entries].map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2]);
  });
});

describe('the case itself', () => {
  test('counts what lives, and can be described', () => {
    const incident = addIncident(session);
    remove('incident', incident.id);
    addIncident(session);
    addActor(session);
    expect(caseState(session)).toMatchObject({
      title: 'Test case',
      fileName: 'test.cairn',
      isReadOnly: false,
      revision: session.revision,
      counts: { incidents: 1, actors: 1, sources: 0, claims: 0, notes: 0, places: 0 },
    });
    expect(describeCase(session, { title: 'Renamed', tlp: 'RED' })).toMatchObject({
      title: 'Renamed',
      tlp: 'RED',
    });
    const { id } = addIncident(session);
    expect(getRecord(db, 'incident', id)?.tlp).toBe('RED');
  });
});

describe('query plans', () => {
  const plan = (text: string, values: readonly unknown[] = []) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]).map(
      ({ detail }) => detail,
    );
  const planOf = (filter: Filter) => {
    const { text, values } = listStatement(filter, defaultSort);
    return plan(text, values);
  };

  test('the whole list is read from one index that covers it', () => {
    expect(planOf({})[0]).toMatch(/USING COVERING INDEX incident_list/);
  });

  test.each<[string, Filter, RegExp]>([
    ['text', { text: 'convoy' }, /SCAN incident_fts VIRTUAL TABLE INDEX/],
    ['place', { near: { lat: 14, lon: -2, km: 50 } }, /SCAN incident_rtree VIRTUAL TABLE INDEX/],
    ['actor', { actors: [{ words: 'jnim' }] }, /SCAN search_fts VIRTUAL TABLE INDEX/],
    ['batch', { batch: analyst.id }, /SEARCH incident USING INDEX incident_origin/],
  ])('a filter by %s goes through its index', (_, filter, expected) => {
    const details = planOf(filter);
    expect(details.join('\n')).toMatch(expected);
    expect(details.filter((line) => /^SCAN (incident|link|search_doc)\b(?!_)/.test(line))).toEqual(
      [],
    );
  });

  test.each([
    ['SELECT * FROM incident WHERE id = ?', 'incident'],
    ['SELECT * FROM claim WHERE incident_id = ?', 'claim'],
    ['SELECT * FROM toll WHERE claim_id = ?', 'toll'],
    ['SELECT * FROM link WHERE from_id = ?', 'link'],
    ['SELECT * FROM link WHERE to_id = ?', 'link'],
    [`SELECT * FROM note WHERE target_table = 'incident' AND target_id = ?`, 'note'],
    ['SELECT * FROM change WHERE record_id = ? ORDER BY pk', 'change'],
    ['SELECT * FROM change WHERE action_seq = ?', 'change'],
    ['SELECT * FROM revision WHERE record_id = ?', 'revision'],
    [
      `SELECT * FROM action WHERE is_undoable = 1 AND state = 'done' ORDER BY seq DESC LIMIT 1`,
      'action',
    ],
  ])('%s uses an index', (text, table) => {
    const [first] = plan(text, text.includes('?') ? ['x'] : []);
    expect(first).toMatch(new RegExp(`^SEARCH ${table} USING INDEX`));
  });
});
