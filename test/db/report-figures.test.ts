/** Figures of reports show what the other views and plain SQL say for the same filter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { all, column, value } from '../../electron/db/sqlite.ts';
import { createCase } from '../../electron/services/cases.ts';
import { readNetwork } from '../../electron/services/network.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import type { SampleName } from '../../electron/services/sample-data.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { networkAskSchema } from '../../shared/contract/network-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { figureAlt, isFigure } from '../../shared/report/figure-alt.ts';
import {
  addActor,
  addClaim,
  addIncident,
  addLink,
  temporaryCase,
} from '../helpers/case-builder.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Awa Analyst', initials: 'AA' };
const period = { from: '2025-01-01', to: '2025-12-31' };
const filter = { after: period.from, before: period.to };
let folder = '';
let session: CaseSession | undefined;

function open(which: SampleName): CaseSession {
  session = createCase(join(folder, `${which}.cairn`), { title: sampleTitle(which) }, { author });
  fillSample(session, which);
  // "on or before the 10th" is in every earlier filter and in one period only (decision 0033)
  const ops = column<string>(
    session.db,
    'SELECT id FROM incident WHERE (date_earliest IS NULL) <> (date_latest IS NULL)',
  ).map((id) => ({ do: 'delete' as const, table: 'incident' as const, id }));
  if (ops.length > 0) saveRecords(session, { ops });
  return session;
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-figures-'));
});
afterEach(() => {
  session?.close();
  session = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function sitrep(of: CaseSession, lang: 'en' | 'fr' = 'en'): ReportDocument {
  return buildReport(of, { kind: 'sitrep', filter: {}, ...period, lang, withMap: true });
}

type BlockOf<T> = Extract<ReportDocument['blocks'][number], { type: T }>;
function figure<T extends ReportDocument['blocks'][number]['type']>(
  document: ReportDocument,
  type: T,
): BlockOf<T> {
  const found = document.blocks.find((each): each is BlockOf<T> => each.type === type);
  if (found === undefined) throw new Error(`no figure ${type}`);
  return found;
}

describe.each(['djibo', 'training'] as const)('the figures of the case %s', (which) => {
  test('map: one point for each incident of the filter with a place, status by status', () => {
    const { db } = open(which);
    const { points } = figure(sitrep(session as CaseSession), 'map');
    const counts = all<{ status: string; n: number }>(
      db,
      `SELECT status, count(*) AS n FROM incident WHERE deleted_at IS NULL AND latitude IS NOT NULL
         AND coalesce(date_earliest, date_latest) <= ? AND coalesce(date_latest, date_earliest) >= ?
       GROUP BY status ORDER BY status`,
      [period.to, period.from],
    );
    expect(counts.length).toBeGreaterThan(0);
    const drawn = (status: string) => points.filter((point) => point.status === status).length;
    expect(counts.map(({ status }) => drawn(status))).toEqual(counts.map(({ n }) => n));
    expect(points.length).toBe(counts.reduce((sum, { n }) => sum + n, 0));
  });

  test('tolls: all parties give the range that the incident list gives for the filter', () => {
    const { db } = open(which);
    const { rows } = figure(sitrep(session as CaseSession), 'ranges');
    const { killed } = listIncidentKeys(db, filter, defaultSort);
    expect(rows[0]?.low).toBe(killed.low);
    expect(rows[0]?.high).toBe(killed.named);
    expect(rows[0]?.isOpen).toBe(killed.high === null);
    expect(rows.length).toBeGreaterThan(1);
  });

  test('actors: as often and tied as often as in the network of the same filter', () => {
    const of = open(which);
    const document = sitrep(of);
    const graph = readNetwork(
      of,
      networkAskSchema.parse({ filter, mode: 'actors', actors: 5000, relations: [] }),
    );
    const { ids, counts } = graph.nodes;
    // the figure names an actor as short as the table does
    const short = new Map(
      all<{ id: string; name: string }>(
        of.db,
        `SELECT id, coalesce((SELECT name FROM actor_name WHERE actor_id = actor.id
           AND kind = 'acronym' AND deleted_at IS NULL ORDER BY pk LIMIT 1), name) AS name FROM actor`,
      ).map(({ id, name }) => [id, name]),
    );
    const names = ids.map((id) => short.get(id) ?? '');
    const countOf = new Map(names.map((name, at) => [name, counts[at]]));
    const ranks = figure(document, 'ranks');
    expect(ranks.rows.map(({ first, rest }) => first + rest)).toEqual(
      ranks.rows.map(({ label }) => countOf.get(label)),
    );
    expect(ranks.rows[0] && ranks.rows[0].first + ranks.rows[0].rest).toBe(Math.max(...counts));
    const network = figure(document, 'network');
    const tie = (a: string, b: string, n: number) => `${[a, b].sort().join(' + ')}: ${n}`;
    const label = (at: number) => network.nodes[at]?.label ?? '';
    const shown = new Set(network.nodes.map((node) => node.label));
    const drawn = network.edges.map(({ from, to, weight }) => tie(label(from), label(to), weight));
    const asked = [...graph.edges.from].flatMap((from, at) => {
      const [a, b] = [names[from] ?? '', names[graph.edges.to[at] ?? 0] ?? ''];
      return shown.has(a) && shown.has(b) ? [tie(a, b, graph.edges.weights[at] ?? 0)] : [];
    });
    expect(drawn.toSorted()).toEqual(asked.toSorted());
    expect(drawn.length).toBeGreaterThan(0);
  });

  test('timeline: whole and shared bars add up to the dated incidents of the filter', () => {
    const { db } = open(which);
    const { bars, caption } = figure(sitrep(session as CaseSession), 'bars');
    const shares = value<number>(
      db,
      `SELECT sum((julianday(min(date_latest, ?)) - julianday(max(date_earliest, ?)) + 1)
           / (julianday(date_latest) - julianday(date_earliest) + 1))
       FROM incident WHERE deleted_at IS NULL AND date_earliest <= ? AND date_latest >= ?`,
      [period.to, period.from, period.to, period.from],
    );
    const sum = bars.reduce((all, { sure, spread }) => all + sure + spread, 0);
    expect(shares).toBeGreaterThan(0);
    expect(sum).toBeCloseTo(shares ?? 0, 1);
    expect(caption).toMatch(/^Incidents by month — 1 January – 31 December 2025/);
  });

  test.each(['en', 'fr'] as const)('each says its numbers in words, in %s', (lang) => {
    const document = sitrep(open(which), lang);
    const figures = document.blocks.filter(isFigure);
    expect(figures.map(({ type }) => type)).toEqual(['map', 'bars', 'ranges', 'ranks', 'network']);
    for (const each of figures) {
      expect(figureAlt(each, lang).startsWith(each.caption)).toBe(true);
      expect(figureAlt(each, lang).slice(each.caption.length)).toMatch(/\d/);
    }
  });
});

describe('figures of few or doubtful incidents', () => {
  test('without any figure for the dead no bar is drawn, without company no network', () => {
    const temporary = temporaryCase();
    try {
      const { session: own } = temporary;
      const incident = addIncident(own, { date_edtf: '2025-05-11', latitude: 14, longitude: -1 });
      addLink(own, addActor(own, { name: 'لواء المجد' }).id, incident.id);
      addClaim(own, incident.id, {}, [
        { party: 'military', outcome: 'killed', qualifier: 'none-given', low: null, high: null },
      ]);
      const document = sitrep(own);
      const types = document.blocks.filter(isFigure).map(({ type }) => type);
      expect(types).toEqual(['map', 'bars', 'ranks']);
      expect(figure(document, 'ranks').rows).toEqual([{ label: 'لواء المجد', first: 1, rest: 0 }]);
    } finally {
      temporary.close();
    }
  });

  test('a party is told by its own figures only, and as open where its highest is', () => {
    const temporary = temporaryCase();
    try {
      const { session: own } = temporary;
      const incident = addIncident(own, { date_edtf: '2025-05-11' });
      addClaim(own, incident.id, {}, [
        { party: 'military', outcome: 'killed', qualifier: 'exact', low: 60, high: 60 },
        { party: 'civilian', outcome: 'killed', qualifier: 'at-least', low: 5, high: null },
      ]);
      addClaim(own, incident.id, {}, [
        { party: 'military', outcome: 'killed', qualifier: 'exact', low: 8, high: 8 },
      ]);
      const rows = figure(sitrep(own), 'ranges').rows.map(({ label, low, high, isOpen }) => [
        ...[label, low, high],
        isOpen,
      ]);
      expect(rows).toEqual([
        ['All parties', 8, 8, true],
        ['Military', 8, 60, false],
        ['Civilians', 5, 5, true],
      ]);
    } finally {
      temporary.close();
    }
  });

  test('the same case gives the same picture of the network', () => {
    const of = open('training');
    expect(figure(sitrep(of), 'network')).toEqual(figure(sitrep(of), 'network'));
  });
});
