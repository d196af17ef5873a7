/** Incidents as files of other formats. */
import { basename } from 'node:path';
import type { exportCalls } from '../../../shared/contract/export-calls.ts';
import { refuseOpenCase } from '../../services/open-case-guard.ts';
import { type HandlersFor, jobsOf } from '../context.ts';
import { workInThread } from '../work-thread.ts';

export const exportHandlers: HandlersFor<keyof typeof exportCalls> = {
  'export/write': (context, { token, ...request }) => {
    const path = context.filePath(token);
    refuseOpenCase(context.session(), path);
    const fileName = basename(path);
    return jobsOf(context).run(
      { kind: 'export', subject: fileName, unit: 'incidents', phases: ['reading', 'writing'] },
      (job) => workInThread(context.session(), 'export', { path, request }, job),
      ({ bytes }) => ({ fileName, counts: { bytes } }),
    );
  },
};
