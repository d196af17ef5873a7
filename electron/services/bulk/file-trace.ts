/** What the last file said of an incident and its records, whether it was read here or came with a pack. */
import type { TableName } from '../../../shared/domain/records.ts';
import { type FileRow, saidName } from '../../../shared/pack/file-rows.ts';
import { isLinkChanged } from '../../db/queries/actions.ts';
import { batchFormat } from '../../db/queries/batches.ts';
import { tellingRows } from '../../db/queries/imported-rows.ts';
import type { Reader } from '../../db/sqlite.ts';
import { fieldsAfter } from '../revisions.ts';
import type { Loose } from './field-merge.ts';

export interface Traced {
  readonly pk: number;
  /** The action that took in the file, or the pack that told of it; null when nothing is known. */
  readonly seq: number | null;
}

interface Told {
  readonly seq: number;
  readonly said: FileRow['said'];
  /** It came with a pack, and names every record that the file brought or knew. */
  readonly isTravelled: boolean;
}
type Owned = { readonly id: string; readonly origin: string | null };

export class FileTrace {
  readonly #db: Reader;
  readonly #seq: number | null;
  readonly #format: string;
  readonly #formats: Map<string, string>;
  readonly #told: readonly Told[];

  /** `format`: of batches that read files of this data set; `formats` are those looked up before, by batch. */
  constructor(
    db: Reader,
    { pk, seq }: Traced,
    format: string,
    formats: Map<string, string> = new Map(),
  ) {
    this.#db = db;
    this.#formats = formats;
    this.#seq = seq;
    this.#format = format;
    this.#told = tellingRows(db, pk).map(({ action_seq, said, is_travelled }) => ({
      seq: action_seq,
      isTravelled: is_travelled === 1,
      said: JSON.parse(said) as FileRow['said'],
    }));
  }

  /** What the last file said of a record, which now is `current`; undefined for one that it did not know. */
  said(
    table: 'incident' | 'claim' | 'toll',
    current: Loose & { readonly id: string },
  ): Loose | undefined {
    if (this.#seq === null) return undefined;
    const told = this.#told.find(({ seq }) => seq === this.#seq);
    const otherwise = told?.said[saidName(table, current.id)];
    if (told?.isTravelled === true && otherwise === undefined) return undefined;
    const after = fieldsAfter(this.#db, current, this.#seq);
    return after && { ...after, ...otherwise };
  }

  /** Whether a file of the data set brought a record, here or on a laptop whose pack told of it. */
  isOfFile(table: 'claim' | 'toll' | 'link', record: Owned): boolean {
    return this.#isOfBatch(record) || this.#tells(table, record.id) !== undefined;
  }

  /** Whether it is so, and nobody has touched the record since. */
  isAsItCame(table: 'link', { id, origin }: Owned): boolean {
    if (this.#isOfBatch({ id, origin })) return !isLinkChanged(this.#db, id);
    const told = this.#tells(table, id);
    return told !== undefined && !isLinkChanged(this.#db, id, told.seq);
  }

  #isOfBatch({ origin }: Owned): boolean {
    if (origin === null) return false;
    let format = this.#formats.get(origin);
    if (format === undefined) {
      format = batchFormat(this.#db, origin) ?? '';
      this.#formats.set(origin, format);
    }
    return format === this.#format;
  }

  #tells(table: TableName & ('claim' | 'toll' | 'link'), id: string): Told | undefined {
    return this.#told.find(({ said, isTravelled }) => isTravelled && saidName(table, id) in said);
  }
}
