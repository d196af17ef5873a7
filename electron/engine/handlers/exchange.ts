/** Packs, attachments, reports and copies of the case. */

import { basename } from 'node:path';
import type { exchangeCalls } from '../../../shared/contract/exchange-calls.ts';
import { addAttachment, removeAttachment, saveAttachment } from '../../services/attachments.ts';
import { saveBatchReport } from '../../services/batch-report-file.ts';
import { batchReport, listBatches } from '../../services/batches.ts';
import { copyPhases } from '../../services/cases.ts';
import { licensedIn } from '../../services/licensed-rows.ts';
import { type EngineContext, type HandlersFor, jobsOf } from '../context.ts';
import { PackThread, packPhases } from '../pack-thread.ts';
import { builtReport } from '../report-thread.ts';
import { workInThread } from '../work-thread.ts';

/** Where nothing else is given the work is done at once. */
const inPlace = new PackThread(undefined, '');
const threadOf = ({ packs }: EngineContext) => packs ?? inPlace;
/** A small pack is read and written before anybody could look. */
const listedAfterMs = 1000;

export const exchangeHandlers: HandlersFor<keyof typeof exchangeCalls> = {
  'pack/preview': (context, { token, passphrase }) => {
    const path = context.filePath(token);
    return jobsOf(context).run(
      {
        ...{ kind: 'pack-preview', subject: basename(path), unit: 'records', listedAfterMs },
        phases: packPhases.preview,
      },
      (job) => threadOf(context).preview(context.session(), path, passphrase, job),
    );
  },
  'pack/conflicts': (context, page) => threadOf(context).conflicts(context.session(), page),
  'pack/import': (context, request) =>
    jobsOf(context).run(
      { kind: 'pack-import', unit: 'records', phases: packPhases.import },
      (job) => threadOf(context).import(context.session(), request, job),
      ({ batch, byTable: _, ...counts }) => ({ batch, counts }),
    ),
  'pack/export': (context, { token, ...request }) => {
    const path = context.filePath(token);
    return jobsOf(context).run(
      {
        ...{ kind: 'pack-export', subject: basename(path), unit: 'records', listedAfterMs },
        phases: packPhases.export,
      },
      (job) => threadOf(context).export(context.session(), path, request, job),
      ({ fileName, bytes }) => ({ fileName, counts: { bytes } }),
    );
  },
  'batch/report': ({ session }, { id }) => batchReport(session().db, id),
  'batch/save-report': ({ session, filePath }, { token, id, lang }) =>
    saveBatchReport(session(), filePath(token), id, lang),
  'export/licences': ({ session }, { selection, tlpMax }) =>
    licensedIn(session().db, selection, tlpMax),
  'batch/list': ({ session }) => listBatches(session().db),
  'attachment/add': ({ session, filePath }, { token, ...what }) =>
    addAttachment(session(), filePath(token), what),
  'attachment/remove': ({ session }, { id }) => {
    const open = session();
    removeAttachment(open, id);
    return { revision: open.revision };
  },
  'attachment/save-as': ({ session, filePath }, { token, id }) =>
    saveAttachment(session(), id, filePath(token)),
  'report/build': (context, request) => builtReport(context, request),
  'case/save-copy': async (context, { token }) => {
    const path = context.filePath(token);
    const fileName = basename(path);
    const copy = await jobsOf(context).run(
      { kind: 'backup', subject: fileName, unit: 'bytes', phases: copyPhases },
      (job) => workInThread(context.session(), 'copy', { path }, job),
      ({ bytes }) => ({ fileName, counts: { bytes } }),
    );
    return { fileName, ...copy };
  },
};
