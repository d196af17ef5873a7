/**
 * `case/check`: is everything in the case what it says it is? `integrity_check` sees only a part of
 * single flipped bits; the hashes here see the rest and name the record.
 */
import { createHash } from 'node:crypto';
import type { CallResult } from '../../shared/contract/contract.ts';
import { computedFields, type TableName, tableNames } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type ActionRow, listChanges, listRecordChanges } from '../db/queries/actions.ts';
import { readChunks } from '../db/queries/attachment-chunks.ts';
import { keyOfId } from '../db/queries/bulk-rows.ts';
import { readCache, workOutCache } from '../db/queries/incident-cache.ts';
import { isOfIndex } from '../db/queries/index-anew.ts';
import { iterateRecords } from '../db/queries/records.ts';
import { parentsOf } from '../db/queries/revisions.ts';
import {
  foreignKeyProblems,
  integrityProblems,
  rtreeProblems,
  searchProblems,
} from '../db/queries/soundness.ts';
import { each, isSqliteError, type Reader, value } from '../db/sqlite.ts';
import { BulkStories, replayBulk } from './bulk/bulk-check.ts';
import { withComputed } from './record-values.ts';
import { isRevOf } from './rev.ts';
import type { CaseSession } from './session.ts';
import { actionHash } from './settle.ts';
import { counter, noHooks, stopIfCancelled, type WorkHooks } from './work-hooks.ts';

type Problem = CallResult<'case/check'>['problems'][number];
type Loose = Readonly<Record<string, unknown>>;

/** More are not listed: the file is past repair by hand. */
const mostProblems = 1000;

function problem(code: string, table: string | null, id: string | null, message: string): Problem {
  return { code, table, id, message };
}

const codeOf = (line: string) => (isOfIndex(line) ? 'index' : 'integrity');

/** Content hash, computed fields, and whether the log tells the same as the record. */
function* recordProblems(
  db: Reader,
  table: TableName,
  bulk: BulkStories,
  tick: () => void,
): Generator<Problem> {
  for (const found of iterateRecords(db, table, { includeDeleted: true })) {
    tick();
    const record = found as unknown as Loose;
    const id = String(record.id);
    const rev = String(record.rev);
    if (!isRevOf(table, record, rev, () => parentsOf(db, id, rev))) {
      yield problem('rev', table, id, `The content of this ${table} is not what its hash says.`);
    }
    const computed = withComputed(table, record, record);
    for (const field of computedFields[table] ?? []) {
      if (computed[field] === record[field]) continue;
      yield problem('computed', table, id, `The field ${field} of this ${table} is out of step.`);
    }
    const story = bulk.has(table) ? bulk.of(table, keyOfId(db, table, id) ?? 0) : [];
    const told =
      story.length > 0 ? replayBulk(story, listRecordChanges(db, id), record) : replay(db, id);
    if (told === undefined) {
      yield problem('log', table, id, `The history does not know this ${table}.`);
      continue;
    }
    for (const [field, json] of told) {
      if (canonicalJson(record[field] ?? null) === json) continue;
      yield problem('log', table, id, `The field ${field} differs from what the history tells.`);
    }
  }
}

/** Fields of a record as its change rows leave them, as JSON. */
function replay(db: Reader, id: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  let isMade = false;
  for (const change of listRecordChanges(db, id)) {
    if (change.field !== '*') {
      fields.set(change.field, change.new ?? 'null');
      continue;
    }
    isMade = true;
    fields.set('deleted_at', 'null');
    for (const [field, value] of Object.entries(JSON.parse(change.new ?? '{}'))) {
      fields.set(field, canonicalJson(value));
    }
  }
  return isMade ? fields : undefined;
}

function* logProblems(db: Reader, tick: () => void): Generator<Problem> {
  let previous = '';
  let last = 0;
  for (const action of each<ActionRow>(db, 'SELECT * FROM action ORDER BY seq')) {
    tick();
    if (action.seq !== last + 1) {
      yield problem('log', 'action', String(last + 1), 'An entry of the history is missing.');
    }
    if (actionHash(previous, action, listChanges(db, action.seq)) !== action.hash) {
      const message = `Entry ${action.seq} of the history is not what its hash says.`;
      yield problem('log', 'action', String(action.seq), message);
    }
    previous = action.hash;
    last = action.seq;
  }
}

function* cacheProblems(db: Reader, tick: () => void): Generator<Problem> {
  for (const { id } of each<{ id: string }>(db, 'SELECT id FROM incident ORDER BY pk')) {
    tick();
    if (canonicalJson(readCache(db, id)) === canonicalJson(workOutCache(db, id))) continue;
    yield problem(
      'cache',
      'incident',
      id,
      'The tolls or sort keys are out of step with the claims.',
    );
  }
}

function* attachmentProblems(db: Reader): Generator<Problem> {
  const checked = new Map<string, { sha256: string; size: number }>();
  for (const attachment of iterateRecords(db, 'attachment', { includeDeleted: true })) {
    const { id, sha256, size } = attachment;
    let content = checked.get(sha256);
    if (!content) {
      const hash = createHash('sha256');
      let length = 0;
      let pieces = 0;
      for (const chunk of readChunks(db, sha256)) {
        hash.update(chunk);
        length += chunk.length;
        pieces += 1;
      }
      content = { sha256: pieces === 0 ? '' : hash.digest('hex'), size: length };
      checked.set(sha256, content);
    }
    // one that a colleague deleted came without its content (decision 0050)
    if (content.sha256 === '' && attachment.deleted_at !== null) continue;
    if (content.sha256 === '') {
      yield problem('attachment', 'attachment', id, 'The file itself is missing.');
    } else if (content.sha256 !== sha256 || content.size !== size) {
      yield problem('attachment', 'attachment', id, 'The file is not what its hash says.');
    }
  }
}

function countOf(db: Reader, table: string): number {
  return value<number>(db, `SELECT count(*) FROM ${table}`) ?? 0;
}

function* allProblems(db: Reader, hooks: WorkHooks): Generator<Problem> {
  hooks.progress({ phase: 'reading', done: 0, total: null });
  for (const line of integrityProblems(db)) yield problem(codeOf(line), null, null, line);
  for (const { table, id } of foreignKeyProblems(db)) {
    yield problem('foreign-key', table, id, `A ${table} points to a record that is not there.`);
  }
  stopIfCancelled(hooks);
  const bulk = new BulkStories(db);
  const records = tableNames.reduce((sum, table) => sum + countOf(db, table), 0);
  const compared = counter(hooks, 'comparing', records + countOf(db, 'action'));
  for (const table of tableNames) yield* recordProblems(db, table, bulk, compared);
  for (const { table, seq } of bulk.wrongRanges(db)) {
    const message = `The records of ${table} that entry ${seq} of the history made are not what its hash says.`;
    yield problem('log', table, null, message);
  }
  yield* logProblems(db, compared);
  const indexed = counter(hooks, 'indexing', countOf(db, 'incident'));
  yield* cacheProblems(db, indexed);
  for (const id of rtreeProblems(db)) {
    yield problem('index', 'incident', id, 'The map index does not agree with the coordinates.');
  }
  stopIfCancelled(hooks);
  for (const { table, id } of searchProblems(db)) {
    yield problem('index', table, id, 'The search index does not agree with the words.');
  }
  yield* attachmentProblems(db);
}

/** Steps of a check, as it tells them. */
export const checkPhases = ['reading', 'comparing', 'indexing'] as const;

/**
 * Checks the whole case; seconds for ten thousand incidents. Throws `call/cancelled`. Codes: `integrity`, `foreign-key`, `rev`,
 * `computed`, `log`, `cache`, `index`, `attachment`; at most 1000 problems.
 */
export function checkCase(
  session: CaseSession,
  hooks: WorkHooks = noHooks,
): CallResult<'case/check'> {
  const problems: Problem[] = [];
  try {
    for (const found of allProblems(session.db, hooks)) {
      problems.push(found);
      if (problems.length >= mostProblems) break;
    }
  } catch (error) {
    // a page that cannot be read, or a text that is no JSON any more
    if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
    problems.push(problem(codeOf(error.message), null, null, error.message));
  }
  return { ok: problems.length === 0, problems };
}
