// What is said of a job: its name, how far it is, what came of it. Pure; no React.
import type { Job } from '../../shared/contract/job-calls.ts';
import type { Catalogue } from './catalogue.ts';
import { errorWords } from './error-words.ts';
import type { Formats } from './format.ts';

/** `Import of a file: sahel.csv`. */
export function jobName({ jobs: t }: Catalogue, { kind, subject }: Job): string {
  return subject === null ? t.kinds[kind] : t.about(t.kinds[kind], subject);
}

function amount({ jobs: t }: Catalogue, f: Formats, unit: Job['unit'], value: number): string {
  if (unit === 'bytes') return f.bytes(Math.round(value));
  return unit === 'steps' ? '' : t.units[unit](f.number(Math.round(value)));
}

/** Part of the step that is done, 0 to 1; undefined while it cannot be known. */
export function jobPart({ done, total, state }: Job): number | undefined {
  if (total === null || state === 'cancelling') return undefined;
  return Math.min(1, done / Math.max(1, total));
}

/** Step, count, rate and what is left, of a job that runs. */
export function progressWords(text: Catalogue, f: Formats, job: Job): string {
  const t = text.jobs;
  if (job.state === 'cancelling') return t.stopping;
  const { phase, phases, unit, count, rate, leftMs } = job;
  const at = phase === null ? -1 : phases.indexOf(phase);
  const isOneOfSome = at >= 0 && phases.length > 1;
  const step =
    phase === null
      ? ''
      : isOneOfSome
        ? t.step(at + 1, phases.length, t.phases[phase])
        : t.phases[phase];
  const seconds = leftMs === null ? undefined : Math.max(1, Math.round(leftMs / 1000));
  const left =
    seconds === undefined ? '' : phases.length > 1 ? t.leftOfStep(seconds) : t.left(seconds);
  const parts = [
    step,
    count === 0 ? '' : amount(text, f, unit, count),
    rate === null || rate < 1 || unit === 'steps' ? '' : t.rate(amount(text, f, unit, rate)),
    left,
  ];
  const said = parts.filter((part) => part !== '').join(' · ');
  return said === '' ? t.waiting : said;
}

const imported = ['added', 'updated', 'unchanged', 'conflicting', 'skipped', 'failed'] as const;

function doneWords(text: Catalogue, f: Formats, { kind, subject, outcome }: Job): string {
  const { jobs: t, tableImport } = text;
  const { counts = {}, fileName = null } = outcome ?? {};
  const of = (name: string) => counts[name] ?? 0;
  switch (kind) {
    case 'table-check':
    case 'table-import':
    case 'pack-import': {
      const parts = imported.filter((name) => of(name) > 0);
      const said = parts.map((name) => tableImport.resultLine[name](f.number(of(name))));
      return kind === 'table-check' ? t.foreseen(said.join(' · ')) : said.join(' · ');
    }
    case 'check':
      return of('problems') === 0 ? t.sound : t.problems(of('problems'));
    case 'same':
      return t.pairs(f.number(of('likely')), f.number(of('possible')));
    case 'rebuild':
      return t.indexed(f.number(of('incidents')), f.number(of('documents')));
    case 'bulk':
      return t.changed(of('changed'));
    default:
      if (fileName === null) return t.done;
      // the name of the job says it already
      if (fileName === subject) return 'bytes' in counts ? f.bytes(of('bytes')) : t.done;
      return counts['bytes'] === undefined ? fileName : t.saved(fileName, f.bytes(of('bytes')));
  }
}

/** What came of a job that is over. */
export function outcomeWords(text: Catalogue, f: Formats, job: Job): string {
  const { jobs: t } = text;
  if (job.state === 'cancelled') return t.stopped;
  if (job.state === 'failed') {
    return job.error === null ? t.failed : errorWords(text, job.error).title;
  }
  return doneWords(text, f, job) || t.done;
}
