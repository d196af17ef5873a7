/**
 * DuckDB over the same rows, as the reference that filters are measured against. It is no part of the
 * program nor of its development: a bench fetches the pinned version into `.cache/bench/duckdb` with
 * npm, without running any script of it, and says so plainly when it cannot.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Filter } from '../../../shared/domain/filter.ts';
import { temporaryFolder } from '../../helpers/case-builder.ts';
import { cacheFolder } from '../generate-large.ts';

const version = '1.5.6-r.1';
const home = join(cacheFolder, 'duckdb');

interface Result {
  getRows: () => Promise<unknown[][]>;
}
export interface Duck {
  readonly run: (sql: string) => Promise<Result>;
  readonly closeSync: () => void;
}
interface DuckModule {
  readonly DuckDBInstance: {
    create: (
      path: string,
      options: Record<string, string>,
    ) => Promise<{ connect: () => Promise<Duck> }>;
  };
}

/** The module, or why there is none. */
function load(): DuckModule | string {
  const entry = join(home, 'node_modules', '@duckdb', 'node-api', 'package.json');
  try {
    if (!existsSync(entry)) {
      // npm makes no folder for a prefix
      mkdirSync(home, { recursive: true });
      const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
      execFileSync('npm', ['install', '--prefix', home, ...quiet, `@duckdb/node-api@${version}`], {
        stdio: 'ignore',
        timeout: 120_000,
      });
    }
    return createRequire(entry)('@duckdb/node-api') as DuckModule;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes what a statement gives as a file. */
function toFile(db: Database.Database, path: string, sql: string): void {
  const file = openSync(path, 'w');
  let text = '';
  for (const row of db.prepare(sql).raw().iterate() as IterableIterator<unknown[]>) {
    text += `${row.map(cell).join(',')}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/** A database in memory, two threads, with the incidents and links of a case; or why there is none. */
export async function duckOf(casePath: string): Promise<Duck | string> {
  const found = load();
  if (typeof found === 'string') return found;
  const folder = temporaryFolder();
  const db = new Database(casePath, { readonly: true });
  const incidents = join(folder, 'incidents.csv');
  const links = join(folder, 'links.csv');
  toFile(
    db,
    incidents,
    `SELECT pk, date_earliest, date_latest, event_type, country, country || '/' || admin1, killed_given,
       killed_low, killed_high, status, latitude, longitude, lower(title || ' ' || summary)
     FROM incident`,
  );
  toFile(
    db,
    links,
    `SELECT incident.pk, link.from_id FROM link CROSS JOIN incident ON incident.id = link.to_id
     WHERE link.kind = 'actor-incident'`,
  );
  db.close();
  const instance = await found.DuckDBInstance.create(':memory:', { threads: '2' });
  const duck = await instance.connect();
  await duck.run(`CREATE TABLE incident AS SELECT * FROM read_csv('${incidents}', header = false,
    columns = {pk: 'INTEGER', first: 'DATE', last: 'DATE', type: 'VARCHAR', country: 'VARCHAR',
      region: 'VARCHAR', given: 'INTEGER', low: 'INTEGER', high: 'INTEGER', status: 'VARCHAR',
      lat: 'DOUBLE', lon: 'DOUBLE', words: 'VARCHAR'})`);
  await duck.run(`CREATE TABLE link AS SELECT * FROM read_csv('${links}', header = false,
    columns = {incident: 'INTEGER', actor: 'VARCHAR'})`);
  rmSync(folder, { recursive: true, force: true });
  return duck;
}

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** The filters of `measuredFilters` in DuckDB's words. */
function condition(filter: Filter): string {
  const parts = ['true'];
  if (filter.after)
    parts.push(`(last >= DATE '${filter.after}' OR (last IS NULL AND first IS NOT NULL))`);
  if (filter.before) {
    parts.push(`(first <= DATE '${filter.before}' OR (first IS NULL AND last IS NOT NULL))`);
  }
  if (filter.countries) parts.push(`country IN (${list(filter.countries)})`);
  if (filter.types) parts.push(`type IN (${list(filter.types)})`);
  if (filter.killedMin !== undefined) {
    parts.push(`given = 1 AND (high IS NULL OR high >= ${filter.killedMin})`);
  }
  if (filter.killedMax !== undefined) parts.push(`given = 1 AND low <= ${filter.killedMax}`);
  if (filter.box) {
    const [west, south, east, north] = filter.box;
    parts.push(`lat BETWEEN ${south} AND ${north} AND lon BETWEEN ${west} AND ${east}`);
  }
  if (filter.text) parts.push(`contains(words, '${filter.text}')`);
  for (const { id } of filter.actors ?? []) {
    parts.push(`pk IN (SELECT incident FROM link WHERE actor = '${id}')`);
  }
  return parts.join(' AND ');
}

/** Cells of a map of the zoom that `scale-filters` asks for, sixteen to the side of a tile. */
const cells = `SELECT floor((lon + 180) / 360 * 128) AS x,
    floor((0.5 - ln(tan(pi() / 4 + radians(greatest(-85, least(85, lat))) / 2)) / (2 * pi())) * 128) AS y,
    count(*), sum(low), sum(coalesce(high, low))
  FROM incident`;

/** The panels of one answer and the cells of the map. Answers how many incidents match. */
export async function askDuck(duck: Duck, filter: Filter): Promise<number> {
  const where = condition(filter);
  const parts = [
    `SELECT count(*), sum(low), sum(coalesce(high, low)) FROM incident WHERE ${where}`,
    `SELECT pk FROM incident WHERE ${where} ORDER BY first DESC NULLS LAST, pk LIMIT 100`,
    `SELECT date_trunc('month', first) AS m, count(*), sum(low), sum(high) FROM incident
       WHERE ${where} GROUP BY m ORDER BY m`,
    ...['type', 'country', 'region'].map(
      (name) => `SELECT ${name}, count(*) AS n FROM incident WHERE ${where}
        GROUP BY ${name} ORDER BY n DESC LIMIT 20`,
    ),
    `SELECT actor, count(*) AS n FROM link JOIN incident ON pk = link.incident WHERE ${where}
       GROUP BY actor ORDER BY n DESC LIMIT 20`,
    `${cells} WHERE ${where} AND lat IS NOT NULL AND lon BETWEEN -45 AND 90 GROUP BY x, y`,
  ];
  let total = 0;
  for (const [at, sql] of parts.entries()) {
    const rows = await (await duck.run(sql)).getRows();
    if (at === 0) total = Number(rows[0]?.[0] ?? 0);
  }
  return total;
}
