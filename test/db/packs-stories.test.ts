/**
 * Three laptops work on one case, take work back, delete and swap packs in any order. Whatever happens,
 * nothing vanishes that was not shown, nothing comes back that its writer took back, and once all packs
 * have gone round they hold the same.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasContent } from '../../electron/db/queries/attachment-chunks.ts';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { wasCreationUndone } from '../../electron/db/queries/revisions.ts';
import { act } from '../../electron/services/act.ts';
import { addAttachment } from '../../electron/services/attachments.ts';
import { checkCase } from '../../electron/services/check.ts';
import { houseStyle, setHouseStyle } from '../../electron/services/house-style.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { sha256Hex } from '../../electron/services/record-values.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import type { Tx } from '../../electron/services/transaction.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { numberedList, ourList, takeFile } from '../helpers/file-rows.ts';
import { awa, bila, type Laptop, laptop, pack } from '../helpers/laptops.ts';
import { decide, fileRows, sharedRecords } from '../helpers/stories.ts';

const cece = { id: '018f0000-0000-7000-8000-0000000000c1', name: 'Cécé', initials: 'C' };
const fields = ['title', 'summary', 'status', 'targets', 'deleted_at'] as const;
const records = 3;

const deeds = [
  ...(['delete', 'restore', 'undo', 'undo', 'redo', 'note', 'tag', 'tag', 'more'] as const),
  ...(['attach', 'report', 'renew', 'possibly', 'different', 'open'] as const),
  ...(['same', 'file', 'file', 'house'] as const),
] as const;

type Step =
  | { readonly do: 'edit'; readonly who: number; readonly record: number; readonly field: string }
  | {
      readonly do: (typeof deeds)[number];
      readonly who: number;
      readonly record: number;
    }
  | { readonly do: 'send'; readonly who: number; readonly to: number };

const who = fc.nat(2);
const record = fc.nat(records - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who,
      record,
      field: fc.constantFrom('title', 'title', 'summary', 'status', 'targets'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...deeds),
      who,
      record,
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ do: fc.constant('send' as const), who, to: who })
      .filter(({ who: from, to }) => from !== to),
  },
);

interface Story {
  readonly laptops: readonly Laptop[];
  readonly ids: string[];
  /** The style of each house, which stays there. */
  readonly houses: (string | null)[];
  count: number;
}

const contentOf = ({ session }: Laptop, id: string): Record<string, string> | undefined => {
  const found = getRecord(session.db, 'incident', id) as Record<string, unknown> | undefined;
  return (
    found &&
    Object.fromEntries(
      fields.map((field) => [
        field,
        field === 'deleted_at' ? String(found[field] === null) : canonicalJson(found[field]),
      ]),
    )
  );
};

function isTakenBack({ session: { db } }: Laptop, id: string): boolean {
  const held = getRecord(db, 'incident', id);
  return held?.deleted_at != null && wasCreationUndone(db, id, held.rev);
}

/** One pack from one to another; answers whether it changed anything. */
async function send(story: Story, from: Laptop, to: Laptop): Promise<boolean> {
  story.count += 1;
  const path = await pack(from, `p${story.count}`);
  const before = new Map(story.ids.map((id) => [id, contentOf(to, id)]));
  const preview = await previewPack(to.session, path);
  const shown = new Map(
    preview.samples.map(({ id, fields: listed }) => [id, new Set(listed.map((one) => one.field))]),
  );
  // an import that was taken back comes as new: counted, with some of it as samples
  const fresh = story.ids.filter((id) => isTakenBack(to, id));
  const asked = preview.samples.filter(({ verdict }) => verdict === 'conflicting');
  const revision = to.session.revision;
  await importPack(to.session, {
    preview: preview.preview,
    conflicts: 'ours',
    rules: [],
    decisions: Object.fromEntries(asked.map((each) => [each.id, decide(each.fields)])),
  });
  const back = fresh.filter((id) => contentOf(to, id)?.['deleted_at'] === 'true');
  expect(preview.byTable['incident']?.new ?? 0).toBeGreaterThanOrEqual(back.length);
  // what this laptop said before and says no more was shown
  for (const [id, held] of before) {
    const now = contentOf(to, id);
    if (held === undefined || now === undefined || fresh.includes(id)) continue;
    for (const field of fields)
      if (now[field] !== held[field] && field !== 'targets')
        expect(shown.get(id), `${field} of ${id}`).toContain(field);
  }
  return to.session.revision > revision;
}

function patchOf(count: number, field: string, targets: readonly string[]) {
  const isEven = count % 2 === 0;
  if (field === 'targets')
    return { targets: isEven && targets.length > 0 ? targets.slice(1) : [...targets, `t${count}`] };
  if (field === 'status') return { status: isEven ? ('claimed' as const) : ('refuted' as const) };
  return { [field]: `${field} ${count}` };
}

/** The same few tags are made on each laptop by itself, and put on the same records. */
function tagWith(tx: Tx, incident: string, count: number): void {
  const name = `tag ${count % 2}`;
  const held = listRecords(tx.db, 'tag').find((each) => each.name === name);
  const { id } = held ?? tx.insert('tag', { name });
  tx.insert('tagging', { tag_id: id, target_table: 'incident', target_id: incident });
}

/** Something in every other table that travels, alike on some laptops. */
function addEverything(tx: Tx, incident: string, count: number): void {
  const actor = tx.insert('actor', { name: `Group ${count % 3}`, kind: 'rebel-group' });
  tx.insert('actor_name', { actor_id: actor.id, name: 'Other name' });
  const place = tx.insert('place', { name: 'Sollé', latitude: 14, longitude: -1 });
  tx.insert('place_name', { place_id: place.id, name: 'Sole' });
  const source = tx.insert('source', { title: 'Statement', text: 'Two were killed.' });
  const of = { incident_id: incident, source_id: source.id };
  const claim = tx.insert('claim', { ...of, statement: 'two' });
  const other = tx.insert('claim', { ...of, statement: `${count}` });
  tx.insert('toll', { claim_id: claim.id, low: 2, high: 2 });
  const relation = { from_claim_id: other.id, to_claim_id: claim.id };
  tx.insert('claim_relation', { ...relation, kind: 'contradicts' });
  const link = { kind: 'actor-incident' as const, from_id: actor.id, to_id: incident };
  tx.insert('link', { ...link, role: 'perpetrator' });
  const passage = { source_id: source.id, target_table: 'claim' as const, target_id: claim.id };
  const at = { exact: 'Two', start: 0, end: 3, text_sha256: source.text_sha256 ?? '' };
  tx.insert('passage', { ...passage, ...at });
  tx.insert('saved_view', { name: `View ${count}`, filter_text: 'Sollé', layout: '{}' });
}

/** The same few files on each laptop, so that two attachments share one content. */
async function attach({ session, folder }: Laptop, incident: string, count: number): Promise<void> {
  const path = join(folder, `file ${count % 3}.txt`);
  writeFileSync(path, `told in file ${count % 2}`);
  await addAttachment(session, path, {
    targetTable: 'incident',
    targetId: incident,
    originWords: null,
  });
}

function frozen(count: number) {
  const inputs = JSON.stringify({ count });
  return { inputs, inputs_sha256: sha256Hex(inputs) };
}

/** Takes the next edition of whatever report is kept here. */
function renew(tx: Tx, count: number): void {
  const [kept] = listRecords(tx.db, 'report');
  if (kept !== undefined) tx.update('report', kept.id, frozen(count));
}

/** What an analyst says of this incident and the next. */
function decidePair(
  story: Story,
  one: Deed,
  decision: 'possibly' | 'different' | 'open' | 'same',
): void {
  const [a, b] = [story.ids[one.record] ?? '', story.ids[(one.record + 1) % records] ?? ''];
  const { session } = story.laptops[one.who] as Laptop;
  decideSame(session, { a, b, decision, choices: {}, why: `why ${story.count}` });
}

/** A file of a data set, now newer, now older; the same few on each laptop. */
function readFile({ session }: Laptop, count: number, record: number): void {
  const version = count % 4;
  const says = { stamp: version, title: `Row ${version % 2}`, killed: version };
  const rows = Array.from({ length: record + 1 }, (_, at) => ({ key: String(at), ...says }));
  takeFile(session, `file ${version}.csv`, rows, listOf(record));
}

/** Keys that mean one event everywhere, and those of a list that each office counts by itself. */
const listOf = (record: number) => (record === 0 ? ourList : numberedList);

type Deed = Exclude<Step, { readonly do: 'send' }>;

async function carryOut(story: Story, one: Deed): Promise<void> {
  const on = story.laptops[one.who] as Laptop;
  const id = story.ids[one.record] ?? '';
  story.count += 1;
  const { session } = on;
  try {
    if (one.do === 'undo' || one.do === 'redo') {
      if (one.do === 'undo') undo(session);
      else redo(session);
      // the style may be what was taken back
      story.houses[one.who] = houseStyle(session.db).organisation;
    } else if (one.do === 'attach') await attach(on, id, story.count);
    else if (
      one.do === 'possibly' ||
      one.do === 'different' ||
      one.do === 'open' ||
      one.do === 'same'
    )
      decidePair(story, one, one.do);
    else if (one.do === 'file') readFile(on, story.count, one.record);
    else if (one.do === 'house') {
      const organisation = `House ${story.count}`;
      setHouseStyle(session, { ...houseStyle(session.db), organisation });
      story.houses[one.who] = organisation;
    } else
      act(session, { kind: 'update', title: one.do }, (tx) => {
        if (one.do === 'delete') tx.remove('incident', id);
        else if (one.do === 'restore') tx.restore('incident', id);
        else if (one.do === 'note')
          tx.insert('note', {
            target_table: 'incident',
            target_id: id,
            body: `note ${story.count}`,
          });
        else if (one.do === 'tag') tagWith(tx, id, story.count);
        else if (one.do === 'report')
          tx.insert('report', { kind: 'sitrep', title: 'Week', ...frozen(story.count) });
        else if (one.do === 'renew') renew(tx, story.count);
        else if (one.do === 'more') addEverything(tx, id, story.count);
        else if (one.do === 'edit')
          tx.update(
            'incident',
            id,
            patchOf(story.count, one.field, tx.get('incident', id)?.targets ?? []),
          );
      });
  } catch (error) {
    // nothing to undo, deleted already: part of the game
    if (!(error instanceof AppError)) throw error;
  }
}

async function begin(): Promise<Story> {
  const laptops = [laptop(awa, 0), laptop(bila, 5), laptop(cece, 10)];
  const [first, ...others] = laptops as [Laptop, ...Laptop[]];
  const ids = act(first.session, { kind: 'create', title: 'all', undoable: false }, (tx) =>
    Array.from({ length: records }, (_, at) => tx.insert('incident', { title: `I ${at}` }).id),
  );
  const story = { laptops, ids, houses: [null, null, null], count: 0 };
  for (const other of others) await send(story, first, other);
  return story;
}

/** One more file about what is there: nothing comes twice. */
function expectNothingTwice({ session }: Laptop): void {
  const keys = () =>
    listRecords(session.db, 'incident').flatMap(({ external_key }) => external_key ?? []);
  const before = keys();
  for (const list of [ourList, numberedList]) {
    const own = [...new Set(before)].filter((key) => key.startsWith(`${list.code}:`));
    const rows = own.map((key) => ({ key: key.slice(list.code.length + 1), stamp: 9 }));
    takeFile(session, 'last.csv', rows, list);
  }
  expect(keys()).toEqual(before);
}

/** Packs go round until none brings anything; it must come to an end. */
async function goRound(story: Story): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    let isNews = false;
    for (const from of story.laptops)
      for (const to of story.laptops)
        if (from !== to) isNews = (await send(story, from, to)) || isNews;
    if (!isNews) return;
  }
  expect.fail('packs go round without end');
}

it('ends equal everywhere, and nothing vanishes unshown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 24 }), async (steps) => {
      const story = await begin();
      try {
        for (const one of steps) {
          if (one.do !== 'send') await carryOut(story, one);
          else await send(story, story.laptops[one.who] as Laptop, story.laptops[one.to] as Laptop);
        }
        await goRound(story);
        const [first, ...others] = story.laptops.map(sharedRecords);
        for (const other of others) expect(other).toEqual(first);
        const [rows, ...otherRows] = story.laptops.map(fileRows);
        for (const other of otherRows) expect(other).toEqual(rows);
        story.laptops.forEach(expectNothingTwice);
        const houses = story.laptops.map(({ session }) => houseStyle(session.db).organisation);
        expect(houses).toEqual(story.houses);
        for (const { session } of story.laptops) {
          expect(checkCase(session).problems).toEqual([]);
          for (const { sha256 } of listRecords(session.db, 'attachment'))
            expect(hasContent(session.db, sha256)).toBe(true);
        }
      } finally {
        for (const each of story.laptops) each.close();
      }
    }),
    { numRuns: Number(process.env['CAIRN_STORIES'] ?? 8), endOnFailure: false },
  );
}, 600_000);
