/** A bundle of STIX 2.1 (2.0 where it says the same) as incidents with what hangs on them. Pure. */

import type { ActorIncidentRole } from '../../domain/vocabulary.ts';
import { cairnExtension, cairnIdentity } from '../../export/stix/common.ts';
import type { ReadBeside, ReadParty, ReadResult, ReadRow, ReadSource } from '../imported.ts';
import type { RowIssueCode } from '../table-fields.ts';
import { emptyRow, incidentOf } from './draft.ts';
import { isObject, type Loose, objectsOf, orNull, pointOf, textOf, textsOf } from './loose.ts';
import { readCarried, rowOfCarried } from './row-of-carried.ts';
import { besideOf, stixActor } from './stix-actors.ts';
import { readMarkings } from './stix-definitions.ts';
import { cairnIncident, labelsOf, noteOf } from './stix-marks.ts';
import { incidentTiesOf } from './stix-ties.ts';

/** Kinds of object that only serve others and are lost with no harm. */
const servants: ReadonlySet<string> = new Set([...['marking-definition', 'extension-definition']]);

export interface ReadObject {
  /** Number of the object in the bundle, from 1. */
  readonly line: number;
  readonly type: string;
  readonly name: string;
  readonly read: ReadResult;
}

const roles: Readonly<Record<string, ActorIncidentRole>> = {
  'attributed-to': 'perpetrator',
  targets: 'target',
  'claimed-by': 'claimant',
};

/**
 * All objects that say something of their own, in the order of the bundle: incidents as rows, and those
 * that no incident of the bundle names as failures, so that none is lost without a word.
 */
export function readStix(bundle: Loose): {
  readonly objects: readonly ReadObject[];
  readonly beside: ReadBeside;
} {
  const markings = readMarkings(objectsOf(bundle['objects']));
  const { objects } = markings;
  const byId = new Map(objects.map((object) => [textOf(object['id']), object]));
  const { ties, sayings } = tiesOf(objects);
  const nameOf = (ref: unknown): string => {
    const id = textOf(ref);
    return textOf(byId.get(id)?.['name']) || id;
  };
  const used = new Set<string>();
  const rows = new Map<string, ReadResult>();
  for (const object of objects) {
    if (object['type'] === 'incident') rows.set(textOf(object['id']), incident(object));
  }

  function incident(object: Loose): ReadResult {
    const id = textOf(object['id']);
    const carried = readCarried(cairnIncident(object));
    const tied = (ties.get(id) ?? []).flatMap(({ relation, otherId }) => {
      const other = byId.get(otherId);
      if (other === undefined || other['type'] === 'incident') return [];
      return [{ relation, other, kind: textOf(relation['relationship_type']) }];
    });
    const said = sayings.get(id) ?? [];
    const use = (...all: readonly Loose[]) => {
      for (const each of all) used.add(textOf(each['id']));
    };
    use(object, ...said);
    if (carried !== undefined) {
      // what hangs on it is in there
      use(...tied.flatMap(({ relation, other }) => [relation, other]));
      for (const ref of said.flatMap((each) => textsOf(each['object_refs']))) used.add(ref);
      return { row: rowOfCarried(carried) };
    }
    const located = tied.find(({ other }) => other['type'] === 'location');
    const parties = tied.flatMap((tie) => {
      const actor = stixActor(tie.other);
      return actor === undefined ? [] : [{ ...tie, actor }];
    });
    for (const { relation, other } of [...parties, ...(located ? [located] : [])]) {
      use(relation, other);
    }
    // what is said of what was said
    const answers = said.flatMap((each) => sayings.get(textOf(each['id'])) ?? []);
    use(...answers);
    const place = located?.other ?? {};
    const point = pointOf(place['latitude'], place['longitude']);
    if (point === 'range') return { failure: { code: 'coordinates-range', column: null } };
    const reports = said.filter(({ type }) => type === 'report');
    const groups = said.filter(({ type }) => type === 'grouping');
    const row: ReadRow = {
      ...emptyRow,
      key: id.slice(0, 400),
      incident: incidentOf({
        title: textOf(object['name']),
        summary: textOf(object['description'], 200_000),
        place: textOf(place['name']) || textOf(place['city']),
        ...{ country: textOf(place['country']), admin1: textOf(place['administrative_area']) },
        ...{ point, radius: typeof place['precision'] === 'number' ? place['precision'] : null },
      }),
      actors: parties.map(
        ({ relation, actor, kind }): ReadParty => ({
          ...{ actor, role: roles[kind] ?? 'involved', attribution: null },
          ...{ note: textOf(relation['description'], 10_000), ...labelsOf(relation) },
        }),
      ),
      sources: [...referencesOf(object), ...reports.map(reportSource)],
      notes: [...[...said, ...answers].flatMap(noteOf), ...markings.handlingOf(object)],
      // what stands in one grouping has something in common, which is what a tag says
      tags: [
        ...textsOf(object['labels'], 100),
        ...groups.flatMap(({ name }) => textOf(name, 100) || []),
      ],
      ...labelsOf(object),
    };
    return { row };
  }

  const incidentTies = incidentTiesOf(objects, rows, used);
  const beside = { ...besideOf(objects, byId, used, markings), incidentTies };
  const found = objects.flatMap((object, at): ReadObject[] => {
    const [id, type] = [textOf(object['id']), textOf(object['type'])];
    const isTie = type === 'relationship';
    const base = { line: at + 1, type, name: textOf(object['name']) || id };
    const row = rows.get(id);
    const parts = markings.partsOf(object);
    const marked: ReadObject[] =
      parts === '' || !(used.has(id) || row)
        ? []
        : [{ ...base, name: `${base.name}: ${parts}`, read: leftOut('part-marked') }];
    if (row !== undefined) return [{ ...base, read: row }, ...marked];
    if (type === 'language-content') return [{ ...base, ...languages(object, nameOf) }];
    // what we wrote ourselves stands in the incidents
    const isOurs = id === cairnIdentity || object['created_by_ref'] === cairnIdentity;
    if ((isOurs && !isTie) || servants.has(type) || used.has(id)) return marked;
    if (isTie) {
      const { source_ref, relationship_type, target_ref } = object;
      const name = `${nameOf(source_ref)} ${textOf(relationship_type)} ${nameOf(target_ref)}`;
      return [{ ...base, name, read: leftOut('relation-left') }];
    }
    if (type === 'sighting') base.name = `of ${nameOf(object['sighting_of_ref'])}`;
    return [{ ...base, read: leftOut('no-incident') }];
  });
  const lost = markings.lost(new Set([...used, ...rows.keys()])).map(
    (each): ReadObject => ({
      ...{ ...each, type: 'marking-definition', read: leftOut('marking-left') },
    }),
  );
  return { objects: [...found, ...lost], beside };
}

const leftOut = (code: RowIssueCode): ReadResult => ({ failure: { code, column: 0 } });

/** Of what, and in which languages. */
function languages({ object_ref, contents }: Loose, nameOf: (ref: unknown) => string) {
  const told = isObject(contents) ? Object.keys(contents).join(', ') : '';
  return {
    name: textOf(`of ${nameOf(object_ref)}${told === '' ? '' : `: ${told}`}`),
    read: leftOut('language-left'),
  };
}

/** Kinds that say something of what they name. */
const sayingTypes: ReadonlySet<string> = new Set(['note', 'opinion', 'report', 'grouping']);

interface Tie {
  readonly relation: Loose;
  readonly otherId: string;
}

/** Relations by either end, and what notes, opinions and reports say by what they name. */
function tiesOf(objects: readonly Loose[]) {
  const ties = new Map<string, Tie[]>();
  const sayings = new Map<string, Loose[]>();
  const add = <T>(map: Map<string, T[]>, id: string, value: T) => {
    const list = map.get(id);
    if (list === undefined) map.set(id, [value]);
    else list.push(value);
  };
  for (const object of objects) {
    const type = object['type'];
    if (type === 'relationship') {
      const [from, to] = [textOf(object['source_ref']), textOf(object['target_ref'])];
      add(ties, from, { relation: object, otherId: to });
      if (to !== from) add(ties, to, { relation: object, otherId: from });
    }
    if (sayingTypes.has(textOf(type))) {
      for (const ref of new Set(textsOf(object['object_refs']))) add(sayings, ref, object);
    }
  }
  return { ties, sayings };
}

/** How often each kind of object stands in a bundle; those that only serve others are not counted. */
export function stixKinds(bundle: Loose): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { type, id } of objectsOf(bundle['objects'])) {
    const kind = textOf(type);
    if (!servants.has(kind) && id !== cairnIdentity) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

/** Incidents of a bundle that carry a whole incident of Cairn. */
export function stixOurs(bundle: Loose): number {
  return objectsOf(bundle['objects']).filter(
    ({ type, extensions }) =>
      type === 'incident' && isObject(extensions) && isObject(extensions[cairnExtension]),
  ).length;
}

function referencesOf(object: Loose): ReadSource[] {
  return objectsOf(object['external_references']).flatMap(({ source_name, url }) => {
    const title = textOf(source_name);
    const address = orNull(textOf(url, 4000));
    return title === ''
      ? []
      : [{ title, kind: 'other', publisher: null, url: address, published: null }];
  });
}

function reportSource(report: Loose): ReadSource {
  const { name, published } = report;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(published))?.[0] ?? null;
  const title = textOf(name) || 'Report';
  return { title, kind: 'report', publisher: null, url: null, published: day, ...labelsOf(report) };
}
