/** Packs, attachments, reports and copies of the case. */

import { basename } from 'node:path';
import type { exchangeCalls } from '../../../shared/contract/exchange-calls.ts';
import { addAttachment, removeAttachment, saveAttachment } from '../../services/attachments.ts';
import { listBatches } from '../../services/batches.ts';
import { copyCase } from '../../services/cases.ts';
import { exportPack } from '../../services/export-pack.ts';
import { importPack } from '../../services/import-pack.ts';
import { packConflicts, previewPack } from '../../services/preview-pack.ts';
import { buildReport } from '../../services/reports.ts';
import type { HandlersFor } from '../context.ts';

export const exchangeHandlers: HandlersFor<keyof typeof exchangeCalls> = {
  'pack/preview': ({ session, filePath }, { token }) => previewPack(session(), filePath(token)),
  'pack/conflicts': ({ session }, page) => packConflicts(session(), page),
  'pack/import': ({ session }, request) => importPack(session(), request),
  'pack/export': ({ session, filePath }, { token, ...request }) =>
    exportPack(session(), filePath(token), request),
  'batch/list': ({ session }) => listBatches(session().db),
  'attachment/add': ({ session, filePath }, { token, ...what }) =>
    addAttachment(session(), filePath(token), what),
  'attachment/remove': ({ session }, { id }) => {
    removeAttachment(session(), id);
    return {};
  },
  'attachment/save-as': ({ session, filePath }, { token, id }) =>
    saveAttachment(session(), id, filePath(token)),
  'report/build': ({ session }, request) => buildReport(session(), request),
  'case/save-copy': ({ session, filePath }, { token }) => {
    const path = filePath(token);
    return { fileName: basename(path), ...copyCase(session(), path) };
  },
};
