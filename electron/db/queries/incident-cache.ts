/**
 * The columns of an incident that are worked out from its claims and its place, so that tables of
 * millions sort and filter without joins. `services/in-step.ts` says when.
 */
import { gradeRank, gradeText, parseGrade } from '../../../shared/domain/grade.ts';
import { summariseTolls, type TollClaim } from '../../../shared/domain/toll.ts';
import type { TollSummary } from '../../../shared/domain/toll-types.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { column, get, type Reader, run, type SqlValue, type Writer } from '../sqlite.ts';
import { listTollClaims } from './toll-claims.ts';

export interface IncidentCache {
  readonly toll_json: string | null;
  readonly killed_low: number | null;
  readonly killed_high: number | null;
  /** 1 when some claim gives a figure of people killed. */
  readonly killed_given: number;
  readonly best_grade: string | null;
  /** Sort key of the grade, lower is better (`gradeRank`). */
  readonly grade_rank: number | null;
  readonly best_credibility: number | null;
  readonly place_label: string | null;
  readonly title_key: string;
  readonly place_key: string;
}

export const cacheColumns = [
  'toll_json',
  'killed_low',
  'killed_high',
  'killed_given',
  'best_grade',
  'grade_rank',
  'best_credibility',
  'place_label',
  'title_key',
  'place_key',
] as const;

function bestGrade(claims: readonly TollClaim[]): string | null {
  const [best] = [...claims].sort(
    (a, b) => gradeRank(a.reliability, a.credibility) - gradeRank(b.reliability, b.credibility),
  );
  return best ? gradeText(best.reliability, best.credibility) : null;
}

/** What the cache of an incident ought to hold. */
export function workOutCache(db: Reader, incidentId: string): IncidentCache | undefined {
  const row = get<{ title: string; place_words: string | null; place_name: string | null }>(
    db,
    `SELECT incident.title, incident.place_words, place.name AS place_name
     FROM incident LEFT JOIN place ON place.id = incident.place_id WHERE incident.id = ?`,
    [incidentId],
  );
  if (!row) return undefined;
  return cacheOf(row.title, row.place_name ?? row.place_words, listTollClaims(db, incidentId));
}

/** What follows from a title, the name of the place, and the claims. */
export function cacheOf(
  title: string,
  label: string | null,
  claims: readonly TollClaim[],
): IncidentCache {
  const tolls: TollSummary[] = summariseTolls(claims);
  const killed = tolls.find((toll) => toll.outcome === 'killed');
  const credibilities = claims.map((claim) => claim.credibility).filter((grade) => grade < 6);
  const best = killed?.bestGrade ?? bestGrade(claims);
  const grade = best === null ? null : parseGrade(best);
  return {
    toll_json: tolls.length > 0 ? JSON.stringify(tolls) : null,
    killed_low: killed?.low ?? null,
    killed_high: killed?.high ?? null,
    killed_given: killed?.low === null || killed === undefined ? 0 : 1,
    best_grade: best,
    grade_rank: grade ? gradeRank(grade.reliability, grade.credibility) : null,
    best_credibility: credibilities.length > 0 ? Math.min(...credibilities) : null,
    place_label: label,
    title_key: fold(title),
    place_key: label === null ? '' : fold(label),
  };
}

export function readCache(db: Reader, incidentId: string): IncidentCache | undefined {
  return get<IncidentCache>(db, `SELECT ${cacheColumns.join(', ')} FROM incident WHERE id = ?`, [
    incidentId,
  ]);
}

const writeText = `UPDATE incident SET ${cacheColumns.map((name) => `${name} = ?`).join(', ')}
  WHERE id = ?`;

function writeCache(db: Writer, incidentId: string): void {
  const cache = workOutCache(db, incidentId);
  if (!cache) return;
  const values: SqlValue[] = cacheColumns.map((name) => cache[name]);
  run(db, writeText, [...values, incidentId]);
}

/** Works out the caches of all incidents again, after a rule has changed. */
export function rebuildCaches(db: Writer): void {
  for (const id of column<string>(db, 'SELECT id FROM incident ORDER BY pk')) writeCache(db, id);
}
