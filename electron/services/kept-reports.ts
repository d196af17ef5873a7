/** Reports kept in the case: frozen copies with what they were asked with, compared with the case as it is. */
import type { CallResult } from '../../shared/contract/contract.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument, ReportKind } from '../../shared/report/document.ts';
import {
  type Correction,
  changesSince,
  type Fate,
  keptInputsSchema,
  type ToldIncident,
} from '../../shared/report/kept.ts';
import { lifted, sourceItems } from '../../shared/report/references.ts';
import { summaryWords } from '../../shared/text/toll-words.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { listKeptReports } from '../db/queries/kept-reports.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { act } from './act.ts';
import { enterNumber, nextNumberOf, requireFreeNumber } from './house-style.ts';
import { requireRecord } from './records.ts';
import { rowsOf } from './report-rows.ts';
import { buildReport } from './reports.ts';
import { saveRecords } from './save.ts';
import type { CaseSession } from './session.ts';
import type { GivenValues } from './transaction.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

/** What a kept report is kept as. */
export interface FrozenReport {
  /** JSON: the request, the document, what was told of each incident, the correction. */
  readonly inputs: string;
  readonly inputs_sha256: string;
  readonly tlp: TlpLabel;
}

/** Throws what `buildReport` throws, and `case/read-only`, `disk/*`. */
export function keepReport(
  session: CaseSession,
  { request, title }: { readonly request: ReportRequest; readonly title: string },
  frozen: FrozenReport = frozenReport(session, request),
): { readonly id: string } {
  const given = numberFor(session, request.kind, request.house?.number);
  return kept(session, { kind: request.kind, title, ...withNumber(frozen, given) }, given);
}

/** The number written by hand, else the next one; null where the house counts none. */
function numberFor(session: CaseSession, kind: ReportKind, own: string | undefined) {
  if (own === undefined) return nextNumberOf(session, kind);
  requireFreeNumber(session.db, own, '');
  return { number: own, n: null };
}

type Given = { readonly number: string; readonly n: number | null } | null;

/** The report as built, with the number that it was given since. */
function withNumber(frozen: FrozenReport, given: Given): FrozenReport {
  if (given === null) return frozen;
  const { document, ...rest }: { readonly document: ReportDocument } = JSON.parse(frozen.inputs);
  return { ...frozen, inputs: JSON.stringify({ ...rest, document: numbered(document, given) }) };
}

function numbered(document: ReportDocument, given: Given): ReportDocument {
  return { ...document, house: { ...document.house, number: given?.number ?? null } };
}

/** Writes a new kept report and enters its number in one transaction. */
function kept(
  session: CaseSession,
  values: GivenValues<'report'> & { readonly kind: ReportKind; readonly title: string },
  given: Given,
): { readonly id: string } {
  const { kind, title } = values;
  return act(session, { kind: 'create', title }, (tx) => {
    const { id, created_at: at } = tx.insert('report', values);
    if (given !== null) enterNumber(tx.db, given, { kind, reportId: id, at });
    return { id };
  });
}

export function keptReports(db: Reader): CallResult<'report/list'> {
  return listKeptReports(db);
}

/** Throws `record/not-found`, `report/failed` for one that an older or newer program kept. */
export function keptReport(session: CaseSession, id: string): CallResult<'report/kept'> {
  const { title, request, document, incidents } = read(session, id);
  return { id, title, request, document, changes: changesOf(session.db, request, incidents) };
}

/** Takes the next edition in place of the one that is kept. Throws what `keepReport` throws. */
export function renewReport(
  session: CaseSession,
  id: string,
  patch: FrozenReport = frozenAnew(session, id),
): { readonly id: string } {
  saveRecords(session, { ops: [{ do: 'update', table: 'report', id, patch: { ...patch } }] });
  return { id };
}

/**
 * The next edition: as it would be built now, with the same edits and a note of what is told
 * differently. Throws what `buildReport` and `keptReport` throw.
 */
export function frozenAnew(session: CaseSession, id: string, hooks = noHooks): FrozenReport {
  const { request, document, incidents, correction } = read(session, id);
  const edition = {
    edition: (correction?.edition ?? 1) + 1,
    asOfWords: document.asOfWords,
    productId: document.frame.productId,
    changes: changesOf(session.db, request, incidents),
  };
  const anew = frozenReport(session, withLiftedTexts(request, document), edition, hooks);
  const { number } = document.house;
  return withNumber(anew, number === null ? null : { number, n: null });
}

/** What is told differently now. */
function changesOf(db: Reader, request: ReportRequest, then: readonly ToldIncident[]) {
  return changesSince(then, told(db, request), (incidentId): Fate => {
    const incident = getRecord(db, 'incident', incidentId);
    if (incident === undefined || incident.deleted_at === null) return { what: 'left' };
    const into = mergedInto(db, incidentId);
    if (into === undefined) return { what: 'withdrawn' };
    return { what: 'merged', into: requireRecord(db, 'incident', into).title };
  });
}

/** Numbers typed by hand are those of the edition they were typed for: they become marks of its sources. */
function withLiftedTexts(request: ReportRequest, document: ReportDocument): ReportRequest {
  if (request.edits === undefined) return request;
  const items = sourceItems(document);
  const texts = Object.entries(request.edits.texts).map(([key, text]) => [
    key,
    lifted(text, items),
  ]);
  return { ...request, edits: { ...request.edits, texts: Object.fromEntries(texts) } };
}

/** A second one with the same content and a number of its own. Throws `record/not-found`, `case/read-only`, `disk/*`. */
export function duplicateReport(
  session: CaseSession,
  { id, title }: { readonly id: string; readonly title: string },
): { readonly id: string } {
  const { kind, inputs_sha256, tlp } = requireRecord(session.db, 'report', id);
  const { title: _title, ...inputs } = read(session, id);
  const { document, request } = inputs;
  const given = document.house.number === null ? null : nextNumberOf(session, kind);
  const { number: _number, ...own } = request.house ?? {};
  const copy = JSON.stringify({
    ...inputs,
    request: { ...request, house: own },
    document: numbered(document, given),
  });
  return kept(session, { kind, title, inputs: copy, inputs_sha256, tlp }, given);
}

/** A report as it is now, to be kept. Throws what `buildReport` throws. */
export function frozenReport(
  session: CaseSession,
  request: ReportRequest,
  correction?: Correction,
  hooks: WorkHooks = noHooks,
): FrozenReport {
  const document = buildReport(session, request, correction, hooks);
  const incidents = told(session.db, request);
  return {
    inputs: JSON.stringify({ request, document, incidents, correction }),
    inputs_sha256: document.inputsSha256,
    tlp: document.tlp,
  };
}

function read(session: CaseSession, id: string) {
  const { title, inputs } = requireRecord(session.db, 'report', id);
  try {
    return { title, ...keptInputsSchema.parse(JSON.parse(inputs)) };
  } catch {
    throw new AppError(
      'report/failed',
      'This report was kept by another version of Cairn and cannot be opened. Make it anew.',
      { id },
    );
  }
}

function told(db: Reader, request: ReportRequest): ToldIncident[] {
  return rowsOf(db, request).map(({ id, title, killed, status }) => ({
    id,
    title,
    killed: summaryWords(killed, request.lang),
    status,
  }));
}
