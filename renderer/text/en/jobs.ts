// Words for long work: the line in the status bar, the list above it, and the results that stay.
import type { JobKind, JobPhase, JobUnit } from '../../../shared/contract/job-calls.ts';
import { pluralEn } from '../plural.ts';

const kinds: { readonly [K in JobKind]: string } = {
  'table-check': 'Check before an import',
  'table-import': 'Import of a file',
  'pack-preview': 'Reading of a pack',
  'pack-import': 'Import of a pack',
  'pack-export': 'Export of a pack',
  export: 'Export of a file',
  check: 'Check of the case',
  backup: 'Copy of the case',
  same: 'Search for the same attack',
  bulk: 'Change of many incidents',
  undo: 'Undo or redo',
  rebuild: 'New search index',
  report: 'Report',
  layout: 'Layout of the network',
};

const phases: { readonly [P in JobPhase]: string } = {
  reading: 'reading',
  comparing: 'comparing',
  writing: 'writing',
  merging: 'joining changed rows',
  indexing: 'search index',
  checking: 'checking',
  copying: 'copying',
  drawing: 'drawing',
  printing: 'printing',
};

/** Of what a job counts; bytes are written with their own unit. */
const units: { readonly [U in Exclude<JobUnit, 'bytes' | 'steps'>]: (text: string) => string } = {
  rows: (text) => `${text} rows`,
  records: (text) => `${text} records`,
  incidents: (text) => `${text} incidents`,
  pages: (text) => `${text} pages`,
};

export const jobsEn = {
  title: 'Background work',
  kinds,
  phases,
  units,
  step: (at: number, of: number, phase: string) => `step ${at} of ${of}: ${phase}`,
  rate: (amount: string) => `${amount} a second`,
  left: (seconds: number) =>
    seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`,
  leftOfStep: (seconds: number) =>
    seconds < 60
      ? `this step about ${seconds} s more`
      : `this step about ${Math.ceil(seconds / 60)} min more`,
  /** Of a check: nothing was written. */
  foreseen: (words: string) => `foreseen: ${words}`,
  waiting: 'beginning',
  stop: 'Stop',
  stopping: 'stopping…',
  stopped: 'Stopped; nothing was changed',
  show: 'Show',
  dismiss: 'Put away',
  dismissAll: 'Put all results away',
  /** `Show: Check of the case`. */
  about: (action: string, name: string) => `${action}: ${name}`,
  none: 'Nothing is running, and there is no result to look at.',
  more: (count: string) => `+ ${count}`,
  running: (count: number) => pluralEn(count, 'job runs', 'jobs run'),
  over: (count: number) => pluralEn(count, 'result', 'results'),
  done: 'done',
  failed: 'failed',
  took: (seconds: string) => `${seconds} s`,
  sound: 'Nothing wrong was found',
  problems: (count: number) => pluralEn(count, 'problem', 'problems'),
  pairs: (likely: string, possible: string) => `${likely} likely, ${possible} possible pairs`,
  changed: (count: number) => pluralEn(count, 'incident changed', 'incidents changed'),
  indexed: (incidents: string, others: string) => `${incidents} incidents, ${others} other records`,
  saved: (name: string, size: string) => `${name}, ${size}`,
  announced: {
    running: (name: string) => `${name} began`,
    done: (name: string) => `${name}: done`,
  },
  leave: {
    title: 'Stop the work and close?',
    body: 'These are still running. Stopped, they leave nothing half done:',
    stop: 'Stop and close',
    keep: 'Let them run',
  },
};
