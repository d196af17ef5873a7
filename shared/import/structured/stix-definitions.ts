/**
 * Markings of a bundle beyond the labels that OASIS publishes: labels under ids of others, labels of parts,
 * statements, and what nobody here can read. Pure.
 */
import { parseTlp } from '../../domain/tlp.ts';
import { tlpExtension, tlpMarkings } from '../../export/stix/common.ts';
import type { ReadNote } from '../imported.ts';
import { isObject, type Loose, objectsOf, textOf, textsOf } from './loose.ts';
import { isTlpMarking, labelsOf } from './stix-marks.ts';

const refsOf = (object: Loose): string[] => textsOf(object['object_marking_refs']);

/** The id under which OASIS publishes the label that a definition of somebody's own stands for. */
function publishedId(definition: Loose): string | undefined {
  const { definition: says, extensions, name } = definition;
  const own = isObject(extensions) ? extensions[tlpExtension] : undefined;
  const words = [
    isObject(says) ? says['tlp'] : undefined,
    isObject(own) ? own['tlp_2_0'] : undefined,
    /^tlp:/i.test(textOf(name)) ? name : undefined,
  ];
  const label = words.map((word) => parseTlp(textOf(word))).find((each) => each !== null);
  return label === undefined || label === null ? undefined : tlpMarkings[label];
}

function statementOf({ definition_type, definition }: Loose): string {
  return definition_type === 'statement' && isObject(definition)
    ? textOf(definition['statement'], 20_000)
    : '';
}

export interface Markings {
  /**
   * The objects of the bundle, each under the strictest label that it or a part of it bears: half of a record
   * cannot be kept back here, so the whole is.
   */
  readonly objects: readonly Loose[];
  /** How an object is to be handled, in the words of whoever marked it; each is told to be a note of it. */
  readonly handlingOf: (object: Loose) => readonly ReadNote[];
  /** What an object's parts were marked with, in words; empty where they were not. */
  readonly partsOf: (object: Loose) => string;
  /** Markings that some object of those in `taken` bears and that went nowhere, with the objects' number. */
  readonly lost: (taken: ReadonlySet<string>) => readonly LostMarking[];
}

export interface LostMarking {
  /** Number of the definition in the bundle, or of the first object that bears it; from 1. */
  readonly line: number;
  readonly name: string;
}

export function readMarkings(found: readonly Loose[]): Markings {
  const definitions = new Map(
    found.flatMap((object) =>
      object['type'] === 'marking-definition' ? [[textOf(object['id']), object] as const] : [],
    ),
  );
  const labelAt = (ref: string): string => {
    const definition = definitions.get(ref);
    return (definition && !isTlpMarking(ref) ? publishedId(definition) : undefined) ?? ref;
  };
  const partRefs = (object: Loose) =>
    objectsOf(object['granular_markings']).flatMap(({ marking_ref }) => textOf(marking_ref) || []);
  const objects = found.map((object): Loose => {
    const refs = [...refsOf(object), ...partRefs(object).map(labelAt).filter(isTlpMarking)];
    return refs.length === 0 ? object : { ...object, object_marking_refs: refs.map(labelAt) };
  });
  const told = new Set<string>();
  const pairOf = (object: Loose, ref: string) => `${textOf(object['id'])} ${ref}`;

  return {
    objects,
    handlingOf: (object) =>
      refsOf(object).flatMap((ref): ReadNote[] => {
        const statement = statementOf(definitions.get(ref) ?? {});
        if (statement === '') return [];
        told.add(pairOf(object, ref));
        return [{ kind: 'comment', body: `Handling: ${statement}`, ...labelsOf(object) }];
      }),
    partsOf: (object) =>
      objectsOf(object['granular_markings'])
        .flatMap(({ selectors }) => textsOf(selectors))
        .join(', '),
    lost: (taken) => {
      const lost = new Map<string, LostMarking>();
      for (const [at, object] of objects.entries()) {
        if (!taken.has(textOf(object['id']))) continue;
        for (const ref of refsOf(object)) {
          if (isTlpMarking(ref) || told.has(pairOf(object, ref)) || lost.has(ref)) continue;
          const definition = definitions.get(ref);
          const name = definition && (statementOf(definition) || textOf(definition['name']));
          const line = definition === undefined ? at : found.indexOf(definition);
          lost.set(ref, { line: line + 1, name: (name || ref).slice(0, 200) });
        }
      }
      return [...lost.values()];
    },
  };
}
