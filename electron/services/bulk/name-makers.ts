/** Makes the actors, sources and tags that a file names and the case does not have. */
import { edtfBounds } from '../../../shared/domain/edtf.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { ReadActor, ReadSource } from '../../../shared/import/imported.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { Tx } from '../transaction.ts';
import type { NameMaker } from './import-names.ts';
import type { IndexRows } from './index-rows.ts';
import type { RecordRanges } from './record-ranges.ts';

/** Between the parts of a column of words, see search-index.ts. */
export const between = ' \n ';

/** Parts of a column of words as they are folded together; those without a letter are left out. */
export function wordsOf(parts: readonly (string | null | undefined)[]): string {
  const given = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return given.length === 0 ? '' : fold(given.join(between));
}

function actorValues({ name, kind, inter, description = '', country = null }: ReadActor) {
  return { name, kind, inter_code: inter, description, country };
}

function sourceValues(source: ReadSource) {
  const { title, kind, publisher, url, published, reliability } = source;
  const { author = null, language = null } = source;
  return {
    ...{ title, kind, publisher, url, published, author, language },
    ...(reliability === undefined ? {} : { reliability }),
  };
}

/** The label of a record made one by one: its own, else that of what it hangs on, else the usual one. */
export function labelOf(...said: readonly { readonly tlp?: TlpLabel | undefined }[]): {
  tlp?: TlpLabel;
} {
  const tlp = said.find((each) => each.tlp !== undefined)?.tlp;
  return tlp === undefined ? {} : { tlp };
}

/** In the ranges of an import. */
export function rangeMaker(ranges: RecordRanges, index: IndexRows): NameMaker {
  return {
    actor(actor) {
      const id = ranges.newId();
      const { name, kind, inter_code, description, country } = actorValues(actor);
      ranges.add('actor', id, [name, kind, inter_code, description, country], actor.tlp);
      const names = actor.names ?? [];
      for (const further of names) {
        ranges.add('actor_name', ranges.newId(), [id, further.name, further.kind], actor.tlp);
      }
      const title = wordsOf([actor.name, ...names.map((further) => further.name)]);
      index.document('actor', id, title, wordsOf([actor.description]));
      return id;
    },
    source(source) {
      const id = ranges.newId();
      const { earliest, latest } = edtfBounds(source.published);
      const { title, kind, publisher, url, published, author = null, language = null } = source;
      const { reliability, tlp } = source;
      const values = [
        ...([title, kind, publisher, url, published, author, language] as const),
        ...([reliability, earliest, latest] as const),
      ] as const;
      ranges.add('source', id, values, tlp);
      index.document('source', id, wordsOf([title]), wordsOf([publisher, author, url]));
      return id;
    },
    tag(name) {
      const id = ranges.newId();
      ranges.add('tag', id, [name]);
      return id;
    },
  };
}

/** One by one, each with its own change row. */
export function oneByOneMaker(tx: Tx, batch: string): NameMaker {
  const origin = { origin: batch };
  return {
    actor(actor) {
      const label = labelOf(actor);
      const { id } = tx.insert('actor', { ...actorValues(actor), ...label }, origin);
      for (const { name, kind } of actor.names ?? []) {
        tx.insert('actor_name', { actor_id: id, name, kind, ...label }, origin);
      }
      return id;
    },
    source: (source) =>
      tx.insert('source', { ...sourceValues(source), ...labelOf(source) }, origin).id,
    tag: (name) => tx.insert('tag', { name }, origin).id,
  };
}
