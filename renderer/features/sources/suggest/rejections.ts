// Which suggestions the analyst rejected. Kept with the settings of this laptop, not in the case: as marks
// that say nothing of the text, bounded, the oldest sources going first.
import { getApp, setLayout } from '../../../state/app-store.ts';

const key = 'sources.rejected';
const mostSources = 300;
const mostPerSource = 400;

type Stored = Readonly<Record<string, readonly string[]>>;

function readStored(): Stored {
  const value = getApp().settings?.layout[key];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const entries = Object.entries(value).flatMap(([id, marks]) =>
    Array.isArray(marks)
      ? [[id, marks.filter((mark): mark is string => typeof mark === 'string')] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

export function rejectionsOf(sourceId: string): ReadonlySet<string> {
  return new Set(readStored()[sourceId] ?? []);
}

/** Rejects or opens again; the source counts as the latest from now on. */
export function setRejected(sourceId: string, marks: readonly string[], isRejected: boolean): void {
  const { [sourceId]: before = [], ...others } = readStored();
  const rest = before.filter((mark) => !marks.includes(mark));
  const now = (isRejected ? [...rest, ...marks] : rest).slice(-mostPerSource);
  const kept = Object.entries(others).slice(-(mostSources - 1));
  setLayout(key, Object.fromEntries(now.length === 0 ? kept : [...kept, [sourceId, now]]));
}
