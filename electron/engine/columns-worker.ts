/**
 * The thread that answers sweeps from the columns. It reads the case by a connection of its own and
 * is told the ids of what changed after each commit. A question that finds the case newer than the
 * columns waits until it was told, so that every answer is of one revision.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/lib/app-error.ts';
import { openColumns } from '../columns/open.ts';
import type { TakenSnapshot } from '../columns/snapshot.ts';
import type {
  ColumnsReply,
  ColumnsTask,
  FromColumns,
  PieceAsk,
  ToColumns,
} from './columns-client.ts';

const { path } = workerData as { readonly path: string };
const { reader, answers } = openColumns(path);

/** Revision that the columns are in; -1 while they are being filled. */
let revision = -1;
const changes: { readonly ids: readonly string[]; readonly revision: number }[] = [];
const tasks: ColumnsTask[] = [];
/** What is read ahead while nothing is asked. */
let learning: Generator<void> | undefined;
let isBusy = false;
/** Being stored by the engine, piece by piece. */
let picture: TakenSnapshot | undefined;

function post(message: FromColumns): void {
  parentPort?.postMessage(message);
}

/** Who asks asks again soon, as a map does for each of its tiles: nothing is read ahead for so long (ms). */
const restMs = 250;
let lastAsked = 0;
let wake = () => {};
/** Ends early when something is told or asked. */
const rest = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Told only where it takes longer than this, and no more often than that (ms). */
const quietMs = 1000;
const tellMs = 250;

async function load(): Promise<void> {
  const begun = performance.now();
  let told = begun + quietMs - tellMs;
  revision = -1;
  const taken = reader.renew();
  await answers.load(taken, (share, total) => {
    const now = performance.now();
    if (now - told > tellMs) {
      told = now;
      post({ kind: 'filling', share, total });
    }
    return pause();
  });
  reader.release();
  revision = taken;
  learning = answers.learn();
  lastAsked = performance.now();
  post({ kind: 'ready', revision, ms: performance.now() - begun });
  picture = answers.snapshot(revision);
  if (picture === undefined) return;
  const { head, parts } = picture;
  post({ kind: 'snapshot', head, parts, revision });
}

/** `of`: the revision of the picture that is meant. */
function sendPiece({ id, of, name, from, to }: PieceAsk): void {
  const bytes = picture?.revision === of ? picture.read(name, from, to) : undefined;
  const message: FromColumns = { kind: 'piece', id, bytes };
  parentPort?.postMessage(message, bytes === undefined ? [] : [bytes.buffer]);
}

/** Takes over what was told so far. */
async function catchUp(): Promise<void> {
  const told = changes.splice(0).filter((change) => change.revision > revision);
  const last = told.at(-1);
  if (last === undefined) return;
  picture?.settle();
  reader.renew();
  const isInStep = answers.update([...new Set(told.flatMap(({ ids }) => ids))]);
  reader.release();
  if (isInStep) revision = last.revision;
  else await load();
}

function carryOut({ ask }: ColumnsTask): unknown {
  switch (ask.name) {
    case 'view/answer':
      return answers.answer(ask.args, ask.view, revision);
    case 'view/page':
      return answers.page(ask.args);
    case 'view/ids':
      return answers.ids(ask.args);
    case 'view/locate':
      return answers.locate(ask.args);
    case 'network/graph':
      return answers.network(ask.args, revision);
    case 'network/paths':
      return answers.paths(ask.args, revision);
    case 'actor/spans':
      return answers.actorSpans();
    case 'map/tile':
      return answers.map.tile(ask.filter, ask.args.kind, ask.args);
    case 'map/summary':
      return answers.map.summary(ask.filter, ask.args);
    case 'map/within':
      return answers.map.within(ask.filter, ask.sort, ask.args);
    case 'map/areas':
      return answers.map.areas(ask.filter, ask.args.level);
    case 'map/halos':
      return answers.map.halos(ask.filter, ask.args);
  }
}

function reply(task: ColumnsTask): void {
  const done = (answer: ColumnsReply) => post({ kind: 'reply', id: task.id, answer });
  try {
    done({ ok: true, value: carryOut(task) });
  } catch (error) {
    const plain = error instanceof AppError ? error.toPlain() : undefined;
    if (plain === undefined) post({ kind: 'trouble', text: String(error) });
    done({
      ok: false,
      error: plain ?? { code: 'internal', message: 'The columns could not answer.' },
    });
  }
}

/** One step of reading ahead, when the case is no further than the columns; false when all is done. */
function learnMore(): boolean {
  if (learning === undefined) return false;
  const isInStep = reader.renew() === revision;
  if (isInStep && learning.next().done === true) learning = undefined;
  reader.release();
  return isInStep && learning !== undefined;
}

async function work(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  try {
    if (revision < 0) await load();
    for (;;) {
      await catchUp();
      const [task] = tasks;
      if (task === undefined) {
        if (learning === undefined) break;
        const left = lastAsked + restMs - performance.now();
        if (left > 0) await rest(left);
        else if (learnMore()) await pause();
        else break;
        continue;
      }
      // the case may be ahead of what was told: the word is on its way
      const isAhead = reader.renew() > revision;
      if (isAhead) {
        reader.release();
        if (changes.length === 0) break;
        continue;
      }
      tasks.shift();
      reply(task);
      lastAsked = performance.now();
      reader.release();
      await pause();
    }
  } finally {
    isBusy = false;
  }
}

parentPort?.on('message', (message: ToColumns) => {
  switch (message.kind) {
    case 'changed':
      changes.push(message);
      break;
    case 'task':
      tasks.push(message.task);
      break;
    case 'piece':
      sendPiece(message);
      return;
    case 'stored':
      if (picture?.revision === message.of) picture = undefined;
      return;
    case 'stop':
      reader.close();
      process.exit(0);
  }
  wake();
  void work();
});
void work();
