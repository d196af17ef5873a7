/** Reports kept in the case. */
import type { reportCalls } from '../../../shared/contract/report-calls.ts';
import {
  duplicateReport,
  keepReport,
  keptReport,
  keptReports,
  renewReport,
} from '../../services/kept-reports.ts';
import type { HandlersFor } from '../context.ts';

export const keptReportHandlers: HandlersFor<keyof typeof reportCalls> = {
  'report/keep': ({ session }, request) => keepReport(session(), request),
  'report/list': ({ session }) => keptReports(session().db),
  'report/kept': ({ session }, { id }) => keptReport(session(), id),
  'report/renew': ({ session }, { id }) => renewReport(session(), id),
  'report/duplicate': ({ session }, request) => duplicateReport(session(), request),
};
