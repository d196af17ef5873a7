/** What claims do to one another, in a real case: save, refuse, delete, undo, pack, cache. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCache } from '../../electron/db/queries/incident-cache.ts';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { checkCase } from '../../electron/services/check.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { listHistory } from '../../electron/services/history.ts';
import { incidentDossier } from '../../electron/services/incidents.ts';
import { saveRecords } from '../../electron/services/save.ts';
import { undo } from '../../electron/services/undo.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import { claimRefWords } from '../../shared/text/claim-words.ts';
import {
  add,
  addActor,
  addClaim,
  addIncident,
  addSource,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { caught } from '../helpers/file-facts.ts';
import { bila, fill, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

const save = (...ops: Op[]) => saveRecords(held.session, { ops });
const relate = (from: string, to: string, kind = 'contradicts'): Op => ({
  do: 'create',
  table: 'claim_relation',
  values: { from_claim_id: from, to_claim_id: to, kind },
});
const later = (id: string, by: string | null): Op => ({
  do: 'update',
  table: 'claim',
  id,
  patch: { superseded_by_id: by },
});

function twoClaims() {
  const { session } = held;
  const incident = addIncident(session);
  const army = addActor(session, { name: 'Government', kind: 'government' });
  const source = addSource(session, { reliability: 'B' });
  const many = addClaim(session, incident.id, { statement: '200 killed' }, [
    { low: 200, high: 200 },
  ]);
  const few = addClaim(
    session,
    incident.id,
    { statement: 'Only 3', claimant_id: army.id, source_id: source.id, credibility: 2 },
    [{ low: 3, high: 3, party: 'military' }],
  );
  return { session, incident, many, few };
}

function killed(incidentId: string): TollSummary {
  const json = readCache(held.session.db, incidentId)?.toll_json ?? '[]';
  const found = (JSON.parse(json) as TollSummary[]).find(({ outcome }) => outcome === 'killed');
  if (!found) throw new Error('no figures');
  return found;
}

describe('a relation of claims', () => {
  test('is seen from both ends, with who says what and how it is graded', () => {
    const { session, incident, many, few } = twoClaims();
    save(relate(few.id, many.id));
    const { claims } = incidentDossier(session.db, incident.id);
    const lines = claims.flatMap((view) =>
      view.relations.map(({ kind, isFrom, other }) => [
        kind,
        isFrom,
        claimRefWords(other, 'en'),
        claimRefWords(other, 'fr'),
      ]),
    );
    expect(lines).toEqual([
      [
        'contradicts',
        false,
        'Government: 3 killed (military) (B2)',
        'Government\u00a0: 3 tués (militaires) (B2)',
      ],
      ['contradicts', true, '200 killed (F6)', '200 tués (F6)'],
    ]);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  });

  test('goes with either claim and comes back with it, unless the other is gone', () => {
    const { session, incident, many, few } = twoClaims();
    const [id = ''] = save(relate(few.id, many.id)).ids;
    save({ do: 'delete', table: 'claim', id: many.id });
    expect(getRecord(session.db, 'claim_relation', id)?.deleted_at).not.toBeNull();
    save({ do: 'restore', table: 'claim', id: many.id });
    expect(getRecord(session.db, 'claim_relation', id)?.deleted_at).toBeNull();
    save({ do: 'delete', table: 'claim', id: many.id });
    save({ do: 'delete', table: 'claim', id: few.id });
    save({ do: 'restore', table: 'claim', id: many.id });
    expect(getRecord(session.db, 'claim_relation', id)?.deleted_at).not.toBeNull();
    expect(incidentDossier(session.db, incident.id).claims[0]?.relations).toEqual([]);
    expect(checkCase(session).problems).toEqual([]);
  });

  test('is one entry of the incident history, and undone as one', () => {
    const { session, incident, many, few } = twoClaims();
    save(relate(few.id, many.id, 'supports'));
    const [entry] = listHistory(session.db, { recordId: incident.id, limit: 5 }).entries;
    expect(entry).toMatchObject({ kind: 'create', title: incident.title });
    undo(session);
    expect(listRecords(session.db, 'claim_relation')).toEqual([]);
    expect(checkCase(session).problems).toEqual([]);
  });

  test.each<[string, (ids: { many: string; few: string }) => Op[]]>([
    ['of a claim to itself', ({ many }) => [relate(many, many)]],
    ['made twice', ({ many, few }) => [relate(few, many), relate(few, many, 'supports')]],
    ['to a claim that is not there', ({ many }) => [relate(many, crypto.randomUUID())]],
    ['of an unknown kind', ({ many, few }) => [relate(few, many, 'mocks')]],
  ])('%s is refused and nothing is kept', (_, ops) => {
    const { session, many, few } = twoClaims();
    const error = caught(() => save(...ops({ many: many.id, few: few.id })));
    expect(error).toMatchObject({ code: 'input/invalid' });
    expect(listRecords(session.db, 'claim_relation')).toEqual([]);
  });
});

describe('claims that replace one another', () => {
  test('in a circle are refused, directly and through a third', () => {
    const { session, incident, many, few } = twoClaims();
    const third = addClaim(session, incident.id, { statement: 'third' });
    save(later(many.id, few.id));
    save(later(few.id, third.id));
    for (const [id, by] of [
      [few.id, many.id],
      [third.id, many.id],
    ] as const) {
      expect(caught(() => save(later(id, by)))).toMatchObject({
        code: 'input/invalid',
        details: { issues: [{ path: [0, 'superseded_by_id'] }] },
      });
    }
    expect(killed(incident.id)).toMatchObject({ low: null, replaced: 2, given: 2 });
  });

  test('stand again when the later one is deleted, in the views as in the range', () => {
    const { session, incident, many, few } = twoClaims();
    save(later(few.id, many.id));
    expect(killed(incident.id)).toMatchObject({ low: 200, high: 200, replaced: 1 });
    expect(incidentDossier(session.db, incident.id).claims.map((v) => v.isReplaced)).toEqual([
      false,
      true,
    ]);
    save({ do: 'delete', table: 'claim', id: many.id });
    expect(killed(incident.id)).toMatchObject({ low: 3, high: 3, replaced: 0 });
    expect(incidentDossier(session.db, incident.id).claims[0]).toMatchObject({
      isReplaced: false,
      replacedBy: null,
    });
  });
});

describe('origins in the cache', () => {
  test('three papers quoting one report are one voice as soon as that is known', () => {
    const { session } = held;
    const incident = addIncident(session);
    const report = addSource(session, { title: 'SITE report' });
    const papers = ['RFI', 'AFP', 'BBC'].map((title) => addSource(session, { title }));
    for (const paper of papers) {
      addClaim(session, incident.id, { source_id: paper.id }, [{ low: 200, high: 200 }]);
    }
    expect(killed(incident.id)).toMatchObject({ counted: 3, claims: 3, rule: 'span-of-claims' });
    save(
      ...papers.map(
        ({ id }): Op => ({
          do: 'update',
          table: 'source',
          id,
          patch: { via_source_id: report.id },
        }),
      ),
    );
    expect(killed(incident.id)).toMatchObject({ counted: 1, claims: 3, rule: 'single-claim' });
    undo(session);
    expect(killed(incident.id)).toMatchObject({ counted: 3 });
    expect(checkCase(session).problems).toEqual([]);
  });

  test('a publisher set at the root reaches the claims of papers that pass it on', () => {
    const { session } = held;
    const incident = addIncident(session);
    const site = addActor(session, { name: 'SITE', kind: 'media-monitor' });
    const report = addSource(session, { title: 'report' });
    const paper = addSource(session, { title: 'paper', via_source_id: report.id });
    addClaim(session, incident.id, { source_id: paper.id }, [{ low: 5, high: 5 }]);
    addClaim(session, incident.id, { via: [site.id] }, [{ low: 9, high: 9 }]);
    expect(killed(incident.id).counted).toBe(2);
    save({ do: 'update', table: 'source', id: report.id, patch: { publisher_actor_id: site.id } });
    expect(killed(incident.id).counted).toBe(1);
    expect(checkCase(session).problems).toEqual([]);
  });

  test('an actor that turns out to be a monitor is no voice of its own any more', () => {
    const { session } = held;
    const incident = addIncident(session);
    const site = addActor(session, { name: 'SITE', kind: 'organisation' });
    const jnim = addActor(session, { name: 'JNIM' });
    addClaim(session, incident.id, { claimant_id: site.id, via: [jnim.id] }, [{ low: 5, high: 5 }]);
    addClaim(session, incident.id, { claimant_id: jnim.id }, [{ low: 9, high: 9 }]);
    expect(killed(incident.id).counted).toBe(2);
    save({ do: 'update', table: 'actor', id: site.id, patch: { kind: 'media-monitor' } });
    expect(killed(incident.id).counted).toBe(1);
    expect(checkCase(session).problems).toEqual([]);
  });
});

describe('packs', () => {
  const open: Laptop[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
  });
  const start = (...args: Parameters<typeof laptop>) => {
    const one = laptop(...args);
    open.push(one);
    return one;
  };

  test('carry relations, and leave them out with either claim', async () => {
    const here = start();
    const { claim } = await fill(here);
    const there = start(bila, 5);
    await take(there, await pack(here));
    const [relation] = listRecords(there.session.db, 'claim_relation');
    expect(relation).toMatchObject({ kind: 'contradicts', to_claim_id: claim });
    saveRecords(here.session, {
      ops: [{ do: 'update', table: 'claim', id: claim, patch: { tlp: 'RED' } }],
    });
    const { leftOut, records } = await exportPack(
      here.session,
      join(here.folder, 'green.cairnpack'),
      { selection: { what: 'case' }, title: 'Green', tlpMax: 'GREEN' },
    );
    expect(leftOut).toMatchObject({ claim: 1, claim_relation: 1 });
    expect(records.claim_relation).toBeUndefined();
  });

  test('that make claims replace each other in a circle are taken in and do no harm', async () => {
    const here = start();
    const ids = await fill(here);
    const there = start(bila, 5);
    await take(there, await pack(here));
    const [first, second] = listRecords(here.session.db, 'claim');
    if (!first || !second) throw new Error('two claims are needed');
    // each side is free of circles; together they make one
    const free = { do: 'update', table: 'claim' } as const;
    saveRecords(here.session, {
      ops: [{ ...free, id: first.id, patch: { superseded_by_id: null } }],
    });
    saveRecords(here.session, {
      ops: [{ ...free, id: second.id, patch: { superseded_by_id: first.id } }],
    });
    await take(there, await pack(here, 'b'));
    saveRecords(here.session, {
      ops: [{ ...free, id: second.id, patch: { superseded_by_id: null } }],
    });
    saveRecords(there.session, {
      ops: [
        { ...free, id: second.id, patch: { superseded_by_id: null } },
        {
          ...free,
          id: first.id,
          patch: { statement: 'touched there', superseded_by_id: second.id },
        },
      ],
    });
    saveRecords(here.session, {
      ops: [{ ...free, id: second.id, patch: { superseded_by_id: first.id, value: 'x' } }],
    });
    await take(there, await pack(here, 'c'), 'theirs');
    const claims = incidentDossier(there.session.db, ids.incident).claims;
    expect(claims.map(({ claim }) => claim.superseded_by_id)).toEqual([second.id, first.id]);
    expect(claims.map(({ isReplaced }) => isReplaced)).toEqual([false, false]);
    expect(checkCase(there.session)).toEqual({ ok: true, problems: [] });
  });
});

const houseFields = ['organisation', 'author', 'number', 'page', 'lang', 'accent', 'rule', 'logo'];

test('a file from before is brought up to the rule of origins', () => {
  const { session } = held;
  const incident = addIncident(session);
  const jnim = addActor(session, { name: 'JNIM' });
  for (const low of [60, 200]) {
    addClaim(session, incident.id, { claimant_id: jnim.id }, [{ low, high: low }]);
  }
  const db = session.db as unknown as { exec: (sql: string) => void };
  db.exec(`DROP TABLE claim_relation; DROP TABLE incident_pair; PRAGMA user_version = 60;
    DROP INDEX incident_place_key; DROP INDEX incident_vague;
    DROP INDEX source_text_sha256; DROP INDEX source_url; DROP INDEX incident_unplaced;
    DROP TABLE column_snapshot; DROP TABLE column_delta; DROP TABLE pack_sent;
    ALTER TABLE revision DROP COLUMN parents;
    ALTER TABLE revision ADD COLUMN is_undone INTEGER NOT NULL DEFAULT 0;
    DROP INDEX change_bulk; DROP TABLE imported_row; DROP TRIGGER action_hash_keep;
    DROP INDEX claim_via;
    ALTER TABLE import_batch DROP COLUMN report; DROP TABLE product_number;
    ${houseFields.map((name) => `ALTER TABLE case_info DROP COLUMN house_${name};`).join('\n')}
    UPDATE incident SET toll_json = '[]', killed_low = 1`);
  const reopened = held.reopen();
  expect(readCache(reopened.db, incident.id)).toMatchObject({ killed_low: 60, killed_high: 200 });
  expect(checkCase(reopened)).toEqual({ ok: true, problems: [] });
  add(reopened, 'claim_relation', {
    from_claim_id: listRecords(reopened.db, 'claim')[0]?.id ?? '',
    to_claim_id: listRecords(reopened.db, 'claim')[1]?.id ?? '',
    kind: 'supports',
  });
});
