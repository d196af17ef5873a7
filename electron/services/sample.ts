/** Writes a bundled sample into a new case: the real one of Djibo, or the invented one for training. */
import { createHash } from 'node:crypto';
import type { TableName } from '../../shared/domain/records.ts';
import { act } from './act.ts';
import { caseInfo } from './case-state.ts';
import {
  readSample,
  type SampleData,
  type SampleIncident,
  type SampleName,
} from './sample-data.ts';
import type { CaseSession } from './session.ts';
import type { GivenValues, Tx } from './transaction.ts';

interface Writing {
  readonly tx: Tx;
  readonly data: SampleData;
  /** The fixed id of a record of this sample. */
  readonly id: (table: TableName, key: string) => string;
}

export function sampleTitle(which: SampleName): string {
  return readSample(which).title;
}

/**
 * Fills an empty case with a sample in one action that undo passes by. Ids are always the same, so
 * that packs of two laptops' samples meet. Throws `input/invalid` when the data break a record's rules.
 */
export function fillSample(session: CaseSession, which: SampleName): void {
  const data = readSample(which);
  act(session, { kind: 'create', title: data.title, undoable: false }, (tx) => {
    const { title, description, tlp, invented } = data;
    tx.update('case_info', caseInfo(tx.db).id, { title, description, tlp, invented });
    const writing: Writing = { tx, data, id: idMaker(data) };
    writeTags(writing);
    writePlaces(writing);
    writeActors(writing);
    writeSources(writing);
    for (const incident of data.incidents) writeIncident(writing, incident);
    writeLinks(writing);
    writeNotes(writing);
  });
}

/** UUIDs of version 7 from the sample's date and the hash of a key, counted up in order of asking. */
function idMaker(data: SampleData): Writing['id'] {
  const base = Date.parse(data.baseTime);
  const known = new Map<string, string>();
  return (table, key) => {
    const name = `${data.which}/${table}/${key}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const hash = createHash('sha256').update(name).digest('hex');
    // The time part comes from the hash too: an id must not depend on which record was asked for first.
    const time = (base + (Number.parseInt(hash.slice(0, 6), 16) % 3_600_000))
      .toString(16)
      .padStart(12, '0');
    const variant = ((Number.parseInt(hash.slice(6, 7), 16) & 0x3) | 0x8).toString(16);
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(7, 10)}-${variant}${hash.slice(10, 13)}-${hash.slice(13, 25)}`;
    known.set(name, id);
    return id;
  };
}

/** The fields of a record, without the keys that say how it hangs together. */
function fields<T extends TableName>(record: object, ...structure: string[]): GivenValues<T> {
  const entries = Object.entries(record).filter(([name]) => !structure.includes(name));
  return Object.fromEntries(entries) as GivenValues<T>;
}

function writeTags({ tx, data, id }: Writing): void {
  for (const name of data.tags) tx.insert('tag', { name }, { id: id('tag', name) });
}

function writePlaces({ tx, data, id }: Writing): void {
  for (const [key, place] of Object.entries(data.places)) {
    const place_id = id('place', key);
    tx.insert('place', fields<'place'>(place, 'names'), { id: place_id });
    place.names.forEach((name, index) => {
      const values = { ...fields<'place_name'>(name), place_id };
      tx.insert('place_name', values, { id: id('place_name', `${key}.${index}`) });
    });
  }
}

function writeActors({ tx, data, id }: Writing): void {
  for (const [key, actor] of Object.entries(data.actors)) {
    const actor_id = id('actor', key);
    tx.insert('actor', fields<'actor'>(actor, 'names'), { id: actor_id });
    actor.names.forEach((name, index) => {
      const values = { ...fields<'actor_name'>(name), actor_id };
      tx.insert('actor_name', values, { id: id('actor_name', `${key}.${index}`) });
    });
  }
  for (const relation of data.relations) {
    const { from, to, source } = relation;
    tx.insert(
      'link',
      {
        ...fields<'link'>(relation, 'from', 'to', 'source'),
        kind: 'actor-actor',
        from_id: id('actor', from),
        to_id: id('actor', to),
        source_id: source === undefined ? null : id('source', source),
      },
      { id: id('link', `${from}.${relation.role}.${to}`) },
    );
  }
}

function writeSources({ tx, data, id }: Writing): void {
  for (const [key, source] of Object.entries(data.sources)) {
    const { via, publisher_actor } = source;
    tx.insert(
      'source',
      {
        ...fields<'source'>(source, 'via', 'publisher_actor'),
        via_source_id: via === undefined ? null : id('source', via),
        publisher_actor_id: publisher_actor === undefined ? null : id('actor', publisher_actor),
      },
      { id: id('source', key) },
    );
  }
}

function writeIncident(writing: Writing, incident: SampleIncident): void {
  const { tx, data, id } = writing;
  const place = data.places[incident.place];
  if (place === undefined) throw new Error(`The sample has no place ${incident.place}.`);
  const copied = ['latitude', 'longitude', 'geo_level', 'radius_m', 'country', 'admin1', 'admin2'];
  const located = Object.fromEntries(copied.map((name) => [name, place[name] ?? null]));
  const incidentId = id('incident', incident.key);
  const own = fields<'incident'>(incident, 'key', 'place', 'actors', 'claims', 'notes', 'tags');
  tx.insert(
    'incident',
    { ...located, ...own, invented: data.invented, place_id: id('place', incident.place) },
    { id: incidentId },
  );
  for (const claim of incident.claims) writeClaim(writing, incident, claim);
  for (const part of incident.actors) {
    const { actor, role, claim } = part;
    tx.insert(
      'link',
      {
        ...fields<'link'>(part, 'actor', 'claim'),
        kind: 'actor-incident',
        from_id: id('actor', actor),
        to_id: incidentId,
        claim_id: claim === undefined ? null : id('claim', `${incident.key}.${claim}`),
      },
      { id: id('link', `${incident.key}.${actor}.${role}`) },
    );
  }
  incident.notes.forEach((note, index) => {
    const values = {
      ...fields<'note'>(note),
      target_table: 'incident' as const,
      target_id: incidentId,
    };
    tx.insert('note', values, { id: id('note', `${incident.key}.${index}`) });
  });
  for (const tag of incident.tags) {
    const values = {
      tag_id: id('tag', tag),
      target_table: 'incident' as const,
      target_id: incidentId,
    };
    tx.insert('tagging', values, { id: id('tagging', `${incident.key}.${tag}`) });
  }
}

function writeClaim(
  writing: Writing,
  incident: SampleIncident,
  claim: SampleIncident['claims'][number],
): void {
  const { tx, id } = writing;
  const claimId = (key: string) => id('claim', `${incident.key}.${key}`);
  const { claimant, denied_by, superseded_by } = claim;
  const structure = [
    'key',
    'source',
    'claimant',
    'via',
    'denied_by',
    'superseded_by',
    'passage',
    'tolls',
  ];
  tx.insert(
    'claim',
    {
      ...fields<'claim'>(claim, ...structure),
      incident_id: id('incident', incident.key),
      source_id: id('source', claim.source),
      claimant_id: claimant === null ? null : id('actor', claimant),
      via: claim.via.map((actor) => id('actor', actor)),
      denied_by_id: denied_by === undefined ? null : id('actor', denied_by),
      superseded_by_id: superseded_by === undefined ? null : claimId(superseded_by),
    },
    { id: claimId(claim.key) },
  );
  claim.tolls.forEach((toll, index) => {
    const values = { ...fields<'toll'>(toll), claim_id: claimId(claim.key) };
    tx.insert('toll', values, { id: id('toll', `${incident.key}.${claim.key}.${index}`) });
  });
  if (claim.passage !== undefined) writePassage(writing, incident, claim, claim.passage);
}

/** Ties a claim to its words: positions in code points, 32 code points before and after. */
function writePassage(
  { tx, data, id }: Writing,
  incident: SampleIncident,
  claim: SampleIncident['claims'][number],
  exact: string,
): void {
  const text = data.sources[claim.source]?.text ?? '';
  const unit = text.indexOf(exact);
  if (unit < 0) throw new Error(`The text of ${claim.source} does not say: ${exact}`);
  const before = Array.from(text.slice(0, unit));
  const after = Array.from(text.slice(unit + exact.length));
  tx.insert(
    'passage',
    {
      source_id: id('source', claim.source),
      target_table: 'claim',
      target_id: id('claim', `${incident.key}.${claim.key}`),
      exact,
      prefix: before.slice(-32).join(''),
      suffix: after.slice(0, 32).join(''),
      start: before.length,
      end: before.length + Array.from(exact).length,
      text_sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      is_lost: false,
    },
    { id: id('passage', `${incident.key}.${claim.key}`) },
  );
}

function writeLinks({ tx, data, id }: Writing): void {
  for (const link of data.links) {
    const { from, to, role } = link;
    tx.insert(
      'link',
      {
        ...fields<'link'>(link, 'from', 'to'),
        kind: 'incident-incident',
        from_id: id('incident', from),
        to_id: id('incident', to),
      },
      { id: id('link', `${from}.${role}.${to}`) },
    );
  }
}

function writeNotes({ tx, data, id }: Writing): void {
  data.notes.forEach((note, index) => {
    const [target_table, key] = note.on;
    const values = {
      ...fields<'note'>(note, 'on'),
      target_table,
      target_id: id(target_table, key),
    };
    tx.insert('note', values, { id: id('note', `${target_table}.${key}.${index}`) });
  });
}
