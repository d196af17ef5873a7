/**
 * Cases of any size, the same in every run: incidents in the Sahel with claims, tolls, sources, links
 * and notes in the proportions of a real one. Deterministic, so that figures can be compared.
 */
import { join } from 'node:path';
import { act } from '../../electron/services/act.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { analyst, idSource, temporaryFolder, tickingClock } from '../helpers/case-builder.ts';

const towns = [
  ['Djibo', 14.1, -1.63],
  ['Dori', 14.03, -0.03],
  ['Gao', 16.27, -0.04],
  ['Ménaka', 15.92, 2.4],
  ['Tillabéri', 14.21, 1.45],
  ['Ouahigouya', 13.58, -2.42],
  ['Mopti', 14.49, -4.19],
  ['Diapaga', 12.07, 1.79],
] as const;
const words =
  'convoy attack market patrol village night road ambush post mine school drone raid river bridge camp'.split(
    ' ',
  );
const incidentsPerAct = 500;

/** A random source that is the same in every run (mulberry32). */
function randomSource(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Makes a closed case with that many incidents and answers its path. */
export function generateCase(count: number): string {
  const path = join(temporaryFolder(), `bench-${count}.cairn`);
  const random = randomSource(7);
  const text = (length: number): string =>
    Array.from({ length }, () => words[random(words.length)]).join(' ');
  const options = { author: analyst, now: tickingClock(), newId: idSource(0x10_0000) };
  const session = createCase(path, { title: `Bench ${count}` }, options);
  const actors = act(session, { kind: 'bulk', title: 'actors', undoable: false }, (tx) =>
    Array.from(
      { length: 40 },
      (_, at) => tx.insert('actor', { name: `Group ${at} ${text(2)}` }).id,
    ),
  );
  for (let done = 0; done < count; done += incidentsPerAct)
    act(session, { kind: 'bulk', title: 'incidents', undoable: false }, (tx) => {
      const source = tx.insert('source', { title: text(6), text: text(300), reliability: 'C' });
      for (let n = done; n < Math.min(count, done + incidentsPerAct); n += 1) {
        const [town, latitude, longitude] = towns[random(towns.length)] ?? towns[0];
        const day = new Date(Date.UTC(2020, 0, 1 + random(2000))).toISOString().slice(0, 10);
        const incident = tx.insert('incident', {
          title: `${text(5)} at ${town}`,
          summary: text(40),
          date_edtf: day,
          place_words: town,
          latitude: latitude + random(100) / 500,
          longitude: longitude + random(100) / 500,
          country: 'BF',
        });
        const actor = actors[random(actors.length)] ?? '';
        tx.insert('link', {
          kind: 'actor-incident',
          from_id: actor,
          to_id: incident.id,
          role: 'perpetrator',
        });
        const claim = tx.insert('claim', {
          incident_id: incident.id,
          source_id: source.id,
          claimant_id: actor,
          statement: text(8),
          credibility: 1 + random(6),
        });
        const low = random(80);
        tx.insert('toll', { claim_id: claim.id, low, high: low + random(20), party: 'military' });
        if (n % 3 === 0)
          tx.insert('note', { target_table: 'incident', target_id: incident.id, body: text(20) });
      }
    });
  closeCase(session);
  return path;
}
