import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { decidedPair, mergedInto } from '../../electron/db/queries/incident-pairs.ts';
import { getRecord, listRecords, listRecordsBy } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { incidentDossier } from '../../electron/services/incidents.ts';
import { sameCandidates } from '../../electron/services/same-candidates.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { showRecord } from '../../electron/services/show-record.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import type { CallArgs } from '../../shared/contract/contract.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import {
  add,
  addActor,
  addClaim,
  addIncident,
  addLink,
  addNote,
  addSource,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { dump } from '../helpers/dump.ts';
import { caught } from '../helpers/file-facts.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

type Decision = CallArgs<'same/decide'>;
function decide(
  session: CaseSession,
  decision: Decision['decision'],
  a: string,
  b: string,
  more: Partial<Decision> = {},
) {
  return decideSame(session, { a, b, decision, choices: {}, why: '', ...more });
}

/** Two tellings of one attack, with everything that can hang on an incident. */
function twice(session: CaseSession) {
  const kept = addIncident(session, {
    title: 'Attack on the Djibo base',
    summary: 'Hundreds of fighters.',
    date_edtf: '2025-05',
    place_words: 'Djibo',
    targets: ['military-base'],
    tlp: 'CLEAR',
  });
  const other = addIncident(session, {
    title: 'Djibo',
    summary: 'The market was looted.',
    date_edtf: '2025-05-11',
    place_words: 'Djibo',
    latitude: 14.1,
    longitude: -1.63,
    geo_level: 'settlement',
    targets: ['market', 'military-base'],
    external_key: 'acled:BFO1',
    tlp: 'AMBER',
  });
  const third = addIncident(session, { title: 'Sollé' });
  const jnim = addActor(session, { name: 'JNIM' });
  const army = addActor(session, { name: 'Army' });
  const source = addSource(session, { text: 'Sixty soldiers were killed.' });
  addClaim(session, kept.id, {}, [{ low: 60, high: 60, party: 'military' }]);
  const claim = addClaim(session, other.id, { source_id: source.id }, [
    { low: 200, high: 200, party: 'military' },
  ]);
  const link = addLink(session, jnim.id, kept.id);
  const twin = addLink(session, jnim.id, other.id, { attribution: 'claimed', note: 'by video' });
  const moved = addLink(session, army.id, other.id, { role: 'target' });
  const possibly = add(session, 'link', {
    kind: 'incident-incident',
    from_id: other.id,
    to_id: kept.id,
    role: 'possibly-same-as',
  });
  const campaign = add(session, 'link', {
    kind: 'incident-incident',
    from_id: third.id,
    to_id: other.id,
    role: 'same-campaign',
  });
  const note = addNote(session, { table: 'incident', id: other.id });
  const onTwin = add(session, 'note', { target_table: 'link', target_id: twin.id, body: 'Which?' });
  const [tag, more] = [add(session, 'tag', { name: 'check' }), add(session, 'tag', { name: 'x' })];
  const tagging = (tag_id: string, target_id: string) =>
    add(session, 'tagging', { tag_id, target_table: 'incident', target_id });
  tagging(tag.id, kept.id);
  const [double, single] = [tagging(tag.id, other.id), tagging(more.id, other.id)];
  const passage = add(session, 'passage', {
    source_id: source.id,
    target_table: 'incident',
    target_id: other.id,
    exact: 'Sixty',
    start: 0,
    end: 5,
    text_sha256: source.text_sha256 ?? '',
  });
  const ids = {
    claim,
    link,
    twin,
    moved,
    possibly,
    campaign,
    note,
    onTwin,
    double,
    single,
    passage,
  };
  return { kept: kept.id, other: other.id, third: third.id, ...mapped(ids) };
}

function mapped<T extends Readonly<Record<string, { readonly id: string }>>>(records: T) {
  return Object.fromEntries(Object.entries(records).map(([name, { id }]) => [name, id])) as {
    readonly [K in keyof T]: string;
  };
}

describe('a merge', () => {
  test('brings everything to the one that is kept', () => {
    const { session } = held;
    const ids = twice(session);
    decide(session, 'same', ids.kept, ids.other);
    const dossier = incidentDossier(session.db, ids.kept);
    expect(dossier.claims.flatMap(({ tolls }) => tolls.map(({ low }) => low)).sort()).toEqual([
      200, 60,
    ]);
    expect(dossier.notes.map(({ note }) => note.id)).toEqual([ids.note]);
    expect(dossier.tags.map(({ name }) => name).sort()).toEqual(['check', 'x']);
    expect(getRecord(session.db, 'passage', ids.passage)?.target_id).toBe(ids.kept);
    expect(getRecord(session.db, 'link', ids.moved)?.to_id).toBe(ids.kept);
    expect(getRecord(session.db, 'link', ids.campaign)?.to_id).toBe(ids.kept);
    // 60 and 200 of one attack are a range, not a sum
    expect(dossier.tolls).toMatchObject([{ outcome: 'killed', low: 60, high: 200 }]);
    expect(listIncidentKeys(session.db, {}, defaultSort).total).toBe(2);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  });

  test('folds a link and a tag that would stand there twice, with what only one of them says', () => {
    const { session } = held;
    const ids = twice(session);
    decide(session, 'same', ids.kept, ids.other);
    expect(getRecord(session.db, 'link', ids.link)).toMatchObject({
      deleted_at: null,
      attribution: 'claimed',
      note: 'by video',
    });
    for (const [table, id] of [
      ['link', ids.twin],
      ['link', ids.possibly],
      ['tagging', ids.double],
    ] as const)
      expect(getRecord(session.db, table, id)?.deleted_at).not.toBeNull();
    // what was noted on the folded link is noted on the one that stays
    expect(getRecord(session.db, 'note', ids.onTwin)).toMatchObject({
      deleted_at: null,
      target_id: ids.link,
    });
  });

  test('keeps two links that contradict each other', () => {
    const { session } = held;
    const ids = twice(session);
    act(session, { kind: 'update', title: '' }, (tx) =>
      tx.update('link', ids.link, { attribution: 'denied' }),
    );
    decide(session, 'same', ids.kept, ids.other);
    expect(getRecord(session.db, 'link', ids.link)).toMatchObject({ attribution: 'denied' });
    expect(getRecord(session.db, 'link', ids.twin)).toMatchObject({
      deleted_at: null,
      to_id: ids.kept,
      attribution: 'claimed',
    });
  });

  test('takes the more exact date and place, joins texts and sets, keeps the stricter label', () => {
    const { session } = held;
    const ids = twice(session);
    decide(session, 'same', ids.kept, ids.other);
    expect(getRecord(session.db, 'incident', ids.kept)).toMatchObject({
      title: 'Attack on the Djibo base',
      date_edtf: '2025-05-11',
      latitude: 14.1,
      geo_level: 'settlement',
      targets: ['market', 'military-base'],
      summary: 'Hundreds of fighters.\n\nThe market was looted.',
      external_key: 'acled:BFO1',
      tlp: 'AMBER',
    });
  });

  test('takes each part from the side that was chosen', () => {
    const { session } = held;
    const ids = twice(session);
    const choices = { title: 'other', date: 'kept', place: 'kept', summary: 'other' } as const;
    decide(session, 'same', ids.kept, ids.other, { choices });
    expect(getRecord(session.db, 'incident', ids.kept)).toMatchObject({
      title: 'Djibo',
      date_edtf: '2025-05',
      latitude: null,
      summary: 'The market was looted.',
    });
  });

  test('leaves the other id leading to the one that is kept, also through a second merge', () => {
    const { session } = held;
    const ids = twice(session);
    decide(session, 'same', ids.kept, ids.other);
    expect(mergedInto(session.db, ids.other)).toBe(ids.kept);
    decide(session, 'same', ids.third, ids.kept);
    expect(mergedInto(session.db, ids.other)).toBe(ids.third);
    const shown = showRecord(session.db, ids.other).record;
    expect(shown).toMatchObject({ id: ids.third, askedFor: ids.other });
    const { merged } = incidentDossier(session.db, ids.third);
    expect(merged.map(({ id }) => id).sort()).toEqual([ids.kept, ids.other].sort());
    expect(incidentDossier(session.db, ids.other).mergedInto?.id).toBe(ids.third);
    expect(checkCase(session).problems).toEqual([]);
  });

  test('refuses to mix what is real with what is invented', () => {
    const { session } = held;
    const real = addIncident(session);
    const invented = addIncident(session, { invented: true });
    const before = dump(session);
    expect(caught(() => decide(session, 'same', real.id, invented.id))).toMatchObject({
      code: 'input/invalid',
    });
    expect(dump(session)).toEqual(before);
  });

  test('is taken back whole by one undo, and done again by one redo', () => {
    const { session } = held;
    const ids = twice(session);
    const before = dump(session);
    decide(session, 'same', ids.kept, ids.other, { keepId: ids.other });
    const after = dump(session);
    undo(session);
    expect(dump(session)).toEqual(before);
    expect(mergedInto(session.db, ids.kept)).toBeUndefined();
    redo(session);
    expect(dump(session)).toEqual(after);
    expect(checkCase(session).problems).toEqual([]);
  });

  test('whatever was decided before and chosen now: undo brings back every row', () => {
    const step = fc.record({
      decision: fc.constantFrom('possibly', 'same', 'different', 'open'),
      pair: fc.constantFrom(['kept', 'other'], ['other', 'third'], ['third', 'kept']),
      keepSecond: fc.boolean(),
      side: fc.constantFrom('kept', 'other', 'both'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const mine = temporaryCase();
        try {
          const { session } = mine;
          const ids = twice(session);
          const states = [dump(session)];
          for (const { decision, pair, keepSecond, side } of steps) {
            const [a, b] = pair.map((name) => ids[name as 'kept']) as [string, string];
            const revision = session.revision;
            try {
              const choices = { title: side, summary: side, date: side, targets: side } as const;
              const keepId = keepSecond ? b : a;
              decide(session, decision as 'same', a, b, { keepId, choices });
            } catch {
              // one of the two is merged already: refused, and nothing is written
            }
            if (session.revision > revision) states.push(dump(session));
          }
          expect(checkCase(session).problems).toEqual([]);
          for (const state of states.slice(0, -1).reverse()) {
            undo(session);
            expect(dump(session)).toEqual(state);
          }
          for (const state of states.slice(1)) {
            redo(session);
            expect(dump(session)).toEqual(state);
          }
        } finally {
          mine.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the other decisions', () => {
  const alike = { date_edtf: '2025-05-11', place_words: 'Djibo', latitude: 14.1, longitude: -1.63 };

  test('two attacks: not asked again, until it is taken back', () => {
    const { session } = held;
    const [a, b] = [addIncident(session, alike).id, addIncident(session, alike).id];
    const asked = (id: string) =>
      sameCandidates(session, { id }).map(({ incident }) => incident.id);
    expect(asked(a)).toEqual([b]);
    decide(session, 'different', b, a, { why: 'Morning and night' });
    expect([asked(a), asked(b)]).toEqual([[], []]);
    expect(decidedPair(session.db, a, b)).toMatchObject({
      verdict: 'different',
      why: 'Morning and night',
    });
    decide(session, 'open', a, b);
    expect(asked(a)).toEqual([b]);
  });

  test('possibly the same: linked once, counted once, still asked about', () => {
    const { session } = held;
    const [a, b] = [addIncident(session, alike).id, addIncident(session, alike).id];
    addClaim(session, a, {}, [{ low: 60, high: 60 }]);
    addClaim(session, b, {}, [{ low: 200, high: 200 }]);
    expect(listIncidentKeys(session.db, {}, defaultSort).killed).toMatchObject({
      low: 260,
      high: 260,
    });
    decide(session, 'possibly', a, b);
    decide(session, 'possibly', b, a);
    expect(listRecords(session.db, 'link')).toHaveLength(1);
    expect(listIncidentKeys(session.db, {}, defaultSort).killed).toMatchObject({
      low: 60,
      high: 200,
    });
    expect(sameCandidates(session, { id: a })).toMatchObject([{ isLinked: true }]);
    act(session, { kind: 'update', title: '' }, (tx) =>
      tx.update('incident', b, { date_edtf: '2024-01-01' }),
    );
    expect(sameCandidates(session, { id: a })).toMatchObject([
      { isLinked: true, score: { band: 'unlikely' } },
    ]);
    decide(session, 'different', a, b);
    expect(listRecords(session.db, 'link')).toHaveLength(0);
    expect(listIncidentKeys(session.db, {}, defaultSort).killed).toMatchObject({
      low: 260,
      high: 260,
    });
  });

  test('what was said about the merged one holds for the kept one', () => {
    const { session } = held;
    const [a, b, c] = [0, 1, 2].map(() => addIncident(session, alike).id) as [
      string,
      string,
      string,
    ];
    decide(session, 'different', b, c);
    decide(session, 'same', a, b);
    expect(sameCandidates(session, { id: a })).toEqual([]);
    const pairs = listRecordsBy(session.db, 'incident_pair', 'verdict', ['different']);
    expect(pairs.map(({ a_id, b_id }) => [a_id, b_id])).toEqual([[a, c].sort()]);
  });
});
