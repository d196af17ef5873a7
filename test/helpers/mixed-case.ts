/** A case with some sixty incidents of every sort, and what a filter ought to know about each. */
import { act } from '../../electron/services/act.ts';
import { insertBatch } from '../../electron/services/batches.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { edtfBounds } from '../../shared/domain/edtf.ts';
import { tlpLabels } from '../../shared/domain/vocabulary.ts';
import type { KnownIncident } from './filter-oracle.ts';

export const mixedBatch = '01970000-0000-7000-8000-00000000ba7c';

export const mixedSource = '01970000-0000-7000-8000-0000000050ce';

const titles = [
  'Attack on the police station',
  'Convoy ambushed near Ouahigouya',
  'Village market shelled',
  'Statement of the group',
  'Clash at the post',
];
const summaries = [
  '',
  'Residents heard firing at dawn.',
  'L’armée n’a rien dit.',
  'هجوم على القاعدة',
];
const places = [
  {
    name: 'Djibo',
    alias: 'Jibo',
    country: 'BF',
    admin1: 'Sahel',
    admin2: 'Soum',
    lat: 14.0994,
    lon: -1.6255,
  },
  {
    name: 'Ouahigouya',
    alias: 'Wahiguya',
    country: 'BF',
    admin1: 'Nord',
    admin2: null,
    lat: 13.58,
    lon: -2.42,
  },
  {
    name: 'Ménaka',
    alias: 'Menaca',
    country: 'ML',
    admin1: 'Ménaka',
    admin2: 'Ménaka',
    lat: 15.92,
    lon: 2.4,
  },
  {
    name: 'Taveuni',
    alias: 'Tavi',
    country: 'FJ',
    admin1: 'Northern',
    admin2: null,
    lat: -16.8,
    lon: 179.99,
  },
];
const countryNames: Readonly<Record<string, readonly string[]>> = {
  BF: ['Burkina Faso'],
  ML: ['Mali'],
  FJ: ['Fiji', 'Fidji'],
};
const actors = [
  { name: 'Support Group for Islam and Muslims', others: ['JNIM', 'GSIM', 'جماعة نصرة الإسلام'] },
  { name: 'Burkina Faso Armed Forces', others: ['Forces armées'] },
  { name: 'Dozo hunters', others: [] },
];
const dates = [null, '2025-05-11', '2025-05', '2024', '2025-04-28/2025-05-03', '../2025-05-01'];
const types = ['Battles', 'Explosions/Remote violence', null];
const subTypes = ['Armed clash', null];
const targets = [[], ['market'], ['police-station', 'town']];
const statuses = ['reported', 'claimed', 'confirmed', 'refuted'] as const;
const tolls = [
  null,
  { low: 5, high: 5, qualifier: 'exact' },
  { low: 60, high: null, qualifier: 'at-least' },
  { low: null, high: null, qualifier: 'dozens' },
  { low: null, high: null, qualifier: 'none-given' },
] as const;
const spans = [null, { low: 5, high: 5 }, { low: 60, high: null }, { low: 24, high: 99 }, null];
const roles = ['perpetrator', 'target', 'victim'] as const;
export const tagNames = ['Urgent', 'À vérifier'];

/** Item of a list by a number that walks through it unevenly, so that all mixtures occur. */
function pick<T>(list: readonly T[], n: number, step: number): T {
  return list[Math.floor((n * step + n / 7) % list.length)] as T;
}

export function fillMixed(session: CaseSession, count = 60): KnownIncident[] {
  return act(session, { kind: 'bulk', title: 'mixed' }, (tx) => {
    insertBatch(tx, {
      id: mixedBatch,
      format: 'pack',
      fileName: 'mixed',
      title: 'Mixed',
      counts: {},
    });
    const placeIds = places.map(({ name, alias, country, admin1, admin2, lat, lon }) => {
      const { id } = tx.insert('place', {
        name,
        country,
        admin1,
        admin2,
        latitude: lat,
        longitude: lon,
      });
      tx.insert('place_name', { place_id: id, name: alias });
      return id;
    });
    const actorIds = actors.map(({ name, others }) => {
      const { id } = tx.insert('actor', { name });
      for (const other of others) tx.insert('actor_name', { actor_id: id, name: other });
      return id;
    });
    const tagIds = tagNames.map((name) => tx.insert('tag', { name }).id);
    const source = tx.insert(
      'source',
      { title: 'SITE report', reliability: 'C' },
      { id: mixedSource },
    );

    return Array.from({ length: count }, (_, n): KnownIncident => {
      const place = n % 5 === 4 ? null : pick(places, n, 1);
      const date = pick(dates, n, 5);
      const origin = n % 3 === 0 ? mixedBatch : null;
      const incident = tx.insert(
        'incident',
        {
          title: `${pick(titles, n, 3)} ${n}`,
          summary: pick(summaries, n, 3),
          date_edtf: date,
          event_type: pick(types, n, 2),
          sub_event_type: pick(subTypes, n, 1),
          targets: [...pick(targets, n, 2)],
          status: pick(statuses, n, 3),
          tlp: pick(tlpLabels, n, 4),
          place_id: place ? (placeIds[places.indexOf(place)] ?? null) : null,
          place_words: n % 4 === 0 ? 'northern Loroum' : null,
          country: place?.country ?? null,
          admin1: place?.admin1 ?? null,
          admin2: place?.admin2 ?? null,
          latitude: place?.lat ?? null,
          longitude: place?.lon ?? null,
        },
        { origin },
      );
      const target = { target_table: 'incident' as const, target_id: incident.id };
      const mine = actors.filter((_actor, index) => (n + index) % 3 === 0);
      for (const actor of mine) {
        const from_id = actorIds[actors.indexOf(actor)] ?? '';
        const role = pick(roles, n, 2);
        tx.insert('link', { kind: 'actor-incident', from_id, to_id: incident.id, role });
      }
      const toll = pick(tolls, n, 2);
      const credibility = (n % 6) + 1;
      if (toll) {
        const claim = tx.insert('claim', {
          incident_id: incident.id,
          source_id: source.id,
          statement: 'Sixty fell, they say',
          credibility,
        });
        tx.insert('toll', { claim_id: claim.id, ...toll });
      }
      const tags = tagNames.filter((_name, index) => (n + index) % 4 === 0);
      for (const name of tags) {
        tx.insert('tagging', { tag_id: tagIds[tagNames.indexOf(name)] ?? '', ...target });
      }
      const hasQuestion = n % 6 === 0;
      if (hasQuestion) {
        const is_resolved = n % 12 === 0;
        tx.insert('note', { ...target, kind: 'question', body: 'Who counted them?', is_resolved });
      }
      const isDeleted = n % 11 === 10;
      if (isDeleted) tx.remove('incident', incident.id);

      // what hangs on a deleted incident is deleted with it
      const names = mine.flatMap(({ name, others }) => [name, ...others]);
      const { earliest, latest } = edtfBounds(date);
      const placeTexts = [
        incident.place_words,
        place?.name,
        place?.alias,
        place?.admin1,
        place?.country,
      ].filter((text) => text !== null && text !== undefined);
      return {
        id: incident.id,
        isDeleted,
        texts: [
          incident.title,
          incident.summary,
          ...placeTexts,
          ...(isDeleted ? [] : names),
          ...(toll && !isDeleted ? ['Sixty fell, they say', 'SITE report'] : []),
          ...(hasQuestion && !isDeleted ? ['Who counted them?'] : []),
        ],
        placeTexts,
        countryNames: place ? (countryNames[place.country] ?? []) : [],
        earliest,
        latest,
        actors: isDeleted
          ? []
          : mine.map((actor) => ({
              id: actorIds[actors.indexOf(actor)] ?? '',
              role: pick(roles, n, 2),
              names: [actor.name, ...actor.others],
            })),
        country: incident.country,
        admin1: incident.admin1,
        admin2: incident.admin2,
        grade: toll && !isDeleted ? `C${credibility}` : null,
        sources: toll && !isDeleted ? [source.id] : [],
        types: [incident.event_type, incident.sub_event_type],
        targets: incident.targets,
        status: incident.status,
        killed: isDeleted ? null : (spans[tolls.indexOf(toll)] ?? null),
        bestCredibility: toll && credibility < 6 && !isDeleted ? credibility : null,
        tags: isDeleted ? [] : tags,
        tlp: incident.tlp,
        batch: origin,
        point: place ? { lat: place.lat, lon: place.lon } : null,
        hasOpenQuestion: hasQuestion && n % 12 !== 0 && !isDeleted,
      };
    });
  });
}
