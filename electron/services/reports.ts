/** Builds a report as data from the open case: reads what it needs, checks the label, words it. */
import { createHash } from 'node:crypto';

import type { ReportRequest, Selection } from '../../shared/contract/exchange-calls.ts';
import type { IncidentDossier, NoteView } from '../../shared/contract/read-calls.ts';
import type { Source } from '../../shared/domain/records.ts';
import { compareTlp, tlpMax, tlpText } from '../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { buildBrief } from '../../shared/report/brief.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { buildList } from '../../shared/report/list.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { filterWords } from '../../shared/text/filter-words.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { caseInfo } from './case-state.ts';
import { incidentDossier, incidentRowsById } from './incidents.ts';
import { selectedIds } from './selected-ids.ts';
import type { CaseSession } from './session.ts';

/** More lines than anybody reads on paper; the screen and a pack take more. */
const mostListed = 2000;

/**
 * The report as data, worded. Throws `record/not-found`, `input/invalid` (a label lower than that of a
 * part, with `details.needed`; a list of more than `mostListed`), `filter/invalid`.
 */
export function buildReport(session: CaseSession, request: ReportRequest): ReportDocument {
  return request.kind === 'brief' ? brief(session, request) : list(session, request);
}

/** Sources with all they pass on, each once. */
function withChain(db: Reader, ids: Iterable<string>): Source[] {
  const found = new Map<string, Source>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const read = listRecordsById(db, 'source', wanted);
    for (const source of read) found.set(source.id, source);
    const next = read.flatMap((source) => source.via_source_id ?? []);
    wanted = [...new Set(next)].filter((id) => !found.has(id));
  }
  return [...found.values()];
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
  request: Extract<ReportRequest, { kind: 'list' }>,
): ReportDocument {
  const { db } = session;
  const ids = selectedIds(db, request.selection);
  if (ids.length > mostListed) {
    throw new AppError(
      'input/invalid',
      `${ids.length} incidents are too many for a list on paper. Narrow the filter to ${mostListed} or fewer.`,
      { issues: [{ path: ['selection'], message: `more than ${mostListed} incidents` }] },
    );
  }
  const rows = incidentRowsById(db, ids);
  const order = new Map(ids.map((id, index) => [id, index]));
  const ordered = [...rows].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids);
  const sourceIds = new Map<string, string[]>();
  for (const claim of claims) {
    if (claim.source_id === null) continue;
    const held = sourceIds.get(claim.incident_id) ?? [];
    if (!held.includes(claim.source_id)) held.push(claim.source_id);
    sourceIds.set(claim.incident_id, held);
  }
  const sources = withChain(db, [...sourceIds.values()].flat());
  const head = headOf(session, request, [...ordered, ...claims, ...sources]);
  const t = reportText(request.lang);
  return buildList({
    ...head,
    title: request.title ?? null,
    scopeWords: selectionWords(request.selection, request.lang, t, ids.length),
    rows: ordered,
    sourceIds,
    sources,
    withMap: request.withMap,
  });
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

interface Part {
  readonly id: string;
  readonly tlp: TlpLabel;
  readonly rev?: string;
  readonly updatedAt?: string;
}

/** Author, label and fingerprint. Throws `input/invalid` when the label asked for is too low. */
function headOf(session: CaseSession, request: ReportRequest, parts: readonly Part[]) {
  const info = caseInfo(session.db);
  const needed = tlpMax(parts.map((part) => part.tlp));
  const tlp = request.tlp ?? tlpMax([needed, info.tlp]);
  if (compareTlp(tlp, needed) < 0) {
    throw new AppError(
      'input/invalid',
      `${reportText('en').tlpTooLow(tlpText(tlp), tlpText(needed))} Choose ${tlpText(needed)} or leave those parts out.`,
      { needed, issues: [{ path: ['tlp'], message: `lower than ${tlpText(needed)}` }] },
    );
  }
  const states = parts.map((part) => `${part.id} ${part.rev ?? part.updatedAt ?? ''}`).sort();
  const inputs = JSON.stringify({ request, tlp, states });
  return {
    lang: request.lang,
    tlp,
    caseTitle: info.title,
    isInvented: info.invented,
    author: session.author.name,
    asOf: new Date().toISOString(),
    inputsSha256: createHash('sha256').update(inputs).digest('hex'),
  };
}
