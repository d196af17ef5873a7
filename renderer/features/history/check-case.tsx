import { ListRestart, ShieldCheck } from 'lucide-react';
import { JobProgress } from '../../record-kit/job-progress.tsx';
import { useCase } from '../../state/case-store.ts';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { useRequest } from '../../state/requests.ts';
import { tableWords } from '../../text/field-words.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Checked, check, closeCheck, isOfIndexes, reindex, useCheck } from './check-store.ts';

const most = 50;

/** Has the whole file checked and says what was found; builds anew what follows from the records. */
export function CheckCase() {
  const t = useText().history;
  const { isChecking, checked } = useCheck();
  const job = useJobs(({ jobs }) => runningJob(jobs, 'check'));
  const rebuilding = useJobs(({ jobs }) => runningJob(jobs, 'rebuild'));
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  useRequest('check-case', () => void check());
  useRequest('reindex-case', () => void reindex());
  return (
    <div className="history-check">
      <div className="history-check-buttons">
        <Button
          icon={<ShieldCheck size={14} aria-hidden="true" />}
          isPending={isChecking}
          onPress={() => void check()}
        >
          {t.check}
        </Button>
        {isReadOnly ? null : (
          <Button
            icon={<ListRestart size={14} aria-hidden="true" />}
            isPending={rebuilding !== undefined}
            onPress={() => void reindex()}
          >
            {t.reindex}
          </Button>
        )}
      </div>
      {isChecking ? <span role="status">{t.checking}</span> : null}
      {job === undefined ? null : <JobProgress job={job} />}
      {rebuilding === undefined ? null : <JobProgress job={rebuilding} />}
      {checked === undefined ? null : <CheckResult checked={checked} onClose={closeCheck} />}
    </div>
  );
}

function CheckResult({
  checked,
  onClose,
}: {
  readonly checked: Checked;
  readonly onClose: () => void;
}) {
  const t = useText().history;
  const lang = useLang();
  const { ok, problems } = checked;
  if (ok) {
    return (
      <Notice tone="good" title={t.checkGood} onClose={onClose}>
        {t.checkGoodNext}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={t.checkBad(problems.length)} onClose={onClose}>
      <p>{problems.every(isOfIndexes) ? t.checkIndexes : t.checkBadNext}</p>
      <ul className="history-problems">
        {problems.slice(0, most).map((problem) => (
          <li key={`${problem.code}/${problem.table}/${problem.id}/${problem.message}`}>
            <code>{problem.code}</code>{' '}
            {problem.table === null ? null : <span>{tableWords(lang, problem.table)}: </span>}
            {problem.message}
          </li>
        ))}
      </ul>
      {problems.length > most ? <p>{t.moreProblems(problems.length - most)}</p> : null}
    </Notice>
  );
}
