/**
 * The columns of an incident that are worked out from its claims and its place, so that tables of
 * millions sort and filter without joins. `services/in-step.ts` says when.
 */
import { gradeRank, gradeText, parseGrade } from '../../../shared/domain/grade.ts';
import { summariseTolls, type TollClaim } from '../../../shared/domain/toll.ts';
import type { TollSummary } from '../../../shared/domain/toll-types.ts';
import type { Outcome, Party, Qualifier, Reliability } from '../../../shared/domain/vocabulary.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { all, get, type Reader, run, type SqlValue, type Writer } from '../sqlite.ts';

interface ClaimRow {
  readonly id: string;
  readonly credibility: number;
  readonly reliability: Reliability | null;
  readonly superseded_by_id: string | null;
  readonly denied_by_id: string | null;
  readonly origin_words: string | null;
}

interface TollRow {
  readonly claim_id: string;
  readonly party: Party;
  readonly outcome: Outcome;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

/** A deleted source grades nothing; a deleted later claim replaces nothing. */
const claimText = `
  SELECT claim.id, claim.credibility, source.reliability, later.id AS superseded_by_id,
    claim.denied_by_id, claim.origin_words
  FROM claim
  LEFT JOIN source ON source.id = claim.source_id AND source.deleted_at IS NULL
  LEFT JOIN claim AS later ON later.id = claim.superseded_by_id AND later.deleted_at IS NULL
  WHERE claim.incident_id = ? AND claim.deleted_at IS NULL
  ORDER BY claim.pk`;

const tollText = `
  SELECT toll.claim_id, toll.party, toll.outcome, toll.low, toll.high, toll.qualifier
  FROM toll JOIN claim ON claim.id = toll.claim_id
  WHERE claim.incident_id = ? AND claim.deleted_at IS NULL AND toll.deleted_at IS NULL
  ORDER BY toll.pk`;

/** The live claims of an incident as the rule of tolls wants them. */
function listTollClaims(db: Reader, incidentId: string): TollClaim[] {
  const claims = all<ClaimRow>(db, claimText, [incidentId]);
  if (claims.length === 0) return [];
  const tolls = all<TollRow>(db, tollText, [incidentId]);
  return claims.map((claim) => ({
    id: claim.id,
    credibility: claim.credibility,
    reliability: claim.reliability,
    supersededById: claim.superseded_by_id,
    deniedById: claim.denied_by_id,
    originKey: claim.origin_words ? fold(claim.origin_words) : null,
    tolls: tolls.filter((toll) => toll.claim_id === claim.id),
  }));
}

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

const cacheColumns = [
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
  const claims = listTollClaims(db, incidentId);
  const tolls: TollSummary[] = summariseTolls(claims);
  const killed = tolls.find((toll) => toll.outcome === 'killed');
  const credibilities = claims.map((claim) => claim.credibility).filter((grade) => grade < 6);
  const label = row.place_name ?? row.place_words;
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
    title_key: fold(row.title),
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

export function writeCache(db: Writer, incidentId: string): void {
  const cache = workOutCache(db, incidentId);
  if (!cache) return;
  const values: SqlValue[] = cacheColumns.map((name) => cache[name]);
  run(db, writeText, [...values, incidentId]);
}
