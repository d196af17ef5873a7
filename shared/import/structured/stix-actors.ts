/** Actors of a bundle of STIX whatever happened: who they are, how they relate, what is said of them. Pure. */
import {
  type ActorActorRelation,
  type ActorKind,
  actorActorRelations,
  actorKinds,
} from '../../domain/vocabulary.ts';
import type { ReadActor, ReadActorTie, ReadBeside, ReadNote } from '../imported.ts';
import { type Loose, textOf, textsOf } from './loose.ts';
import type { Markings } from './stix-definitions.ts';
import { cairnPart, labelsOf, noteOf } from './stix-marks.ts';
import { dayOf, tieFacts } from './stix-ties.ts';

const actorTypes: ReadonlySet<string> = new Set(['threat-actor', 'intrusion-set', 'identity']);
/** Those that stand for themselves; an identity alone is as a rule whoever wrote the bundle. */
const groupTypes: ReadonlySet<string> = new Set(['threat-actor', 'intrusion-set']);

function kindOf(object: Loose): ActorKind {
  const own = actorKinds.find((kind) => kind === cairnPart(object)['kind']);
  if (own !== undefined) return own;
  if (object['type'] !== 'identity') return 'rebel-group';
  return object['identity_class'] === 'individual' ? 'person' : 'organisation';
}

/** Undefined for what is no actor, and for one without a name. */
export function stixActor(object: Loose): ReadActor | undefined {
  const name = textOf(object['name']);
  if (name === '' || !actorTypes.has(textOf(object['type']))) return undefined;
  const own = cairnPart(object);
  const aliases = [...textsOf(object['aliases']), ...textsOf(own['aliases'])];
  const country = textOf(own['country']);
  return {
    ...{ name, kind: kindOf(object), inter: null },
    description: textOf(object['description'], 20_000),
    names: [...new Set(aliases)]
      .filter((each) => each !== name)
      .map((each) => ({ name: each, kind: 'alias' as const })),
    ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...labelsOf(object),
  };
}

/** Our words are types of STIX too; what STIX calls otherwise stays in the note of a looser tie. */
function roleOf(type: string): { readonly role: ActorActorRelation; readonly word: string } | null {
  const role = actorActorRelations.find((each) => each === type);
  if (role !== undefined) return { role, word: '' };
  return type === 'attributed-to' ? { role: 'related-to', word: type } : null;
}

function tieOf(relation: Loose, from: ReadActor, to: ReadActor): ReadActorTie | undefined {
  const found = roleOf(textOf(relation['relationship_type']));
  return found === null
    ? undefined
    : { from, to, role: found.role, ...tieFacts(relation, found.word) };
}

/** `Sighting: 2025-05-11 – 2025-05-12, 3 times, at Djibo`, and what is said of it. */
function sightingNote(sighting: Loose, nameOf: (id: string) => string): ReadNote {
  const { first_seen, last_seen, count, description } = sighting;
  const days = [...new Set([dayOf(first_seen), dayOf(last_seen)].filter((day) => day !== null))];
  const where = textsOf(sighting['where_sighted_refs']).map(nameOf);
  const facts = [
    days.join(' – '),
    typeof count === 'number' ? `× ${count}` : '',
    where.join(', '),
  ].filter((part) => part !== '');
  const words = textOf(description, 40_000);
  const body = [`Sighting: ${facts.join('; ')}`, words].filter((part) => part !== '').join('\n\n');
  return { kind: 'comment', body, ...labelsOf(sighting) };
}

/** What the bundle says of actors; marks in `used` the ids of all that was taken. */
export function besideOf(
  objects: readonly Loose[],
  byId: ReadonlyMap<string, Loose>,
  used: Set<string>,
  { handlingOf }: Pick<Markings, 'handlingOf'>,
): Omit<ReadBeside, 'incidentTies'> {
  const actorAt = (ref: unknown) => {
    const object = byId.get(textOf(ref));
    return object === undefined ? undefined : stixActor(object);
  };
  const nameOf = (id: string) => textOf(byId.get(id)?.['name']) || id;
  const use = (...ids: readonly unknown[]) => {
    for (const id of ids) used.add(textOf(id));
  };
  const actors: ReadActor[] = [];
  const ties: ReadActorTie[] = [];
  const notes: (ReadNote & { readonly of: ReadActor })[] = [];
  for (const object of objects) {
    const { id, type } = object;
    if (type === 'relationship') {
      const { source_ref, target_ref } = object;
      const [from, to] = [actorAt(source_ref), actorAt(target_ref)];
      const tie = from !== undefined && to !== undefined && tieOf(object, from, to);
      if (!tie) continue;
      ties.push(tie);
      use(id, source_ref, target_ref);
    }
    if (groupTypes.has(textOf(type)) && !used.has(textOf(id))) {
      const actor = stixActor(object);
      if (actor === undefined) continue;
      actors.push(actor);
      use(id);
    }
    if (type === 'sighting') {
      const of = actorAt(object['sighting_of_ref']);
      if (of === undefined) continue;
      notes.push({ of, ...sightingNote(object, nameOf) });
      use(id, object['sighting_of_ref'], ...textsOf(object['where_sighted_refs']));
    }
    // what is said of incidents too stands there
    if ((type === 'note' || type === 'opinion') && !used.has(textOf(id))) {
      const about = textsOf(object['object_refs']).flatMap((ref) => actorAt(ref) ?? []);
      for (const of of about) for (const note of noteOf(object)) notes.push({ of, ...note });
      if (about.length > 0) use(id, ...textsOf(object['object_refs']).filter(actorAt));
    }
  }
  for (const object of objects) {
    if (!used.has(textOf(object['id']))) continue;
    const of = stixActor(object);
    if (of !== undefined) for (const note of handlingOf(object)) notes.push({ of, ...note });
  }
  return { actors, ties, notes };
}
