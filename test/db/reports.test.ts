import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { createCase } from '../../electron/services/cases.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import type { SampleName } from '../../electron/services/sample-data.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { parseFilter } from '../../shared/domain/filter-text.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type ReportDocument, reportDocumentSchema } from '../../shared/report/document.ts';
import { pageFrame } from '../../shared/report/frame.ts';
import { totalWords } from '../../shared/text/toll-words.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa Analyst', initials: 'AA' };
let folder = '';
let session: CaseSession;

function open(which: SampleName): CaseSession {
  session = createCase(join(folder, `${which}.cairn`), { title: sampleTitle(which) }, { author });
  fillSample(session, which);
  return session;
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-report-'));
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

function incidentId(words: string): string {
  const found = listRecords(session.db, 'incident').find((incident) =>
    incident.title.includes(words),
  );
  if (found === undefined) throw new Error(`no incident ${words}`);
  return found.id;
}
function block<T extends ReportDocument['blocks'][number]['type']>(
  document: ReportDocument,
  type: T,
) {
  const found = document.blocks.filter((each) => each.type === type);
  return found as Extract<ReportDocument['blocks'][number], { type: T }>[];
}
function brief(words: string, extra: object = {}) {
  return buildReport(session, {
    kind: 'brief',
    incidentId: incidentId(words),
    lang: 'en',
    withMap: true,
    ...extra,
  });
}

describe('the incident brief', () => {
  test('given Djibo, then the boxes say what is claimed, confirmed and unknown', () => {
    open('djibo');
    const [boxes] = block(brief('base at Djibo'), 'boxes');
    expect(
      boxes?.boxes.map((box) => [box.kind, box.lines.map((line) => line.text)]),
    ).toMatchSnapshot();
  });

  test('given Djibo, then the tolls stand by claim with grade and source, and none is lost', () => {
    open('djibo');
    const document = brief('base at Djibo');
    const [tolls] = block(document, 'table');
    expect(tolls?.rows.map((row) => [...row.map((cell) => cell.text), row[3]?.marks])).toEqual([
      ['Killed, not stated', 'dozens', 'Residents of Djibo', '', 'B3', [2]],
      ['Killed, military', '200', 'JNIM, through SITE', '', 'B4', [1]],
      ['Killed, military', '200', 'JNIM, through SITE', '', 'B4', [2]],
      [
        'Killed, military, civilians',
        'no figure given',
        'Government of Burkina Faso',
        '',
        'B2',
        [2],
      ],
    ]);
    const text = JSON.stringify(document.blocks);
    expect(text).toContain(
      'Killed: 24–200. Lowest and highest of 3 claims of 2 origins, nothing averaged; best graded B3, dozens; 1 without figure.',
    );
    expect(document.tlp).toBe('GREEN');
    expect(block(document, 'sources')[0]?.items.map((item) => [item.number, item.grade])).toEqual([
      [1, 'B'],
      [2, 'B'],
    ]);
  });

  test('given Sole, then it is one figure with Loroum and its date and place stay unknown', () => {
    open('djibo');
    const document = brief('Sole');
    const text = JSON.stringify(document.blocks);
    expect(text).toContain('No date is given.');
    expect(text).toContain('known to the province only');
    expect(text).toContain('one figure');
    expect(document.subtitle).toContain('no date');
  });

  test('given French, then all fixed words are French', () => {
    open('djibo');
    const document = brief('base at Djibo', { lang: 'fr' });
    expect(document.subtitle).toBe('11 mai 2025 · Djibo, Soum, Sahel, Burkina Faso · Corroboré');
    expect(block(document, 'heading').map((each) => each.text)).toEqual([
      'Ce qui est allégué, confirmé, inconnu',
      'Bilans, allégation par allégation',
      'Incidents liés',
      'Notes de l’analyste',
    ]);
  });

  test('given the same state, then the id is the same; after an edit it is another', () => {
    open('djibo');
    const id = () => brief('base at Djibo').frame.productId;
    const first = id();
    expect(id()).toBe(first);
    act(session, { kind: 'update', title: 'x' }, (tx) =>
      tx.update('incident', incidentId('base at Djibo'), { summary: 'Other words.' }),
    );
    expect(id()).not.toBe(first);
  });

  test('given notes chosen, then only these are printed', () => {
    open('djibo');
    const notes = listRecords(session.db, 'note').filter(
      (note) => note.target_id === incidentId('base at Djibo'),
    );
    const chosen = notes.find((note) => note.kind === 'assessment')?.id ?? '';
    const captions = block(brief('base at Djibo', { noteIds: [chosen] }), 'markdown').map(
      (each) => each.caption,
    );
    expect(captions.length).toBe(2);
    expect(captions[1]).toMatch(/^Assessment \(likely\) — Awa Analyst, /);
  });

  test('given a part of a higher label, then the report takes it and refuses a lower one', () => {
    open('training');
    const document = brief('Drone strike');
    expect(document.tlp).toBe('AMBER');
    const lower = () => brief('Drone strike', { tlp: 'GREEN' });
    expect(lower).toThrow(AppError);
    expect(lower).toThrow(/TLP:AMBER/);
    expect(brief('Drone strike', { tlp: 'RED' }).tlp).toBe('RED');
    expect(pageFrame(document).header).toContain('INVENTED FOR TRAINING');
  });
});

describe('the list report', () => {
  const list = (text: string, extra: object = {}) =>
    buildReport(session, {
      kind: 'list',
      selection: { what: 'filter', filter: parseFilter(text).filter, sort: defaultSort },
      lang: 'en',
      withMap: true,
      ...extra,
    });

  test('given the Djibo case, then the total counts Loroum and Sole once', () => {
    open('djibo');
    const document = list('');
    const [facts] = block(document, 'facts');
    const killed = facts?.rows.find((row) => row.label === 'Killed')?.runs[0]?.text;
    expect(killed).toBe(
      '84–260, from 2 attacks with a figure; best claims graded B3 to B4; 1 incident possibly the same as another: counted once; 1 without a figure',
    );
    expect(block(document, 'table')[0]?.rows.length).toBe(4);
    expect(document.scopeWords).toBe('All incidents of the case');
  });

  test('given a refuted incident, then the totals say that it is left out', () => {
    open('training');
    const [facts] = block(list(''), 'facts');
    const killed = facts?.rows.find((row) => row.label === 'Killed')?.runs[0]?.text;
    expect(killed).toMatch(/; 16 without a figure; 1 refuted, left out$/);
  });

  test('given a filter, then it stands in words and only its matches are listed', () => {
    open('training');
    const document = list('country:NE status:claimed', { title: 'Niger' });
    expect([document.title, document.scopeWords]).toEqual([
      'Niger',
      'Country: Niger; Status: Claimed',
    ]);
    expect(block(document, 'table')[0]?.rows.map((row) => row[3]?.text)).toEqual([
      'Ambush of a patrol near Téra',
    ]);
  });

  test('given all training incidents, then the document fits its schema in both languages', () => {
    open('training');
    for (const lang of ['en', 'fr'] as const) {
      const document = list('', { lang });
      expect(reportDocumentSchema.parse(document)).toEqual(document);
      expect(document.tlp).toBe('RED');
    }
  });

  test.each(['djibo', 'training'] as const)(
    'given the %s case, then the total is in the words of the status bar',
    (name) => {
      open(name);
      const [facts] = block(list(''), 'facts');
      const line = facts?.rows.find((row) => row.label === 'Killed')?.runs[0]?.text ?? '';
      const { killed } = listIncidentKeys(session.db, {}, defaultSort);
      const total = totalWords(killed, 'en');
      expect(line.slice(0, total.length)).toBe(total);
    },
  );

  test('given incidents picked by hand and none, then both are said', () => {
    open('djibo');
    const chosen = buildReport(session, {
      kind: 'list',
      selection: { what: 'incidents', ids: [incidentId('Sole'), incidentId('base')] },
      lang: 'fr',
      withMap: false,
    });
    expect(chosen.scopeWords).toBe('2 incidents choisis à la main');
    expect(block(chosen, 'table')[0]?.rows.map((row) => row[0]?.text)).toEqual(['1', '2']);
    expect(block(list('place:Nowhere'), 'table')).toEqual([]);
  });
});
