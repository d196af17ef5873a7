/** What the preview of a pack shows of single records: what each side says, who wrote it and when. */
import {
  type PackPreview,
  type PackSample,
  packVerdicts,
} from '../../shared/contract/exchange-calls.ts';
import type { PackRecord } from '../../shared/pack/fields.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import type { Content } from '../../shared/pack/record-merge.ts';
import { labelOf } from '../db/queries/labels.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { madeOnce, type PlannedRecord, type Verdict } from './held-plan.ts';
import { type LateEdit, plannedLateEdits } from './late-edits.ts';
import { changesOf, shownFields } from './pack-plan.ts';

/** How many of each verdict the preview shows; conflicts go on in pages, so that all can be decided. */
const shown: { readonly [V in Verdict]: number } = {
  new: 12,
  changed: 40,
  unchanged: 0,
  older: 12,
  conflicting: 50,
};
/** Longer texts are cut for the page; the records themselves keep theirs. */
const shownLength = 2000;

export function samplesOf(db: Reader, plan: readonly PlannedRecord[]): PackPreview['samples'] {
  const chosen = [...packVerdicts]
    .reverse()
    .flatMap((verdict) =>
      inTurn(plan.filter((planned) => planned.verdict === verdict)).slice(0, shown[verdict]),
    );
  const samples = makeSamples(db, chosen, plan);
  const late = plannedLateEdits(db, plan);
  if (late.size === 0) return samples;
  return withLateEdits(db, samples, late, writerIn(db, titlesFor(chosen, plan)));
}

/** An incident that stays is shown with what it takes from one that was merged into it. */
function withLateEdits(
  db: Reader,
  samples: readonly PackSample[],
  late: ReadonlyMap<string, LateEdit>,
  writer: (version: Content | undefined) => PackSample['ourWriter'],
): PackSample[] {
  const shownAlready = new Set(samples.map(({ id }) => id));
  const more = samples.map((sample) => {
    const edit = late.get(sample.id);
    const asked = new Set(sample.fields.map(({ field }) => field));
    const added = edit ? lateFields(edit).filter(({ field }) => !asked.has(field)) : [];
    // the pack tells of it what is known here, and it changes all the same
    const isOlder = sample.verdict === 'older' && added.length > 0;
    const verdict = isOlder ? ('changed' as const) : sample.verdict;
    return { ...sample, verdict, fields: [...sample.fields, ...added] };
  });
  const others = [...late].filter(([id]) => !shownAlready.has(id)).slice(0, shown.changed);
  return [
    ...more,
    ...others.map(([id, edit]) => ({
      ...{ table: 'incident', id, verdict: 'changed' as const },
      title: labelOf(db, 'incident', id),
      fields: lateFields(edit),
      ourWriter: writer(edit.ours),
      theirWriter: writer(edit.edited),
    })),
  ];
}

const lateFields = ({ ours, becomes }: LateEdit): PackSample['fields'] =>
  changesOf('incident', ours, becomes).map(cut);

/** Records that both sides changed, in the order in which they are shown. */
export function conflictsIn(plan: readonly PlannedRecord[]): readonly PlannedRecord[] {
  return inTurn(plan.filter(({ verdict }) => verdict === 'conflicting'));
}

/** What is asked, by table and fields that are decided together, the most frequent first. */
export function conflictKinds(plan: readonly PlannedRecord[]): PackPreview['conflictKinds'] {
  const kinds = new Map<string, { table: string; unit: string; count: number }>();
  for (const { table, merged } of conflictsIn(plan))
    for (const unit of new Set(merged?.conflicts.map((each) => each.unit))) {
      const kind = kinds.get(`${table} ${unit}`) ?? { table, unit, count: 0 };
      kind.count += 1;
      kinds.set(`${table} ${unit}`, kind);
    }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

/** `plan`: of the whole pack, for the titles of what the chosen ones tie together. */
export function makeSamples(
  db: Reader,
  chosen: readonly PlannedRecord[],
  plan: readonly PlannedRecord[],
): PackSample[] {
  const titles = titlesFor(chosen, plan);
  const writer = writerIn(db, titles);
  return chosen.map(madeOnce).map(({ table, id, verdict, theirs, ours, merged }) => ({
    ...{ table, id, verdict },
    title: ours === undefined ? titleOf(theirs, titles) : labelOf(db, table, id),
    fields: shownFields({ table, theirs, ours, merged }).map(cut),
    ourWriter: writer(ours),
    theirWriter: writer(theirs),
  }));
}

/** One of each table in turn, so that a thousand places do not hide the one new incident. */
function inTurn(plan: readonly PlannedRecord[]): readonly PlannedRecord[] {
  const turns = new Map<PackTable, number>();
  return plan
    .map((planned) => {
      const turn = turns.get(planned.table) ?? 0;
      turns.set(planned.table, turn + 1);
      return { planned, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ planned }) => planned);
}

/** Names who wrote a version and when. `titles`: names of people that only the pack knows. */
function writerIn(db: Reader, titles: ReadonlyMap<string, string>) {
  return (version: Content | undefined): PackSample['ourWriter'] => {
    if (version === undefined) return null;
    const id = String(version['updated_by']);
    const name = getRecord(db, 'person', id)?.name ?? titles.get(id) ?? '';
    return { name, at: String(version['updated_at']) };
  };
}

const cut = <T extends { readonly ours: unknown; readonly theirs: unknown }>(each: T): T => ({
  ...each,
  ours: shorten(each.ours),
  theirs: shorten(each.theirs),
});

function shorten(value: unknown): unknown {
  return typeof value === 'string' && value.length > shownLength
    ? `${value.slice(0, shownLength)}…`
    : value;
}

const titleFields = ['title', 'name', 'statement', 'exact', 'body'] as const;

function ownTitle(record: PackRecord): string | undefined {
  for (const field of titleFields) {
    const value = record[field];
    if (typeof value === 'string' && value !== '') return value.slice(0, 120);
  }
  return undefined;
}

const endFields = ['from_id', 'to_id', 'claim_id', 'tag_id', 'target_id'] as const;

/** Titles of these records, of what they tie together and of who wrote them, as far as the pack holds it. */
function titlesFor(
  chosen: readonly PlannedRecord[],
  plan: readonly PlannedRecord[],
): ReadonlyMap<string, string> {
  const wanted = new Set<unknown>();
  for (const { theirs, ours } of chosen) {
    for (const field of ['id', 'updated_by', ...endFields]) wanted.add(theirs[field]);
    wanted.add(ours?.['updated_by']);
  }
  const titles = new Map<string, string>();
  for (const planned of plan) {
    const title = wanted.has(planned.id) ? ownTitle(planned.theirs) : undefined;
    if (title !== undefined) titles.set(planned.id, title);
  }
  return titles;
}

/** Its own title, else those of what it ties together. */
function titleOf(record: PackRecord, titles: ReadonlyMap<string, string>): string {
  const own = titles.get(record.id);
  if (own !== undefined) return own;
  const ends = endFields
    .map((field) => record[field])
    .flatMap((id) => (typeof id === 'string' ? [titles.get(id) ?? ''] : []))
    .filter((title) => title !== '');
  return ends.slice(0, 2).join(' – ') || record.id;
}
