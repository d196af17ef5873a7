/** Reports kept in the case. */
import type { reportCalls } from '../../../shared/contract/report-calls.ts';
import { houseView, setHouseStyle } from '../../services/house-style.ts';
import {
  duplicateReport,
  keepReport,
  keptReport,
  keptReports,
  renewReport,
} from '../../services/kept-reports.ts';
import { passagesFor } from '../../services/report-passages.ts';
import { knownReferences } from '../../services/report-references.ts';
import type { HandlersFor } from '../context.ts';
import { reportWork } from '../report-thread.ts';

export const keptReportHandlers: HandlersFor<keyof typeof reportCalls> = {
  'house/style': ({ session }) => houseView(session()),
  'house/set': ({ session }, style) => setHouseStyle(session(), style),
  'report/keep': async (context, { request, title }) => {
    const frozen = await reportWork(context, 'report-copy', request);
    return keepReport(context.session(), { request, title }, frozen);
  },
  'report/list': ({ session }) => keptReports(session().db),
  'report/kept': ({ session }, { id }) => keptReport(session(), id),
  'report/renew': async (context, { id }) => {
    const frozen = await reportWork(context, 'report-anew', { id });
    return renewReport(context.session(), id, frozen);
  },
  'report/references': ({ session }, { references }) => [
    ...knownReferences(session().db, references),
  ],
  'report/passages': ({ session }, request) => passagesFor(session().db, request),
  'report/duplicate': ({ session }, request) => duplicateReport(session(), request),
};
