/**
 * Three laptops read files of one data set, each by itself, annotate what they hold and swap packs in any order, now
 * joining rows that both have, now not. In the end all hold the same, one row is one incident, and nothing that an
 * analyst wrote is gone without a question.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { joinAllTwins, sameTwins } from '../../electron/services/same-twins.ts';
import { add, addClaim, addLink } from '../helpers/case-builder.ts';
import { numberedList, takeFile } from '../helpers/file-rows.ts';
import { awa, bila, type Laptop, laptop, pack } from '../helpers/laptops.ts';
import { decide, fileRows, sharedRecords } from '../helpers/stories.ts';

const cece = { id: '018f0000-0000-7000-8000-0000000000c1', name: 'Cécé', initials: 'C' };
const keys = ['1', '2'] as const;
/** What each analyst writes, so that no two change one thing. */
const fieldOf = ['title', 'summary', 'time_words'] as const;

/** What an analyst does to an incident; all but an edit add something. */
const added = ['edit', 'claim', 'note', 'link'] as const;

const who = fc.nat(2);
const key = fc.constantFrom(...keys);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom(...added), who, key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('file'), who, version: fc.nat(2) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('send'), who, to: who, isJoined: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join'), who }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Story {
  readonly laptops: readonly Laptop[];
  /** The last words of each analyst about each key. */
  readonly written: Map<string, string>;
  /** Words of claims, notes and links that were added. */
  readonly claimed: string[];
  readonly noted: string[];
  readonly linked: string[];
  /** Whatever stood in a question about a conflict: somebody has seen it and decided. */
  readonly asked: Set<unknown>;
  count: number;
}

function readFile({ session }: Laptop, version: number): void {
  const rows = keys.map((each) => ({ key: each, stamp: version, killed: version + 1 }));
  takeFile(session, `file ${version}.csv`, rows, numberedList);
}

const live = ({ session }: Laptop, of?: string) =>
  listRecords(session.db, 'incident').filter(
    ({ external_key }) => of === undefined || external_key === `UCDP:${of}`,
  );

async function send(story: Story, from: Laptop, to: Laptop, joinTwins: boolean): Promise<boolean> {
  story.count += 1;
  const { preview, samples } = await previewPack(to.session, await pack(from, `p${story.count}`));
  const asked = samples.filter(({ verdict }) => verdict === 'conflicting');
  for (const { fields } of asked)
    for (const { ours, theirs } of fields) story.asked.add(ours).add(theirs);
  const decisions = Object.fromEntries(asked.map((each) => [each.id, decide(each.fields)]));
  const request = { preview, conflicts: 'ours' as const, rules: [], decisions, joinTwins };
  return (await importPack(to.session, request)).batch !== null;
}

async function carryOut(story: Story, one: Step): Promise<void> {
  const on = story.laptops[one.who] as Laptop;
  story.count += 1;
  if (one.do === 'join') joinAllTwins(on.session);
  else if ('version' in one) readFile(on, one.version);
  else if ('to' in one) {
    const to = story.laptops[one.to] as Laptop;
    if (to !== on) await send(story, on, to, one.isJoined);
  } else if ('key' in one) {
    // of two that were left apart the one that stays
    const [id = ''] = live(on, one.key)
      .map((incident) => incident.id)
      .sort();
    const words = `${one.do} ${story.count}`;
    if (one.do === 'claim') {
      addClaim(on.session, id, { kind: 'other', statement: words });
      story.claimed.push(words);
    } else if (one.do === 'note') {
      act(on.session, { kind: 'create', title: words }, (tx) =>
        tx.insert('note', { target_table: 'incident', target_id: id, body: words }),
      );
      story.noted.push(words);
    } else if (one.do === 'link') {
      const actor = add(on.session, 'actor', { name: words, kind: 'rebel-group' });
      addLink(on.session, actor.id, id, { role: 'involved', note: words });
      story.linked.push(words);
    } else {
      const field = fieldOf[one.who] ?? 'title';
      act(on.session, { kind: 'update', title: words }, (tx) =>
        tx.update('incident', id, { [field]: words }),
      );
      story.written.set(`${one.key} ${field}`, words);
    }
  }
}

async function goRound(story: Story): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    let isNews = false;
    for (const from of story.laptops)
      for (const to of story.laptops)
        if (from !== to) isNews = (await send(story, from, to, true)) || isNews;
    if (!isNews) return;
  }
  expect.fail('packs go round without end');
}

function expectAllThere({ laptops, written, claimed, noted, linked, asked }: Story): void {
  for (const each of laptops) {
    const incidents = live(each);
    for (const [name, words] of written) {
      const [of = '', field = ''] = name.split(' ');
      const told = live(each, of).map((incident) => incident[field as 'title']);
      if (!asked.has(words)) expect(told, name).toContain(words);
    }
    const there = new Set(incidents.map(({ id }) => id));
    const statements = listRecords(each.session.db, 'claim')
      .filter(({ incident_id }) => there.has(incident_id))
      .map(({ statement }) => statement);
    expect(statements).toEqual(expect.arrayContaining(claimed));
    const notes = listRecords(each.session.db, 'note').filter((note) => there.has(note.target_id));
    expect(notes.map(({ body }) => body)).toEqual(expect.arrayContaining(noted));
    const links = listRecords(each.session.db, 'link').filter((link) => there.has(link.to_id));
    expect(links.map(({ note }) => note)).toEqual(expect.arrayContaining(linked));
    expect(checkCase(each.session).problems).toEqual([]);
  }
}

/** Of the file's claim there is one for each incident, also after one more file. */
function expectOnce(each: Laptop): void {
  const incidents = live(each);
  readFile(each, 9);
  expect(live(each).map(({ id }) => id)).toEqual(incidents.map(({ id }) => id));
  const figures = listRecords(each.session.db, 'claim').filter(({ kind }) => kind === 'toll');
  expect(figures).toHaveLength(incidents.length);
}

it('ends with one incident a row, equal everywhere, and nothing that was written gone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
      const laptops = [laptop(awa, 0), laptop(bila, 5), laptop(cece, 10)];
      const story: Story = {
        laptops,
        written: new Map(),
        claimed: [],
        noted: [],
        linked: [],
        asked: new Set(),
        count: 0,
      };
      try {
        for (const each of laptops) readFile(each, 0);
        for (const one of steps) await carryOut(story, one);
        await goRound(story);
        const [first, ...others] = laptops.map(sharedRecords);
        for (const other of others) expect(other).toEqual(first);
        const [rows, ...otherRows] = laptops.map(fileRows);
        for (const other of otherRows) expect(other).toEqual(rows);
        expectAllThere(story);
        for (const each of laptops) {
          expect(sameTwins(each.session).count).toBe(live(each).length - keys.length);
          expectOnce(each);
        }
      } finally {
        for (const each of laptops) each.close();
      }
    }),
    { numRuns: Number(process.env['CAIRN_STORIES'] ?? 4), endOnFailure: true },
  );
}, 600_000);
