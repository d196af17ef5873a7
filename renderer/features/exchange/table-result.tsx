import type { TableImportResult } from '../../../shared/contract/table-calls.ts';
import { useFormat, useText } from '../../text/index.tsx';

const parts = [
  'added',
  'updated',
  'unchanged',
  'conflicting',
  'skipped',
  'failed',
  'warnings',
] as const;

/** What an import did or would do, with the first things it has to say about rows. */
export function ResultWords({ result }: { readonly result: TableImportResult }) {
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
      {told.length === 0 ? null : (
        <details>
          <summary>{t.firstIssues(told.length)}</summary>
          <ul className="exchange-issues">
            {told.map((issue, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same remark twice
              <li key={at}>
                <span className="u-tabular">{t.lineNumber(f.number(issue.line))}</span>{' '}
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
