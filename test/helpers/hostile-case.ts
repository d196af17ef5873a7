/** Cases that are hard to print: nobody's, everybody's, unknown tolls, names that do not fit. */
import { join } from 'node:path';
import { act } from '../../electron/services/act.ts';
import { createCase } from '../../electron/services/cases.ts';
import type { Tx } from '../../electron/services/transaction.ts';
import { analyst, idSource, tickingClock } from './case-builder.ts';

const places = [
  { name: 'Djibo', country: 'BF', admin1: 'Sahel', latitude: 14.0994, longitude: -1.6255 },
  { name: 'Ouahigouya', country: 'BF', admin1: 'Nord', latitude: 13.58, longitude: -2.42 },
  { name: 'Ménaka', country: 'ML', admin1: 'Ménaka', latitude: 15.92, longitude: 2.4 },
] as const;
const types = ['Battles', 'Explosions/Remote violence', 'Violence against civilians'] as const;
const statuses = ['reported', 'claimed', 'confirmed'] as const;

export const arabicActor = 'جماعة أنصار الإسلام والمسلمين في الصحراء الكبرى';
/** Words as long as no line of a table is, and one without any place to break. */
export const longName =
  'Coordination provisoire des comités villageois d’autodéfense et de développement durable de la boucle du fleuve';
export const unbroken = 'Zwischenkommandanturverwaltungsangelegenheitenverzeichnisstelle'.repeat(2);

export interface HostileCase {
  readonly path: string;
  /** One with a toll, in no company. */
  readonly one: string;
  /** Incidents whose claims give no figure. */
  readonly unknown: readonly string[];
  /** Incidents of long and of Arabic names. */
  readonly named: readonly string[];
  /** Many, in the order of their days. */
  readonly many: readonly string[];
  readonly longActor: string;
}

/** `count` incidents of every day of 2024 and after, and the few hard ones. */
export function hostileCase(folder: string, count: number): HostileCase {
  const path = join(folder, 'hostile.cairn');
  const options = { author: analyst, now: tickingClock(), newId: idSource() };
  const session = createCase(path, { title: 'Hostile', tlp: 'AMBER+STRICT' }, options);
  const ids = act(session, { kind: 'import', title: 'Hostile' }, (tx) => {
    const write = writer(tx);
    const many = Array.from({ length: count }, (_, n) =>
      write({ title: `Clash ${n + 1} at the river crossing`, n, killed: n % 7 }),
    );
    const unknown = Array.from({ length: 6 }, (_, n) =>
      write({ title: `Firing heard, night ${n + 1}`, n, killed: null }),
    );
    const named = [
      write({ title: `Attack on ${longName} by ${longName}`, n: 3, killed: 4, actor: longName }),
      write({ title: unbroken, n: 4, killed: 5, actor: unbroken }),
      write({ title: 'هجوم على القاعدة العسكرية في جيبو', n: 5, killed: 6, actor: arabicActor }),
    ];
    const one = write({ title: 'Ambush on the road', n: 6, killed: 12 });
    return { many, unknown, named, one };
  });
  const found = session.db.prepare('SELECT id FROM actor WHERE name = ?').pluck().get(longName);
  session.close();
  return { path, ...ids, longActor: String(found) };
}

interface Given {
  readonly title: string;
  readonly n: number;
  /** Null: the claim gives no figure. */
  readonly killed: number | null;
  readonly actor?: string;
}

function writer(tx: Tx) {
  const placeIds = places.map((place) => tx.insert('place', place).id);
  const sources = ['Sahel Monitor', 'Radio Ndeke', 'Ministry of Defence'].map(
    (title, at) => tx.insert('source', { title, reliability: at === 0 ? 'B' : 'C' }).id,
  );
  const actors = new Map<string, string>();
  const actorOf = (name: string) => {
    const known = actors.get(name) ?? tx.insert('actor', { name }).id;
    actors.set(name, known);
    return known;
  };
  return ({ title, n, killed, actor = `Armed Group ${n % 9}` }: Given): string => {
    const { name: place_words, ...where } = places[n % places.length] ?? places[0];
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 500))).toISOString().slice(0, 10);
    const { id } = tx.insert('incident', {
      ...{ title, ...where, place_words, place_id: placeIds[n % places.length] ?? null },
      ...{ date_edtf: day, event_type: types[n % types.length] ?? null },
      ...{ status: statuses[n % statuses.length] ?? 'reported' },
      summary: `What was told of it. ${'Residents heard firing until the morning. '.repeat(n % 4)}`,
    });
    const role = 'perpetrator';
    tx.insert('link', { kind: 'actor-incident', from_id: actorOf(actor), to_id: id, role });
    const told = killed === null ? [null] : [killed, killed + 2];
    told.forEach((people, at) => {
      const claim = tx.insert('claim', {
        ...{ incident_id: id, source_id: sources[(n + at) % 3] ?? null, credibility: 3 },
        ...{ claimant_id: actorOf(actor), statement: `They told of ${people ?? 'no'} dead` },
      });
      const figure =
        people === null
          ? ({ qualifier: 'none-given', low: null, high: null } as const)
          : ({ qualifier: 'exact', low: people, high: people } as const);
      tx.insert('toll', { claim_id: claim.id, outcome: 'killed', ...figure });
    });
    return id;
  };
}
