/** An event of MISP (misp-core-format) as an incident. Pure. */
import { parseTlp, tlpMax } from '../../domain/tlp.ts';
import { type Reliability, reliabilities, type TlpLabel } from '../../domain/vocabulary.ts';
import { cairnComment } from '../../export/misp.ts';
import type { ReadClaim, ReadParty, ReadResult, ReadRow, ReadSource } from '../imported.ts';
import { emptyRow, incidentOf } from './draft.ts';
import { isObject, type Loose, numberOf, objectsOf, orNull, pointOf, textOf } from './loose.ts';
import { readCarried, rowOfCarried } from './row-of-carried.ts';

/** The events of a file in any of the three wrappings; undefined for something else. */
export function mispEvents(value: unknown): readonly Loose[] | undefined {
  const inner = isObject(value) && Array.isArray(value['response']) ? value['response'] : value;
  const list = Array.isArray(inner) ? inner : [inner];
  const events = list.map((each) => (isObject(each) ? each['Event'] : undefined));
  return events.length > 0 && events.every(isObject) ? (events as Loose[]) : undefined;
}

/** Values of an object of MISP by their relation. */
function valuesOf(object: Loose): ReadonlyMap<string, string> {
  return new Map(
    objectsOf(object['Attribute'])
      .filter(({ deleted }) => deleted !== true)
      .map((each) => [textOf(each['object_relation']), textOf(each['value'], 20_000)]),
  );
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** The strictest label among the tags of an event or attribute; nothing where there is none. */
function labelsOf(tagged: Loose): { readonly tlp?: TlpLabel } {
  const labels = objectsOf(tagged['Tag']).flatMap(({ name }) => {
    const text = textOf(name, 100);
    return /^tlp:/i.test(text) ? (parseTlp(text) ?? []) : [];
  });
  return labels.length === 0 ? {} : { tlp: tlpMax(labels) };
}

export function readMispEvent(event: Loose): ReadResult {
  const attributes = objectsOf(event['Attribute']).filter(({ deleted }) => deleted !== true);
  const own = attributes.find(({ comment }) => comment === cairnComment);
  const carried = own === undefined ? undefined : readCarried(parsed(own['value']));
  if (carried !== undefined) return { row: rowOfCarried(carried) };
  const objects = objectsOf(event['Object']).filter(({ deleted }) => deleted !== true);
  const named = (name: string) => objects.filter((each) => each['name'] === name).map(valuesOf);
  const [place = new Map<string, string>()] = named('geolocation');
  const point = pointOf(place.get('latitude'), place.get('longitude'));
  if (point === 'range') return { failure: { code: 'coordinates-range', column: null } };
  const kilometres = numberOf(place.get('accuracy-radius'));
  const tags = objectsOf(event['Tag']).flatMap(({ name }) => textOf(name, 100) || []);
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(textOf(event['date']))?.[0] ?? null;
  const row: ReadRow = {
    ...emptyRow,
    key: orNull(textOf(event['uuid'])),
    stamp: /^\d{1,12}$/.test(textOf(event['timestamp'])) ? Number(event['timestamp']) : null,
    incident: incidentOf({
      title: textOf(event['info']),
      date: day,
      place: place.get('city') ?? place.get('text') ?? '',
      ...{ country: place.get('countrycode') ?? place.get('country') ?? '' },
      ...{ admin1: place.get('region') ?? '', point },
      radius: Number.isFinite(kilometres) ? kilometres * 1000 : null,
    }),
    actors: [
      ...named('organization').flatMap((each) => partyOf(each, each.get('name'), 'involved')),
      ...named('victim').flatMap((each) => partyOf(each, each.get('name'), 'target')),
      ...named('person').flatMap((each) =>
        partyOf(each, each.get('full-name') ?? each.get('last-name'), 'named', 'person'),
      ),
      ...attributes
        .filter(({ type }) => type === 'threat-actor')
        .flatMap((each) =>
          partyOf(new Map(), textOf(each['value']), 'involved', 'organisation', labelsOf(each)),
        ),
    ],
    claims: named('intelligence-source-assessment').map((each) => claimOf(each, tags)),
    sources: [
      ...named('report').flatMap((each) => sourceOf(each.get('title'), each.get('link'))),
      ...named('news-agency').flatMap((each) => sourceOf(each.get('name'), each.get('link'))),
      ...attributes
        .filter(({ type }) => type === 'link')
        .flatMap(({ value }) => sourceOf(textOf(value), textOf(value, 4000))),
    ],
    notes: [
      ...named('annotation').map((each) => ({ body: each.get('text') ?? '' })),
      ...attributes
        .filter(({ type }) => type === 'text' || type === 'comment')
        .map((each) => ({ body: textOf(each['value'], 50_000), ...labelsOf(each) })),
    ]
      .filter(({ body }) => body !== '')
      .map((note) => ({ kind: 'comment', ...note })),
    tags: tags.filter((name) => !/^(tlp|admiralty-scale):/i.test(name)),
    ...labelsOf(event),
    kept: Object.fromEntries(
      // a label that TLP does not have is not lost
      tags
        .filter(
          (name) => /^admiralty-scale:/i.test(name) || (/^tlp:/i.test(name) && !parseTlp(name)),
        )
        .map((name) => [name, 'yes']),
    ),
  };
  return { row };
}

function partyOf(
  values: ReadonlyMap<string, string>,
  name: string | undefined,
  role: ReadParty['role'],
  kind: ReadParty['actor']['kind'] = 'organisation',
  label: Pick<ReadParty, 'tlp'> = {},
): ReadParty[] {
  if (name === undefined || name === '') return [];
  const description = values.get('description') ?? values.get('text') ?? '';
  const actor = { name: name.slice(0, 500), kind, inter: null, description };
  return [{ actor: { ...actor, ...label }, role, attribution: null, ...label }];
}

function sourceOf(title: string | undefined, url: string | undefined): ReadSource[] {
  if (title === undefined || title === '') return [];
  const address = url === undefined || url === '' ? null : url.slice(0, 4000);
  return [
    { title: title.slice(0, 500), kind: 'other', publisher: null, url: address, published: null },
  ];
}

const tagged = (tags: readonly string[], name: string): string | undefined =>
  tags.flatMap(
    (tag) => new RegExp(`^admiralty-scale:${name}="(\\w)"$`, 'i').exec(tag)?.[1] ?? [],
  )[0];

/** Admiralty letters and numbers, of the object itself, else of the tags of the event. */
function claimOf(values: ReadonlyMap<string, string>, tags: readonly string[]): ReadClaim {
  const letter = (values.get('source-reliability') ?? tagged(tags, 'source-reliability') ?? '')
    .slice(0, 1)
    .toUpperCase();
  // MISP's G, "deliberately deceptive", is an unreliable source here
  const reliability = reliabilities.find((each) => each === (letter === 'G' ? 'E' : letter));
  const number = Number(
    (values.get('information-credibility') ?? tagged(tags, 'information-credibility') ?? '').slice(
      0,
      1,
    ),
  );
  const title = values.get('source-id') ?? '';
  return {
    kind: 'other',
    source: title === '' ? null : withReliability(title.slice(0, 500), reliability),
    claimant: null,
    statement: (values.get('evaluation') ?? values.get('source-summary') ?? '').slice(0, 10_000),
    ...{ value: null, madeOn: null, tolls: [] },
    ...(number >= 1 && number <= 6 ? { credibility: number } : {}),
  };
}

function withReliability(title: string, reliability: Reliability | undefined): ReadSource {
  const source = { title, kind: 'other', publisher: null, url: null, published: null } as const;
  return reliability === undefined ? source : { ...source, reliability };
}

/** Whether the event carries a whole incident of Cairn. */
export function isOurEvent(event: Loose): boolean {
  return objectsOf(event['Attribute']).some(({ comment }) => comment === cairnComment);
}

const objectsTaken: ReadonlySet<string> = new Set([
  ...['geolocation', 'organization', 'victim', 'person', 'report', 'news-agency', 'annotation'],
  'intelligence-source-assessment',
]);
const attributesTaken: ReadonlySet<string> = new Set(['threat-actor', 'link', 'text', 'comment']);

/** What stands in an event, one by one: `event`, `object person`, `attribute ip-dst`, and whether it is taken. */
export function mispParts(
  event: Loose,
): readonly { readonly kind: string; readonly isTaken: boolean }[] {
  const attributes = objectsOf(event['Attribute']).filter(({ deleted }) => deleted !== true);
  const whole = { kind: 'event', isTaken: true };
  // a whole incident of ours stands beside its parts
  if (isOurEvent(event)) return [whole];
  let places = 0;
  return [
    whole,
    ...objectsOf(event['Object'])
      .filter(({ deleted }) => deleted !== true)
      .map((each) => {
        const name = textOf(each['name'], 100);
        // an incident has one place
        if (name === 'geolocation') places += 1;
        const isTaken = objectsTaken.has(name) && (name !== 'geolocation' || places === 1);
        return { kind: `object ${name}`, isTaken };
      }),
    ...attributes.map((each) => {
      const type = textOf(each['type'], 100);
      return { kind: `attribute ${type}`, isTaken: attributesTaken.has(type) };
    }),
  ];
}
