/** Builds a report as data from the open case: reads what it needs, checks the label, words it. */
import type { ReportRequest, Selection } from '../../shared/contract/exchange-calls.ts';
import type { IncidentDossier, NoteView } from '../../shared/contract/read-calls.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { buildBrief } from '../../shared/report/brief.ts';
import { buildChronology } from '../../shared/report/chronology.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { applyEdits, noEdits } from '../../shared/report/edits.ts';
import { buildList } from '../../shared/report/list.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { filterWords } from '../../shared/text/filter-words.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { incidentDossier, incidentRowsById } from './incidents.ts';
import { headOf, refuseTooMany, sourcesByIncident, withChain } from './report-parts.ts';
import { profile } from './report-profile.ts';
import { sitrep } from './report-sitrep.ts';
import { trend } from './report-trend.ts';
import { selectedIds } from './selected-ids.ts';
import type { CaseSession } from './session.ts';

/**
 * The report as data, worded. Throws `record/not-found`, `input/invalid` (a label lower than that of a
 * part, with `details.needed`; more incidents than fit on paper; a period that ends before it begins),
 * `filter/invalid`.
 */
export function buildReport(session: CaseSession, request: ReportRequest): ReportDocument {
  return applyEdits(built(session, request), request.edits ?? noEdits);
}

function built(session: CaseSession, request: ReportRequest): ReportDocument {
  switch (request.kind) {
    case 'brief':
      return brief(session, request);
    case 'list':
    case 'chronology':
      return list(session, request);
    case 'sitrep':
      return sitrep(session, request);
    case 'trend':
      return trend(session, request);
    case 'profile':
      return profile(session, request);
    default:
      return assertNever(request, 'report');
  }
}

function brief(
  session: CaseSession,
  request: Extract<ReportRequest, { kind: 'brief' }>,
): ReportDocument {
  const { db } = session;
  const dossier = incidentDossier(db, request.incidentId);
  const linkedIds = dossier.links.flatMap(({ link, other }) =>
    link.kind === 'incident-incident' && !other.isDeleted ? [other.id] : [],
  );
  const linked = incidentRowsById(db, [...new Set(linkedIds)]);
  const sources = withChain(db, [
    ...dossier.claims.flatMap((view) => view.claim.source_id ?? []),
    ...dossier.links.flatMap((view) => view.link.source_id ?? []),
  ]);
  const notes = chosenNotes(dossier, request.noteIds);
  const actors = listRecordsById(db, 'actor', [
    ...dossier.links.flatMap(({ link, other }) =>
      link.kind === 'actor-incident' ? [other.id] : [],
    ),
    ...dossier.claims.flatMap((view) =>
      [view.claimant, view.deniedBy, ...view.via].flatMap((actor) => actor?.id ?? []),
    ),
  ]);
  const parts = [
    dossier.incident,
    ...(dossier.place === null ? [] : [dossier.place]),
    ...dossier.claims.map((view) => view.claim),
    ...dossier.claims.flatMap((view) => view.tolls),
    ...dossier.links.map((view) => view.link),
    ...linked,
    ...sources,
    ...actors,
    ...notes.map((view) => view.note),
    // an open question stands in the box of unknowns whether its note is printed or not
    ...dossier.notes.flatMap(({ note }) =>
      note.kind === 'question' && !note.is_resolved ? [note] : [],
    ),
  ];
  const head = headOf(session, request, parts);
  const { withMap } = request;
  const otherScripts = otherScriptNames(
    db,
    actors.map((actor) => actor.id),
  );
  return buildBrief({ ...head, dossier, linked, sources, notes, otherScripts, withMap });
}

/** The first name of each actor that is not in Latin letters. */
function otherScriptNames(db: Reader, ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { actor_id, name, script } of listRecordsBy(db, 'actor_name', 'actor_id', ids)) {
    const isOther = script === null ? !/\p{Script=Latin}/u.test(name) : script !== 'Latn';
    if (isOther && !names.has(actor_id)) names.set(actor_id, name);
  }
  return names;
}

/** The notes asked for in their order of making; without a choice all but questions. */
function chosenNotes(dossier: IncidentDossier, ids: readonly string[] | undefined): NoteView[] {
  return dossier.notes.filter(({ note }) =>
    ids === undefined ? note.kind !== 'question' : ids.includes(note.id),
  );
}

function list(
  session: CaseSession,
  request: Extract<ReportRequest, { kind: 'list' | 'chronology' }>,
): ReportDocument {
  const { db } = session;
  const ids = selectedIds(db, request.selection);
  refuseTooMany(ids.length, 'selection');
  const rows = incidentRowsById(db, ids);
  const order = new Map(ids.map((id, index) => [id, index]));
  const ordered = [...rows].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids);
  const sourceIds = sourcesByIncident(claims);
  const sources = withChain(db, [...sourceIds.values()].flat());
  const input = {
    ...headOf(session, request, [...ordered, ...claims, ...sources]),
    title: request.title ?? null,
    scopeWords: selectionWords(
      request.selection,
      request.lang,
      reportText(request.lang),
      ids.length,
    ),
    rows: ordered,
    sourceIds,
    sources,
    withMap: request.withMap,
  };
  return request.kind === 'list' ? buildList(input) : buildChronology(input);
}

function selectionWords(
  selection: Selection,
  lang: ReportRequest['lang'],
  t: ReturnType<typeof reportText>,
  count: number,
): string {
  switch (selection.what) {
    case 'case':
      return t.allOfCase;
    case 'filter':
      return filterWords(selection.filter, lang);
    case 'incidents':
      return t.chosen(count);
  }
}
