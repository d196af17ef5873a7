import type {
  CallArgs,
  CallResult,
  EngineCallName,
  EventName,
  EventPayload,
} from '../../shared/contract/contract.ts';
import type { Author } from '../../shared/contract/control.ts';
import type { CaseSession } from '../services/session.ts';
import type { ColumnsClient } from './columns-client.ts';
import { type Jobs, quietJobs } from './jobs.ts';
import type { PackThread } from './pack-thread.ts';
import type { TableThread } from './table-thread.ts';

/** What every handler of the engine may use. Handlers hold no state of their own. */
export interface EngineContext {
  /** The open case. Throws `case/none-open`. */
  readonly session: () => CaseSession;
  /** Folder with gazetteer.db, the tile files and the samples. */
  readonly dataDir: string;
  /** Path behind a token that the shell granted. Throws `file/token-unknown`. */
  readonly filePath: (token: string) => string;
  /** The thread that sweeps; absent where there is none, as on the command line and in tests. */
  readonly columns?: ColumnsClient;
  /** The thread that works on packs; absent as `columns` is. */
  readonly packs?: PackThread;
  /** The user's data folder with the signing key and the known ones; absent where nobody signs. */
  readonly profile?: string | undefined;
  /** The analyst at this laptop. */
  readonly author?: () => Author;
  /** The thread that reads tables; absent as `columns` is. */
  readonly tables?: TableThread;
  /** Long work, told to the page; absent as `columns` is. */
  readonly jobs?: Jobs;
  /** Whoever asks lists the work as a job of its own: one work, one job. */
  readonly isListedElsewhere?: boolean;
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

export type Handler<N extends EngineCallName> = (
  context: EngineContext,
  args: CallArgs<N>,
) => CallResult<N> | Promise<CallResult<N>>;

/** Handlers of one topic: `satisfies HandlersFor<'undo/undo' | 'undo/redo'>`. */
export type HandlersFor<N extends EngineCallName> = { readonly [K in N]: Handler<K> };

const untold = quietJobs();

/** Where long work is registered; where nobody listens it is carried out all the same. */
export function jobsOf({ jobs }: EngineContext): Jobs {
  return jobs ?? untold;
}
