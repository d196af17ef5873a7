/**
 * What the window's own thread does, task by task, in processor time: a trace of Chromium. By the clock a
 * task of 20 ms takes 60 on a machine with more work than processors, which says nothing of the program.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningApp } from './app.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: Readonly<Record<string, unknown>> };
}

/** One task of the window's thread, in milliseconds. */
export interface Task {
  /** Processor time of script, styles, layout and collecting of memory: what is ours. */
  readonly own: number;
  /** Processor time of all, painting included. */
  readonly all: number;
  readonly clock: number;
  /** Since the beginning of the trace. */
  readonly at: number;
  /** Its longest parts, for whoever reads a failure. */
  readonly parts: string;
}

export interface Tasks {
  readonly tasks: readonly Task[];
  /** How long the reference work took each time, in milliseconds of processor time. */
  readonly reference: readonly number[];
}

/** Chromium's work for the screen: without a graphics processor it takes as long as it happens to. */
const painting = new Set(['Paint', 'PrePaint', 'Layerize', 'Commit']);
const referenceMark = 'reference work';

/** Work of one size, of the kind that a table of rows is: tells how fast this machine is just now. */
export async function doReference(page: Page): Promise<void> {
  await page.evaluate((mark) => {
    console.timeStamp(mark);
    const box = document.createElement('div');
    box.style.cssText = 'position: fixed; visibility: hidden; width: 900px';
    for (let row = 0; row < 60; row += 1) {
      const line = box.appendChild(document.createElement('div'));
      line.style.cssText = 'display: grid; grid-template-columns: repeat(8, 1fr)';
      for (let cell = 0; cell < 8; cell += 1) {
        line.appendChild(document.createElement('span')).textContent = `Place ${row} ${cell}`;
      }
    }
    document.body.append(box);
    box.getBoundingClientRect();
    box.remove();
  }, referenceMark);
}

/** Begins to record; what is answered ends it and gives the tasks since. */
export async function recordTasks({ app, folder }: RunningApp): Promise<() => Promise<Tasks>> {
  const pid = await app.evaluate(async ({ BrowserWindow, contentTracing }) => {
    await contentTracing.startRecording({
      included_categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
      excluded_categories: ['*'],
      recording_mode: 'record-until-full',
      trace_buffer_size_in_kb: 400_000,
    });
    return BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
  });
  return async () => {
    const path = join(folder, 'trace.json');
    await app.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), path);
    const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: TraceEvent[] };
    rmSync(path);
    return tasksOf(ofMainThread(traceEvents, pid ?? 0));
  };
}

/** Events with a length, outer ones before inner ones. */
function ofMainThread(events: readonly TraceEvent[], pid: number): TraceEvent[] {
  const main = events.find(
    (event) =>
      event.name === 'thread_name' && event.pid === pid && event.args?.name === 'CrRendererMain',
  );
  return events
    .filter((event) => event.pid === pid && event.tid === main?.tid && 'XI'.includes(event.ph))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

function tasksOf(events: readonly TraceEvent[]): Tasks {
  const begun = events[0]?.ts ?? 0;
  const tasks: Task[] = [];
  const reference: number[] = [];
  for (const [at, task] of events.entries()) {
    if (task.name !== 'RunTask') continue;
    const end = task.ts + (task.dur ?? 0);
    const inner: TraceEvent[] = [];
    for (let next = at + 1; (events[next]?.ts ?? end) < end; next += 1) {
      const event = events[next];
      if (event !== undefined) inner.push(event);
    }
    const all = (task.tdur ?? 0) / 1000;
    if (inner.some(({ args }) => args?.data?.['message'] === referenceMark)) {
      reference.push(all);
      continue;
    }
    tasks.push({
      ...{ own: all - painted(inner), all, clock: (task.dur ?? 0) / 1000 },
      ...{ at: (task.ts - begun) / 1000, parts: longestParts(inner) },
    });
  }
  return { tasks, reference };
}

function painted(inner: readonly TraceEvent[]): number {
  let sum = 0;
  let until = 0;
  for (const { name, ts, dur = 0, tdur = 0 } of inner) {
    if (!painting.has(name) || ts < until) continue;
    sum += tdur / 1000;
    until = ts + dur;
  }
  return sum;
}

/** Parts may lie within one another. */
function longestParts(inner: readonly TraceEvent[]): string {
  const parts = new Map<string, number>();
  for (const { name, tdur = 0, args } of inner) {
    const type = args?.data?.['type'];
    const full = name === 'EventDispatch' ? `${name} ${String(type)}` : name;
    parts.set(full, (parts.get(full) ?? 0) + tdur / 1000);
  }
  return [...parts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([name, ms]) => `${name} ${ms.toFixed(0)}`)
    .join(', ');
}
