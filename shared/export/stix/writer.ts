/** A bundle of STIX 2.1: one report on top of incidents, actors, places, claims and notes. */
import type { Actor, Link } from '../../domain/records.ts';
import type { ExportFacts, ExportPage, ExportRest, TextWriter } from '../model.ts';
import { stableId } from '../stable-id.ts';
import {
  cairnIdentity,
  preamble,
  type StixObject,
  stixId,
  tlpMarkings,
  versionStamp,
} from './common.ts';
import { actorId, actorObject, incidentLocation, incidentObject, placeObject } from './things.ts';
import {
  actorTie,
  analystNote,
  claimNote,
  claimOpinion,
  denial,
  linkTie,
  locatedAt,
} from './ties.ts';

/** Objects of a page. `kinds` gathers what type each actor has, for relations told at the end. */
export function objectsOfPage(page: ExportPage, kinds: Map<string, string>): StixObject[] {
  const objects: StixObject[] = [];
  for (const each of page.actors) {
    kinds.set(each.actor.id, actorId(each.actor));
    objects.push(actorObject(each));
  }
  for (const place of page.places) {
    const object = placeObject(place);
    if (object !== undefined) objects.push(object);
  }
  for (const whole of page.incidents) {
    objects.push(incidentObject(whole));
    const location = incidentLocation(whole);
    if (location?.own !== undefined) objects.push(location.own);
    if (location !== undefined) objects.push(locatedAt(whole, location.id));
    for (const { link, actor } of whole.actors) objects.push(actorTie(whole, link, actor));
    for (const told of whole.claims) {
      objects.push(claimNote(whole, told));
      const opinion = denial(told);
      if (opinion !== undefined) objects.push(opinion);
    }
    for (const relation of whole.relations) objects.push(claimOpinion(relation));
    for (const note of whole.notes) objects.push(analystNote(whole, note));
  }
  for (const link of page.incidentLinks) {
    objects.push(linkTie(link, stixId('incident', link.from_id), stixId('incident', link.to_id)));
  }
  return objects;
}

function actorRelations(links: readonly Link[], kinds: ReadonlyMap<Actor['id'], string>) {
  return links.flatMap((link) => {
    const [from, to] = [kinds.get(link.from_id), kinds.get(link.to_id)];
    return from === undefined || to === undefined ? [] : [linkTie(link, from, to)];
  });
}

function cover(facts: ExportFacts, refs: readonly string[]): StixObject {
  const asOf = versionStamp(facts.asOf);
  return {
    ...{ type: 'report', spec_version: '2.1', id: `report--${stableId('report', facts.title)}` },
    ...{ created_by_ref: cairnIdentity, created: asOf, modified: asOf },
    object_marking_refs: [tlpMarkings[facts.tlp]],
    name: facts.title === '' ? 'Cairn' : facts.title,
    ...(facts.filter === null ? {} : { description: `Filter: ${facts.filter}` }),
    report_types: ['threat-report'],
    published: asOf,
    object_refs: refs,
  };
}

export function stixWriter(): TextWriter {
  const kinds = new Map<string, string>();
  const incidents: string[] = [];
  let isFirst = true;
  const lines = (objects: readonly StixObject[]): string => {
    let text = '';
    for (const object of objects) {
      text += `${isFirst ? '' : ','}\n${JSON.stringify(object)}`;
      isFirst = false;
    }
    return text;
  };
  return {
    begin: (facts) => {
      const id = `bundle--${stableId('bundle', `${facts.title} ${facts.asOf} ${facts.tlpMax}`)}`;
      return `{"type":"bundle","id":"${id}","objects":[${lines(preamble())}`;
    },
    page: (page) => {
      for (const { incident } of page.incidents) incidents.push(stixId('incident', incident.id));
      return lines(objectsOfPage(page, kinds));
    },
    end: ({ actorLinks }: ExportRest, facts) => {
      const last = actorRelations(actorLinks, kinds);
      // a report must name something
      if (incidents.length > 0) last.push(cover(facts, incidents));
      return `${lines(last)}\n]}\n`;
    },
  };
}
