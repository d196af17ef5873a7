/** One change to many incidents: what differs is changed, the rest left alone, one undo for all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { changeTogether } from '../../electron/services/bulk-change.ts';
import { checkCase } from '../../electron/services/check.ts';
import { incidentIds } from '../../electron/services/incidents.ts';
import { fillSample } from '../../electron/services/sample.ts';
import { undo } from '../../electron/services/undo.ts';
import type { BulkChange } from '../../shared/contract/record-calls.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let held: TemporaryCase;
let ids: readonly string[];
beforeEach(() => {
  held = temporaryCase({ invented: true });
  fillSample(held.session, 'training');
  ids = found({});
});
afterEach(() => held.close());

function found(filter: Filter): readonly string[] {
  return incidentIds(held.session.db, filter, defaultSort);
}

function change(wanted: BulkChange, chosen: readonly string[] = ids) {
  return changeTogether(held.session, { ids: [...chosen], change: wanted });
}

describe('one change to many', () => {
  test.each<readonly [BulkChange, Filter]>([
    [{ do: 'set', field: 'status', value: 'disputed' }, { statuses: ['disputed'] }],
    [{ do: 'set', field: 'review', value: 'final' }, {}],
    [{ do: 'set', field: 'tlp', value: 'RED' }, {}],
    [{ do: 'tag', name: 'checked by hand' }, { tags: ['checked by hand'] }],
    [{ do: 'delete' }, { deleted: true }],
  ])('%o is one step, one entry of history, one undo', (wanted, filter) => {
    const { session } = held;
    const before = { revision: session.revision, matching: found(filter) };
    const { changed, revision } = change(wanted);
    expect(changed).toBeGreaterThan(20);
    expect(revision).toBe(before.revision + 1);
    expect(found(filter)).toHaveLength(ids.length);
    // done again there is nothing left to change, and no trace of it
    expect(change(wanted)).toEqual({ changed: 0, revision });
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
    undo(session);
    expect(found(filter)).toEqual(before.matching);
    expect(found({})).toEqual(ids);
  });

  test('an actor is tied to those that it is not tied to in that role', () => {
    const { session } = held;
    const actor = listRecords(session.db, 'actor')[0];
    const link = {
      do: 'link',
      actorId: actor?.id ?? '',
      role: 'named',
      attribution: 'alleged',
    } as const;
    const { changed } = change(link);
    expect(changed).toBeGreaterThan(0);
    const filter: Filter = { actors: [{ id: actor?.id ?? '', role: 'named' }] };
    expect(found(filter)).toHaveLength(ids.length);
    expect(change(link).changed).toBe(0);
    undo(session);
    expect(found(filter)).toHaveLength(ids.length - changed);
  });

  test('a tag that the case has under other capitals is taken, not made anew', () => {
    change({ do: 'tag', name: 'Santé' }, ids.slice(0, 2));
    const tags = listRecords(held.session.db, 'tag').length;
    expect(change({ do: 'tag', name: 'SANTE' }).changed).toBe(ids.length - 2);
    expect(listRecords(held.session.db, 'tag')).toHaveLength(tags);
  });

  test('deleted ones come back together', () => {
    change({ do: 'delete' }, ids.slice(0, 5));
    expect(change({ do: 'restore' }).changed).toBe(5);
    expect(found({})).toEqual(ids);
  });

  test('an actor that is not there refuses all of it', () => {
    const { revision } = held.session;
    const nobody = { do: 'link', actorId: ids[0] ?? '', role: 'named', attribution: null } as const;
    expect(() => change(nobody)).toThrow();
    expect(held.session.revision).toBe(revision);
  });
});
