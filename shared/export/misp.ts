/**
 * Events of MISP (misp-core-format): one event for each incident, with objects of MISP's own templates.
 * Ids, counts and times are texts, as MISP has them. The whole incident goes along as one attribute.
 */
import type { Actor } from '../domain/records.ts';
import type {
  ActorIncidentRole,
  Credibility,
  Reliability,
  ReviewState,
} from '../domain/vocabulary.ts';
import { carriedOf } from './carried.ts';
import {
  type ExportClaim,
  type ExportIncident,
  placeName,
  sourcesOf,
  type TextWriter,
} from './model.ts';
import { stableId } from './stable-id.ts';

/** Comment of the attribute that holds the incident as Cairn has it. */
export const cairnComment = 'cairn-incident';

/** Templates of misp-objects that are used. */
export const mispTemplates = {
  event: ['3853b726-6a9c-43b3-8ffb-23839b07d5a9', '1', 'misc'],
  geolocation: ['cd6f2238-ba55-4888-82c4-104e6e1acf21', '8', 'misc'],
  organization: ['f750e12b-127a-432c-b022-b3f9153c4e2a', '3', 'misc'],
  person: ['a15b0477-e9d1-4b9c-9546-abe78a4f4248', '8', 'misc'],
  victim: ['a8806e40-39ad-435f-be02-ac2a13d6fc7d', '10', 'misc'],
  report: ['70a68471-df22-4e3f-aa1a-5a3be19f82df', '8', 'misc'],
  annotation: ['5d8dc046-15a1-4ca3-a09f-ed4ede7c4487', '2', 'misc'],
  'intelligence-source-assessment': ['2d3a5895-6c54-50b5-bd25-ce33e974c50a', '1', 'misc'],
} as const;
type Template = keyof typeof mispTemplates;

/** As the template lists them. */
const reliabilityWords: { readonly [R in Reliability]: string } = {
  A: 'A - Completely reliable',
  B: 'B - Usually reliable',
  C: 'C - Fairly reliable',
  D: 'D - Not usually reliable',
  E: 'E - Unreliable',
  F: 'F - Reliability cannot be judged',
};
const credibilityWords: { readonly [C in Credibility]: string } = {
  1: '1 - Confirmed by other sources',
  2: '2 - Probably true',
  3: '3 - Possibly true',
  4: '4 - Doubtfully true',
  5: '5 - Improbable',
  6: '6 - Truth cannot be judged',
};
const analysis: { readonly [S in ReviewState]: string } = { draft: '0', reviewed: '1', final: '2' };
const victimRoles: readonly string[] = ['target', 'victim'] satisfies ActorIncidentRole[];

/** `object_relation`, type of the attribute, value; absent ones are left out. */
type Part = readonly [relation: string, type: string, value: string | number | null | undefined];

function seconds(stamp: string): string {
  return String(Math.floor(Date.parse(stamp) / 1000));
}

function object(name: Template, key: string, timestamp: string, parts: readonly Part[]) {
  const [template_uuid, template_version, category] = mispTemplates[name];
  return {
    name,
    'meta-category': category,
    ...{ template_uuid, template_version, uuid: stableId(`misp ${name}`, key), timestamp },
    distribution: '5',
    Attribute: parts.flatMap(([object_relation, type, value], at) => {
      if (value === null || value === undefined || value === '') return [];
      return [
        {
          uuid: stableId(`misp ${name} ${at} ${object_relation}`, key),
          ...{ object_relation, type, category: 'Other', value: String(value) },
          ...{ timestamp, to_ids: false, distribution: '5', disable_correlation: true },
        },
      ];
    }),
  };
}

type MispObject = ReturnType<typeof object>;

function eventObject(whole: ExportIncident, time: string): MispObject {
  const { incident } = whole;
  const fidelity = /^\d{4}$/.test(incident.date_edtf ?? '')
    ? 'year'
    : /^\d{4}-\d{2}$/.test(incident.date_edtf ?? '')
      ? 'month'
      : 'day';
  return object('event', incident.id, time, [
    ['name', 'text', incident.title],
    ['description', 'text', incident.summary],
    ['status', 'text', incident.status === 'confirmed' ? 'occurred' : 'undetermined'],
    ['event_type', 'text', incident.event_type],
    ['event_type', 'text', incident.sub_event_type],
    ['start_time', 'datetime', incident.date_earliest],
    ['start_time_fidelity', 'text', incident.date_earliest === null ? null : fidelity],
    ['end_time', 'datetime', incident.date_latest],
    ['end_time_fidelity', 'text', incident.date_latest === null ? null : fidelity],
  ]);
}

function geolocation(whole: ExportIncident, time: string): MispObject {
  const { incident } = whole;
  return object('geolocation', incident.id, time, [
    ['latitude', 'float', incident.latitude],
    ['longitude', 'float', incident.longitude],
    // kilometres in MISP, metres here
    ['accuracy-radius', 'float', incident.radius_m === null ? null : incident.radius_m / 1000],
    ['city', 'text', placeName(whole)],
    ['region', 'text', incident.admin1],
    ['countrycode', 'text', incident.country],
  ]);
}

function actorObject(actor: Actor, role: string, key: string, time: string): MispObject {
  if (actor.kind === 'person') {
    return object('person', key, time, [
      ['full-name', 'full-name', actor.name],
      ['nationality', 'nationality', actor.country],
      ['text', 'text', actor.description],
      ['role', 'text', role],
    ]);
  }
  if (victimRoles.includes(role)) {
    return object('victim', key, time, [
      ['name', 'target-org', actor.name],
      ['description', 'text', actor.description],
      ['regions', 'target-location', actor.country],
      ['roles', 'text', role],
    ]);
  }
  return object('organization', key, time, [
    ['name', 'text', actor.name],
    ['type-of-organization', 'text', actor.kind],
    ['description', 'text', actor.description],
    ['role', 'text', role],
  ]);
}

function assessment({ claim, source, claimant, tolls }: ExportClaim, time: string): MispObject {
  const figures = tolls.map(
    ({ low, high, party, outcome, qualifier, words }) =>
      `${words ?? [low ?? qualifier, ...(high === null || high === low ? [] : [high])].join('–')} ${party} ${outcome}`,
  );
  return object('intelligence-source-assessment', claim.id, time, [
    ['source-id', 'text', source?.title ?? claimant?.name],
    ['source-reliability', 'text', source === null ? null : reliabilityWords[source.reliability]],
    ['information-credibility', 'text', credibilityWords[claim.credibility as Credibility]],
    [
      'evaluation',
      'text',
      [claim.statement, claim.value ?? '', ...figures].filter(Boolean).join('\n'),
    ],
    ['comment', 'comment', claimant === null ? null : `claimant: ${claimant.name}`],
  ]);
}

function objectsOf(whole: ExportIncident, time: string): MispObject[] {
  const { incident } = whole;
  const hasPlace = incident.latitude !== null || placeName(whole) !== null || incident.country;
  return [
    eventObject(whole, time),
    ...(hasPlace ? [geolocation(whole, time)] : []),
    ...whole.actors.map(({ actor, link }) => actorObject(actor, link.role, link.id, time)),
    ...sourcesOf(whole).map((source) =>
      object('report', `${incident.id} ${source.id}`, time, [
        ['title', 'text', source.title],
        ['link', 'link', source.url],
        ['summary', 'text', source.publisher],
      ]),
    ),
    ...whole.claims.map((told) => assessment(told, time)),
    ...whole.notes.map(({ id, body, kind }) =>
      object('annotation', id, time, [
        ['text', 'text', body],
        ['type', 'text', kind],
        ['format', 'text', 'markdown'],
      ]),
    ),
  ];
}

export function mispEvent(whole: ExportIncident) {
  const { incident, dataSet } = whole;
  const time = seconds(incident.updated_at);
  const attribute = (comment: string, value: string) => ({
    uuid: stableId(`misp ${comment}`, incident.id),
    ...{ type: 'text', category: 'Other', value, comment, timestamp: time },
    ...{ to_ids: false, distribution: '5', disable_correlation: true },
  });
  return {
    Event: {
      uuid: stableId('misp', incident.id),
      info: incident.title.replace(/\s+/g, ' ').slice(0, 256),
      date: incident.date_earliest ?? incident.created_at.slice(0, 10),
      ...{ timestamp: time, publish_timestamp: '0', published: false },
      ...{ threat_level_id: '4', analysis: analysis[incident.review] },
      // whoever takes it in decides how far it goes
      ...{ distribution: '0', org_id: '0', orgc_id: '0' },
      Orgc: { name: 'Cairn', uuid: stableId('misp', 'cairn') },
      Tag: [{ name: `tlp:${incident.tlp.toLowerCase()}` }, ...whole.tags.map((name) => ({ name }))],
      Attribute: [
        attribute(cairnComment, JSON.stringify(carriedOf(whole))),
        ...(dataSet === null
          ? []
          : [attribute('attribution', `${dataSet.title}: ${dataSet.terms}`)]),
      ],
      Object: objectsOf(whole, time),
    },
  };
}

export function mispWriter(): TextWriter {
  let isFirst = true;
  return {
    begin: () => '{"response":[',
    page: ({ incidents }) => {
      let text = '';
      for (const whole of incidents) {
        text += `${isFirst ? '' : ','}\n${JSON.stringify(mispEvent(whole))}`;
        isFirst = false;
      }
      return text;
    },
    end: () => '\n]}\n',
  };
}
