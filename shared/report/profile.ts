/** The actor profile: who it is, whom it belongs to, what it did, suffered and claimed. Pure. */
import type { ActorDossier, IncidentRow, LinkView, NoteView } from '../contract/read-calls.ts';
import type { Link, Source } from '../domain/records.ts';
import { actorIncidentRoles, eventTypes } from '../domain/vocabulary.ts';
import { edtfWords } from '../text/date-words.ts';
import { codeLabel, labels, roleWords } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { totalWords } from '../text/toll-words.ts';
import { activityFigure } from './activity.ts';
import { networkFigure } from './actor-figures.ts';
import { type ReportDocument, reportDocumentSchema } from './document.ts';
import { endMatter } from './end-matter.ts';
import { periodWords } from './list.ts';
import {
  dateWords,
  documentHead,
  type GivenBlock,
  gradeSpan,
  killedCell,
  mapFigure,
  type ReportHead,
  scopeOf,
  sourcesOfAll,
  typeWords,
} from './parts.ts';
import { productText } from './product-text.ts';
import { countryName, reportText, semicolon, stampDayWords } from './report-text.ts';
import { numberSources, type SourceNumbers } from './source-list.ts';
import { type ClaimsByIncident, tollFigure, tollTotal } from './toll-figure.ts';

/** Incidents and claims printed one by one; the figures above them are of all. */
const mostRows = 200;

export interface ProfileInput extends ReportHead {
  readonly dossier: ActorDossier;
  /** Sources of the claims of each incident, by incident id. */
  readonly sourceIds: ReadonlyMap<string, readonly string[]>;
  /** Of these, the sources of figures of those killed. */
  readonly figureSources: ReadonlyMap<string, readonly string[]>;
  readonly sources: readonly Source[];
  readonly tollClaims: ClaimsByIncident;
  readonly notes: readonly NoteView[];
  readonly withMap: boolean;
}

/** An incident once, with every role the actor has in it. */
interface Part {
  readonly row: IncidentRow;
  readonly links: readonly Link[];
}

export function buildProfile(input: ProfileInput): ReportDocument {
  const { dossier, lang } = input;
  const { actor } = dossier;
  const t = productText(lang);
  const l = labels(lang);
  const numbers = numberSources(input);
  const parts = partsOf(dossier);
  const rows = parts.map(({ row }) => row);
  const blocks: GivenBlock[] = [factsBlock(input, parts, numbers)];
  if (actor.description.trim() !== '') {
    blocks.push({ type: 'markdown', text: actor.description, caption: null });
  }
  const relations = dossier.relations.filter(({ other }) => !other.isDeleted);
  if (relations.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.relations });
    blocks.push(relationTable(relations, numbers, lang));
  }
  const scope = scopeOf(actor.name, periodWords(rows, lang));
  blocks.push(...networkFigure(rows, scope, lang));
  blocks.push(...activityFigure(rows, scope, lang));
  if (input.withMap) blocks.push(...mapFigure(rows, scope, lang));
  const acted = actedIn(parts);
  const actedScope = scopeOf(t.killedIn, scope);
  blocks.push(...tollFigure(acted, input, numbers.marks, actedScope));
  if (parts.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.incidents });
    blocks.push(incidentTable(parts, input, numbers));
  }
  if (dossier.claims.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.claims });
    blocks.push(claimTable(input, numbers));
  }
  if (input.notes.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.notes });
    for (const { note, author } of input.notes) {
      const day = stampDayWords(note.created_at, lang);
      const caption = reportText(lang).noteBy(l.noteKinds[note.kind], author, day);
      blocks.push({ type: 'markdown', text: note.body, caption });
    }
  }
  blocks.push(...endMatter(input, { scopeWords: actor.name, incidents: rows.length }, numbers));
  const country = actor.country === null ? null : countryName(actor.country, lang);
  return reportDocumentSchema.parse({
    ...documentHead(input, 'profile'),
    title: actor.name,
    subtitle: [l.actorKinds[actor.kind], country, periodWords(rows, lang)]
      .filter((part) => part !== null && part !== '')
      .join(' · '),
    scopeWords: actor.name,
    blocks,
  });
}

function partsOf({ incidents }: ActorDossier): Part[] {
  const parts = new Map<string, { row: IncidentRow; links: Link[] }>();
  for (const { link, row } of incidents) {
    if (row.isDeleted) continue;
    const part = parts.get(row.id) ?? { row, links: [] };
    part.links.push(link);
    parts.set(row.id, part);
  }
  return [...parts.values()];
}

/** Where it is perpetrator or claimant. */
function actedIn(parts: readonly Part[]): IncidentRow[] {
  return parts
    .filter(({ links }) => links.some(({ role }) => role === 'perpetrator' || role === 'claimant'))
    .map(({ row }) => row);
}

function factsBlock(
  { dossier, figureSources, lang }: ProfileInput,
  parts: readonly Part[],
  numbers: SourceNumbers,
): GivenBlock {
  const { actor, names } = dossier;
  const t = productText(lang);
  const l = labels(lang);
  const rows = parts.map(({ row }) => row);
  const others = names.map(({ name }) => name).filter((name) => name !== actor.name);
  const active = [
    actor.active_from === null ? null : t.activeFrom(edtfWords(actor.active_from, lang)),
    actor.active_to === null ? null : t.activeTo(edtfWords(actor.active_to, lang)),
  ].filter((part) => part !== null);
  const acted = actedIn(parts);
  const killed = tollTotal(acted, 'killed');
  const roles = actorIncidentRoles
    .map((role) => ({
      role,
      count: parts.filter(({ links }) => links.some((link) => link.role === role)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${l.roles[role]} ${count}`);
  const line = (label: string, text: string, marks: number[] = []) =>
    text === '' ? [] : [{ label, runs: [{ text, marks }] }];
  const killedWords = [totalWords(killed, lang), gradeSpan(acted, lang)];
  return {
    type: 'facts',
    rows: [
      ...line(t.names, [...new Set(others)].join(semicolon(lang))),
      ...line(t.kind, l.actorKinds[actor.kind]),
      ...line(t.country, actor.country === null ? '' : countryName(actor.country, lang)),
      ...line(t.active, active.join(', ')),
      ...line(t.seen, t.seenLine(rows.length, periodWords(rows, lang))),
      ...line(t.rolesLine, roles.join(', ')),
      ...line(
        t.killedIn,
        killed.counted === 0 ? '' : killedWords.filter((part) => part !== '').join(semicolon(lang)),
        numbers.marks(sourcesOfAll(acted, figureSources)),
      ),
      ...line(
        t.byTypeOf,
        tally(
          rows,
          eventTypes,
          (row) => row.eventType,
          (code) => codeLabel(l.eventTypes, code),
        ),
      ),
      ...line(
        t.byAreaOf,
        tally(
          rows,
          areasOf(rows),
          (row) => row.admin1,
          (code) => code,
        ),
      ),
    ],
  };
}

function areasOf(rows: readonly IncidentRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.admin1 ?? []))].sort();
}

/** `Battles 3, Protests 1`, most first. */
function tally(
  rows: readonly IncidentRow[],
  codes: readonly string[],
  codeOf: (row: IncidentRow) => string | null,
  wordOf: (code: string) => string,
): string {
  return codes
    .map((code) => ({ code, count: rows.filter((row) => codeOf(row) === code).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ code, count }) => `${wordOf(code)} ${count}`)
    .join(', ');
}

function relationTable(
  relations: readonly LinkView[],
  numbers: SourceNumbers,
  lang: Lang,
): GivenBlock {
  const t = productText(lang);
  const l = labels(lang);
  const c = t.relationColumns;
  return {
    type: 'table',
    caption: t.relations,
    columns: [
      { label: c.relation, width: 22 },
      { label: c.actor, width: 36 },
      { label: c.period, width: 22 },
      { label: c.basis, width: 20 },
    ],
    rows: relations.map(({ link, isFrom, other }) => {
      const period = [
        link.date_from === null ? null : t.activeFrom(edtfWords(link.date_from, lang)),
        link.date_to === null ? null : t.activeTo(edtfWords(link.date_to, lang)),
      ].filter((part) => part !== null);
      const basis = [
        link.attribution === null ? null : l.attributions[link.attribution],
        link.confidence === null
          ? null
          : reportText(lang).confidence(l.confidence[link.confidence]).toLowerCase(),
      ].filter((part) => part !== null);
      return [
        { text: roleWords(link.kind, link.role, isFrom, lang) },
        {
          text: other.name,
          ...(link.note === '' ? {} : { sub: link.note }),
          marks: numbers.marks([link.source_id]),
        },
        { text: period.join(', ') || '—' },
        { text: basis.join(', ') || '—' },
      ];
    }),
    note: null,
  };
}

function incidentTable(
  parts: readonly Part[],
  { sourceIds, figureSources, lang }: ProfileInput,
  numbers: SourceNumbers,
): GivenBlock {
  const t = productText(lang);
  const l = labels(lang);
  const c = t.incidentColumns;
  const shown = parts.slice(0, mostRows);
  return {
    type: 'table',
    caption: t.incidents,
    columns: [
      { label: c.date, width: 15 },
      { label: c.place, width: 15 },
      { label: c.incident, width: 31 },
      { label: c.role, width: 17 },
      { label: c.killed, width: 10, align: 'end' },
      { label: c.status, width: 12 },
    ],
    rows: shown.map(({ row, links }) => {
      const roles = links.map(({ role, attribution }) =>
        [
          l.roles[role as keyof typeof l.roles] ?? role,
          attribution === null ? null : l.attributions[attribution].toLowerCase(),
        ]
          .filter((part) => part !== null)
          .join(', '),
      );
      const type = typeWords(row.eventType, row.subEventType, lang);
      return [
        { text: dateWords(row, lang) },
        { text: row.place ?? row.admin2 ?? row.admin1 ?? '—' },
        {
          text: row.title,
          ...(type === null ? {} : { sub: type.text }),
          marks: numbers.marks(sourceIds.get(row.id) ?? []),
        },
        { text: roles.join(semicolon(lang)) },
        killedCell(row.killed, lang, numbers.marks(figureSources.get(row.id) ?? [])),
        { text: l.statuses[row.status] },
      ];
    }),
    note: shown.length < parts.length ? t.mostIncidents(shown.length, parts.length) : null,
  };
}

function claimTable({ dossier, lang }: ProfileInput, numbers: SourceNumbers): GivenBlock {
  const t = productText(lang);
  const c = t.claimColumns;
  const denied = reportText(lang).denied;
  return {
    type: 'table',
    caption: t.claims,
    columns: [
      { label: c.incident, width: 30 },
      { label: c.claim, width: 44 },
      { label: c.through, width: 18 },
      { label: c.grade, width: 8, align: 'end' },
    ],
    rows: dossier.claims.slice(0, mostRows).map(({ view, incidentTitle }) => [
      { text: incidentTitle },
      {
        text: view.claim.statement,
        ...(view.deniedBy === null ? {} : { sub: denied(view.deniedBy.name) }),
        marks: numbers.marks([view.claim.source_id]),
      },
      { text: view.via.map(({ name }) => name).join(', ') || '—' },
      { text: view.grade, align: 'end' as const },
    ]),
    note: null,
  };
}
