/** What objects of STIX have in common: labels, parts of our own, words that say something of others. Pure. */
import { compareTlp } from '../../domain/tlp.ts';
import type { TlpLabel } from '../../domain/vocabulary.ts';
import { cairnExtension } from '../../export/stix/common.ts';
import type { ReadNote } from '../imported.ts';
import { isObject, type Loose, textOf, textsOf } from './loose.ts';

/** Ids of the markings that OASIS publishes, of TLP 1 and 2. */
const tlpNames: Readonly<Record<string, TlpLabel>> = {
  '613f2e26-407d-48c7-9eca-b8e91df99dc9': 'CLEAR',
  '34098fce-860f-48ae-8e50-ebd3cc5e41da': 'GREEN',
  'f88d31f6-486f-44da-b317-01333bde0b82': 'AMBER',
  '5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'RED',
  '94868c89-83c2-464b-929b-a1a8aa3c8487': 'CLEAR',
  'bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'GREEN',
  '55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'AMBER',
  '939a9414-2ddd-4d32-a0cd-375ea402b003': 'AMBER+STRICT',
  'e828b379-4e03-4974-9ac4-e53a884c97c1': 'RED',
};

/** Whether an id is that of a label as OASIS publishes it. */
export function isTlpMarking(id: string): boolean {
  return tlpNames[id.replace('marking-definition--', '')] !== undefined;
}

/** The label of an object, the strictest of several; nothing where it has none. */
export function labelsOf(object: Loose): { readonly tlp?: TlpLabel } {
  const [tlp] = textsOf(object['object_marking_refs'])
    .flatMap((ref) => tlpNames[ref.replace('marking-definition--', '')] ?? [])
    .sort((a, b) => compareTlp(b, a));
  return tlp === undefined ? {} : { tlp };
}

/** What Cairn wrote beside the words of STIX; empty for objects of others. */
export function cairnPart(object: Loose): Loose {
  const own = isObject(object['extensions']) ? object['extensions'][cairnExtension] : undefined;
  return isObject(own) ? own : {};
}

/** The whole incident that Cairn wrote beside; as text since decision 0118, before that as an object. */
export function cairnIncident(object: Loose): unknown {
  const { incident } = cairnPart(object);
  if (typeof incident !== 'string') return incident;
  try {
    return JSON.parse(incident);
  } catch {
    return undefined;
  }
}

/** A note or opinion in its own words, with who says it; a grouping by what it says of itself. */
export function noteOf(object: Loose): readonly ReadNote[] {
  const { type, abstract, content, opinion, explanation, description } = object;
  if (type === 'report') return [];
  const words = type === 'grouping' ? [description] : [abstract, content, opinion, explanation];
  const authors = type === 'grouping' ? '' : textsOf(object['authors']).join(', ');
  const body = [...words.map((part) => textOf(part, 50_000)), authors && `– ${authors}`];
  const text = body.filter((part) => part !== '').join('\n\n');
  return text === '' ? [] : [{ kind: 'comment', body: text, ...labelsOf(object) }];
}
