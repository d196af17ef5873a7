/**
 * THE FIRST FILE TO READ. Every call and event between the page, the engine and the shell: its name,
 * what it takes, what it answers. Types on all sides are derived from this table, arguments are parsed
 * with it on every call, and a test proves that each name has exactly one handler.
 *
 * A call is `{id, name, args}` and is answered by an `Envelope`. See docs/architecture.md.
 */
import { z } from 'zod';
import type { PlainError } from '../lib/app-error.ts';
import { caseCalls } from './case-calls.ts';
import { exchangeCalls } from './exchange-calls.ts';
import { exportCalls } from './export-calls.ts';
import { extractCalls } from './extract-calls.ts';
import { importConflictCalls } from './import-conflict-calls.ts';
import { jobCalls, jobSchema } from './job-calls.ts';
import { mapCalls } from './map-calls.ts';
import { networkCalls } from './network-calls.ts';
import { ownMapCalls } from './own-map-calls.ts';
import { placeCalls } from './place-calls.ts';
import { readCalls } from './read-calls.ts';
import { readerCalls } from './reader-calls.ts';
import { recordCalls } from './record-calls.ts';
import { reportCalls } from './report-calls.ts';
import { sameCalls } from './same-calls.ts';
import { shellCalls } from './shell-calls.ts';
import { sourceFileCalls } from './source-file-calls.ts';
import { starterCalls } from './starter-calls.ts';
import { tableCalls } from './table-calls.ts';
import { trustCalls } from './trust-calls.ts';
import { viewCalls } from './view-calls.ts';

export const calls = {
  ...caseCalls,
  ...recordCalls,
  ...readCalls,
  ...viewCalls,
  ...mapCalls,
  ...networkCalls,
  ...readerCalls,
  ...exchangeCalls,
  ...exportCalls,
  ...extractCalls,
  ...sourceFileCalls,
  ...sameCalls,
  ...reportCalls,
  ...starterCalls,
  ...tableCalls,
  ...importConflictCalls,
  ...placeCalls,
  ...jobCalls,
  ...trustCalls,
  ...ownMapCalls,
  ...shellCalls,
} as const;

export type Calls = typeof calls;

const longLists: ReadonlySet<string> = new Set<CallName>([
  'view/answer',
  'view/page',
  'view/ids',
  'incident/get',
  'actor/list',
  'source/list',
]);

/**
 * Whether an answer crosses the bridge as one text (JSON). The bridge copies an object property by property: up to
 * thousands of records held the window for 10 to 30 ms.
 */
export function crossesAsText(name: string, envelope: Envelope<unknown>): boolean {
  if (!longLists.has(name) || !envelope.ok) return false;
  // the sums of a timeline are typed arrays, of which JSON knows nothing
  const { timeline = null } = envelope.value as { readonly timeline?: unknown };
  return timeline === null;
}
export type CallName = keyof Calls;
export type EngineCallName = {
  [N in CallName]: Calls[N]['host'] extends 'engine' ? N : never;
}[CallName];
export type ShellCallName = {
  [N in CallName]: Calls[N]['host'] extends 'shell' ? N : never;
}[CallName];
/** What a caller may give (defaults may be left out), what a handler receives, what it answers. */
export type CallInput<N extends CallName> = z.input<Calls[N]['args']>;
export type CallArgs<N extends CallName> = z.output<Calls[N]['args']>;
export type CallResult<N extends CallName> = z.output<Calls[N]['result']>;

export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: PlainError };

/** Topics say which kinds of record changed; stores that show them read again. */
export const topics = [
  'case',
  'incidents',
  'actors',
  'sources',
  'claims',
  'links',
  'notes',
  'places',
  'tags',
  'history',
  'batches',
] as const;

export const events = {
  /** Something was committed. `ids` holds up to 200 records touched, empty when more. */
  'case/changed': z.strictObject({
    topics: z.array(z.enum(topics)),
    ids: z.array(z.string()),
    revision: z.number().int(),
  }),
  /** A case was opened or closed, or the engine was restarted: read everything again. */
  'case/opened': z.strictObject({ hasCase: z.boolean() }),
  /** Opening failed outside a call (double click, command line); the page shows the message. */
  'case/open-failed': z.strictObject({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
    fileName: z.string(),
  }),
  /**
   * The columns of a large case are being filled, which takes more than a second: the share that is read,
   * of so many incidents. 1 when it is over.
   */
  'columns/filling': z.strictObject({ share: z.number().min(0).max(1), total: z.number().int() }),
  /** The columns are filled: sweeps are quick from now on, and what waited for them can be asked. */
  'columns/ready': z.strictObject({ revision: z.number().int(), ms: z.number() }),
  'engine/state': z.strictObject({ state: z.enum(['running', 'restarting', 'failed']) }),
  /** Long work began, went on or ended: the job as it is now, a few times a second. */
  'job/changed': jobSchema,
  /** Jobs whose result was put away. */
  'job/gone': z.strictObject({ ids: z.array(z.string()) }),
  /** How far the file of a report is: maps drawn, then its pages. */
  'report/progress': z.strictObject({
    stage: z.enum(['reading', 'figures', 'pages']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** A command of the application menu (`new-incident`, `undo`, …), see renderer/app/commands. */
  'menu/command': z.strictObject({ command: z.string() }),
  /** A pack was opened by double click or dropped: the page shows its preview. */
  'pack/offered': z.strictObject({ token: z.string(), fileName: z.string() }),
  /**
   * Files were dropped on a part of the page that takes them (`data-takes-files`); the preload told the
   * shell their paths, the page gets tokens.
   */
  'files/dropped': z.strictObject({
    files: z.array(z.strictObject({ token: z.string(), fileName: z.string() })),
  }),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
export const eventNames = Object.keys(events) as readonly EventName[];

/** What the preload exposes as `window.cairn`. No other name of Electron or Node reaches the page. */
export interface Bridge {
  /** Answers with the envelope, or with its JSON (`crossesAsText`). */
  readonly call: (name: string, args: unknown) => Promise<Envelope<unknown> | string>;
  /** Returns a function that ends the subscription. */
  readonly subscribe: (event: string, listener: (payload: unknown) => void) => () => void;
}
