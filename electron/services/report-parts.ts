/** What services of several reports share: sources with their chain, the label, the fingerprint. */
import { createHash } from 'node:crypto';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import type { Claim } from '../../shared/domain/records.ts';
import { compareTlp, tlpMax, tlpText } from '../../shared/domain/tlp.ts';
import type { Outcome } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { dressOf } from '../../shared/report/house-style.ts';
import { reportText } from '../../shared/report/report-text.ts';
import type { ClaimsByIncident } from '../../shared/report/toll-figure.ts';
import { lastAction } from '../db/queries/actions.ts';
import { countLicensed } from '../db/queries/licensed-incidents.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { listTollClaims } from '../db/queries/toll-claims.ts';
import type { Reader } from '../db/sqlite.ts';
import { caseInfo } from './case-state.ts';
import { houseStyle } from './house-style.ts';
import { quotedPassages, quotesBySource } from './report-quotes.ts';
import { citedOf } from './report-references.ts';
import type { Part } from './report-sources.ts';
import type { CaseSession } from './session.ts';
import { counter, type WorkHooks } from './work-hooks.ts';

/** More lines than anybody reads on paper; the screen and a pack take more. */
const mostListed = 2000;

/** Throws `input/invalid` for more incidents than a report on paper takes. */
export function refuseTooMany(count: number, path: string): void {
  if (count <= mostListed) return;
  throw new AppError(
    'input/invalid',
    `${count} incidents are too many for a report on paper. Narrow the filter to ${mostListed} or fewer.`,
    { issues: [{ path: [path], message: `more than ${mostListed} incidents` }] },
  );
}

/** The sources of claims by incident, each once, in the order of the claims. */
export function sourcesByIncident(
  claims: readonly Pick<Claim, 'incident_id' | 'source_id'>[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { incident_id, source_id } of claims) {
    if (source_id === null) continue;
    const held = found.get(incident_id) ?? [];
    if (!held.includes(source_id)) held.push(source_id);
    found.set(incident_id, held);
  }
  return found;
}

/**
 * Claims of each incident that has a figure for the dead, as the toll rules want them. The longest reading
 * of a report: told as it goes. Throws `call/cancelled`.
 */
export function tollClaimsOf(
  db: Reader,
  rows: readonly IncidentRow[],
  hooks: WorkHooks,
): ClaimsByIncident {
  const told = rows.filter(({ killed }) => killed !== null && killed.low !== null);
  const count = counter(hooks, 'reading', told.length, 50);
  return new Map(
    told.map(({ id }) => {
      count();
      return [id, listTollClaims(db, id)];
    }),
  );
}

/** Of the claims of incidents, the sources of those that give a figure of an outcome, by incident. */
export function figureSources(
  db: Reader,
  claims: readonly Pick<Claim, 'id' | 'incident_id' | 'source_id'>[],
  outcome: Outcome,
): ReadonlyMap<string, readonly string[]> {
  const ids = claims.map(({ id }) => id);
  const counting = new Set(
    listRecordsBy(db, 'toll', 'claim_id', ids).flatMap((toll) =>
      toll.outcome === outcome && toll.qualifier !== 'none-given' ? [toll.claim_id] : [],
    ),
  );
  return sourcesByIncident(claims.filter(({ id }) => counting.has(id)));
}

/** Author, label and fingerprint. Throws `input/invalid` when the label asked for is too low. */
export function headOf(session: CaseSession, request: ReportRequest, built: readonly Part[]) {
  const info = caseInfo(session.db);
  const { db } = session;
  const house = houseStyle(db);
  const quoted = quotedPassages(db, request.quotes, built);
  const parts: readonly Part[] = [...built, ...citedOf(db, request.edits).parts, ...quoted];
  const needed = tlpMax(parts.map((part) => part.tlp));
  const tlp = request.tlp ?? tlpMax([needed, info.tlp]);
  if (compareTlp(tlp, needed) < 0) {
    throw new AppError(
      'input/invalid',
      `${reportText('en').tlpTooLow(tlpText(tlp), tlpText(needed))} Choose ${tlpText(needed)} or leave those parts out.`,
      { needed, issues: [{ path: ['tlp'], message: `lower than ${tlpText(needed)}` }] },
    );
  }
  const states = parts.map((part) => `${part.id} ${part.rev ?? part.updatedAt ?? ''}`).sort();
  // what a report looks like is not what it rests on
  const { house: own, ...asked } = request;
  const inputs = JSON.stringify({ request: asked, tlp, states });
  return {
    lang: request.lang,
    tlp,
    caseTitle: info.title,
    isInvented: info.invented,
    author: own?.author ?? house.author ?? session.author.name,
    house: dressOf(house, own),
    asOf: new Date().toISOString(),
    inputsSha256: createHash('sha256').update(inputs).digest('hex'),
    lastChange: lastAction(db)?.at ?? null,
    revision: session.revision,
    dataSets: countLicensed(db, { ids: built.map(({ id }) => id) }),
    quotes: quotesBySource(quoted, request.lang),
  };
}
