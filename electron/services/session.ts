/** The open case as every service gets it: handle, author, clock. Holds no logic. */
import type { EventPayload } from '../../shared/contract/contract.ts';
import type { Author } from '../../shared/contract/control.ts';
import { type HybridClock, hybridClock } from '../../shared/lib/hybrid-clock.ts';
import { newId } from '../../shared/lib/ids.ts';
import type { OpenedFile } from '../db/open.ts';
import { lastAction } from '../db/queries/actions.ts';
import type { Writer } from '../db/sqlite.ts';

export type Topics = EventPayload<'case/changed'>['topics'];
/**
 * Told after each commit: what kinds of record changed, which, and the new revision. `isWhole`: more
 * changed than is listed.
 */
export type Changed = (
  topics: Topics,
  ids: readonly string[],
  revision: number,
  isWhole: boolean,
) => void;

export interface CaseSession {
  readonly db: Writer;
  /** The analyst at this laptop; stands in every action. */
  author: Author;
  readonly clock: HybridClock;
  readonly newId: () => string;
  /** Full path, links resolved. */
  readonly path: string;
  readonly fileName: string;
  readonly isReadOnly: boolean;
  /** True while search or map indexes cannot be read: found when the file was opened. */
  areIndexesDamaged: boolean;
  /** Number of the last committed action, 0 in an empty case. */
  readonly revision: number;
  changed: Changed;
  /** True while a thread writes to the case: all other writes are refused. */
  isBusy: boolean;
  /** Ends everything; use `closeCase`. */
  readonly close: () => void;
}

export interface SessionOptions {
  readonly author: Author;
  /** Wall clock, milliseconds since 1970. */
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly changed?: Changed;
}

export function makeSession(
  file: OpenedFile,
  fileName: string,
  options: SessionOptions & { readonly readOnly?: boolean },
): CaseSession {
  const { db } = file;
  return {
    db,
    author: options.author,
    clock: hybridClock(options.now ?? Date.now, lastAction(db)?.at),
    newId: options.newId ?? newId,
    path: file.path,
    fileName,
    isReadOnly: file.isReadOnly || options.readOnly === true,
    isBusy: false,
    areIndexesDamaged: file.areIndexesDamaged === true,
    get revision() {
      return lastAction(db)?.seq ?? 0;
    },
    changed: options.changed ?? (() => undefined),
    close: file.close,
  };
}
