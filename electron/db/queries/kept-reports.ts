import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { ReportKind } from '../../../shared/report/document.ts';
import { all, type Reader } from '../sqlite.ts';

export interface KeptReportRow {
  readonly id: string;
  readonly kind: ReportKind;
  readonly title: string;
  readonly tlp: TlpLabel;
  readonly updatedAt: string;
}

/** Live kept reports, the latest first; their content is not read. */
export function listKeptReports(db: Reader): KeptReportRow[] {
  return all(
    db,
    `SELECT id, kind, title, tlp, updated_at AS updatedAt FROM report
     WHERE deleted_at IS NULL ORDER BY updated_at DESC, pk DESC`,
  );
}
