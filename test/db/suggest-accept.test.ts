/** Accepting suggestions in a real case: what is written, that it is recognised again, and that undo takes all back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listActors } from '../../electron/services/actors.ts';
import { extractFromSource } from '../../electron/services/extract.ts';
import { incidentDossier } from '../../electron/services/incidents.ts';
import { requireRecord } from '../../electron/services/records.ts';
import { saveRecords } from '../../electron/services/save.ts';
import { correctText } from '../../electron/services/source-text.ts';
import { sourceDossier } from '../../electron/services/sources.ts';
import { suggestionsOf } from '../../electron/services/suggest.ts';
import { undo } from '../../electron/services/undo.ts';
import { acceptSteps } from '../../renderer/features/sources/suggest/accept-ops.ts';
import { castBook, questionsFor } from '../../renderer/features/sources/suggest/cast-book.ts';
import {
  type CaseFacts,
  type Standings,
  standingsOf,
} from '../../renderer/features/sources/suggest/standing.ts';
import {
  groupSuggestions,
  type Suggestion,
  type SuggestionGroup,
} from '../../renderer/features/sources/suggest/suggestion.ts';
import type { Answer } from '../../renderer/features/sources/suggest/who.ts';
import type { Suggestions } from '../../shared/contract/extract-calls.ts';
import { newId } from '../../shared/lib/ids.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const djibo = readFileSync(
  join(import.meta.dirname, '../fixtures/texts/shared/T01_en.txt'),
  'utf8',
);

let held: TemporaryCase;
let sourceId: string;
beforeEach(() => {
  held = temporaryCase();
  sourceId = newId();
  const values = { title: 'Wire report', text: djibo, published: '2025-05-14', tlp: 'AMBER' };
  saveRecords(held.session, { ops: [{ do: 'create', table: 'source', id: sourceId, values }] });
});
afterEach(() => held.close());

interface Look {
  readonly found: Suggestions;
  readonly groups: readonly SuggestionGroup[];
  readonly standings: Standings;
  readonly facts: CaseFacts;
}

function look(rejections: ReadonlySet<string> = new Set()): Look {
  const { session } = held;
  const source = requireRecord(session.db, 'source', sourceId);
  const found = suggestionsOf(session, source, extractFromSource(session, testDataDir(), sourceId));
  const dossier = sourceDossier(session.db, sourceId);
  const ids = new Set([
    ...dossier.claims.map(({ incidentId }) => incidentId),
    ...dossier.passages
      .filter(({ target_table: table }) => table === 'incident')
      .map(({ target_id: id }) => id ?? ''),
  ]);
  const facts = {
    dossier,
    incidents: [...ids].map((id) => incidentDossier(session.db, id)),
    actors: listActors(session.db, { text: '', includeDeleted: false }),
  };
  const groups = groupSuggestions(found, source.text);
  return { found, groups, facts, standings: standingsOf(groups, source.text, facts, rejections) };
}

function accept(items: readonly Suggestion[], at: Look, attach?: ReadonlyMap<string, string>) {
  const members = at.found.cast;
  const cast = { actors: at.facts.actors, members, answers: new Map<string, Answer>() };
  const answers = new Map(
    questionsFor(items, at.groups, cast).map(({ key, choices }) => {
      const [first] = choices;
      if (first === undefined) throw new Error('a question without a choice');
      return [key, first.answer] as const;
    }),
  );
  const steps = acceptSteps(items, {
    source: at.facts.dossier.source,
    groups: at.groups,
    standings: at.standings,
    isInvented: false,
    fieldsOf: ({ incident }) => ({
      title: incident.summary,
      eventType: incident.eventType,
      subEventType: incident.subEventType,
      date: incident.date,
      dateWords: incident.dateWords ?? '',
      timeWords: '',
      place: null,
      placeWords: incident.place?.as_written ?? '',
    }),
    placeOf: ({ place }) => ({
      placeId: null,
      gazetteerId: place.key,
      name: place.as_written,
      kind: null,
      country: place.country,
      admin1: place.admin1,
      admin2: place.admin2,
      latitude: place.lat,
      longitude: place.lon,
      level: place.precision,
      radiusM: null,
    }),
    cast: castBook(at.groups, { ...cast, answers }, newId),
    newId,
    ...(attach === undefined ? {} : { attach }),
  });
  saveRecords(held.session, { ops: [...steps.ops] });
  return steps;
}

const states = ({ groups, standings }: Look) =>
  groups.flatMap(({ items }) => items.map(({ id }) => standings.get(id)?.state));

describe('accepting', () => {
  test('all of a text is recorded, recognised afterwards, and undone in as many steps', () => {
    const before = look();
    expect(new Set(states(before))).toEqual(new Set(['open']));
    const revision = held.session.revision;
    for (const group of before.groups) accept(group.items, look());
    const after = look();
    expect(new Set(states(after))).toEqual(new Set(['accepted']));
    expect(held.session.revision).toBe(revision + before.groups.length);
    for (const _group of before.groups) undo(held.session);
    expect(new Set(states(look()))).toEqual(new Set(['open']));
    expect(listActors(held.session.db, { text: '', includeDeleted: false })).toEqual([]);
  });

  test('one figure brings its incident, and history names the step by the incident', () => {
    const before = look();
    const claim = before.groups.flatMap(({ items }) => items).find(({ kind }) => kind === 'claim');
    if (claim === undefined) throw new Error('no claim read');
    accept([claim], before);
    const after = look();
    const group = after.groups.find(({ id }) => id === claim.group);
    const accepted = group?.items.filter(({ id }) => after.standings.get(id)?.state === 'accepted');
    expect(accepted?.map(({ kind }) => kind)).toEqual(['incident', 'claim']);
    expect(after.facts.incidents[0]?.claims[0]?.grade).toBe('F6');
    expect(undo(held.session).title).toBe(group?.incident?.incident.summary);
    expect(new Set(states(look()))).toEqual(new Set(['open']));
  });

  test('an incident of the case takes the words of a candidate, and no other is made', () => {
    const incidentId = newId();
    const values = { title: 'Known before', date_edtf: '2025-05-11' };
    const op = { do: 'create', table: 'incident', id: incidentId, values } as const;
    saveRecords(held.session, { ops: [op] });
    const before = look();
    const [group] = before.groups;
    if (group?.incident === undefined) throw new Error('no incident read');
    accept([group.incident], before, new Map([[group.id, incidentId]]));
    const after = look();
    expect(after.standings.get(group.incident.id)).toMatchObject({ recordId: incidentId });
    accept(group.items, after);
    expect(look().facts.incidents.map(({ incident }) => incident.id)).toEqual([incidentId]);
  });

  test('a corrected text keeps what was decided where the words stand', () => {
    const before = look();
    const [first, second] = before.groups;
    if (first === undefined || second?.incident === undefined) throw new Error('too little read');
    accept(first.items, before);
    const rejections = new Set([second.incident.id]);
    const text = `Corrected version.\n\n${djibo.replace('motorbikes', 'motorcycles')}`;
    const { rev } = requireRecord(held.session.db, 'source', sourceId);
    correctText(held.session, { id: sourceId, text, rev, why: 'As printed' });
    const after = look(rejections);
    const stateOf = (group: SuggestionGroup | undefined) =>
      after.groups
        .find(
          ({ incident }) => incident?.passages[0]?.exact === group?.incident?.passages[0]?.exact,
        )
        ?.items.map(({ id }) => after.standings.get(id)?.state);
    expect(new Set(stateOf(first))).toEqual(new Set(['accepted']));
    expect(stateOf(second)?.[0]).toBe('rejected');
  });

  test('a deleted incident leaves its suggestions open again', () => {
    const before = look();
    const [group] = before.groups;
    if (group?.incident === undefined) throw new Error('no incident read');
    const { records } = accept(group.items, before);
    const id = records.get(group.incident.id) ?? '';
    saveRecords(held.session, { ops: [{ do: 'delete', table: 'incident', id }] });
    expect(new Set(states(look()))).toEqual(new Set(['open']));
  });
});
