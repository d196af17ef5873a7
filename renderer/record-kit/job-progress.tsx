import './job-progress.css';
import type { Job } from '../../shared/contract/job-calls.ts';
import { cancelJob } from '../state/jobs-store.ts';
import { useFormat, useText } from '../text/index.tsx';
import { jobName, jobPart, progressWords } from '../text/job-words.ts';
import { Button } from '../ui/button.tsx';

/** How far a job is: bar, step, rate, what is left, and the way to end it. */
export function JobProgress({ job }: { readonly job: Job }) {
  const text = useText();
  const f = useFormat();
  const name = jobName(text, job);
  const part = jobPart(job);
  return (
    <div className="c-job">
      <progress aria-label={name} {...(part === undefined ? {} : { value: part, max: 1 })} />
      <p className="u-soft u-tabular">{progressWords(text, f, job)}</p>
      {job.canCancel ? (
        <Button
          aria-label={text.jobs.about(text.jobs.stop, name)}
          isDisabled={job.state === 'cancelling'}
          onPress={() => cancelJob(job.id)}
        >
          {text.jobs.stop}
        </Button>
      ) : null}
    </div>
  );
}
