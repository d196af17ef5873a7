/**
 * Makes incidents that a file brings anew, with their actors, sources, claims, notes, tags and all that
 * follows from them: caches, search index, map index. Everything goes into ranges of the log (0091).
 * Writes nothing itself, so that a thread without the case's writer can do it (0101).
 */
import { edtfBounds } from '../../../shared/domain/edtf.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { DataSet } from '../../../shared/import/data-sets.ts';
import type { ReadActor, ReadParty, ReadRow, ReadSource } from '../../../shared/import/imported.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { once } from '../../../shared/lib/once.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import type { NextKeys, Piece } from '../../db/queries/bulk-writer.ts';
import { cacheColumns, cacheOf } from '../../db/queries/incident-cache.ts';
import type { Reader } from '../../db/sqlite.ts';
import { FileNames } from './file-names.ts';
import type { NamedActor, NameMaker } from './import-names.ts';
import { IndexRows } from './index-rows.ts';
import { KnownFacts } from './known-facts.ts';
import { between, rangeMaker, wordsOf } from './name-makers.ts';
import { RecordRanges } from './record-ranges.ts';
import { type PlacedClaim, placeClaims, tollClaims } from './row-claims.ts';

export interface RowPlace {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly digest: string;
  /** `external_key` of the incident. */
  readonly key: string;
}

export interface NewIncidentsOptions {
  readonly batch: string;
  readonly dataSet: DataSet;
  readonly tlp: TlpLabel;
  /** Whether the case is one of invented material. */
  readonly invented: boolean;
  /** Number of the action. */
  readonly seq: number;
  readonly keys: NextKeys;
  readonly newId: () => string;
}

interface Tie extends Omit<ReadParty, 'actor'> {
  readonly actor: NamedActor;
}

export class NewIncidents {
  readonly file: FileNames;
  readonly #options: NewIncidentsOptions;
  readonly #ranges: RecordRanges;
  readonly #index: IndexRows;
  readonly #facts: KnownFacts;
  /** Of texts that return in many rows. */
  readonly #fold = once(fold);
  readonly #bounds = once(edtfBounds);
  readonly #placing = {
    dataSetSource: () => this.file.dataSetSource,
    source: (source: ReadSource) => this.file.source(source),
    actor: (actor: ReadActor) => this.file.names.actor(actor).id,
  };

  /** `db` is read before the first row only, and where a row names what stands in the case already. */
  constructor(db: Reader, options: NewIncidentsOptions) {
    const { batch, tlp, keys, newId, dataSet } = options;
    this.#options = options;
    this.#index = new IndexRows(keys.document);
    this.#ranges = new RecordRanges({ batch, tlp, newId, keys: keys.records });
    this.#facts = new KnownFacts(db);
    this.file = new FileNames(db, dataSet, this.#maker());
  }

  /** What is made is known at once, though it is not written yet. */
  #maker(): NameMaker {
    const maker = rangeMaker(this.#ranges, this.#index);
    return {
      ...maker,
      actor: (actor) => {
        const id = maker.actor(actor);
        this.#facts.madeActor(id, actor);
        return id;
      },
      source: (source) => {
        const id = maker.source(source);
        this.#facts.madeSource(id, source);
        return id;
      },
    };
  }

  /** What was made since the last call, to be written. */
  take(): Piece {
    return { ...this.#ranges.take(), ...this.#index.take() };
  }

  /** Ends the ranges: records made from now on are made one by one. Answers the rows for the log. */
  finish(): ChangeRow[] {
    return this.#ranges.finish();
  }

  counts(): Record<string, number> {
    return this.#ranges.counts();
  }

  /** Makes an incident of one row. */
  add(row: ReadRow, place: RowPlace): void {
    const { incident } = row;
    const ranges = this.#ranges;
    const ties = this.#tiesOf(row);
    const claims = placeClaims(row, this.#placing);
    const claimIds = claims.map(() => ranges.newId());
    const tolls = tollClaims(claims, claimIds, this.#facts);
    const cache = cacheOf(incident.title, incident.place_words, tolls);
    const { earliest, latest } = this.#bounds(incident.date_edtf ?? '');
    const id = ranges.newId();
    const pk = ranges.add(
      'incident',
      id,
      [
        incident.title,
        incident.summary,
        incident.event_type,
        incident.sub_event_type,
        incident.disorder_type,
        incident.date_edtf,
        earliest,
        latest,
        incident.place_words,
        incident.latitude,
        incident.longitude,
        incident.geo_level,
        incident.geo_code,
        incident.country,
        incident.admin1,
        incident.admin2,
        incident.targets,
        incident.date_words,
        incident.time_words,
        incident.radius_m,
        incident.status,
        incident.status_why,
        incident.confidence,
        this.#options.invented,
        place.key,
      ],
      row.tlp,
      cacheColumns.map((name) => cache[name]),
    );
    for (let at = 0; at < claims.length; at += 1) {
      this.#addClaim(id, claims[at] as PlacedClaim, claimIds[at] as string, row.tlp);
    }
    this.#tie(id, row, ties);
    this.#indexIncident(pk, row, { ties, claims, titleKey: cache.title_key });
    const kept = Object.keys(row.kept).length === 0 ? null : JSON.stringify(row.kept);
    const { line, digest } = place;
    this.#index.importedRow(pk, { seq: this.#options.seq, line, stamp: row.stamp, digest, kept });
  }

  #addClaim(
    incidentId: string,
    { claim, source, claimant }: PlacedClaim,
    id: string,
    rowTlp: TlpLabel | undefined,
  ): void {
    const { kind, statement, value, madeOn, credibility, tolls, tlp = rowTlp } = claim;
    const ranges = this.#ranges;
    const said = [kind, statement, value, madeOn, credibility] as const;
    ranges.add('claim', id, [incidentId, source, claimant, ...said], tlp);
    const words = wordsOf([statement, value]);
    if (words !== '') this.#index.document('claim', id, '', words);
    for (const { party, outcome, low, high, qualifier, words: given, tlp: own = tlp } of tolls) {
      const figure = [party, outcome, low, high, qualifier, given] as const;
      ranges.add('toll', ranges.newId(), [id, ...figure], own);
    }
  }

  /** Each part of each actor once, in order. */
  #tiesOf({ actors }: ReadRow): readonly Tie[] {
    const ties = new Map<string, Tie>();
    for (const { actor: read, role, attribution, note = '', tlp } of actors) {
      const actor = this.file.names.actor(read);
      const key = actor.id + role;
      if (!ties.has(key)) ties.set(key, { actor, role, attribution, note, tlp });
    }
    return [...ties.values()];
  }

  #tie(incidentId: string, row: ReadRow, ties: readonly Tie[]): void {
    const ranges = this.#ranges;
    for (const { actor, role, attribution, note, tlp = row.tlp } of ties) {
      const ends = ['actor-incident', actor.id, incidentId] as const;
      ranges.add('link', ranges.newId(), [...ends, role, attribution, note], tlp);
    }
    if (row.tags.length > 0) {
      for (const tag of new Set(row.tags.map((name) => this.file.names.tag(name)))) {
        ranges.add('tagging', ranges.newId(), [tag, 'incident', incidentId], row.tlp);
      }
    }
    for (const { kind, body, tlp = row.tlp } of row.notes) {
      const id = ranges.newId();
      ranges.add('note', id, ['incident', incidentId, kind, body], tlp);
      this.#index.document('note', id, '', fold(body));
    }
  }

  #indexIncident(
    pk: number,
    { incident, notes }: ReadRow,
    {
      ties,
      claims,
      titleKey,
    }: {
      readonly ties: readonly Tie[];
      readonly claims: readonly PlacedClaim[];
      readonly titleKey: string;
    },
  ): void {
    const { latitude, longitude } = incident;
    if (latitude !== null && longitude !== null) this.#index.point(pk, latitude, longitude);
    // as `incidentTexts` has them: main names before further ones, an actor once for each of its parts
    const names = [
      ...ties.map(({ actor }) => actor.words),
      ...ties.flatMap(({ actor }) => actor.further),
    ];
    const places = [incident.place_words, incident.admin1, incident.admin2, incident.country];
    this.#index.words(pk, [
      titleKey,
      wordsOf([incident.summary, incident.date_words]),
      places.flatMap((part) => (part ? [this.#fold(part)] : [])).join(between),
      names.join(between),
      wordsOf(claims.flatMap(({ claim }) => [claim.statement, claim.value])),
      wordsOf(notes.map(({ body }) => body)),
      [...new Set(claims.map(({ source }) => source))]
        .map((source) => this.#facts.source(source).words)
        .join(between),
    ]);
  }
}
