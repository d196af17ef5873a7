import './jobs-status.css';
import { CircleCheck, CircleSlash, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Job } from '../../shared/contract/job-calls.ts';
import { JobProgress } from '../record-kit/job-progress.tsx';
import { dismissJobs, isRunning, openJobs, useJobs } from '../state/jobs-store.ts';
import { useFormat, useText } from '../text/index.tsx';
import { jobName, jobPart, outcomeWords } from '../text/job-words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import '../ui/pop.css';
import { jobTarget } from './job-target.ts';

/** The job that runs, in the status bar, and the list of all of them over it. */
export function JobsStatus() {
  const jobs = useJobs((state) => state.jobs);
  const isOpen = useJobs((state) => state.isOpen);
  return (
    <span className="app-status-rest">
      {jobs.length === 0 && !isOpen ? null : (
        <DialogTrigger isOpen={isOpen} onOpenChange={openJobs}>
          <JobsButton jobs={jobs} />
          <Popover className="c-pop app-jobs-pop" placement="top end" offset={4}>
            <JobsPanel jobs={jobs} />
          </Popover>
        </DialogTrigger>
      )}
      <Announced jobs={jobs} />
    </span>
  );
}

function JobsButton({ jobs }: { readonly jobs: readonly Job[] }) {
  const text = useText();
  const t = text.jobs;
  const f = useFormat();
  const running = jobs.filter(isRunning);
  const shown = running.at(-1) ?? jobs.at(-1);
  const part = shown === undefined ? undefined : jobPart(shown);
  const percent = part === undefined ? '' : ` ${f.number(Math.floor(part * 100))} %`;
  const others = running.length > 1 ? ` ${t.more(f.number(running.length - 1))}` : '';
  const name = shown === undefined ? t.title : jobName(text, shown);
  const more =
    shown === undefined
      ? ''
      : running.length > 0
        ? `${percent}${others}`
        : ` – ${outcomeWords(text, f, shown)}`;
  return (
    <AriaButton
      className="app-jobs-button"
      aria-label={shown === undefined ? t.title : t.about(t.title, `${name}${more}`)}
    >
      {shown === undefined ? null : isRunning(shown) ? (
        <progress
          className="app-status-progress"
          aria-hidden="true"
          {...(part === undefined ? {} : { value: part, max: 1 })}
        />
      ) : (
        <JobSign state={shown.state} />
      )}
      <span className="app-jobs-shown">
        <bdi className="u-truncate">{name}</bdi>
        <span className="app-jobs-shown-more u-truncate u-tabular">{more}</span>
      </span>
    </AriaButton>
  );
}

function JobSign({ state }: Pick<Job, 'state'>) {
  const size = { size: 12, 'aria-hidden': true } as const;
  if (state === 'failed') return <TriangleAlert {...size} className="app-jobs-bad" />;
  if (state === 'cancelled') return <CircleSlash {...size} />;
  return <CircleCheck {...size} className="app-jobs-good" />;
}

function JobsPanel({ jobs }: { readonly jobs: readonly Job[] }) {
  const t = useText().jobs;
  const over = jobs.filter((job) => !isRunning(job)).length;
  return (
    <Dialog className="c-popover app-jobs u-no-ring" aria-label={t.title}>
      <h2>{t.title}</h2>
      {jobs.length === 0 ? <p className="u-soft">{t.none}</p> : null}
      <ul>
        {jobs.toReversed().map((job) => (
          <li key={job.id}>{isRunning(job) ? <Running job={job} /> : <Over job={job} />}</li>
        ))}
      </ul>
      {over > 1 ? <Button onPress={() => dismissJobs()}>{t.dismissAll}</Button> : null}
    </Dialog>
  );
}

function Running({ job }: { readonly job: Job }) {
  const text = useText();
  return (
    <>
      <p className="app-jobs-name">
        <bdi>{jobName(text, job)}</bdi>
      </p>
      <JobProgress job={job} />
    </>
  );
}

function Over({ job }: { readonly job: Job }) {
  const text = useText();
  const t = text.jobs;
  const f = useFormat();
  const name = jobName(text, job);
  const target = jobTarget(job);
  return (
    <div className="app-jobs-over">
      <JobSign state={job.state} />
      <div>
        <p className="app-jobs-name">
          <bdi>{name}</bdi>
        </p>
        <p className="u-soft u-tabular">
          {outcomeWords(text, f, job)} · {t.took(f.number(Math.round(job.ms / 100) / 10))}
        </p>
      </div>
      {target === undefined ? null : (
        <Button
          variant="quiet"
          aria-label={t.about(t.show, name)}
          onPress={() => {
            openJobs(false);
            target();
          }}
        >
          {t.show}
        </Button>
      )}
      <IconButton
        label={t.about(t.dismiss, name)}
        icon={<X size={14} aria-hidden="true" />}
        onPress={() => dismissJobs(job.id)}
      />
    </div>
  );
}

/** Beginning and end are said aloud, what lies between is not. */
function Announced({ jobs }: { readonly jobs: readonly Job[] }) {
  const text = useText();
  const f = useFormat();
  const told = useRef(new Map<string, boolean>());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const { announced, about } = text.jobs;
    for (const job of jobs) {
      const running = isRunning(job);
      if (told.current.get(job.id) === running) continue;
      told.current.set(job.id, running);
      const name = jobName(text, job);
      setSaid(running ? announced.running(name) : about(name, outcomeWords(text, f, job)));
    }
  }, [jobs, text, f]);
  return (
    <span role="status" className="u-visually-hidden">
      {said}
    </span>
  );
}
