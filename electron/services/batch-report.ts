/** Puts together what is kept of an import: who signed, what came, how conflicts were decided. */
import { type BatchReport, mostReported } from '../../shared/contract/batch-report.ts';
import type { Answer } from '../../shared/contract/pack-decisions.ts';
import type { SignerView } from '../../shared/contract/trust-calls.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import type { Content } from '../../shared/pack/record-merge.ts';
import { labelOf } from '../db/queries/labels.ts';
import type { Reader } from '../db/sqlite.ts';
import type { PlannedRecord } from './held-plan.ts';
import type { JoinedTwins } from './join-row-twins.ts';
import type { HeldPack } from './preview-pack.ts';

/** Of a text as long as a source, the beginning says which it is. */
const shownLength = 300;

function words(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

/** Answers to conflicts as they are carried out. */
export class DecisionLog {
  readonly decisions: BatchReport['decisions'] = [];
  count = 0;
  readonly #db: Reader;

  constructor(db: Reader) {
    this.#db = db;
  }

  note(planned: PlannedRecord, became: Content, answerOf: (unit: string) => Answer): void {
    const conflicts = planned.merged?.conflicts ?? [];
    for (const unit of new Set(conflicts.map((each) => each.unit))) {
      this.count += 1;
      if (this.decisions.length >= mostReported) continue;
      const answer = answerOf(unit);
      this.decisions.push({
        table: planned.table,
        title: labelOf(this.#db, planned.table, planned.id),
        unit,
        answer: typeof answer === 'string' ? answer : 'own',
        fields: conflicts
          .filter((each) => each.unit === unit)
          .map(({ field, ours, theirs }) => ({
            field,
            ours: words(ours),
            theirs: words(theirs),
            became: words(became[field]),
          })),
      });
    }
  }
}

export function batchReportOf(
  pack: HeldPack,
  signer: SignerView,
  byTable: BatchReport['byTable'],
  { decisions, count }: DecisionLog,
  twins: JoinedTwins,
): BatchReport {
  const { manifest, sha256, same, warnings } = pack;
  return {
    version: 1,
    sha256,
    isSealed: pack.opened !== undefined,
    title: manifest.title,
    tlp: manifest.cairn.tlp,
    madeBy: manifest.cairn.author.name,
    asOf: manifest.cairn.asOf,
    signer: {
      state: signer.state,
      knownAs: signer.knownAs,
      fingerprint: signer.key?.fingerprint ?? null,
    },
    byTable,
    decisions,
    decisionCount: count,
    same: {
      pairs: same.pairs.slice(0, mostReported).map(({ a, b, score }) => ({
        theirs: a.title,
        ours: b.title,
        score: score.score,
      })),
      likely: same.likely,
      possible: same.possible,
    },
    twins: { ...twins },
    warnings: [...warnings],
  };
}
