/** Incidents, actors and places as objects of STIX. */
import type { Actor, Place } from '../../domain/records.ts';
import type { ActorKind, IncidentStatus, ReviewState } from '../../domain/vocabulary.ts';
import { carriedOf } from '../carried.ts';
import { type ExportActor, type ExportIncident, placeName, sourcesOf } from '../model.ts';
import {
  common,
  confidenceNumbers,
  incidentCore,
  present,
  type StixObject,
  sourceName,
  stixId,
  withCairn,
} from './common.ts';

/** Kinds that act by arms outside of a state are threat actors; all others are identities. */
const threatTypes: { readonly [K in ActorKind]?: readonly string[] } = {
  'rebel-group': ['terrorist'],
  'political-militia': ['unknown'],
  'identity-militia': ['unknown'],
  unidentified: ['unknown'],
};
const identityClasses: { readonly [K in ActorKind]?: string } = {
  person: 'individual',
  civilians: 'class',
  rioters: 'group',
  protesters: 'group',
  other: 'unknown',
};
const sectors: { readonly [K in ActorKind]?: readonly string[] } = {
  'state-force': ['defense'],
  'external-force': ['defense'],
  police: ['government-national'],
  government: ['government-national'],
  'media-monitor': ['communications'],
  'media-outlet': ['communications'],
};

function actorType({ kind }: Pick<Actor, 'kind'>): 'threat-actor' | 'identity' {
  return threatTypes[kind] === undefined ? 'identity' : 'threat-actor';
}

export function actorId(actor: Pick<Actor, 'id' | 'kind'>): string {
  return stixId(actorType(actor), actor.id);
}

export function actorObject({ actor, names }: ExportActor): StixObject {
  const type = actorType(actor);
  const { id, kind, country, inter_code, active_from, active_to } = actor;
  const aliases = [...new Set(names.map(({ name }) => name))].filter((name) => name !== actor.name);
  return {
    ...common(type, actor),
    name: actor.name,
    ...present({
      description: actor.description,
      ...(type === 'threat-actor'
        ? { aliases, threat_actor_types: threatTypes[kind] ?? [] }
        : {
            identity_class: identityClasses[kind] ?? 'organization',
            sectors: sectors[kind] ?? [],
          }),
    }),
    extensions: withCairn(
      present({
        ...{ id, kind, country, inter_code, active_from, active_to, aliases },
      }),
    ),
  };
}

/** What may stand in a location: a country, or both coordinates; a name alone is invalid in STIX. */
function whereabouts(where: {
  readonly country: string | null;
  readonly admin1: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radius_m: number | null;
}) {
  const hasPoint = where.latitude !== null && where.longitude !== null;
  if (!hasPoint && where.country === null) return undefined;
  return present({
    country: where.country,
    administrative_area: where.admin1,
    ...(hasPoint
      ? { latitude: where.latitude, longitude: where.longitude, precision: where.radius_m }
      : {}),
  });
}

export function placeObject(place: Place): StixObject | undefined {
  const where = whereabouts(place);
  if (where === undefined) return undefined;
  return {
    ...common('location', place),
    name: place.name,
    ...present({ description: place.description, city: place.admin2 }),
    ...where,
    extensions: withCairn({ id: place.id, geo_level: place.geo_level }),
  };
}

/**
 * Where an incident happened: the place of the case, unless the incident says another point, or there is
 * none; then a location of its own. Undefined where nothing is known that STIX can hold.
 */
export function incidentLocation(
  whole: ExportIncident,
): { readonly id: string; readonly own: StixObject | undefined } | undefined {
  const { incident, place } = whole;
  const isSame =
    place !== null &&
    place.latitude === incident.latitude &&
    place.longitude === incident.longitude;
  if (isSame) return placeObject(place) && { id: stixId('location', place.id), own: undefined };
  const where = whereabouts(incident);
  if (where === undefined) return undefined;
  const name = placeName(whole);
  const own = {
    ...common('location', incident, `of ${incident.id}`),
    ...present({ name }),
    ...where,
    extensions: withCairn({ geo_level: incident.geo_level }),
  };
  return { id: own.id, own };
}

const determinations: { readonly [S in IncidentStatus]: string } = {
  reported: 'suspected',
  claimed: 'suspected',
  corroborated: 'successful-attempt',
  confirmed: 'successful-attempt',
  disputed: 'suspected',
  refuted: 'false-positive',
};
const investigations: { readonly [S in ReviewState]: string } = {
  draft: 'new',
  reviewed: 'open',
  final: 'closed',
};

export function incidentObject(whole: ExportIncident): StixObject {
  const { incident, tags, dataSet } = whole;
  const key = incident.external_key;
  return {
    ...common('incident', incident),
    name: incident.title,
    ...present({
      description: describe(whole),
      labels: [
        ...new Set([incident.event_type, incident.sub_event_type, ...incident.targets, ...tags]),
      ].filter((label) => label !== null),
      confidence: incident.confidence && confidenceNumbers[incident.confidence],
      external_references: [
        ...(key === null || key === ''
          ? []
          : [
              present({
                source_name: sourceName(
                  dataSet?.title ?? key.slice(0, Math.max(1, key.indexOf(':'))),
                ),
                external_id: key,
                url: dataSet?.url,
                description: dataSet?.terms,
              }),
            ]),
        ...sourcesOf(whole).map(({ title, publisher, url }) =>
          present({
            source_name: sourceName(title),
            description: publisher ?? 'source',
            url: urlOrNone(url),
          }),
        ),
      ],
    }),
    extensions: {
      [incidentCore]: {
        extension_type: 'property-extension',
        determination: determinations[incident.status],
        investigation_status: investigations[incident.review],
      },
      // as text: STIX forbids the nulls and empty lists in it
      ...withCairn({ incident: JSON.stringify(carriedOf(whole)) }),
    },
  };
}

/** A sign that RFC 3986 allows in a path, or one written by its number. */
const sign = "(?:[\\w.~:/@!$&'()*+,;=-]|%[\\dA-Fa-f]{2})";
const tail = `(?:${sign}|[?])*`;
const plainUrl = new RegExp(
  `^https?://[\\w.~-]+(?::\\d+)?(?:/${sign}*)?(?:\\?${tail})?(?:#${tail})?$`,
);

/** STIX wants a URL to be one; what an analyst noted may be anything. */
function urlOrNone(url: string | null): string | undefined {
  return url !== null && plainUrl.test(url) ? url : undefined;
}

/** The summary, before it what STIX has no field for and a reader must not miss. */
function describe(whole: ExportIncident): string {
  const { incident } = whole;
  const parts = [
    incident.date_edtf ?? 'date unknown',
    placeName(whole) ?? incident.country ?? 'place unknown',
  ];
  return [`(${parts.join(', ')})`, incident.summary].filter((part) => part !== '').join(' ');
}
