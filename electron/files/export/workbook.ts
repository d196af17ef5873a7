/**
 * An XLSX workbook: read me, incidents, claims with tolls, actors, who had a part in what, sources. Texts are
 * texts, never formulas; numbers are numbers; dates stay EDTF, which a spreadsheet must not "correct".
 */
import { writeFileSync } from 'node:fs';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { tlpText } from '../../../shared/domain/tlp.ts';
import { carriedOf } from '../../../shared/export/carried.ts';
import { type FlatValue, flatColumns, wholeColumn } from '../../../shared/export/flat-row.ts';
import type { ExportFacts, ExportIncident, ExportPage } from '../../../shared/export/model.ts';
import type { FileInTheMaking } from './text-file.ts';

/** Excel cuts nothing by itself: it calls a file with a longer cell damaged. UTF-16 units. */
const longestCell = 32_767;

type Rows = FlatValue[][];

function cell(value: FlatValue): FlatValue {
  if (typeof value !== 'string' || value.length <= longestCell) return value;
  return `${value.slice(0, longestCell - 2).replace(/[\ud800-\udbff]$/, '')}…`;
}

const claimColumns = [
  ...['incident_id', 'claim_id', 'kind', 'source_id', 'source', 'reliability', 'claimant'],
  ...['credibility', 'statement', 'value', 'made_on', 'denied_by', 'party', 'outcome', 'low'],
  ...['high', 'qualifier', 'words', 'tlp'],
];
const actorColumns = [
  ...['id', 'name', 'kind', 'country', 'other_names', 'active_from', 'active_to'],
  ...['description', 'tlp'],
];
const linkColumns = [
  ...['incident_id', 'actor_id', 'actor', 'role', 'attribution', 'confidence', 'note', 'tlp'],
];
const sourceColumns = [
  ...['id', 'kind', 'title', 'publisher', 'author', 'url', 'published', 'language'],
  ...['reliability', 'reliability_why', 'tlp'],
];

/** Half of an incident would be none: one that no cell can hold comes back by the plain columns alone. */
function wholeCell(whole: ExportIncident): FlatValue {
  const text = JSON.stringify(carriedOf(whole));
  return text.length <= longestCell ? text : null;
}

function claimRows({ incidents }: ExportPage): Rows {
  return incidents.flatMap(({ incident, claims }) =>
    claims.flatMap(({ claim, source, claimant, deniedBy, tolls }) => {
      const head: FlatValue[] = [
        ...[incident.id, claim.id, claim.kind, source?.id ?? null, source?.title ?? null],
        ...[source?.reliability ?? null, claimant?.name ?? null, claim.credibility],
        ...[claim.statement, claim.value, claim.made_on, deniedBy?.name ?? null],
      ];
      const none: FlatValue[] = [null, null, null, null, null, null];
      const figures: Rows = tolls.map(({ party, outcome, low, high, qualifier, words }) => [
        ...[party, outcome, low, high, qualifier, words],
      ]);
      return (figures.length === 0 ? [none] : figures).map((figure) => [
        ...head,
        ...figure,
        claim.tlp,
      ]);
    }),
  );
}

function actorRows({ actors }: ExportPage): Rows {
  return actors.map(({ actor, names }) => [
    ...[actor.id, actor.name, actor.kind, actor.country, names.map(({ name }) => name).join('; ')],
    ...[actor.active_from, actor.active_to, actor.description, actor.tlp],
  ]);
}

function linkRows({ incidents }: ExportPage): Rows {
  return incidents.flatMap(({ incident, actors }) =>
    actors.map(({ actor, link }) => [
      ...[incident.id, actor.id, actor.name, link.role, link.attribution, link.confidence],
      ...[link.note, link.tlp],
    ]),
  );
}

function sourceRows({ sources }: ExportPage): Rows {
  return sources.map((source) => [
    ...[source.id, source.kind, source.title, source.publisher, source.author, source.url],
    ...[source.published, source.language, source.reliability, source.reliability_why, source.tlp],
  ]);
}

function readMe(facts: ExportFacts): Rows {
  return [
    ['title', facts.title],
    ['label', tlpText(facts.tlp)],
    ['highest label that may go out', tlpText(facts.tlpMax)],
    ['as of', facts.asOf],
    ['filter', facts.isPicked ? 'picked by hand' : (facts.filter ?? 'whole case')],
    ['incidents', facts.incidents],
    ['invented training material', facts.invented],
    ['written by', facts.author],
    ...facts.dataSets.map(({ title, publisher, url, terms, incidents }): FlatValue[] => [
      `attribution: ${title}`,
      `${publisher}, ${url} (${incidents}). ${terms}`,
    ]),
    ['dates', 'date is EDTF (ISO 8601-2); date_earliest and date_latest bound it'],
    ['figures', 'killed and injured: range over the claims; sheet claims has each of them'],
    ['long texts', `cut at ${longestCell} signs, which Excel cannot exceed`],
    [
      `column ${wholeColumn}`,
      'the whole incident for Cairn, which reads this sheet back; changes in the other columns count for more',
    ],
  ];
}

function sheet(rows: Rows): WorkSheet {
  return utils.aoa_to_sheet(
    rows.map((row) => row.map(cell)),
    { dense: true },
  );
}

/** The whole workbook stands in memory until it is written: not for more than `mostInWorkbook`. */
export function workbookFile(path: string, facts: ExportFacts): FileInTheMaking {
  const sheets = {
    'read me': readMe(facts),
    incidents: [[...flatColumns.map(({ name }) => name), wholeColumn]] as Rows,
    claims: [claimColumns] as Rows,
    actors: [actorColumns] as Rows,
    'actors in incidents': [linkColumns] as Rows,
    sources: [sourceColumns] as Rows,
  };
  return {
    page: (page) => {
      for (const whole of page.incidents) {
        sheets.incidents.push([...flatColumns.map(({ of }) => of(whole)), wholeCell(whole)]);
      }
      sheets.claims.push(...claimRows(page));
      sheets.actors.push(...actorRows(page));
      sheets['actors in incidents'].push(...linkRows(page));
      sheets.sources.push(...sourceRows(page));
    },
    end: () => {
      const book = utils.book_new();
      for (const [name, rows] of Object.entries(sheets)) {
        utils.book_append_sheet(book, sheet(rows), name);
      }
      book.Props = { Title: facts.title, Comments: tlpText(facts.tlp), Application: 'Cairn' };
      writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
    },
    close: () => undefined,
  };
}
