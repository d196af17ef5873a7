/**
 * The whole of an incident as other formats carry it beside their own words, so that Cairn reads it back
 * without loss. Every file of ours with such a part names the version; readers take it as untrusted.
 */
import { z } from 'zod';
import { recordSchemas } from '../domain/records.ts';
import * as v from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import type { ExportClaim, ExportIncident } from './model.ts';

export const carriedVersion = 1;

const { incident, actor, source, claim, toll, link, note, place } = recordSchemas;
const i = incident.shape;
const tlp = z.enum(v.tlpLabels);
/** Of all but the incident: files of before decision 0117 have no labels of parts. */
const label = { tlp: tlp.optional() };

const carriedActorSchema = z.object({
  ...label,
  id: idSchema,
  name: actor.shape.name,
  kind: actor.shape.kind,
  country: actor.shape.country,
  inter_code: actor.shape.inter_code,
});
const carriedSourceSchema = z.object({
  ...label,
  id: idSchema,
  kind: source.shape.kind,
  title: source.shape.title,
  publisher: source.shape.publisher,
  author: source.shape.author,
  url: source.shape.url,
  published: source.shape.published,
  language: source.shape.language,
  reliability: source.shape.reliability,
});

const total = z.number().nullable();
const totals = {
  ...{ killed_low: total, killed_high: total, injured_low: total, injured_high: total },
};

export const carriedSchema = z.object({
  version: z.literal(carriedVersion),
  id: idSchema,
  tlp,
  ...{ title: i.title, summary: i.summary, event_type: i.event_type },
  ...{ sub_event_type: i.sub_event_type, targets: i.targets, date_edtf: i.date_edtf },
  ...{ date_words: i.date_words, time_words: i.time_words, place_words: i.place_words },
  ...{ latitude: i.latitude, longitude: i.longitude, geo_level: i.geo_level },
  ...{ radius_m: i.radius_m, geo_code: i.geo_code, country: i.country },
  ...{ admin1: i.admin1, admin2: i.admin2, status: i.status, status_why: i.status_why },
  ...{ confidence: i.confidence, invented: i.invented, external_key: i.external_key },
  place: z.object({ name: place.shape.name, gazetteer_id: place.shape.gazetteer_id }).nullable(),
  actors: z.array(
    z.object({
      ...carriedActorSchema.shape,
      role: link.shape.role,
      attribution: link.shape.attribution,
      note: link.shape.note,
      /** Label of the tie. */
      tie_tlp: tlp.optional(),
    }),
  ),
  claims: z.array(
    z.object({
      ...label,
      kind: claim.shape.kind,
      statement: claim.shape.statement,
      value: claim.shape.value,
      made_on: claim.shape.made_on,
      credibility: claim.shape.credibility,
      source: carriedSourceSchema.nullable(),
      claimant: carriedActorSchema.nullable(),
      tolls: z.array(
        z.object({
          ...label,
          party: toll.shape.party,
          outcome: toll.shape.outcome,
          low: toll.shape.low,
          high: toll.shape.high,
          qualifier: toll.shape.qualifier,
          words: toll.shape.words,
        }),
      ),
    }),
  ),
  notes: z.array(z.object({ ...label, kind: note.shape.kind, body: note.shape.body })),
  tags: z.array(z.string().min(1).max(100)),
  /** Reckoned, not said: by them a spreadsheet's change to a total is seen. */
  totals: z.object(totals).optional(),
});
export type Carried = z.infer<typeof carriedSchema>;

function pick<T extends object, K extends keyof T>(record: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, record[field]])) as Pick<T, K>;
}

const actorFields = ['tlp', 'id', 'name', 'kind', 'country', 'inter_code'] as const;
const sourceFields = [
  ...(['tlp', 'id', 'kind', 'title', 'publisher', 'author', 'url', 'published'] as const),
  ...(['language', 'reliability'] as const),
];
const tollFields = ['tlp', 'party', 'outcome', 'low', 'high', 'qualifier', 'words'] as const;
const incidentFields = [
  ...(['id', 'tlp', 'title', 'summary', 'event_type', 'sub_event_type', 'targets'] as const),
  ...(['date_edtf', 'date_words', 'time_words', 'place_words', 'latitude', 'longitude'] as const),
  ...(['geo_level', 'radius_m', 'geo_code', 'country', 'admin1', 'admin2', 'status'] as const),
  ...(['status_why', 'confidence', 'invented', 'external_key'] as const),
];

function carriedClaim({ claim: told, source: from, claimant, tolls }: ExportClaim) {
  return {
    ...pick(told, ['tlp', 'kind', 'statement', 'value', 'made_on', 'credibility']),
    source: from && pick(from, sourceFields),
    claimant: claimant && pick(claimant, actorFields),
    tolls: tolls.map((each) => pick(each, tollFields)),
  };
}

export function carriedOf(whole: ExportIncident): Carried {
  return {
    version: carriedVersion,
    ...pick(whole.incident, incidentFields),
    place: whole.place && pick(whole.place, ['name', 'gazetteer_id']),
    actors: whole.actors.map(({ actor: who, link: tie }) => ({
      ...pick(who, actorFields),
      ...pick(tie, ['role', 'attribution', 'note']),
      tie_tlp: tie.tlp,
    })),
    claims: whole.claims.map(carriedClaim),
    notes: whole.notes.map((each) => pick(each, ['tlp', 'kind', 'body'])),
    tags: [...whole.tags],
    totals: {
      ...{ killed_low: whole.killed?.low ?? null, killed_high: whole.killed?.high ?? null },
      ...{ injured_low: whole.injured?.low ?? null, injured_high: whole.injured?.high ?? null },
    },
  };
}
