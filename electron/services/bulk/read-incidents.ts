/**
 * The half of an import that reads: takes a piece of a feed, compares each row with what is there, and
 * makes the records of what is new. Writes nothing, so that it may run in a thread of its own (0101).
 */
import type { FedRow, RowFeed } from '../../../shared/import/row-feed.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import type { Piece } from '../../db/queries/bulk-writer.ts';
import type { Reader } from '../../db/sqlite.ts';
import { KnownIncidents } from './known-incidents.ts';
import { NewIncidents, type NewIncidentsOptions } from './new-incidents.ts';
import { type NewerRow, RowJudge } from './row-judge.ts';

export interface ImportProgress {
  readonly phase: 'reading' | 'merging';
  readonly bytes: number;
  readonly rows: number;
}

export interface ImportControl {
  readonly progress?: (progress: ImportProgress) => void;
  /** Asked every few hundred rows. */
  readonly isCancelled?: () => boolean;
  /** See `WorkHooks`. */
  readonly recordsToAPart?: number;
  /** `readIncidents` in a thread of its own, which answers when it is done; undefined where there is none. */
  readonly readElsewhere?: (
    options: NewIncidentsOptions,
    give: (piece: Piece) => void,
  ) => ReadOutcome | undefined;
}

export interface ReadOutcome {
  readonly account: Pick<RowJudge, 'counts' | 'issues' | 'rows' | 'warnings'> & {
    readonly reasons: ReturnType<RowJudge['reasons']>;
  };
  /** Rows of incidents that are there, to be taken in one by one; undefined when they are too many to be held. */
  readonly newer: readonly NewerRow[] | undefined;
  /** For the log: what the pieces hold altogether. */
  readonly changes: readonly ChangeRow[];
  readonly byTable: Readonly<Record<string, number>>;
  /** Id of the source of the data set, when it was made. */
  readonly newDataSetSource: string | undefined;
  /** Of the file, when it was read to its end. */
  readonly sha256: string | undefined;
}

/** Rows of incidents that are there: more are read once more when their turn comes. */
const mostHeld = 2000;

export function cancelled(): AppError {
  return new AppError('call/cancelled', 'The import was cancelled. Nothing was changed.');
}

/** Gives each row, and calls `done` after each piece; answers the SHA-256 of the file. Throws `call/cancelled`. */
function walk(
  feed: RowFeed,
  control: ImportControl,
  take: (row: FedRow) => void,
  done: () => void,
): string | undefined {
  let rows = 0;
  return feed.each((piece, bytes) => {
    for (const row of piece) take(row);
    done();
    rows += piece.length;
    control.progress?.({ phase: 'reading', bytes, rows });
    if (control.isCancelled?.()) throw cancelled();
    return true;
  });
}

function accountOf(judge: RowJudge): ReadOutcome['account'] {
  const { counts, issues, rows, warnings } = judge;
  return { counts, issues, rows, warnings, reasons: judge.reasons() };
}

/** What becomes of the rows of a file, with nothing made of them. Throws `call/cancelled`, `file/*`. */
export function judgeRows(
  db: Reader,
  feed: RowFeed,
  control: ImportControl,
): ReadOutcome['account'] {
  const judge = new RowJudge(feed, new KnownIncidents(db, feed.dataSet));
  const ignore = () => undefined;
  walk(feed, control, (row) => judge.judge(row, { added: ignore, newer: ignore }), ignore);
  return accountOf(judge);
}

/**
 * The rows of incidents that are there, once more. `firstNew`: key of the first incident that the file brought
 * itself, if it did. Throws `call/cancelled`, `file/*`, and what `take` throws.
 */
export function eachNewerRow(
  db: Reader,
  feed: RowFeed,
  { isCancelled, firstNew }: Pick<ImportControl, 'isCancelled'> & { readonly firstNew: number },
  take: (row: NewerRow) => void,
): void {
  const judge = new RowJudge(feed, new KnownIncidents(db, feed.dataSet));
  const ignore = () => undefined;
  const newer = (row: NewerRow) => {
    if (row.known.pk < firstNew) take(row);
  };
  const quiet = isCancelled === undefined ? {} : { isCancelled };
  walk(feed, quiet, (row) => judge.judge(row, { added: ignore, newer }), ignore);
}

/** Gives the pieces in the order in which they must be written. Throws `call/cancelled`, `file/*`. */
export function readIncidents(
  db: Reader,
  feed: RowFeed,
  options: NewIncidentsOptions,
  control: ImportControl,
  give: (piece: Piece) => void,
): ReadOutcome {
  const judge = new RowJudge(feed, new KnownIncidents(db, feed.dataSet));
  const incidents = new NewIncidents(db, options);
  const newer: NewerRow[] = [];
  let isHeld = true;
  const sha256 = walk(
    feed,
    control,
    (fed) =>
      judge.judge(fed, {
        added: ({ row, ...place }) => incidents.add(row, place),
        newer: (row) => {
          isHeld &&= newer.length < mostHeld;
          if (isHeld) newer.push(row);
          else newer.length = 0;
        },
      }),
    () => give(incidents.take()),
  );
  return {
    ...{ account: accountOf(judge), newer: isHeld ? newer : undefined },
    changes: incidents.finish(),
    ...{ byTable: incidents.counts(), newDataSetSource: incidents.file.newDataSetSource, sha256 },
  };
}
