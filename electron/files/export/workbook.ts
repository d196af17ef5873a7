/**
 * An XLSX workbook: read me, incidents, claims with tolls, actors, who had a part in what, sources. Texts are
 * texts, never formulas; numbers are numbers; dates stay EDTF, which a spreadsheet must not "correct".
 * Written row by row, so memory does not grow with the case.
 */
import { tlpText } from '../../../shared/domain/tlp.ts';
import { carriedOf } from '../../../shared/export/carried.ts';
import { type FlatValue, flatColumns, wholeColumn } from '../../../shared/export/flat-row.ts';
import type { ExportFacts, ExportIncident, ExportPage } from '../../../shared/export/model.ts';
import { bookParts, longestCell, rowXml, sheetEnd, sheetPath, sheetStart } from './sheet-xml.ts';
import type { FileInTheMaking } from './text-file.ts';
import { writeParts, ZipPart } from './zip-parts.ts';

/** Rows that a sheet of Excel holds. */
const mostRows = 1_048_576;

type Rows = FlatValue[][];

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

/** A sheet in the making; what is more than a sheet of Excel holds goes on in a further one. */
class Sheet {
  readonly #name: string;
  readonly #columns: readonly string[];
  readonly #newPart: () => ZipPart;
  readonly #most: number;
  readonly parts: ZipPart[] = [];
  #rows = 0;

  constructor(name: string, columns: readonly string[], newPart: () => ZipPart, most: number) {
    this.#name = name;
    this.#columns = columns;
    this.#newPart = newPart;
    this.#most = most;
    this.#begin();
  }

  get named() {
    return this.parts.map(({ name: path }, at) => ({
      ...{ path, name: at === 0 ? this.#name : `${this.#name} (${at + 1})` },
    }));
  }

  add(rows: Rows): void {
    let xml = '';
    for (const row of rows) {
      if (this.#rows === this.#most) {
        this.parts.at(-1)?.write(xml);
        xml = '';
        this.finish();
        this.#begin();
      }
      this.#rows += 1;
      xml += rowXml(this.#rows, row);
    }
    this.parts.at(-1)?.write(xml);
  }

  finish(): void {
    this.parts.at(-1)?.write(sheetEnd);
    this.parts.at(-1)?.finish();
  }

  #begin(): void {
    const part = this.#newPart();
    this.parts.push(part);
    part.write(sheetStart);
    this.#rows = 0;
    if (this.#columns.length > 0) this.add([[...this.#columns]]);
  }
}

/** `most`: rows of a sheet. Throws errors of the disk. */
export function workbookFile(path: string, facts: ExportFacts, most = mostRows): FileInTheMaking {
  const open: ZipPart[] = [];
  const newPart = (name: string) => {
    const part = new ZipPart(name, `${path}.${open.length}`);
    open.push(part);
    return part;
  };
  let number = 0;
  const newSheet = (name: string, columns: readonly string[]) =>
    new Sheet(name, columns, () => newPart(sheetPath(++number)), most);
  const sheets = {
    readMe: newSheet('read me', []),
    incidents: newSheet('incidents', [...flatColumns.map(({ name }) => name), wholeColumn]),
    claims: newSheet('claims', claimColumns),
    actors: newSheet('actors', actorColumns),
    links: newSheet('actors in incidents', linkColumns),
    sources: newSheet('sources', sourceColumns),
  };
  sheets.readMe.add(readMe(facts));
  return {
    page: (page) => {
      sheets.incidents.add(
        page.incidents.map((whole) => [
          ...flatColumns.map(({ of }) => of(whole)),
          wholeCell(whole),
        ]),
      );
      sheets.claims.add(claimRows(page));
      sheets.actors.add(actorRows(page));
      sheets.links.add(linkRows(page));
      sheets.sources.add(sourceRows(page));
    },
    end: () => {
      const all = Object.values(sheets);
      for (const sheet of all) sheet.finish();
      const parts = all.flatMap((sheet) => sheet.parts);
      const shown = all.flatMap(({ named }) => named);
      const about = { title: facts.title, comments: tlpText(facts.tlp), sheets: shown };
      const further = [...bookParts(about)].map(([name, xml]) => {
        const part = newPart(name);
        part.write(xml);
        part.finish();
        return part;
      });
      // what says what the file is comes first, as in those of others
      writeParts(path, [...further, ...parts]);
    },
    close: () => {
      for (const part of open.splice(0)) part.remove();
    },
  };
}
