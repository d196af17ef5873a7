import type {
  CallArgs,
  CallResult,
  EngineCallName,
  EventName,
  EventPayload,
} from '../../shared/contract/contract.ts';
import type { CaseSession } from '../services/session.ts';
import type { ColumnsClient } from './columns-client.ts';
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
  /** The thread that reads tables; absent as `columns` is. */
  readonly tables?: TableThread;
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

export type Handler<N extends EngineCallName> = (
  context: EngineContext,
  args: CallArgs<N>,
) => CallResult<N> | Promise<CallResult<N>>;

/** Handlers of one topic: `satisfies HandlersFor<'undo/undo' | 'undo/redo'>`. */
export type HandlersFor<N extends EngineCallName> = { readonly [K in N]: Handler<K> };
