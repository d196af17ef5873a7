/** A file with incidents, whatever it is: a table, a map, a bundle, events; also inside a zip. */
import { basename } from 'node:path';
import type { FileContents, StructuredFormat } from '../../../shared/contract/table-calls.ts';
import type { RecognisedLayout } from '../../../shared/import/recognise-layout.ts';
import type { RowFeed } from '../../../shared/import/row-feed.ts';
import type { TableMapping, TableReading } from '../../../shared/import/table-fields.ts';
import type { Reader } from '../../db/sqlite.ts';
import { isStructuredFile } from '../../files/tabular/open-table.ts';
import type { TableFacts } from '../../files/tabular/table-file.ts';
import { withTable } from '../../files/tabular/unpack-table.ts';
import { structuredFeed } from '../structured/structured-feed.ts';
import { readStructured, type StructuredFile } from '../structured/structured-file.ts';
import { recogniseTable } from './recognise-table.ts';
import { tableFeed } from './table-feed.ts';

export interface IncidentFile extends RecognisedLayout {
  readonly format: 'table' | StructuredFormat;
  readonly facts: TableFacts;
  /** Where it can be read from: a file in a zip lies somewhere else for a while. */
  readonly path: string;
  /** Null for a table. */
  readonly contents: (mapping: TableMapping) => FileContents | null;
  /** `db`: the case that it goes into, to know what is there already. */
  readonly feed: (mapping: TableMapping, db?: Reader) => RowFeed;
}

/** Throws `file/unreadable` with what a file is that holds no incidents, `file/too-large`. */
export function withIncidentFile<T>(
  path: string,
  reading: TableReading,
  work: (file: IncidentFile) => T | Promise<T>,
): Promise<T> {
  return withTable(path, (unpacked) =>
    work(isStructuredFile(unpacked) ? ofStructured(unpacked) : ofTable(unpacked, reading)),
  );
}

function ofTable(path: string, reading: TableReading): IncidentFile {
  const { facts, ...recognised } = recogniseTable(path, reading);
  return {
    ...recognised,
    ...{ format: 'table', facts, path, contents: () => null },
    feed: (mapping, db) => tableFeed(path, facts, mapping, db),
  };
}

function ofStructured(path: string): IncidentFile {
  const structured = readStructured(path);
  const { format, recognised, columns, file } = structured;
  return {
    ...recognised,
    ...{ format, path },
    facts: {
      ...{ fileName: basename(path), bytes: file.bytes, encoding: 'utf-8', separator: null },
      ...{ sheets: [], sheet: null, hasHeader: true, columns },
    },
    contents: (mapping) => contentsOf(structured, mapping),
    feed: (mapping, db) => structuredFeed(structured, mapping, db),
  };
}

/** Objects up to which all are counted for a preview; the check of the whole file counts more. */
const mostCounted = 20_000;

function contentsOf(structured: StructuredFile, mapping: TableMapping): FileContents {
  const { kinds, ours, links, count } = structured;
  const byTable = count > mostCounted ? {} : countTables(structuredFeed(structured, mapping));
  return { kinds: [...kinds], ours, links, byTable };
}

/** What the rows would become; what the case holds already is not taken off. */
function countTables(feed: RowFeed): Record<string, number> {
  let [incidents, claims, notes] = [0, 0, 0];
  const [actors, sources, tags] = [new Set<string>(), new Set<string>(), new Set<string>()];
  feed.each((rows) => {
    for (const { read } of rows) {
      if ('failure' in read) continue;
      const { row } = read;
      incidents += 1;
      claims += row.claims.length;
      notes += row.notes.length;
      const parties = [
        ...row.actors.map(({ actor }) => actor),
        ...row.claims.map((c) => c.claimant),
      ];
      for (const party of parties) if (party !== null) actors.add(party.name);
      const named = [...row.sources, ...row.claims.map(({ source }) => source)];
      for (const source of named) if (source !== null) sources.add(source.title);
      for (const tag of row.tags) tags.add(tag);
    }
    return true;
  });
  const { beside } = feed;
  for (const { name } of beside?.actors ?? []) actors.add(name);
  for (const { from, to } of beside?.ties ?? []) actors.add(from.name).add(to.name);
  notes += beside?.notes.length ?? 0;
  const all = {
    ...{ incident: incidents, actor: actors.size, claim: claims, source: sources.size },
    ...{
      note: notes,
      tag: tags.size,
      link: (beside?.ties.length ?? 0) + (beside?.incidentTies.length ?? 0),
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each > 0));
}
