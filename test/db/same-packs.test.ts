import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergedInto } from '../../electron/db/queries/incident-pairs.ts';
import { getRecord, listRecords, listRecordsBy } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { sameCandidates } from '../../electron/services/same-candidates.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import { scanForSame } from '../../electron/services/same-scan.ts';
import { undo } from '../../electron/services/undo.ts';
import { addActor, addClaim, addIncident, addLink, addNote } from '../helpers/case-builder.ts';
import { dump } from '../helpers/dump.ts';
import { awa, bila, type Laptop, laptop, pack, recordsOf, take } from '../helpers/laptops.ts';

const djibo = {
  title: 'Attack on the Djibo base',
  date_edtf: '2025-05-11',
  place_words: 'Djibo',
  latitude: 14.1,
  longitude: -1.63,
  geo_level: 'settlement',
  event_type: 'Battles',
} as const;

let here: Laptop;
let there: Laptop;
beforeEach(() => {
  here = laptop(awa);
  there = laptop(bila, 5);
});
afterEach(() => {
  here.close();
  there.close();
});

function merge({ session }: Laptop, kept: string, other: string) {
  decideSame(session, { a: kept, b: other, decision: 'same', keepId: kept, choices: {}, why: '' });
}

/** Two tellings of one attack on both laptops. */
async function bothHold() {
  const kept = addIncident(here.session, djibo).id;
  const other = addIncident(here.session, { ...djibo, title: 'Djibo' }).id;
  const claim = addClaim(here.session, other, {}, [{ low: 60, high: 60 }]).id;
  await take(there, await pack(here, 'first'));
  return { kept, other, claim };
}

describe('decisions in packs', () => {
  test('a merge comes along; what only the other side knew goes to the kept incident', async () => {
    const { kept, other, claim } = await bothHold();
    const own = addClaim(there.session, other, { statement: 'Only here' }).id;
    const note = addNote(there.session, { table: 'incident', id: other }).id;
    merge(here, kept, other);
    const { preview, result } = await take(there, await pack(here, 'merged'));
    expect(preview.warnings).toEqual(['merges-incidents']);
    expect(result.conflicting).toBe(0);
    expect(mergedInto(there.session.db, other)).toBe(kept);
    for (const id of [claim, own])
      expect(getRecord(there.session.db, 'claim', id)?.incident_id).toBe(kept);
    expect(getRecord(there.session.db, 'note', note)?.target_id).toBe(kept);
    expect(checkCase(there.session).problems).toEqual([]);
  });

  test('an older pack, or new work on the merged incident, does not bring it back', async () => {
    const { kept, other } = await bothHold();
    const old = await pack(there, 'old');
    const later = addClaim(there.session, other, { statement: 'Later' }).id;
    act(there.session, { kind: 'update', title: '' }, (tx) =>
      tx.update('incident', other, { summary: 'Edited there' }),
    );
    const edited = await pack(there, 'edited');
    merge(here, kept, other);
    await take(here, old, 'theirs');
    expect(listRecords(here.session.db, 'incident').map(({ id }) => id)).toEqual([kept]);
    const { preview } = await take(here, edited, 'theirs');
    expect(preview.warnings).toEqual([]);
    expect(listRecords(here.session.db, 'incident').map(({ id }) => id)).toEqual([kept]);
    expect(getRecord(here.session.db, 'claim', later)?.incident_id).toBe(kept);
    expect(checkCase(here.session).problems).toEqual([]);
  });

  test('an import that merges is taken back whole by one undo', async () => {
    const { kept, other } = await bothHold();
    addClaim(there.session, other, { statement: 'Only here' });
    const before = dump(there.session);
    merge(here, kept, other);
    await take(there, await pack(here, 'merged'));
    expect(dump(there.session)).not.toEqual(before);
    undo(there.session);
    expect(dump(there.session)).toEqual(before);
  });

  test('after going to and fro both cases are equal', async () => {
    const { kept, other } = await bothHold();
    addClaim(there.session, other, { statement: 'Only there' });
    merge(here, kept, other);
    await take(there, await pack(here, 'to'));
    await take(here, await pack(there, 'fro'));
    await take(there, await pack(here, 'again'));
    expect(recordsOf(here)).toEqual(recordsOf(there));
  });

  test('"different" travels: the colleague is not asked either', async () => {
    const { kept, other } = await bothHold();
    expect(sameCandidates(there.session, { id: kept })).toHaveLength(1);
    decideSame(here.session, { a: kept, b: other, decision: 'different', choices: {}, why: 'Two' });
    await take(there, await pack(here, 'different'));
    expect(sameCandidates(there.session, { id: kept })).toEqual([]);
  });

  test('a pack of the kept incident alone brings the tombstone; one of neither brings nothing', async () => {
    const { kept, other } = await bothHold();
    const alone = addIncident(here.session, { title: 'Sollé' }).id;
    merge(here, kept, other);
    const send = async (ids: string[], name: string) => {
      const path = `${here.folder}/${name}.cairnpack`;
      const selection = { what: 'incidents' as const, ids };
      await exportPack(here.session, path, { selection, title: 'x', tlpMax: 'RED' });
      return path;
    };
    await take(there, await send([alone], 'alone'));
    expect(listRecords(there.session.db, 'incident_pair')).toEqual([]);
    await take(there, await send([kept], 'kept'));
    expect(mergedInto(there.session.db, other)).toBe(kept);
  });

  test('nothing of a decision goes out when one of the two is above the ceiling', async () => {
    const a = addIncident(here.session, djibo).id;
    const b = addIncident(here.session, { ...djibo, tlp: 'RED', title: 'Informant' }).id;
    decideSame(here.session, { a, b, decision: 'different', choices: {}, why: 'Informant' });
    await take(there, await pack(here, 'green', 'GREEN'));
    expect(listRecords(there.session.db, 'incident').map(({ id }) => id)).toEqual([a]);
    expect(listRecordsBy(there.session.db, 'incident_pair', 'a_id', [a, b])).toEqual([]);
  });
});

describe('a pack with a double of our own', () => {
  test('the preview says which, and the list after the import holds the same', async () => {
    const ours = addIncident(here.session, djibo).id;
    const actor = addActor(here.session, { name: 'JNIM' }).id;
    addLink(here.session, actor, ours);
    addClaim(here.session, ours, {}, [{ low: 60, high: 60 }]);
    const theirs = addIncident(there.session, { ...djibo, title: 'Attaque de Djibo' }).id;
    const same = addActor(there.session, { name: 'jnim' }).id;
    addLink(there.session, same, theirs);
    addClaim(there.session, theirs, {}, [{ low: 58, high: 62 }]);
    addIncident(there.session, { ...djibo, date_edtf: '2023-01-01', title: 'Long before' });
    const path = await pack(there, 'double');
    const preview = await previewPack(here.session, path);
    expect(preview.same).toMatchObject({ likely: 1, possible: 0 });
    const [pair] = preview.same.pairs;
    expect([pair?.a.id, pair?.b.id]).toEqual([theirs, ours]);
    const of = (aspect: string) => pair?.score.reasons.find((each) => each.aspect === aspect);
    expect(of('perpetrator')).toMatchObject({ verdict: 'agrees' });
    expect(of('toll')).toMatchObject({ verdict: 'agrees' });
    const { result } = await take(here, path);
    const scope = { what: 'batch' as const, batch: result.batch ?? '' };
    const found = await scanForSame(here.session, scope);
    expect(found.compared).toBe(2);
    expect(found.pairs.map(({ score }) => score)).toEqual([pair?.score]);
  });

  test('an undated one is found too, and a pack of what we hold says nothing', async () => {
    const ours = addIncident(here.session, djibo).id;
    addIncident(there.session, { ...djibo, date_edtf: null });
    const preview = await previewPack(here.session, await pack(there, 'undated'));
    expect(preview.same.pairs.map(({ b }) => b.id)).toEqual([ours]);
    const again = await previewPack(here.session, await pack(here, 'ours'));
    expect(again.same).toEqual({ pairs: [], likely: 0, possible: 0, partly: 0 });
  });
});
