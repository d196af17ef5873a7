/** Puts the records of a page together, incident by incident. */
import type { RecordOf } from '../../../shared/domain/records.ts';
import type { Outcome } from '../../../shared/domain/vocabulary.ts';
import type {
  ExportClaim,
  ExportDataSet,
  ExportIncident,
  ExportPage,
} from '../../../shared/export/model.ts';
import type { PackRecords } from '../../../shared/pack/fields.ts';
import type { PackTable } from '../../../shared/pack/format.ts';
import { listTotals } from '../../db/queries/export-rows.ts';
import type { Reader } from '../../db/sqlite.ts';

/** Records under the ceiling, and incidents of which a figure stays here. */
export interface Whole {
  readonly records: PackRecords;
  readonly hidden: ReadonlySet<string>;
}

interface Known {
  readonly dataSetOf: (incidentId: string) => ExportDataSet | null;
  /** True the first time a record is asked for. */
  readonly isNew: (table: PackTable, id: string) => boolean;
  readonly hidden: ReadonlySet<string>;
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const sameRoles: readonly string[] = ['possibly-same-as', 'duplicate-of'];

export function assemble(
  db: Reader,
  ids: readonly string[],
  { records }: Whole,
  { dataSetOf, isNew, hidden }: Known,
): ExportPage {
  const list = <T extends PackTable>(table: T) =>
    (records.get(table) ?? []) as unknown as readonly RecordOf<T>[];
  const byId = <T extends PackTable>(table: T) =>
    new Map(list(table).map((record) => [record.id, record]));
  const [incidents, places, actors, sources, tags] = [
    byId('incident'),
    byId('place'),
    byId('actor'),
    byId('source'),
    byId('tag'),
  ];
  const orNull = <T>(map: ReadonlyMap<string, T>, id: string | null): T | null =>
    id === null ? null : (map.get(id) ?? null);
  const tolls = grouped(list('toll'), ({ claim_id }) => claim_id);
  const claims = grouped(list('claim'), ({ incident_id }) => incident_id);
  const relations = grouped(list('claim_relation'), ({ from_claim_id }) => from_claim_id);
  const ties = grouped(
    list('link').filter(({ kind }) => kind === 'actor-incident'),
    ({ to_id }) => to_id,
  );
  const between = list('link').filter(({ kind }) => kind === 'incident-incident');
  const same = new Map<string, string[]>();
  for (const { from_id, to_id, role } of between) {
    if (!sameRoles.includes(role)) continue;
    same.set(from_id, [...(same.get(from_id) ?? []), to_id]);
    same.set(to_id, [...(same.get(to_id) ?? []), from_id]);
  }
  const notes = grouped(list('note'), ({ target_id }) => target_id);
  const taggings = grouped(list('tagging'), ({ target_id }) => target_id);
  const names = grouped(list('actor_name'), ({ actor_id }) => actor_id);
  const totals = listTotals(db, ids);
  const totalOf = (id: string, outcome: Outcome) =>
    hidden.has(id) ? null : (totals.get(id)?.find((total) => total.outcome === outcome) ?? null);
  const claimOf = (claim: RecordOf<'claim'>): ExportClaim => ({
    claim,
    source: orNull(sources, claim.source_id),
    claimant: orNull(actors, claim.claimant_id),
    deniedBy: orNull(actors, claim.denied_by_id),
    tolls: tolls.get(claim.id) ?? [],
  });
  const whole = (incident: RecordOf<'incident'>): ExportIncident => {
    const { id } = incident;
    const own = claims.get(id) ?? [];
    return {
      incident,
      place: orNull(places, incident.place_id),
      actors: (ties.get(id) ?? []).flatMap((link) => {
        const actor = actors.get(link.from_id);
        return actor === undefined ? [] : [{ link, actor }];
      }),
      claims: own.map(claimOf),
      relations: own.flatMap((claim) => relations.get(claim.id) ?? []),
      notes: notes.get(id) ?? [],
      tags: (taggings.get(id) ?? []).flatMap(({ tag_id }) => tags.get(tag_id)?.name ?? []),
      killed: totalOf(id, 'killed'),
      injured: totalOf(id, 'injured'),
      possiblySameAs: [...new Set(same.get(id))],
      dataSet: dataSetOf(id),
    };
  };
  return {
    incidents: ids.flatMap((id) => {
      const incident = incidents.get(id);
      return incident === undefined ? [] : [whole(incident)];
    }),
    actors: list('actor')
      .filter(({ id }) => isNew('actor', id))
      .map((actor) => ({ actor, names: names.get(actor.id) ?? [] })),
    sources: list('source').filter(({ id }) => isNew('source', id)),
    places: list('place').filter(({ id }) => isNew('place', id)),
    incidentLinks: between.filter(({ id }) => isNew('link', id)),
  };
}
