/** The whole incident that a file of ours carries, as the pipeline of imports takes it. Pure. */
import { disorderOf } from '../../domain/disorder-type.ts';
import { isValidEdtf } from '../../domain/edtf.ts';
import { licensedSetOf } from '../../domain/licensed-data.ts';
import { type ActorIncidentRole, actorIncidentRoles } from '../../domain/vocabulary.ts';
import { type Carried, carriedSchema } from '../../export/carried.ts';
import type { ReadActor, ReadRow, ReadSource } from '../imported.ts';

/** Undefined for anything that is not whole: the file then counts as one of others. */
export function readCarried(value: unknown): Carried | undefined {
  const { success, data } = carriedSchema.safeParse(value);
  return success ? data : undefined;
}

type CarriedActor = Pick<
  Carried['actors'][number],
  'name' | 'kind' | 'country' | 'inter_code' | 'tlp'
>;
type CarriedSource = NonNullable<Carried['claims'][number]['source']>;

const edtf = (text: string | null): string | null =>
  text !== null && isValidEdtf(text) ? text : null;

function actorOf({ name, kind, country, inter_code, tlp }: CarriedActor): ReadActor {
  return { name, kind, country, inter: inter_code, tlp };
}

function sourceOf(source: CarriedSource): ReadSource {
  const { title, kind, publisher, url, author, language, reliability, tlp } = source;
  const published = edtf(source.published);
  return { title, kind, publisher, url, published, author, language, reliability, tlp };
}

const isRole = (role: string): role is ActorIncidentRole =>
  (actorIncidentRoles as readonly string[]).includes(role);

export function rowOfCarried(carried: Carried): ReadRow {
  const { version: _, totals: _totals, id, tlp, invented, external_key, place, ...rest } = carried;
  const { actors, claims, notes, tags, event_type, sub_event_type, ...fields } = rest;
  // rows of a data set stay those of the data set, whatever they travelled in
  const set = licensedSetOf(external_key);
  return {
    key: set === undefined ? id : `${set}:${id}`,
    stamp: null,
    tlp,
    incident: {
      ...fields,
      ...{ event_type, sub_event_type, disorder_type: disorderOf(event_type, sub_event_type) },
      date_edtf: edtf(fields.date_edtf),
      place_words: place?.name ?? fields.place_words,
    },
    actors: actors.flatMap(({ role, attribution, note, tie_tlp, ...who }) =>
      isRole(role) ? [{ actor: actorOf(who), role, attribution, note, tlp: tie_tlp }] : [],
    ),
    claims: claims.map(({ source, claimant, made_on, ...told }) => ({
      ...told,
      madeOn: edtf(made_on),
      source: source && sourceOf(source),
      claimant: claimant && actorOf(claimant),
    })),
    sources: [],
    notes,
    tags,
    kept: external_key === null ? {} : { external_key },
    warnings: [],
  };
}
