import type { JobKind } from '../../../shared/contract/job-calls.ts';
import { JobProgress } from '../../record-kit/job-progress.tsx';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { Spinner } from '../../ui/spinner.tsx';

/** Work on a pack in its thread: how far it is, and the way out. */
export function PackRunning({
  kind,
  label,
  fileName,
  help,
}: {
  readonly kind: JobKind;
  readonly label: string;
  readonly fileName: string;
  readonly help?: string;
}) {
  const job = useJobs(({ jobs }) => runningJob(jobs, kind));
  return (
    <section className="exchange-running" aria-label={label}>
      <p role="status">
        <Spinner /> {label} <bdi>{fileName}</bdi>
      </p>
      {job === undefined ? null : <JobProgress job={job} />}
      {help === undefined ? null : <p className="u-soft">{help}</p>}
    </section>
  );
}
