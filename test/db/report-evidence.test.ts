/** What a report shows of its evidence: marks and grades at figures, passages, method, whose data. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { keepReport, keptReport, renewReport } from '../../electron/services/kept-reports.ts';
import { passagesFor } from '../../electron/services/report-passages.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample } from '../../electron/services/sample.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { sourceItems } from '../../shared/report/references.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
  fillSample(held.session, 'djibo');
});
afterEach(() => held.close());

const base = () => {
  const found = listRecords(held.session.db, 'incident').find(({ title }) =>
    title.includes('military base'),
  );
  if (found === undefined) throw new Error('no attack on the base');
  return found.id;
};
const jnim = () => {
  const found = listRecords(held.session.db, 'actor_name').find(({ name }) => name === 'JNIM');
  if (found === undefined) throw new Error('no JNIM');
  return found.actor_id;
};
const kinds = (lang: 'en' | 'fr'): readonly ReportRequest[] => {
  const shared = { lang, withMap: false } as const;
  const all = { what: 'filter', filter: {}, sort: defaultSort } as const;
  return [
    { kind: 'brief', incidentId: base(), ...shared },
    { kind: 'profile', actorId: jnim(), ...shared },
    { kind: 'list', selection: all, ...shared },
    { kind: 'chronology', selection: all, ...shared },
    { kind: 'sitrep', filter: {}, from: '2025-05-08', to: '2025-05-14', ...shared },
    { kind: 'trend', filter: {}, day: '2025-05-11', ...shared },
  ];
};
const smallPrint = ({ blocks }: ReportDocument) =>
  blocks
    .flatMap((block) => (block.type === 'paragraph' && block.tone === 'quiet' ? block.runs : []))
    .map(({ text }) => text)
    .join('\n');

interface Figure {
  readonly text: string;
  readonly marks: readonly number[];
}

/** Every worded figure of people killed: cells under that heading, lines and facts that speak of it. */
function figures({ blocks, lang }: ReportDocument): Figure[] {
  const isKilled = (label: string) =>
    /^(?:Killed|Tués)/.test(label) && !/lowest|bas|best|mieux|high|haut/.test(label);
  const speaks =
    lang === 'fr' ? /(?:Tués selon|Bilan allégué)/ : /(?:Reported killed|Highest toll)/;
  return blocks.flatMap((block): Figure[] => {
    switch (block.type) {
      case 'table': {
        const column = block.columns.findIndex(({ label }) => isKilled(label));
        return block.rows.flatMap((row) => row[column] ?? []);
      }
      case 'facts':
        return block.rows.filter(({ label }) => isKilled(label)).flatMap(({ runs }) => runs);
      case 'bullets':
        return block.items.filter(({ text }) => speaks.test(text));
      case 'paragraph':
        return block.runs.filter(({ text }) => /^(?:Killed|Tués)\b/.test(text));
      default:
        return [];
    }
  });
}

describe.each(['en', 'fr'] as const)('reports in %s', (lang) => {
  test('each figure of the dead has the marks of its sources and a grade', () => {
    for (const request of kinds(lang)) {
      const document = buildReport(held.session, request);
      const known = new Set(sourceItems(document).map(({ number }) => number));
      const told = figures(document).filter(({ text }) => /\d/.test(text));
      expect([request.kind, told.length]).not.toEqual([request.kind, 0]);
      for (const figure of told) {
        expect([request.kind, figure.text, figure.marks.length]).not.toEqual([
          request.kind,
          figure.text,
          0,
        ]);
        expect(figure.marks.every((mark) => known.has(mark))).toBe(true);
        expect(JSON.stringify(figure)).toMatch(/[A-F][1-6]/);
      }
    }
  });

  test('each ends with method, state of the case and the whole hash of its inputs', () => {
    for (const request of kinds(lang)) {
      const document = buildReport(held.session, request);
      const text = smallPrint(document);
      expect(text).toContain(document.inputsSha256);
      expect(text).toMatch(lang === 'fr' ? /Méthode\./ : /Method\./);
      expect(text).toMatch(
        lang === 'fr'
          ? /Dernière modification du dossier.* UTC/
          : /Last change of the case: .* UTC/,
      );
      expect(text).toMatch(lang === 'fr' ? /fiabilité/i : /reliability/i);
      // a brief is of the incident in its title
      if (request.kind !== 'brief') expect(text).toContain(document.scopeWords);
      expect(text).not.toMatch(/ACLED \(|CC BY|GTD/);
    }
  });

  test('whose data sets it rests on is said, with the number of incidents', () => {
    const keys = ['ACLED:INV1', 'UCDP:INV2', 'GTD:INV3'];
    const ids = listRecords(held.session.db, 'incident').map(({ id }) => id);
    saveRecords(held.session, {
      ops: keys.map((external_key, index) => ({
        do: 'update' as const,
        table: 'incident' as const,
        id: ids[index] ?? '',
        patch: { external_key },
      })),
    });
    const [, , list] = kinds(lang);
    if (list === undefined) throw new Error('no list');
    const text = smallPrint(buildReport(held.session, list));
    expect(text).toMatch(/acleddata\.com.*1 incident/);
    expect(text).toMatch(/ucdp\.uu\.se.*CC BY 4\.0.*1 incident/);
    expect(text).toMatch(/start\.umd\.edu\/gtd.*1 incident/);
  });
});

describe('quoted passages', () => {
  const brief = (): ReportRequest => ({
    kind: 'brief',
    incidentId: base(),
    lang: 'en',
    withMap: false,
  });
  const quotes = (request: ReportRequest) =>
    sourceItems(buildReport(held.session, request)).flatMap((item) => item.quotes);

  test('none unless asked, all, or those chosen; each stands with its source', () => {
    const offered = passagesFor(held.session.db, brief());
    expect(offered.total).toBeGreaterThan(0);
    const [first] = offered.passages;
    if (first === undefined) throw new Error('no passage');
    expect(quotes(brief())).toEqual([]);
    const all = quotes({ ...brief(), quotes: { what: 'all' } });
    expect(all).toContain(first.words);
    expect(all.length).toBe(new Set(offered.passages.map(({ words }) => words)).size);
    const chosen: ReportRequest = { ...brief(), quotes: { what: 'chosen', ids: [first.id] } };
    expect(quotes(chosen)).toEqual([first.words]);
    const item = sourceItems(buildReport(held.session, chosen)).find(
      (each) => each.quotes.length > 0,
    );
    expect(item?.title).toContain(first.source);
  });

  test('a passage raises the label and is part of the fingerprint', () => {
    const [passage] = passagesFor(held.session.db, brief()).passages;
    if (passage === undefined) throw new Error('no passage');
    const before = buildReport(held.session, { ...brief(), quotes: { what: 'all' } });
    saveRecords(held.session, {
      ops: [{ do: 'update', table: 'passage', id: passage.id, patch: { tlp: 'RED' } }],
    });
    expect(buildReport(held.session, brief()).tlp).not.toBe('RED');
    const after = buildReport(held.session, { ...brief(), quotes: { what: 'all' } });
    expect(after.tlp).toBe('RED');
    expect(after.inputsSha256).not.toBe(before.inputsSha256);
  });
});

describe('addresses of sources', () => {
  test('stand in the list of sources unless they are left out', () => {
    const url = 'https://example.org/djibo/claim';
    const patch = { url };
    const [request] = kinds('en');
    if (request === undefined) throw new Error('no brief');
    const [source] = sourceItems(buildReport(held.session, request));
    const id = source?.sourceId ?? '';
    saveRecords(held.session, { ops: [{ do: 'update', table: 'source', id, patch }] });
    const text = (asked: ReportRequest) => JSON.stringify(buildReport(held.session, asked));
    for (const asked of [...kinds('en'), ...kinds('fr')]) {
      expect(text(asked)).toContain(url);
      expect(text({ ...asked, withAddresses: false })).not.toContain(url);
    }
  });
});

describe('the correction note', () => {
  const list = (lang: 'en' | 'fr'): ReportRequest => ({
    kind: 'list',
    selection: { what: 'filter', filter: {}, sort: defaultSort },
    lang,
    withMap: false,
  });
  const noteOf = ({ blocks }: ReportDocument, title: string) => {
    const at = blocks.findIndex((block) => block.type === 'heading' && block.text === title);
    const [said, lines] = [blocks[at + 1], blocks[at + 2]];
    return {
      isBeforeSources: at > 0 && at < blocks.findIndex(({ type }) => type === 'sources'),
      said: said?.type === 'paragraph' ? said.runs[0]?.text : undefined,
      lines: lines?.type === 'bullets' ? lines.items.map(({ text }) => text) : [],
    };
  };

  test('each edition says which it replaces and what it tells differently', () => {
    const { id } = keepReport(held.session, { request: list('en'), title: 'List' });
    const first = keptReport(held.session, id).document;
    expect(JSON.stringify(first)).not.toContain('Correction note');
    const patch = { status: 'disputed' };
    saveRecords(held.session, { ops: [{ do: 'update', table: 'incident', id: base(), patch }] });
    renewReport(held.session, id);
    const second = keptReport(held.session, id);
    expect(second.changes).toEqual([]);
    const note = noteOf(second.document, 'Correction note, edition 2');
    expect(note.isBeforeSources).toBe(true);
    expect(note.said).toBe(`This edition replaces ${first.frame.productId}, ${first.asOfWords}.`);
    expect(note.lines).toEqual([
      expect.stringMatching(/military base.*: status corrected from .* to disputed\.$/),
    ]);
    saveRecords(held.session, { ops: [{ do: 'delete', table: 'incident', id: base() }] });
    renewReport(held.session, id);
    const third = keptReport(held.session, id).document;
    expect(noteOf(third, 'Correction note, edition 3').lines).toEqual([
      expect.stringMatching(/military base.*: withdrawn\.$/),
    ]);
  });

  test('in French, and with marks typed by hand that follow their sources', () => {
    const built = buildReport(held.session, list('fr'));
    const [, source] = sourceItems(built);
    const request: ReportRequest = {
      ...list('fr'),
      edits: { order: [], hidden: [], texts: { Perspectives: 'Vu en [2].' } },
    };
    const { id } = keepReport(held.session, { request, title: 'Liste' });
    saveRecords(held.session, { ops: [{ do: 'delete', table: 'incident', id: base() }] });
    renewReport(held.session, id);
    const { document, request: asked } = keptReport(held.session, id);
    expect(noteOf(document, 'Rectificatif, édition 2').lines.join()).toMatch(/\u00a0: retiré\./);
    expect(asked.edits?.texts.Perspectives).toBe(`Vu en [^source:${source?.sourceId}].`);
    const number = sourceItems(document).find(
      ({ sourceId }) => sourceId === source?.sourceId,
    )?.number;
    expect(JSON.stringify(document)).toContain(`Vu en\u00a0\\\\[${number}`);
  });
});
