/** Writes the report of an import to a file. */
import { writeFile } from 'node:fs/promises';
import { batchReportHtml, batchReportText } from '../../shared/pack/batch-report-file.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { type WrittenFile, writeAtomically } from '../files/atomic-write.ts';
import { batchReport } from './batches.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import type { CaseSession } from './session.ts';

/** HTML, or text where the name ends in `.txt`. Throws `record/not-found`, `disk/*`, `input/invalid`. */
export async function saveBatchReport(
  session: CaseSession,
  path: string,
  id: string,
  lang: Lang,
): Promise<WrittenFile> {
  refuseOpenCase(session, path);
  const view = batchReport(session.db, id);
  const isText = path.toLowerCase().endsWith('.txt');
  const text = isText ? batchReportText(view, lang) : batchReportHtml(view, lang);
  return writeAtomically(path, (temporary) => writeFile(temporary, text));
}
