import { afterEach, expect, it } from 'vitest';
import { actorDossier, listActors } from '../../electron/services/actors.ts';
import { addStarter, searchStarters } from '../../electron/services/add-starter.ts';
import { checkCase } from '../../electron/services/check.ts';
import { saveRecords } from '../../electron/services/save.ts';
import { undo } from '../../electron/services/undo.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

const open: TemporaryCase[] = [];
function start() {
  const made = temporaryCase();
  open.push(made);
  const { session } = made;
  const found = (text: string) => searchStarters(session.db, text).map(({ name }) => name);
  const actors = () =>
    listActors(session.db, { text: '', includeDeleted: false }).map(({ name }) => name);
  return { session, found, actors };
}
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

it('finds by any name, however it is accented or cased, the whole name first', () => {
  const { session, found } = start();
  expect(found('gsim')).toEqual(['JNIM']);
  expect(found("groupe de soutien a l'islam")[0]).toBe('JNIM');
  expect(found('نصرة الاسلام')).toContain('JNIM');
  expect(found('etat islamique')[0]).toBe('Islamic State');
  expect(found('islamic state').length).toBeGreaterThan(3);
  expect([found(''), found('  '), found('zzzz')]).toEqual([[], [], []]);
  expect(searchStarters(session.db, 'gsim')[0]).toMatchObject({
    matched: 'GSIM',
    activeFrom: '2017-03',
    kind: 'rebel-group',
  });
});

it('adds one with its names and the relations asked for, in one step that is undone as one', () => {
  const { session, actors } = start();
  const katiba = addStarter(session, { key: 'starter:katiba-macina', lang: 'fr', relations: [] });
  expect(katiba.added).toEqual([katiba.id]);
  const [jnim] = searchStarters(session.db, 'JNIM');
  expect(jnim?.relations).toContainEqual({
    key: 'starter:katiba-macina',
    name: 'Katiba Macina',
    relation: 'part-of',
    isFrom: false,
    since: '2017-03',
    source: 'own',
    actorId: katiba.id,
  });
  const relations = [
    { name: 'Katiba Macina', add: false },
    { name: 'Ansar Dine', add: true },
    { name: 'Al-Qaeda', add: false },
  ];
  const { id } = addStarter(session, { key: 'starter:jnim', lang: 'fr', relations });
  expect(actors()).toEqual(['Ansar Dine', 'JNIM', 'Katiba Macina']);
  const dossier = actorDossier(session.db, id);
  expect(dossier.actor).toMatchObject({ kind: 'rebel-group', active_from: '2017-03' });
  expect(dossier.actor.description).toMatch(/MISP/);
  expect(dossier.names).toContainEqual(expect.objectContaining({ name: 'GSIM', kind: 'acronym' }));
  expect(
    dossier.relations.map(({ link }) => [link.role, link.to_id === id, link.date_from]),
  ).toEqual(
    expect.arrayContaining([
      ['part-of', true, '2017-03'],
      ['part-of', true, '2017-03'],
    ]),
  );
  expect(dossier.relations).toHaveLength(2);
  undo(session);
  expect(actors()).toEqual(['Katiba Macina']);
  expect(checkCase(session).problems).toEqual([]);
});

it('never makes an actor twice that the case has under another name', () => {
  const { session, found, actors } = start();
  saveRecords(session, {
    ops: [
      {
        do: 'create',
        table: 'actor',
        id: '01890000-0000-7000-8000-0000000000aa',
        values: { name: 'Le groupe' },
      },
      {
        do: 'create',
        table: 'actor_name',
        values: {
          actor_id: '01890000-0000-7000-8000-0000000000aa',
          name: 'GROUPE DE SOUTIEN À L’ISLAM ET AUX MUSULMANS',
        },
      },
    ],
  });
  expect(found('JNIM')).toEqual([]);
  const again = addStarter(session, { key: 'starter:jnim', lang: 'en', relations: [] });
  expect(again).toMatchObject({ id: '01890000-0000-7000-8000-0000000000aa', added: [] });
  addStarter(session, {
    key: 'starter:ansar-dine',
    lang: 'en',
    relations: [{ name: 'JNIM', add: true }],
  });
  expect(actors()).toEqual(['Ansar Dine', 'Le groupe']);
});

it('names of UCDP that the list lacks are added with their source', () => {
  const { session, actors } = start();
  const { id } = addStarter(session, {
    key: 'starter:al-qaeda-in-the-islamic-maghreb',
    lang: 'en',
    relations: [{ name: 'GIA', add: true }],
  });
  expect(actors()).toEqual(['Al-Qaeda in the Islamic Maghreb', 'GIA']);
  const { relations } = actorDossier(session.db, id);
  expect(relations).toMatchObject([
    {
      link: { role: 'splinter-of', from_id: id, note: expect.stringContaining('UCDP') as unknown },
    },
  ]);
});

it('refuses a key it does not know', () => {
  const { session } = start();
  expect(() => addStarter(session, { key: 'starter:none', lang: 'en', relations: [] })).toThrow(
    expect.objectContaining({ code: 'record/not-found' }),
  );
});
