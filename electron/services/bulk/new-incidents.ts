/**
 * Writes incidents that a file brings anew, with their actors, sources, claims, tags and all that follows
 * from them: caches, search index, map index. Everything goes into ranges of the log (decision 0091).
 */
import { recordDefaults } from '../../../shared/contract/record-calls.ts';
import { edtfBounds } from '../../../shared/domain/edtf.ts';
import type { TollClaim } from '../../../shared/domain/toll.ts';
import type { Reliability, TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { ReadRow } from '../../../shared/import/read-acled.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import { type BulkIndex, bulkIndex } from '../../db/queries/bulk-index.ts';
import { reliabilityOf, sourceWords } from '../../db/queries/import-names.ts';
import { cacheColumns, cacheOf } from '../../db/queries/incident-cache.ts';
import { incidentTexts } from '../../db/queries/search-index.ts';
import type { Tx } from '../transaction.ts';
import { BulkTable } from './bulk-tables.ts';
import { type DataSet, tollOf } from './data-sets.ts';
import { ImportNames, type NamedActor } from './import-names.ts';

type Values = Readonly<Record<string, unknown>>;
const bulkNames = [
  'actor',
  'source',
  'tag',
  'incident',
  'claim',
  'toll',
  'link',
  'tagging',
] as const;
type BulkName = (typeof bulkNames)[number];

/** Between the parts of a column of words, see search-index.ts. */
const between = ' \n ';

export interface RowPlace {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly digest: string;
  /** `external_key` of the incident. */
  readonly key: string;
}

interface NewClaim {
  readonly kind: 'toll' | 'other';
  /** Id. */
  readonly source: string;
  readonly told: TollClaim;
}

export interface NewIncidentsOptions {
  readonly batch: string;
  readonly dataSet: DataSet;
  readonly tlp: TlpLabel;
  /** Whether the case is one of invented material. */
  readonly invented: boolean;
}

export class NewIncidents {
  readonly names: ImportNames;
  readonly #tx: Tx;
  readonly #options: NewIncidentsOptions;
  readonly #tables: { readonly [T in BulkName]: BulkTable };
  readonly #index: BulkIndex;
  readonly #meta: Values;
  readonly #reliabilities = new Map<string, Reliability>();
  #dataSetSource: string | undefined;
  #isDataSetNew = false;
  readonly #folded = new Map<string, string>();
  readonly #sourceWords = new Map<string, string>();

  constructor(tx: Tx, options: NewIncidentsOptions) {
    const { db, session, at } = tx;
    this.#tx = tx;
    this.#options = options;
    this.#index = bulkIndex(db);
    const by = session.author.id;
    this.#meta = {
      ...{ tlp: options.tlp, deleted_at: null, origin: options.batch },
      ...{ created_at: at, created_by: by, updated_at: at, updated_by: by },
    };
    this.#tables = Object.fromEntries(
      bulkNames.map((name) => [
        name,
        new BulkTable(db, name, name === 'incident' ? cacheColumns : []),
      ]),
    ) as { [T in BulkName]: BulkTable };
    this.names = new ImportNames(db, {
      actor: ({ name, kind, inter }) => {
        const id = this.#add('actor', { name, kind, inter_code: inter });
        this.#index.document('actor', id, fold(name), '');
        return id;
      },
      source: (title) => {
        const { dataSet } = options;
        if (title !== dataSet.title) return this.#source({ title, kind: 'other' });
        this.#isDataSetNew = true;
        const { publisher, url } = dataSet;
        return this.#source({ title, kind: 'dataset-row', publisher, url });
      },
      tag: (name) => this.#add('tag', { name, colour: null }),
    });
  }

  /** Id of the source that stands for the data set itself. */
  get dataSetSource(): string {
    this.#dataSetSource ??= this.names.source(this.#options.dataSet.title);
    return this.#dataSetSource;
  }

  /** The same, when it was made just now. */
  get newDataSetSource(): string | undefined {
    return this.#isDataSetNew ? this.#dataSetSource : undefined;
  }

  /** Incidents written so far. */
  get count(): number {
    return this.#tables.incident.count;
  }

  /** Ends the ranges: records made from now on are made one by one. Answers the rows for the log. */
  finish(): ChangeRow[] {
    return Object.values(this.#tables).flatMap((table) => table.finish(this.#options.batch) ?? []);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(
      bulkNames.map((name) => [name, this.#tables[name].count]).filter(([, count]) => count !== 0),
    );
  }

  #record(table: BulkName, values: Values, id?: string): Values & { readonly id: string } {
    const defaults: Values = recordDefaults[table];
    return { ...this.#meta, ...defaults, ...values, id: id ?? this.#tx.session.newId() };
  }

  #add(table: BulkName, values: Values, id?: string): string {
    const record = this.#record(table, values, id);
    this.#tables[table].add(record);
    return record.id;
  }

  #source(values: { title: string; kind: string; publisher?: string; url?: string }): string {
    const computed = { text_sha256: null, text_version: 1 };
    const dates = { published_earliest: null, published_latest: null };
    const id = this.#add('source', { ...values, ...computed, ...dates });
    const body = [values.publisher, values.url].filter((part) => part !== undefined);
    this.#index.document('source', id, fold(values.title), fold(body.join(between)));
    return id;
  }

  /** Folds a text that returns in many rows once. */
  #fold(text: string): string {
    let known = this.#folded.get(text);
    if (known === undefined) {
      known = fold(text);
      this.#folded.set(text, known);
    }
    return known;
  }

  #reliabilityOf(source: string): Reliability {
    let known = this.#reliabilities.get(source);
    if (known === undefined) {
      known = reliabilityOf(this.#tx.db, source) as Reliability;
      this.#reliabilities.set(source, known);
    }
    return known;
  }

  #wordsOfSource(id: string): string {
    let known = this.#sourceWords.get(id);
    if (known === undefined) {
      known = fold(sourceWords(this.#tx.db, id));
      this.#sourceWords.set(id, known);
    }
    return known;
  }

  /** Writes one row as an incident; answers the incident's id. */
  write(row: ReadRow, place: RowPlace): string {
    const { incident } = row;
    const { earliest, latest } = edtfBounds(incident.date_edtf);
    const record = this.#record('incident', {
      ...incident,
      ...{ date_earliest: earliest, date_latest: latest },
      ...{ external_key: place.key, invented: this.#options.invented },
    });
    const sources = row.sources.map((title) => this.names.source(title));
    const actors = row.actors.map((actor) => this.names.actor(actor));
    const claims = this.#claimsOf(row, sources);
    const cache = cacheOf(
      incident.title,
      incident.place_words,
      claims.map(({ told }) => told),
    );
    const pk = this.#tables.incident.add(
      record,
      cacheColumns.map((name) => cache[name]),
    );
    // after what they name, or SQLite searches whole tables for those who wait for it
    for (const { kind, source, told } of claims) this.#addClaim(record.id, kind, source, told);
    this.#tie(record.id, row, actors);
    this.#indexIncident(pk, record.id, row, { actors, sources });
    const kept = Object.keys(row.kept).length === 0 ? null : JSON.stringify(row.kept);
    const { line, digest } = place;
    this.#index.importedRow(pk, { seq: this.#tx.seq, line, stamp: row.stamp, digest, kept });
    return record.id;
  }

  /** The data set's own figure, and a claim without words for each source it names. */
  #claimsOf(row: ReadRow, sources: readonly string[]): NewClaim[] {
    const claim = (
      kind: NewClaim['kind'],
      source: string,
      tolls: TollClaim['tolls'],
    ): NewClaim => ({
      ...{ kind, source },
      told: {
        ...{
          id: this.#tx.session.newId(),
          credibility: 6,
          reliability: this.#reliabilityOf(source),
        },
        ...{ originKey: null, supersededById: null, deniedById: null, tolls },
      },
    });
    const named = [...new Set(sources)].filter((source) => source !== this.dataSetSource);
    const own =
      row.killed !== undefined
        ? [claim('toll', this.dataSetSource, [tollOf(row.killed)])]
        : named.length === 0
          ? [claim('other', this.dataSetSource, [])]
          : [];
    return [...own, ...named.map((source) => claim('other', source, []))];
  }

  #addClaim(incidentId: string, kind: string, source: string, { id, tolls }: TollClaim): void {
    this.#add('claim', { incident_id: incidentId, source_id: source, kind }, id);
    for (const toll of tolls) this.#add('toll', { claim_id: id, ...toll });
  }

  /** ACLED's actor 1 need not be the aggressor: all are "involved". */
  #tie(incidentId: string, row: ReadRow, actors: readonly NamedActor[]): void {
    for (const id of new Set(actors.map((actor) => actor.id))) {
      const ends = { kind: 'actor-incident', from_id: id, to_id: incidentId };
      this.#add('link', { ...ends, role: 'involved' });
    }
    for (const id of new Set(row.tags.map((name) => this.names.tag(name)))) {
      this.#add('tagging', { tag_id: id, target_table: 'incident', target_id: incidentId });
    }
  }

  #indexIncident(
    pk: number,
    id: string,
    { incident, killed }: ReadRow,
    { actors, sources }: { actors: readonly NamedActor[]; sources: readonly string[] },
  ): void {
    const { latitude, longitude } = incident;
    if (latitude !== null && longitude !== null) this.#index.point(pk, latitude, longitude);
    if (actors.some(({ words }) => words === undefined)) {
      this.#index.words(pk, incidentTexts(this.#tx.db, id));
      return;
    }
    const places = [incident.place_words, incident.admin1, incident.admin2, incident.country];
    const ofDataSet = killed !== undefined || sources.length === 0;
    const all = new Set([...(ofDataSet ? [this.dataSetSource] : []), ...sources]);
    this.#index.words(pk, [
      fold(incident.title),
      fold(incident.summary),
      places.flatMap((part) => (part ? [this.#fold(part)] : [])).join(between),
      [...new Map(actors.map((actor) => [actor.id, actor.words])).values()].join(between),
      ...['', ''],
      [...all].map((source) => this.#wordsOfSource(source)).join(between),
    ]);
  }
}
