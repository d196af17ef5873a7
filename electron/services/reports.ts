/** Builds a report as data from the open case: reads what it needs, checks the label, words it. */
import type { ReportRequest, Selection } from '../../shared/contract/exchange-calls.ts';
import type { IncidentDossier, NoteView } from '../../shared/contract/read-calls.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { buildBrief } from '../../shared/report/brief.ts';
import { buildChronology } from '../../shared/report/chronology.ts';
import { withCorrection } from '../../shared/report/correction.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { applyEdits, noEdits } from '../../shared/report/edits.ts';
import type { Correction } from '../../shared/report/kept.ts';
import { buildList } from '../../shared/report/list.ts';
import { numberedAnew, withSourcePlace } from '../../shared/report/numbering.ts';
import { sourceItems } from '../../shared/report/references.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { sourceItem, withoutAddresses } from '../../shared/report/source-list.ts';
import { filterWords } from '../../shared/text/filter-words.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { incidentDossier, incidentRowsById } from './incidents.ts';
import {
  figureSources,
  headOf,
  refuseTooMany,
  sourcesByIncident,
  tollClaimsOf,
} from './report-parts.ts';
import { profile } from './report-profile.ts';
import { citedIn, citedOf } from './report-references.ts';
import { sitrep } from './report-sitrep.ts';
import { withChain } from './report-sources.ts';
import { trend } from './report-trend.ts';
import { selectedIds } from './selected-ids.ts';
import type { CaseSession } from './session.ts';
import { noHooks, stopIfCancelled, type WorkHooks } from './work-hooks.ts';

/**
 * The report as data, worded. Throws `record/not-found`, `input/invalid` (a label lower than that of a
 * part, with `details.needed`; more incidents than fit on paper; a period that ends before it begins),
 * `filter/invalid`, `call/cancelled`.
 */
export function buildReport(
  session: CaseSession,
  request: ReportRequest,
  correction?: Correction,
  hooks: WorkHooks = noHooks,
): ReportDocument {
  const document = edited(session, request, correction, hooks);
  return request.withAddresses === false ? withoutAddresses(document) : document;
}

/** As built, with what a person changed in it. */
function edited(
  session: CaseSession,
  request: ReportRequest,
  correction: Correction | undefined,
  hooks: WorkHooks,
): ReportDocument {
  const first = built(session, request, hooks);
  stopIfCancelled(hooks);
  const document = correction === undefined ? first : withCorrection(first, correction);
  const { edits } = request;
  if (edits === undefined) return applyEdits(document, noEdits);
  const { stateOf, sources } = citedOf(session.db, edits);
  const byId = new Map(sources.map((source) => [source.id, source]));
  // marks written in lifted numbers lead to sources that the builder lists
  const listed = new Set(sourceItems(document).map(({ sourceId }) => sourceId));
  return numberedAnew(
    applyEdits(citedIn(edits).length === 0 ? document : withSourcePlace(document), edits),
    (reference) =>
      stateOf(reference) ??
      (listed.has(reference.id)
        ? { name: '', isGone: false, isReplaced: false, sourceId: reference.id }
        : undefined),
    (id) => {
      const source = byId.get(id);
      return source && sourceItem(source, 0, byId, noQuotes, document.lang);
    },
  );
}

function built(session: CaseSession, request: ReportRequest, hooks: WorkHooks): ReportDocument {
  switch (request.kind) {
    case 'brief':
      return brief(session, request);
    case 'list':
    case 'chronology':
      return list(session, request, hooks);
    case 'sitrep':
      return sitrep(session, request, hooks);
    case 'trend':
      return trend(session, request, hooks);
    case 'profile':
      return profile(session, request, hooks);
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
  const linkedClaims = listRecordsBy(db, 'claim', 'incident_id', linkedIds);
  const figures = figureSources(db, linkedClaims, 'killed');
  const sources = withChain(db, [
    ...[...figures.values()].flat(),
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
  return buildBrief({
    ...{ ...head, dossier, linked, sources, notes, otherScripts, withMap },
    figureSources: figures,
    hasOwnTexts: Object.keys(request.edits?.texts ?? {}).length > 0,
  });
}

/** A source that only a text rests on is listed without its passages: no claim here rests on them. */
const noQuotes: ReadonlyMap<string, readonly string[]> = new Map();

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
  hooks: WorkHooks,
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
    figureSources: figureSources(db, claims, 'killed'),
    injuredSources: figureSources(db, claims, 'injured'),
    sources,
    tollClaims: tollClaimsOf(db, ordered, hooks),
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
