import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Named,
  questionKey,
  speakerKind,
  whoIs,
} from '../../../../renderer/features/sources/suggest/who.ts';
import type { CastMember } from '../../../../shared/contract/extract-calls.ts';
import type { ActorRow } from '../../../../shared/contract/read-calls.ts';
import type { ActorKind } from '../../../../shared/domain/vocabulary.ts';

function actor(id: string, name: string, kind: ActorKind, ...names: string[]): ActorRow {
  return {
    ...{ id, name, kind, country: null, incidentCount: 0, firstDay: null, lastDay: null },
    ...{ isDeleted: false, tlp: 'CLEAR' as const },
    names: names.map((other) => ({ name: other, lang: null, kind: 'alias' as const })),
  };
}

const jnim: CastMember = {
  key: 'starter:jnim',
  name: 'JNIM',
  kind: 'rebel-group',
  country: null,
  names: ['Group for the Support of Islam and Muslims', 'GSIM'],
  isOwn: false,
};
const named = (words: string, more: Partial<Named> = {}): Named => ({
  ...{ words, canonical: null, key: null, kind: 'other', place: null },
  ...more,
});
const noAnswers: ReadonlyMap<string, Answer> = new Map();

describe('who a name stands for', () => {
  test('given an alias of an actor of the case, then that actor, whatever the spelling', () => {
    const actors = [actor('a', 'Groupe de soutien', 'rebel-group', 'GSIM')];
    const cast = { actors, members: [jnim], answers: noAnswers };
    expect(whoIs(named('JNIM', { canonical: 'JNIM' }), cast)).toMatchObject({ id: 'a' });
    expect(whoIs(named('gsim'), cast)).toMatchObject({ kind: 'actor', id: 'a' });
  });

  test('given a name of the bundled list alone, then it is made from there without asking', () => {
    const cast = { actors: [], members: [jnim], answers: noAnswers };
    expect(whoIs(named('GSIM'), cast)).toEqual({ kind: 'listed', member: jnim });
  });

  test('given a person of the case by name, then it is asked, with that person first', () => {
    const actors = [actor('p', 'Ousmane Dicko', 'person')];
    const who = whoIs(named('Ousmane Dicko', { key: 'p', kind: 'person' }), {
      ...{ actors, members: [], answers: noAnswers },
    });
    if (who.kind !== 'ask') throw new Error('taken on the name alone');
    expect(who.question.choices.map(({ answer }) => answer.kind)).toEqual([
      'actor',
      'new',
      'words',
    ]);
  });

  test('given two actors of one name, then it is asked', () => {
    const actors = [actor('a', 'Koglweogo', 'identity-militia'), actor('b', 'Koglwéogo', 'other')];
    expect(whoIs(named('Koglweogo'), { actors, members: [], answers: noAnswers }).kind).toBe('ask');
  });

  test('given residents of a place, then those of the case come first, and the key holds the place', () => {
    const actors = [actor('r', 'Residents of Djibo', 'civilians')];
    const residents = named('residents', { place: 'Djibo', kind: 'civilians' });
    const who = whoIs(residents, { actors, members: [], answers: noAnswers });
    expect(who.kind === 'ask' && who.question.choices[0]?.answer).toEqual({
      kind: 'actor',
      id: 'r',
    });
    expect(questionKey(residents)).not.toBe(questionKey({ ...residents, place: 'Dori' }));
    const elsewhere = whoIs(
      { ...residents, place: 'Dori' },
      { actors, members: [], answers: noAnswers },
    );
    expect(elsewhere.kind === 'ask' && elsewhere.question.choices[0]?.name).toBe(
      'Residents (Dori)',
    );
  });

  test('given a bare count, then nobody is the likely answer', () => {
    const who = whoIs(named('three', { place: 'Djibo' }), {
      ...{ actors: [], members: [], answers: noAnswers },
    });
    expect(who.kind === 'ask' && who.question.choices[0]?.answer.kind).toBe('words');
  });

  test('given an answer, then it holds, and a new actor that was made is found again', () => {
    const residents = named('residents', { place: 'Djibo', kind: 'civilians' });
    const answer: Answer = { kind: 'new', name: 'Residents (Djibo)', actorKind: 'civilians' };
    const answers = new Map([[questionKey(residents), answer]]);
    expect(whoIs(residents, { actors: [], members: [], answers })).toEqual(answer);
    const actors = [actor('r', 'Residents (Djibo)', 'civilians')];
    expect(whoIs(residents, { actors, members: [], answers })).toMatchObject({ id: 'r' });
  });

  test('given an answer whose actor was deleted, then it is asked again', () => {
    const answers = new Map<string, Answer>([
      [questionKey(named('X Y')), { kind: 'actor', id: 'z' }],
    ]);
    expect(whoIs(named('X Y'), { actors: [], members: [], answers }).kind).toBe('ask');
  });
});

test.each([
  ['residents and a local official', 'civilians'],
  ['des habitants', 'civilians'],
  ['élu local', 'government'],
  ['ministère de la Communication', 'government'],
  ['the army', 'state-force'],
  ['une source policière', 'police'],
  ['hospital sources', 'organisation'],
  ['Ibrahim Liman', 'person'],
  ['security source', 'other'],
] as const)('%s speaks as %s', (words, kind) => {
  expect(speakerKind(words, 'reported')).toBe(kind);
});
