/**
 * Kills a writing process with SIGKILL at random moments, 50 times: whatever it had acknowledged is
 * there, nothing is torn, and the check of the case passes.
 */
import { spawn } from 'node:child_process';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { closeCase, createCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import type { Acknowledged } from '../helpers/crash-writer.ts';

const rounds = 50;
/** A new case now and then, so that checking does not take longer and longer. */
const roundsPerCase = 5;
const folder = temporaryFolder();
const writer = join(process.cwd(), 'out', 'test', `crash-writer-${process.pid}.cjs`);

beforeAll(async () => {
  const external = [
    'better-sqlite3',
    ...builtinModules,
    ...builtinModules.map((name) => `node:${name}`),
  ];
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external },
    build: {
      ssr: 'test/helpers/crash-writer.ts',
      outDir: join(process.cwd(), 'out', 'test'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        external,
        output: {
          format: 'cjs',
          entryFileNames: `crash-writer-${process.pid}.cjs`,
          codeSplitting: false,
        },
      },
    },
  });
});

/** Runs the writer and kills it after a random number of acknowledgements, in the middle of the next. */
async function writeAndKill(path: string, seed: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, [writer, path, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const closed = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
  const acknowledged: Acknowledged[] = [];
  const killAfter = 1 + Math.floor(Math.random() * 25);
  for await (const line of createInterface({ input: child.stdout })) {
    // what had left the process before the kill counts, also when it is read after it
    acknowledged.push(JSON.parse(line) as Acknowledged);
    if (acknowledged.length === killAfter) child.kill('SIGKILL');
  }
  expect(`${errors}${String(await closed)}`).toBe('SIGKILL');
  return acknowledged;
}

/** What a case must hold: the last acknowledged rev of each record, and what was made together. */
interface Expected {
  readonly records: Map<string, { readonly table: string; readonly rev: string }>;
  readonly groups: (readonly string[])[];
}

function lost(path: string, expected: Expected, newest: number): readonly string[] {
  const session = openCase(path, { author: analyst });
  try {
    const problems = checkCase(session).problems.map(({ message }) => message);
    if (session.revision < newest) problems.push(`action ${newest} is lost`);
    // an action may have been committed that there was no time to tell of
    const untold = session.db
      .prepare('SELECT DISTINCT record_id FROM change WHERE action_seq > ?')
      .pluck()
      .all(newest);
    for (const id of untold) expected.records.delete(String(id));
    for (const [id, { table, rev }] of expected.records) {
      const found = getRecord(session.db, table as TableName, id);
      if (found === undefined) problems.push(`${table} ${id} is lost`);
      else if (found.rev !== rev) problems.push(`${table} ${id} is older`);
    }
    for (const group of expected.groups)
      if (group.some((id) => !isThere(session.db, id))) problems.push('a torn group');
    return problems;
  } finally {
    closeCase(session);
  }
}

function isThere(db: Parameters<typeof getRecord>[0], id: string): boolean {
  const tables = ['incident', 'claim', 'toll', 'note'] as const;
  return tables.some((table) => getRecord(db, table, id) !== undefined);
}

it(`loses nothing acknowledged in ${rounds} kills`, { timeout: 300_000 }, async () => {
  let path = '';
  let expected: Expected = { records: new Map(), groups: [] };
  let count = 0;
  const first = Math.floor(Math.random() * 2 ** 31);
  for (let round = 0; round < rounds; round += 1) {
    if (round % roundsPerCase === 0) {
      path = join(folder, `case-${round}.cairn`);
      expected = { records: new Map(), groups: [] };
      closeCase(createCase(path, { title: 'Crash' }, { author: analyst }));
    }
    const acknowledged = await writeAndKill(path, first + round);
    for (const { records, group } of acknowledged) {
      for (const each of records) expected.records.set(each.id, each);
      expected.groups.push(group);
    }
    count += acknowledged.length;
    const newest = acknowledged.at(-1)?.seq ?? 0;
    expect(lost(path, expected, newest), `round ${round}, seed ${first + round}`).toEqual([]);
  }
  expect(count).toBeGreaterThan(rounds);
});
