import { describe, expect, it } from 'vitest';
import {
  actorIssues,
  actorOps,
  newActorDraft,
} from '../../../renderer/features/actors/actor-form.ts';
import { type ActorColumn, sortActors } from '../../../renderer/features/actors/actor-rows.ts';
import type { ActorRow } from '../../../shared/contract/read-calls.ts';
import { opSchema } from '../../../shared/contract/record-calls.ts';
import { labels } from '../../../shared/text/index.ts';
import { ids } from '../record-kit/builders.ts';

const draft = newActorDraft(ids.actor, 'GREEN');

describe('actorIssues', () => {
  it.each([
    [{}, { name: 'needed', emptyNames: [] }],
    [{ name: 'JNIM' }, undefined],
    [
      { name: 'JNIM', activeFrom: 'soon', activeTo: '2024' },
      { activeFrom: 'bad-date', emptyNames: [] },
    ],
    [
      { name: 'JNIM', activeFrom: '2025', activeTo: '2024' },
      { activeTo: 'before-start', emptyNames: [] },
    ],
    [
      {
        name: 'JNIM',
        names: [{ id: ids.other, name: ' ', lang: null, script: null, kind: 'alias' as const }],
      },
      { emptyNames: [ids.other] },
    ],
  ])('Given %o When checked Then it answers %o', (given, issues) => {
    expect(actorIssues({ ...draft, ...given })).toEqual(issues);
  });
});

describe('actorOps', () => {
  it('Given a new actor with an Arabic name When saved Then both records go together', () => {
    const name = {
      id: ids.other,
      name: 'جماعة نصرة الإسلام والمسلمين',
      lang: 'ar',
      script: 'Arab',
      kind: 'primary' as const,
    };
    const ops = actorOps({ ...draft, name: ' JNIM ', names: [name] }, undefined);
    expect(ops).toMatchObject([
      { do: 'create', table: 'actor', id: ids.actor, values: { name: 'JNIM', tlp: 'GREEN' } },
      {
        do: 'create',
        table: 'actor_name',
        id: ids.other,
        values: { actor_id: ids.actor, name: name.name, lang: 'ar', script: 'Arab' },
      },
    ]);
    for (const op of ops) expect(opSchema.safeParse(op).success).toBe(true);
  });
});

describe('sortActors', () => {
  const row = (name: string, given: Partial<ActorRow> = {}): ActorRow => ({
    id: ids.actor,
    name,
    kind: 'other',
    country: null,
    names: [],
    incidentCount: 0,
    firstDay: null,
    lastDay: null,
    isDeleted: false,
    tlp: 'GREEN',
    ...given,
  });
  const rows = [
    row('Émirat', { incidentCount: 2 }),
    row('al-Qaeda', { incidentCount: 2, country: 'ML' }),
    row('Zarma', { incidentCount: 9, country: 'BF' }),
  ];
  const names = (column: ActorColumn, direction: 'ascending' | 'descending') =>
    sortActors(rows, { column, direction }, 'fr', labels('fr').actorKinds).map(({ name }) => name);

  it('Given accents and case When sorted by name Then they do not matter', () => {
    expect(names('name', 'ascending')).toEqual(['al-Qaeda', 'Émirat', 'Zarma']);
  });

  it('Given equal counts When sorted by incidents Then the name decides', () => {
    expect(names('incidents', 'descending')).toEqual(['Zarma', 'al-Qaeda', 'Émirat']);
  });

  it('Given rows without a country When sorted by it Then they come last both ways', () => {
    expect(names('country', 'ascending')).toEqual(['Zarma', 'al-Qaeda', 'Émirat']);
    expect(names('country', 'descending')).toEqual(['al-Qaeda', 'Zarma', 'Émirat']);
  });
});
