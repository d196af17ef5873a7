/**
 * Entry of the utility process that owns the case. The shell speaks to it over parentPort (open,
 * close, grants), the page over a MessagePort. All SQL of the program runs here or in its workers.
 */
import { join } from 'node:path';
import type { EventName, EventPayload } from '../../shared/contract/contract.ts';
import type {
  CallMessage,
  FromEngine,
  PortMessage,
  ToEngine,
} from '../../shared/contract/control.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { storeSnapshot } from '../services/column-snapshot.ts';
import { attachmentPart } from '../services/show-attachment.ts';
import { CaseHolder } from './case-holder.ts';
import { ColumnsClient, type OfferedSnapshot } from './columns-client.ts';
import type { EngineContext } from './context.ts';
import { incidentTile } from './handlers/map.ts';
import { Jobs } from './jobs.ts';
import { askMapFile } from './map-files.ts';
import { PackThread } from './pack-thread.ts';
import { toPlainError } from './plain-error.ts';
import { answer } from './router.ts';
import { TableThread } from './table-thread.ts';

/** The part of Electron's parentPort used here; the engine itself does not import electron. */
interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: readonly Port[] }) => void): void;
  on(event: 'close', listener: () => void): void;
  start?(): void;
}

const parentPort = (process as unknown as { parentPort: Port }).parentPort;
const pages = new Set<Port>();
const paths = new Map<string, string>();

function toShell(message: FromEngine): void {
  parentPort.postMessage(message);
}

function emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
  const message: PortMessage = { event, payload };
  for (const page of pages) page.postMessage(message);
  toShell({ kind: 'event', event, payload });
}

const columns = new ColumnsClient({
  filling: (share, total) => emit('columns/filling', { share, total }),
  ready: (revision, ms) => emit('columns/ready', { revision, ms }),
  snapshot: (snapshot) => void keepSnapshot(snapshot),
  trouble: (error) => report(error),
});
const holder = new CaseHolder(
  (change) => emit('case/changed', change),
  (ids, revision, isWhole) =>
    isWhole ? void withoutColumns(() => undefined) : columns.changed(ids, revision),
);

async function keepSnapshot(snapshot: OfferedSnapshot): Promise<void> {
  try {
    // while a thread is writing: what it writes makes the picture old
    if (!holder.session().isBusy) await storeSnapshot(holder.session(), snapshot);
  } catch (error) {
    report(error);
  } finally {
    snapshot.close();
  }
}

/** The thread lets go of the old case before it closes, and follows whichever is open in the end. */
async function withoutColumns<T>(work: () => T): Promise<T> {
  await columns.stop();
  try {
    return work();
  } finally {
    const file = holder.openFile();
    if (file !== undefined) columns.start(file);
  }
}

/** As `withoutColumns`; long work that runs is ended first, and a pack that was looked at let go of. */
async function withoutThreads<T>(work: () => T): Promise<T> {
  await jobs.clear();
  await Promise.all([tables.stop(), packs.stop()]);
  return withoutColumns(work);
}

/** Damaged indexes follow from the records: they are built anew at once, as a job like any other. */
function mendIndexes(): void {
  const { areIndexesDamaged, isReadOnly, isBusy } = holder.session();
  if (!areIndexesDamaged || isReadOnly || isBusy) return;
  void answer(context, 'case/reindex', {}, report);
}

const tables = new TableThread();
const jobs = new Jobs({
  changed: (job) => emit('job/changed', job),
  gone: (ids) => emit('job/gone', { ids: [...ids] }),
});

const profile = process.env['CAIRN_USER_DATA'];
const packs = new PackThread(profile);

const context: EngineContext = {
  session: () => holder.session(),
  dataDir: process.env['CAIRN_DATA_DIR'] ?? join(import.meta.dirname, '..', 'data'),
  filePath: (token) => {
    const path = paths.get(token);
    if (path === undefined) {
      throw new AppError('file/token-unknown', 'This file is no longer known. Choose it again.');
    }
    return path;
  },
  columns,
  tables,
  jobs,
  packs,
  profile,
  author: () => holder.author(),
  emit,
};

/** To the log of the shell; never the text of a record. */
function report(error: unknown): void {
  process.stderr.write(
    `engine: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
  );
}

function connect(page: Port): void {
  pages.add(page);
  page.on('message', ({ data }) => {
    const { id, name, args } = data as CallMessage;
    void answer(context, name, args, report).then((envelope) => {
      const reply: PortMessage = { id, envelope };
      page.postMessage(reply);
    });
  });
  page.on('close', () => pages.delete(page));
  page.start?.();
}

async function control(message: Extract<ToEngine, { kind: 'control' }>): Promise<unknown> {
  switch (message.name) {
    case 'open': {
      const opened = await withoutThreads(() => holder.open(message.args.path));
      mendIndexes();
      return opened;
    }
    case 'create':
      return withoutThreads(() => holder.create(message.args.path, message.args.title));
    case 'sample':
      return withoutThreads(() => holder.openSample(message.args.path, message.args.which));
    case 'close':
      await withoutThreads(() => holder.close());
      return null;
    case 'author':
      holder.setAuthor(message.args);
      return null;
    case 'attachment-part': {
      const { id, from, length } = message.args;
      return attachmentPart(holder.session(), id, from, length);
    }
    case 'tile':
      return incidentTile(context, message.args);
    case 'map-file':
      return askMapFile(message.args);
    case 'call': {
      const { name, args } = message.args;
      const asked = { ...context, isListedElsewhere: true };
      const envelope = await answer(asked, name, args, report);
      if (envelope.ok) return envelope.value;
      throw new AppError(envelope.error.code, envelope.error.message, envelope.error.details);
    }
  }
}

parentPort.on('message', ({ data, ports }) => {
  const message = data as ToEngine;
  if (message.kind === 'connect') {
    for (const port of ports) connect(port);
    return;
  }
  if (message.kind === 'grant') {
    paths.set(message.token, message.path);
    return;
  }
  control(message).then(
    (value) => toShell({ kind: 'reply', id: message.id, envelope: { ok: true, value } }),
    (error: unknown) => {
      if (!(error instanceof AppError)) report(error);
      toShell({
        kind: 'reply',
        id: message.id,
        envelope: { ok: false, error: toPlainError(error) },
      });
    },
  );
});

toShell({ kind: 'ready' });
