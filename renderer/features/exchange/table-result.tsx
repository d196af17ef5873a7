import { Download } from 'lucide-react';
import type { TableImportResult } from '../../../shared/contract/table-calls.ts';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { saveFailedRows } from './table-import-store.ts';

const parts = [
  'added',
  'updated',
  'unchanged',
  'conflicting',
  'skipped',
  'failed',
  'warnings',
] as const;

/** What an import did or would do, why rows were left out, and the first things said of rows. */
export function ResultWords({
  result,
  fileName,
  isTable,
}: {
  readonly result: TableImportResult;
  readonly fileName: string;
  readonly isTable: boolean;
}) {
  const t = useText().tableImport;
  const f = useFormat();
  const told = result.issues.slice(0, 100);
  return (
    <>
      <p>
        {parts
          .filter((part) => result[part] > 0)
          .map((part) => t.resultLine[part](f.number(result[part])))
          .join(' · ')}
      </p>
      {result.failed === 0 ? null : <LeftOut result={result} fileName={fileName} />}
      {told.length === 0 ? null : (
        <details>
          <summary>{t.firstIssues(told.length)}</summary>
          <Reasons result={result} isFailure={false} />
          <ul className="exchange-issues">
            {told.map((issue, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same remark twice
              <li key={at}>
                <span className="u-tabular">
                  {isTable
                    ? t.lineNumber(f.number(issue.line))
                    : t.objectNumber(f.number(issue.line))}
                </span>{' '}
                {t.issue(t.issues[issue.code], issue.column, issue.value)}
                {issue.isFailure ? ` (${t.leftOut})` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Why rows are not in the case, and all of them as a file to mend. */
function LeftOut({
  result,
  fileName,
}: {
  readonly result: TableImportResult;
  readonly fileName: string;
}) {
  const t = useText().tableImport;
  const lang = useLang();
  const isSaving = useJobs(({ jobs }) => runningJob(jobs, 'export') !== undefined);
  return (
    <div>
      <p>{t.whyLeftOut}</p>
      <Reasons result={result} isFailure />
      <Button
        icon={<Download size={14} aria-hidden="true" />}
        isPending={isSaving}
        onPress={() => void saveFailedRows(lang, t.failedName(fileName.replace(/\.[^.]*$/, '')))}
      >
        {t.saveFailed}
      </Button>
    </div>
  );
}

function Reasons({
  result,
  isFailure,
}: {
  readonly result: TableImportResult;
  readonly isFailure: boolean;
}) {
  const t = useText().tableImport;
  const f = useFormat();
  const reasons = result.reasons.filter((reason) => reason.isFailure === isFailure);
  if (reasons.length === 0) return null;
  return (
    <ul className="exchange-issues">
      {reasons.map(({ code, count }) => (
        <li key={code}>
          <span className="u-tabular">{t.times(f.number(count))}</span> {t.issues[code]}
        </li>
      ))}
    </ul>
  );
}
