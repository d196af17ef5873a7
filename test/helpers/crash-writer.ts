/**
 * The process that gets killed: opens a case and works on it without end through the real services.
 * After each action it says so on standard output, as one JSON line: what was acknowledged.
 */
import { writeSync } from 'node:fs';
import { act } from '../../electron/services/act.ts';
import { openCase } from '../../electron/services/cases.ts';
import { undo } from '../../electron/services/undo.ts';

export interface Acknowledged {
  /** Newest action after this one. */
  readonly seq: number;
  /** Records with the rev they have now; a deletion gives them another. */
  readonly records: readonly {
    readonly table: string;
    readonly id: string;
    readonly rev: string;
  }[];
  /** Records that must stand together. */
  readonly group: readonly string[];
}

const [path = '', seed = '1'] = process.argv.slice(2);
const author = { id: '018f0000-0000-7000-8000-0000000000c1', name: 'Crash', initials: 'C' };
const session = openCase(path, { author, waitMs: 5000 });

let state = Number(seed) >>> 0;
/** Whole number from 0 to below `below` (mulberry32). */
function random(below: number): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

function acknowledge(records: Acknowledged['records'], group: readonly string[] = []): void {
  const line: Acknowledged = { seq: session.revision, records, group };
  writeSync(1, `${JSON.stringify(line)}\n`);
}

type Table = 'incident' | 'claim' | 'toll' | 'note';
interface Named {
  readonly table: Table;
  readonly id: string;
  readonly rev: string;
}
const named = (table: Table, record: { readonly id: string; readonly rev: string }) => ({
  table,
  id: record.id,
  rev: record.rev,
});
/** Each incident with what was made with it. */
const incidents: (readonly Named[])[] = [];

function record(n: number): void {
  const made = act(session, { kind: 'create', title: `Incident ${n}` }, (tx) => {
    const incident = tx.insert('incident', {
      title: `Incident ${n} à Djibo`,
      summary: 'x'.repeat(random(5000)),
      date_edtf: '2025-05-11',
      latitude: 14,
      longitude: -1.63,
    });
    const claim = tx.insert('claim', { incident_id: incident.id, statement: `${n} soldiers` });
    const toll = tx.insert('toll', { claim_id: claim.id, low: n, high: n });
    const note = tx.insert('note', {
      target_table: 'incident',
      target_id: incident.id,
      body: `Note ${n}`,
    });
    return [
      named('incident', incident),
      named('claim', claim),
      named('toll', toll),
      named('note', note),
    ];
  });
  incidents.push(made);
  acknowledge(
    made,
    made.map(({ id }) => id),
  );
}

function edit(n: number): void {
  const id = incidents[random(incidents.length)]?.[0]?.id ?? '';
  const edited = act(session, { kind: 'update', title: 'edit' }, (tx) =>
    tx.get('incident', id)?.deleted_at === null
      ? tx.update('incident', id, { title: `Edited ${n}`, summary: `s${n}`.repeat(random(200)) })
      : undefined,
  );
  if (edited !== undefined) acknowledge([named('incident', edited)]);
}

function removeOne(): void {
  const group = incidents.splice(random(incidents.length), 1)[0] ?? [];
  const removed = act(session, { kind: 'delete', title: 'delete' }, (tx) => {
    tx.remove('incident', group[0]?.id ?? '');
    return group.flatMap(({ table, id }) => {
      const record = tx.get(table, id);
      return record === undefined ? [] : [named(table, record)];
    });
  });
  acknowledge(removed);
}

for (let n = 1; ; n += 1) {
  const choice = incidents.length < 3 ? 0 : random(10);
  if (choice < 5) record(n);
  else if (choice < 8) edit(n);
  else if (choice === 8) removeOne();
  else {
    // a record made and taken back at once: acknowledged by the number of the action alone
    act(session, { kind: 'create', title: 'gone' }, (tx) => tx.insert('tag', { name: `t${n}` }));
    undo(session);
    acknowledge([]);
  }
}
