/** The incident brief: one incident, what is claimed, by whom, how well, and what is not known. */
import type { IncidentDossier, IncidentRow, NoteView } from '../contract/read-calls.ts';
import { coordinatesText, distanceKm, isPrecise } from '../domain/geo.ts';
import { type KnownLine, knownOf } from '../domain/known.ts';
import type { Source } from '../domain/records.ts';
import { actorIncidentRoles } from '../domain/vocabulary.ts';
import { codeLabel, labels, roleWords } from '../text/index.ts';
import { knownTitles, knownWords } from '../text/known-words.ts';
import type { Lang } from '../text/lang.ts';
import { type ReportDocument, reportDocumentSchema } from './document.ts';
import { endMatterOfOne } from './end-matter.ts';
import {
  dateWords,
  documentHead,
  type GivenBlock,
  killedCell,
  mapPoint,
  placeWords,
  precisionWords,
  type ReportHead,
  typeWords,
} from './parts.ts';
import { reportText, semicolon, stampDayWords } from './report-text.ts';
import { numberSources, type SourceNumbers } from './source-list.ts';
import { rangeRuns, tollTable } from './toll-table.ts';

export interface BriefInput extends ReportHead {
  readonly dossier: IncidentDossier;
  /** Rows of the incidents it is linked to. */
  readonly linked: readonly IncidentRow[];
  /** Sources behind its claims and links, and those they pass on. */
  readonly sources: readonly Source[];
  /** Sources of the figures of those killed, by id of a linked incident. */
  readonly figureSources: ReadonlyMap<string, readonly string[]>;
  /** Notes to print, in this order. */
  readonly notes: readonly NoteView[];
  /** Names in another script than Latin, by actor id. */
  readonly otherScripts: ReadonlyMap<string, string>;
  readonly withMap: boolean;
  /** An analyst has written parts of it, which may rest on further sources. */
  readonly hasOwnTexts: boolean;
}

/** Builds the document; all words in the language of the head, analysts' own texts as they are. */
export function buildBrief(input: BriefInput): ReportDocument {
  const { dossier, lang } = input;
  const { incident, row } = dossier;
  const t = reportText(lang);
  const l = labels(lang);
  const numbers = numberSources(input);
  // numbered in the order of the page: claims first
  for (const view of dossier.claims) numbers.marks([view.claim.source_id]);
  const blocks: GivenBlock[] = [];
  if (incident.summary.trim() !== '') {
    blocks.push({ type: 'markdown', text: incident.summary, caption: null });
  }
  blocks.push(factsBlock(input, numbers));
  blocks.push(...mapBlocks(input));
  blocks.push({ type: 'heading', level: 2, text: t.known });
  blocks.push(knownBlock(dossier, numbers, lang));
  blocks.push({ type: 'heading', level: 2, text: t.tolls });
  blocks.push(...tollBlocks(dossier, numbers, lang));
  blocks.push(...linkedBlocks(input, numbers));
  if (input.notes.length > 0) {
    blocks.push({ type: 'heading', level: 2, text: t.notes });
    for (const { note, author } of input.notes) {
      const caption = t.noteBy(noteHead(note, lang), author, stampDayWords(note.created_at, lang));
      blocks.push({ type: 'markdown', text: note.body, caption });
    }
  }
  blocks.push(...endMatterOfOne(input, numbers, input.hasOwnTexts ? undefined : gradesOf(input)));
  const subtitle = [dateWords(row, lang), placeWords(row, lang), l.statuses[row.status]];
  return reportDocumentSchema.parse({
    ...documentHead(input, 'brief'),
    title: incident.title,
    subtitle: subtitle.filter((part) => part !== '').join(' · '),
    scopeWords: incident.title,
    blocks,
  });
}

/** Letters and numbers of all grades that it may show, one after the other. */
function gradesOf({ dossier, linked, sources }: BriefInput): string {
  return [
    ...sources.map(({ reliability }) => reliability),
    ...dossier.claims.map(({ grade }) => grade),
    ...[dossier.row, ...linked].flatMap(({ killed, injured }) => [
      killed?.bestGrade ?? '',
      injured?.bestGrade ?? '',
    ]),
    ...dossier.tolls.map(({ bestGrade }) => bestGrade ?? ''),
  ].join('');
}

/** Where it was, with the incidents linked to it; nothing without a place. */
function mapBlocks({ dossier, linked, withMap, lang }: BriefInput): GivenBlock[] {
  const { incident, row } = dossier;
  if (!withMap || row.latitude === null) return [];
  const where = [row.place ?? incident.place_words ?? row.title, precisionWords(row, lang)];
  return [
    {
      type: 'map',
      caption: reportText(lang).map(where.filter((part) => part !== null).join(' — ')),
      points: [
        ...mapPoint(row, true),
        ...linked
          .filter((other) => isElsewhere(other, row))
          .flatMap((other) => mapPoint(other, false)),
      ],
    },
  ];
}

/** Marks on one spot would hide the incident that the brief is about. */
function isElsewhere(other: IncidentRow, main: IncidentRow): boolean {
  if (other.latitude === null || other.longitude === null) return false;
  if (main.latitude === null || main.longitude === null) return true;
  return distanceKm(other.latitude, other.longitude, main.latitude, main.longitude) > 1;
}

function noteHead(note: NoteView['note'], lang: Lang): string {
  const l = labels(lang);
  const judged = [
    note.likelihood === null ? null : l.likelihoods[note.likelihood].toLowerCase(),
    note.confidence === null ? null : reportText(lang).confidence(l.confidence[note.confidence]),
  ].filter((part) => part !== null);
  const kind = l.noteKinds[note.kind];
  return judged.length === 0 ? kind : `${kind} (${judged.join(semicolon(lang))})`;
}

function factsBlock(input: BriefInput, numbers: SourceNumbers): GivenBlock {
  const { dossier, lang } = input;
  const { incident, row } = dossier;
  const t = reportText(lang);
  const l = labels(lang);
  const type = typeWords(row.eventType, row.subEventType, lang);
  const what =
    type === null ? t.notStated : type.sub === undefined ? type.text : `${type.text} (${type.sub})`;
  const targets = incident.targets.map((code) => codeLabel(l.targets, code).toLowerCase());
  const when = [
    dateWords(row, lang),
    incident.time_words,
    incident.date_words === null ? null : t.asWorded(incident.date_words),
  ];
  const coordinates =
    row.latitude === null || row.longitude === null
      ? null
      : coordinatesText(row.latitude, row.longitude, lang) +
        (isPrecise(row.geoLevel) ? '' : ` (${t.centreOnly})`);
  const where = [
    placeWords(row, lang) || t.notStated,
    precisionWords(row, lang),
    coordinates,
    incident.place_words === null || incident.place_words === row.place
      ? null
      : t.asWorded(incident.place_words),
  ];
  const confidence =
    row.confidence === null ? '' : ` (${t.confidence(l.confidence[row.confidence]).toLowerCase()})`;
  const status = [`${l.statuses[row.status]}${confidence}.${reasonNotSaidBelow(dossier)}`];
  const plain = (parts: readonly (string | null)[]) => [
    { text: parts.filter((part) => part !== null && part !== '').join(semicolon(lang)) },
  ];
  return {
    type: 'facts',
    rows: [
      { label: t.who, runs: actorRuns(input, numbers) },
      { label: t.what, runs: plain([what]) },
      ...(targets.length === 0 ? [] : [{ label: t.targets, runs: plain([targets.join(', ')]) }]),
      { label: t.when, runs: plain(when) },
      { label: t.where, runs: plain(where) },
      { label: t.status, runs: plain(status) },
    ],
  };
}

/** Why the status is what it is, unless the boxes say so. */
function reasonNotSaidBelow(dossier: IncidentDossier): string {
  const why = dossier.incident.status_why;
  if (why === null) return '';
  const { claimed, confirmed, unknown } = knownOf(dossier);
  const isSaid = [...claimed, ...confirmed, ...unknown].some((line) =>
    knownWords(line, 'en').includes(why),
  );
  return isSaid ? '' : ` ${why}`;
}

/** One line per role and attribution: `Target, claimed: …`. */
function actorRuns({ dossier, lang, otherScripts }: BriefInput, numbers: SourceNumbers) {
  const l = labels(lang);
  const links = dossier.links.filter(
    ({ link, other }) => link.kind === 'actor-incident' && !other.isDeleted,
  );
  if (links.length === 0) return [{ text: reportText(lang).noActors }];
  const claimSource = new Map(dossier.claims.map((view) => [view.claim.id, view.claim.source_id]));
  const short = new Map(dossier.row.actors.map((actor) => [actor.id, actor.shortName]));
  const lines = new Map<string, { names: string[]; sources: (string | null)[] }>();
  const order: readonly string[] = actorIncidentRoles;
  const sorted = links.toSorted((a, b) => order.indexOf(a.link.role) - order.indexOf(b.link.role));
  for (const { link, other } of sorted) {
    const attribution =
      link.attribution === null ? [] : [l.attributions[link.attribution].toLowerCase()];
    const head = [roleWords(link.kind, link.role, true, lang), ...attribution].join(', ');
    const brackets = [short.get(other.id), otherScripts.get(other.id)].filter(
      (name) => name !== undefined && name !== other.name,
    );
    const line = lines.get(head) ?? { names: [], sources: [] };
    line.names.push(
      other.name + (brackets.length === 0 ? '' : ` (${brackets.join(semicolon(lang))})`),
    );
    const claim = link.claim_id === null ? null : (claimSource.get(link.claim_id) ?? null);
    line.sources.push(link.source_id, claim);
    lines.set(head, line);
  }
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  return [...lines].map(([head, { names, sources }], index) => ({
    // each on a line of its own
    text: `${head}${colon}${names.join(semicolon(lang))}${index === lines.size - 1 ? '' : '\n'}`,
    marks: numbers.marks(sources),
  }));
}

function knownBlock(dossier: IncidentDossier, numbers: SourceNumbers, lang: Lang): GivenBlock {
  const known = knownOf(dossier);
  const titles = knownTitles(lang);
  const run = (line: KnownLine) => ({
    text: knownWords(line, lang),
    marks: numbers.marks(line.sourceIds),
  });
  const unknown = known.unknown.map(run);
  return {
    type: 'boxes',
    boxes: [
      { kind: 'claimed', title: titles.claimed, lines: known.claimed.map(run) },
      { kind: 'confirmed', title: titles.confirmed, lines: known.confirmed.map(run) },
      {
        kind: 'unknown',
        title: titles.unknown,
        lines: unknown.length > 0 ? unknown : [{ text: titles.nothingUnknown }],
      },
    ],
  };
}

function tollBlocks(dossier: IncidentDossier, numbers: SourceNumbers, lang: Lang): GivenBlock[] {
  const table = tollTable(dossier, numbers, lang);
  if (table === null) {
    return [{ type: 'paragraph', runs: [{ text: reportText(lang).noTolls }] }];
  }
  return [{ type: 'paragraph', runs: rangeRuns(dossier, numbers, lang) }, table];
}

function linkedBlocks(
  { dossier, linked, figureSources, lang }: BriefInput,
  numbers: SourceNumbers,
): GivenBlock[] {
  const t = reportText(lang);
  const rows = new Map(linked.map((row) => [row.id, row]));
  const lines = dossier.links.flatMap(({ link, isFrom, other }) => {
    const row = rows.get(other.id);
    if (link.kind !== 'incident-incident' || row === undefined || row.isDeleted) return [];
    return [
      [
        {
          text: roleWords(link.kind, link.role, isFrom, lang),
          ...(link.note === '' ? {} : { sub: link.note }),
        },
        {
          text: row.title,
          sub: [dateWords(row, lang), row.place].filter((part) => part !== null).join(', '),
        },
        killedCell(row.killed, lang, numbers.marks(figureSources.get(row.id) ?? [])),
      ],
    ];
  });
  if (lines.length === 0) return [];
  const c = t.linkedColumns;
  const isDouble = dossier.links.some(({ link }) => link.role === 'possibly-same-as');
  return [
    { type: 'heading', level: 2, text: t.linked },
    {
      type: 'table',
      caption: t.linked,
      columns: [
        { label: c.relation, width: 36 },
        { label: c.incident, width: 46 },
        { label: c.killed, width: 18, align: 'end' },
      ],
      rows: lines,
      note: isDouble ? t.oneFigure : null,
    },
  ];
}
