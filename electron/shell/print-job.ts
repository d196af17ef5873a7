/** `cairn report` from a checkout: the command line hands over a job, no window is shown. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reportRequestSchema } from '../../shared/contract/exchange-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { CaseDesk } from './case-desk.ts';
import type { EngineHost } from './engine-host.ts';
import { writeReport } from './printing.ts';

const jobSchema = z.strictObject({
  casePath: z.string(),
  request: reportRequestSchema,
  out: z.string(),
});

/** Prints one line `CAIRN print {json}` on stdout; answers the exit code, 0 done, 1 refused. */
export async function runPrintJob(
  jobPath: string,
  desk: CaseDesk,
  engine: EngineHost,
): Promise<number> {
  try {
    const job = jobSchema.parse(JSON.parse(await readFile(jobPath, 'utf8')));
    await desk.open(job.casePath);
    const document = engine.control('call', {
      name: 'report/build',
      args: job.request,
    }) as Promise<ReportDocument>;
    const printed = await writeReport(document, job.out);
    process.stdout.write(`CAIRN print ${JSON.stringify({ ok: true, value: printed })}\n`);
    return 0;
  } catch (error) {
    const plain =
      error instanceof AppError
        ? error.toPlain()
        : { code: 'report/failed', message: 'The report could not be printed.' };
    process.stdout.write(`CAIRN print ${JSON.stringify({ ok: false, error: plain })}\n`);
    return 1;
  } finally {
    await engine.stop();
  }
}
