/** What services of several reports share: sources with their chain, the label, the fingerprint. */
import { createHash } from 'node:crypto';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { Claim, Source } from '../../shared/domain/records.ts';
import { compareTlp, tlpMax, tlpText } from '../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { caseInfo } from './case-state.ts';
import type { CaseSession } from './session.ts';

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

/** Sources with all they pass on, each once. */
export function withChain(db: Reader, ids: Iterable<string>): Source[] {
  const found = new Map<string, Source>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const read = listRecordsById(db, 'source', wanted);
    for (const source of read) found.set(source.id, source);
    const next = read.flatMap((source) => source.via_source_id ?? []);
    wanted = [...new Set(next)].filter((id) => !found.has(id));
  }
  return [...found.values()];
}

export interface Part {
  readonly id: string;
  readonly tlp: TlpLabel;
  readonly rev?: string;
  readonly updatedAt?: string;
}

/** Author, label and fingerprint. Throws `input/invalid` when the label asked for is too low. */
export function headOf(session: CaseSession, request: ReportRequest, parts: readonly Part[]) {
  const info = caseInfo(session.db);
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
  const inputs = JSON.stringify({ request, tlp, states });
  return {
    lang: request.lang,
    tlp,
    caseTitle: info.title,
    isInvented: info.invented,
    author: session.author.name,
    asOf: new Date().toISOString(),
    inputsSha256: createHash('sha256').update(inputs).digest('hex'),
  };
}
