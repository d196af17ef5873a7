import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { sameCandidates } from '../../electron/services/same-candidates.ts';
import { decideSame } from '../../electron/services/same-decide.ts';
import { scanForSame } from '../../electron/services/same-scan.ts';
import { noHooks, type WorkProgress } from '../../electron/services/work-hooks.ts';
import { sameDraftSchema } from '../../shared/contract/same-calls.ts';
import {
  add,
  addActor,
  addClaim,
  addIncident,
  addLink,
  addSource,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

const djibo = {
  title: 'Attack on the Djibo base',
  date_edtf: '2025-05-11',
  place_words: 'Djibo',
  latitude: 14.1,
  longitude: -1.63,
  geo_level: 'settlement',
  country: 'BF',
  event_type: 'Battles',
} as const;

const candidates = (id: string) =>
  sameCandidates(held.session, { id }).map(({ incident }) => incident.id);
const scanned = async () => (await scanForSame(held.session, { what: 'case' })).pairs;

describe('candidates of one incident', () => {
  test.each([
    [
      'told again the next day, without a point',
      { date_edtf: '2025-05-12', latitude: null, longitude: null },
    ],
    ['the month only', { date_edtf: '2025-05' }],
    ['no date at all', { date_edtf: null }],
    [
      'no date and no point, the name of the place',
      { date_edtf: null, latitude: null, longitude: null },
    ],
    ['at the camp outside the town', { latitude: 14.13, geo_level: 'point' }],
    ['in the province', { latitude: 14.3, geo_level: 'district', place_words: 'Soum' }],
    ['an open end', { date_edtf: '2025-05-11/..' }],
  ] as const)('finds it %s', (_, other) => {
    const { session } = held;
    const actor = addActor(session, { name: 'JNIM' });
    const [a, b] = [addIncident(session, djibo), addIncident(session, { ...djibo, ...other })];
    for (const { id } of [a, b]) addLink(session, actor.id, id);
    expect(candidates(a.id)).toEqual([b.id]);
    expect(candidates(b.id)).toEqual([a.id]);
  });

  test.each([
    ['a week later', { date_edtf: '2025-05-18' }],
    ['in another town', { place_words: 'Diapaga', latitude: 12.07, longitude: 1.79 }],
    ['in the bin', {}],
  ] as const)('finds none %s', (what, other) => {
    const { session } = held;
    const a = addIncident(session, djibo);
    const b = addIncident(session, { ...djibo, ...other });
    if (what === 'in the bin')
      decideSame(session, { a: a.id, b: b.id, decision: 'same', choices: {}, why: '' });
    expect(candidates(a.id)).toEqual([]);
  });

  test('finds one told by the same words of a text, whatever its date; and one text stored twice', () => {
    const { session } = held;
    const text = { text: 'Sixty soldiers were killed in the town.' };
    const [one, copy] = [addSource(session, text), addSource(session, text)];
    const quote = (incident: string, source: { id: string; text_sha256: string | null }) => {
      const claim = addClaim(session, incident, { source_id: source.id });
      add(session, 'passage', {
        source_id: source.id,
        target_table: 'claim',
        target_id: claim.id,
        exact: 'Sixty',
        start: 0,
        end: 5,
        text_sha256: source.text_sha256 ?? '',
      });
    };
    const a = addIncident(session, djibo);
    const b = addIncident(session, { ...djibo, date_edtf: '2025-05-15' });
    const c = addIncident(session, { ...djibo, date_edtf: '2025-05-21' });
    quote(a.id, one);
    quote(b.id, one);
    quote(c.id, copy);
    const reason = sameCandidates(session, { id: a.id })[0]?.score.reasons.find(
      ({ aspect }) => aspect === 'source',
    );
    expect(candidates(a.id)[0]).toBe(b.id);
    expect(reason).toMatchObject({ verdict: 'agrees', points: 3.6 });
  });

  test('finds the incident that the row of a data set was merged into', () => {
    const { session } = held;
    const [a, b] = [
      addIncident(session, { ...djibo, external_key: 'acled:1' }),
      addIncident(session, { ...djibo, external_key: 'own:7' }),
    ];
    decideSame(session, {
      a: b.id,
      b: a.id,
      decision: 'same',
      choices: { external_key: 'kept' },
      why: '',
    });
    const again = addIncident(session, { ...djibo, external_key: 'acled:1' });
    const [found] = sameCandidates(session, { id: again.id });
    expect(found?.incident.id).toBe(b.id);
    expect(found?.score.reasons.at(-1)).toMatchObject({ aspect: 'key', verdict: 'agrees' });
  });

  test('asks for a draft as for an incident', () => {
    const { session } = held;
    const actor = addActor(session, { name: 'JNIM' });
    const a = addIncident(session, djibo);
    addLink(session, actor.id, a.id);
    const draft = sameDraftSchema.parse({
      ...djibo,
      title: '',
      actors: [{ id: actor.id, role: 'perpetrator' }],
    });
    const [found] = sameCandidates(session, { draft });
    expect(found).toMatchObject({ incident: { id: a.id }, score: { band: 'likely' } });
    expect(sameCandidates(session, { draft: sameDraftSchema.parse({}) })).toEqual([]);
  });
});

describe('the search over a case', () => {
  test('finds the same pairs as asking for each incident, in any case', async () => {
    const incident = fc.record({
      title: fc.constantFrom('Attack', 'Djibo base', 'IED'),
      date_edtf: fc.constantFrom('2025-05-11', '2025-05-12', '2025-05', '2025-06-01', '2025', null),
      place_words: fc.constantFrom('Djibo', 'Sollé', 'Soolé', null),
      point: fc.constantFrom([14.1, -1.63], [14.12, -1.6], [14.27, -2.01], [12.1, 1.8], null),
      geo_level: fc.constantFrom('settlement' as const, 'district' as const, 'point' as const),
      actor: fc.constantFrom(0, 1, 2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { minLength: 2, maxLength: 14 }), async (incidents) => {
        const mine = temporaryCase();
        try {
          const { session } = mine;
          const actors = ['JNIM', 'ISSP'].map((name) => addActor(session, { name }).id);
          const ids = incidents.map(({ point, actor, ...values }) => {
            const [latitude = null, longitude = null] = point ?? [];
            const { id } = addIncident(session, { ...values, latitude, longitude });
            const who = actors[actor];
            if (who) addLink(session, who, id);
            return id;
          });
          const asked = new Set(
            ids.flatMap((id) =>
              sameCandidates(session, { id }).map(({ incident, score }) =>
                [[id, incident.id].sort().join(' '), score.weight].join(' '),
              ),
            ),
          );
          const found = await scanForSame(session, { what: 'case' });
          expect(
            new Set(found.pairs.map(({ a, b, score }) => `${a.id} ${b.id} ${score.weight}`)),
          ).toEqual(asked);
          expect(found.likely + found.possible).toBe(found.pairs.length);
          const weights = found.pairs.map(({ score }) => score.weight);
          expect(weights).toEqual([...weights].sort((a, b) => b - a));
        } finally {
          mine.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('looks only for the scope, and leaves out what was decided', async () => {
    const { session } = held;
    const [a, b] = [addIncident(session, djibo).id, addIncident(session, djibo).id];
    const later = { ...djibo, date_edtf: '2025-07-01', title: 'Convoy' };
    addIncident(session, later);
    addIncident(session, later);
    expect(await scanned()).toHaveLength(2);
    const some = await scanForSame(session, { what: 'filter', filter: { text: 'Convoy' } });
    expect(some).toMatchObject({ compared: 2, pairs: [{ a: { title: 'Convoy' } }] });
    decideSame(session, { a, b, decision: 'different', choices: {}, why: '' });
    expect((await scanned()).map(({ a: first }) => first.title)).toEqual(['Convoy']);
  });

  test('tells how far it is, lets others in between, and can be ended', async () => {
    const { session } = held;
    act(session, { kind: 'bulk', title: 'many' }, (tx) => {
      // of one place and no date, each has to be compared with each
      for (let n = 0; n < 400; n += 1)
        tx.insert('incident', { title: `${n}`, place_words: 'Djibo' });
    });
    const reports: WorkProgress[] = [];
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 1);
    const hooks = { ...noHooks, progress: (at: WorkProgress) => reports.push(at) };
    await scanForSame(session, { what: 'case' }, hooks);
    clearInterval(beat);
    expect(turns).toBeGreaterThan(0);
    expect(reports.at(-1)).toEqual({ done: 400, total: 400 });
    let isCancelled = false;
    const ended = scanForSame(
      session,
      { what: 'case' },
      { ...noHooks, isCancelled: () => isCancelled },
    );
    isCancelled = true;
    await expect(ended).rejects.toMatchObject({ code: 'call/cancelled' });
  });
});
