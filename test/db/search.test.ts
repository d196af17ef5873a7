import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { listActors } from '../../electron/services/actors.ts';
import { completeFilter, searchAll, snippetOf } from '../../electron/services/search.ts';
import { listSources } from '../../electron/services/sources.ts';
import {
  add,
  addActor,
  addClaim,
  addIncident,
  addLink,
  addNote,
  addPlace,
  addSource,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';

let held: TemporaryCase;
let ids: Record<string, string>;

beforeAll(() => {
  held = temporaryCase();
  const { session } = held;
  const jnim = addActor(session, {
    name: 'Jama’at Nusrat al-Islam wal-Muslimin',
    description: 'Coalition formed in 2017.',
  });
  for (const [name, kind, lang] of [
    ['JNIM', 'acronym', 'en'],
    ['GSIM', 'acronym', 'fr'],
    ['جماعة نُصرة الإسلام والمسلمين', 'alias', 'ar'],
  ] as const) {
    add(session, 'actor_name', { actor_id: jnim.id, name, kind, lang });
  }
  const army = addActor(session, { name: 'Forces armées burkinabè', kind: 'state-force' });
  const place = addPlace(session, { name: 'Ouahigouya', admin1: 'Nord' });
  add(session, 'place_name', { place_id: place.id, name: 'Wahiguya' });
  const incident = addIncident(session, {
    title: 'Attaque près de Ouahigouya',
    summary: 'Des hommes armés ont attaqué un poste.',
    place_id: place.id,
    event_type: 'Battles',
  });
  addLink(session, jnim.id, incident.id);
  const source = addSource(session, {
    title: 'Communiqué',
    publisher: 'SITE Intelligence Group',
    text: `${'Nothing here. '.repeat(40)}The Éléphant battalion fled. ${'More. '.repeat(40)}`,
  });
  const claim = addClaim(session, incident.id, {
    source_id: source.id,
    statement: 'Seven soldiers captured',
  });
  const note = addNote(session, { table: 'claim', id: claim.id }, { body: 'Ask Mahamadou again.' });
  const gone = addIncident(session, { title: 'Ouahigouya, entered twice' });
  act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', gone.id));
  const tag = add(session, 'tag', { name: 'Vérifié' });
  add(session, 'tagging', {
    tag_id: tag.id,
    target_table: 'incident',
    target_id: incident.id,
  });
  ids = {
    jnim: jnim.id,
    army: army.id,
    place: place.id,
    incident: incident.id,
    source: source.id,
    claim: claim.id,
    note: note.id,
  };
});
afterAll(() => held.close());

const search = (text: string) => searchAll(held.session.db, { text, limit: 30 });
const named = (text: string) => search(text).map(({ table, id }) => [table, id]);

describe('search over everything', () => {
  test.each([
    ['an acronym in small letters', 'gsim'],
    ['an Arabic name without its vowel signs', 'نصرة'],
    ['words of a name with another apostrophe', "jama'at nusrat"],
    ['the beginning of a word', 'musl'],
  ])('finds the group by %s', (_, text) => {
    expect(named(text)[0]).toEqual(['actor', ids.jnim]);
  });

  test('does not need accents, and finds other names of a place', () => {
    expect(named('forces armees')).toEqual([['actor', ids.army]]);
    expect(named('wahiguya')).toContainEqual(['place', ids.place]);
  });

  test('titles come before texts, and nothing comes from the bin', () => {
    expect(named('ouahigouya')).toEqual([
      ['incident', ids.incident],
      ['place', ids.place],
    ]);
  });

  test('says where a note or claim hangs, and what to open', () => {
    expect(search('mahamadou')).toEqual([
      {
        table: 'note',
        id: ids.note,
        title: 'Attaque près de Ouahigouya',
        snippet: 'Ask Mahamadou again.',
        openTable: 'incident',
        openId: ids.incident,
      },
    ]);
    expect(search('seven captured')).toMatchObject([
      { table: 'incident', id: ids.incident },
      { table: 'claim', id: ids.claim, openTable: 'incident', openId: ids.incident },
    ]);
  });

  test('shows the piece of a long text that matches', () => {
    const [hit] = search('elephant');
    expect(hit).toMatchObject({ table: 'source', id: ids.source });
    expect(hit?.snippet).toContain('The Éléphant battalion fled.');
    expect(hit?.snippet.length).toBeLessThan(200);
  });

  test.each(['', '   ', '"', '*', '()', 'AND', 'NEAR(', '-', 'a" OR "b', '^x', ':'])(
    'takes %j as words, never as a query',
    (text) => {
      expect(search(text)).toBeInstanceOf(Array);
    },
  );

  test('follows renaming, deleting and restoring', () => {
    const { session } = held;
    const rename = (name: string) =>
      act(session, { kind: 'update', title: '' }, (tx) =>
        tx.update('actor', ids.army ?? '', { name }),
      );
    rename('Armed Forces');
    expect(named('burkinabe')).toEqual([]);
    rename('Forces armées burkinabè');
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('actor', ids.army ?? ''));
    expect(named('burkinabe')).toEqual([]);
    act(session, { kind: 'restore', title: '' }, (tx) => tx.restore('actor', ids.army ?? ''));
    expect(named('burkinabe')).toEqual([['actor', ids.army]]);
  });

  test('a snippet of a text without the word is its beginning', () => {
    expect(snippetOf('Some short text', ['zebra'])).toBe('Some short text');
  });
});

describe('lists', () => {
  test('actors by any of their names, with what their incidents span', () => {
    const { db } = held.session;
    const list = (text: string) => listActors(db, { text, includeDeleted: false });
    expect(list('gsim')).toMatchObject([{ id: ids.jnim, incidentCount: 1, firstDay: null }]);
    expect(list('')).toHaveLength(2);
  });

  test('sources by their text', () => {
    const found = listSources(held.session.db, { text: 'éléphant', includeDeleted: false });
    expect(found).toMatchObject([{ id: ids.source, claimCount: 1, hasText: true, via: null }]);
  });
});

describe('completion', () => {
  const complete = (field: 'actor' | 'place' | 'tag' | 'type', text: string) =>
    completeFilter(held.session.db, { field, text }).map(({ value, count }) => [value, count]);

  test('offers what is in use', () => {
    expect(complete('actor', 'nus')).toEqual([['JNIM', 1]]);
    expect(complete('place', 'ouahi')).toEqual([['Ouahigouya', 1]]);
    expect(complete('tag', 'verif')).toEqual([['Vérifié', 1]]);
    expect(complete('type', '')).toEqual([['Battles', 1]]);
    expect(complete('type', 'zzz')).toEqual([]);
  });
});
