/** The hidden window in which a report is laid out: it asks for its document and says when all is drawn. */
import { join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import type { CallArgs, EventPayload } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { ReportFormat } from '../../shared/report/format.ts';
import { lockDownContents, securePreferences } from './lockdown.ts';
import { programDir } from './paths.ts';
import { appOrigin } from './static-files.ts';

/** Who waits for a report: told how far it is, heard when it is not wanted any more. */
export interface PrintWatch {
  readonly progress: (progress: EventPayload<'report/progress'>) => void;
  readonly signal: AbortSignal;
}

interface ToPrint {
  /** May still be built while its page loads. */
  readonly document: Promise<ReportDocument>;
  readonly format: ReportFormat;
}

/** What a print page hands over besides what stands in its window. */
type Drawn = CallArgs<'print/ready'>;

interface Job extends ToPrint {
  readonly drawn: (done: number, total: number) => void;
  readonly ready: (drawn: Drawn) => void;
}

const jobs = new Map<number, Job>();
/** Without a sign of life; many maps take longer than one. */
const layoutLimitMs = 90_000;

/** The report that a print page has to lay out. Throws `call/untrusted` for any other page. */
export function printJobOf(contents: WebContents): Job {
  const job = jobs.get(contents.id);
  if (!job) throw new AppError('call/untrusted', 'This page has nothing to print.');
  return job;
}

export function printWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      ...securePreferences,
      preload: join(programDir(), 'preload.cjs'),
      backgroundThrottling: false,
      devTools: false,
    },
  });
  lockDownContents(window.webContents);
  return window;
}

/** A report whose map is blank would tell of an empty country. */
const mapFailed = () =>
  new AppError(
    'report/map-failed',
    'The map of the report could not be drawn, so nothing was written. Try again, or leave the map out.',
  );

/** Throws `report/failed`, `report/map-failed`, `call/cancelled`, and what the building of the report throws. */
export async function layOut(
  { webContents }: BrowserWindow,
  report: ToPrint,
  { progress, signal }: PrintWatch,
): Promise<Drawn> {
  const id = webContents.id;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const failed = (why: string) => reject(new AppError('report/failed', why));
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(
          () => failed('The report could not be laid out in time.'),
          layoutLimitMs,
        );
      };
      wait();
      const cancel = () => reject(new AppError('call/cancelled', 'The report was cancelled.'));
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      // a refusal to build is answered as it is
      report.document.catch(reject);
      jobs.set(id, {
        ...report,
        drawn: (done, total) => {
          wait();
          progress({ stage: 'figures', done, total });
        },
        ready: (drawn) => (drawn.failed > 0 ? reject(mapFailed()) : resolve(drawn)),
      });
      webContents.once('render-process-gone', () =>
        failed('The page that lays out reports stopped.'),
      );
      webContents.once('did-fail-load', () =>
        failed('The page that lays out reports did not load.'),
      );
      void webContents.loadURL(`${appOrigin}/print.html`);
    });
  } finally {
    clearTimeout(timer);
    jobs.delete(id);
  }
}
