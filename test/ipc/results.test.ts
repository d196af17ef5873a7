import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import type { EngineContext } from '../../electron/engine/context.ts';
import { answer } from '../../electron/engine/router.ts';
import { fillSample } from '../../electron/services/sample.ts';
import {
  type CallName,
  type CallResult,
  calls,
  crossesAsText,
} from '../../shared/contract/contract.ts';
import { facetNames, groupings } from '../../shared/contract/view-calls.ts';
import { sortKeys } from '../../shared/domain/filter.ts';
import { mapColourings } from '../../shared/domain/map-colouring.ts';
import { tableNames, targetTables } from '../../shared/domain/records.ts';
import { exportFormats } from '../../shared/export/formats.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

const samples = ['djibo', 'training'] as const;
const outToken = '01970000-0000-7000-8000-00000000f11e';
const byDate = { key: 'date', direction: 'descending' };

describe.each(samples)('answers on the %s sample fit the contract', (which) => {
  let held: TemporaryCase;
  let context: EngineContext;
  beforeAll(() => {
    held = temporaryCase({ invented: which === 'training' });
    fillSample(held.session, which);
    context = {
      session: () => held.session,
      dataDir: held.folder,
      filePath: (token) => {
        if (token === outToken) return join(held.folder, 'out');
        throw new AppError('file/token-unknown', 'No such token.');
      },
      emit: () => undefined,
    };
  });
  afterAll(() => held.close());

  /** Asks, and parses the answer with the schema that the page trusts. */
  async function ask<N extends CallName>(name: N, args: unknown): Promise<CallResult<N>> {
    const envelope = await answer(context, name, args);
    if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.error)}`);
    const parsed = calls[name].result.safeParse(envelope.value);
    expect(parsed.error?.issues ?? []).toEqual([]);
    if (crossesAsText(name, envelope)) {
      expect(JSON.parse(JSON.stringify(envelope.value))).toEqual(envelope.value);
    }
    return envelope.value as CallResult<N>;
  }

  test('state, history, undo, check', async () => {
    await ask('case/state', {});
    await ask('undo/state', {});
    const { entries } = await ask('history/list', { limit: 500 });
    expect(entries.length).toBeGreaterThan(0);
    expect(await ask('case/check', {})).toEqual({ ok: true, problems: [] });
    expect((await ask('case/reindex', {})).incidents).toBeGreaterThan(0);
    expect(await ask('case/check', {})).toEqual({ ok: true, problems: [] });
    expect(await ask('batch/list', {})).toEqual([]);
    expect(await ask('import/conflicts', { after: null, count: 20 })).toEqual({
      ...{ total: 0, rows: [], next: null },
    });
    const [first] = listRecords(held.session.db, 'incident');
    const origin = await ask('import/origin', { incident: first?.id });
    expect(origin).toMatchObject({ cells: {}, undecided: 0 });
    expect(await ask('same/twins', {})).toEqual({ count: 0, sets: [] });
    expect(await ask('same/join-twins', {})).toMatchObject({ joined: 0, apart: 0 });
    expect(await ask('signer/list', {})).toEqual({ own: null, known: [] });
    expect(await ask('export/licences', { selection: { what: 'case' }, tlpMax: 'RED' })).toEqual(
      {},
    );
  });

  test('files of other formats', async () => {
    for (const format of exportFormats) {
      const request = { token: outToken, format, selection: { what: 'case' }, tlpMax: 'RED' };
      const { records } = await ask('export/write', request);
      expect(Object.keys(records)).not.toEqual([]);
    }
  });

  test('one answer to a filter, its pages, ids and places', async () => {
    for (const group of groupings) {
      const { view, total, rows, groups } = await ask('view/answer', {
        filter: {},
        sort: byDate,
        facets: facetNames,
        timeline: { unit: 'month', stack: 'type' },
        group,
      });
      const key = groups?.[0]?.key ?? '';
      await ask('view/page', { view, from: 0, count: 10, group: { by: group, key } });
      const { ids } = await ask('view/ids', { view, from: 0, to: total });
      expect(ids).toEqual(rows.map(({ id }) => id));
      expect(await ask('view/locate', { view, id: ids[1] })).toEqual({ index: 1, id: ids[1] });
    }
  });

  test('a report: as built, what its texts refer to, passages to quote, kept and made anew', async () => {
    const { rows } = await ask('view/answer', { filter: {}, sort: byDate });
    const id = rows.find(({ claimCount }) => claimCount > 0)?.id ?? rows[0]?.id;
    const request = { kind: 'brief', incidentId: id, lang: 'fr', quotes: { what: 'all' } };
    const { sections } = await ask('report/build', request);
    expect(sections.length).toBeGreaterThan(0);
    const { claims } = await ask('incident/get', { id });
    const references = [
      { table: 'incident', id },
      ...claims.map(({ claim }) => ({ table: 'claim', id: claim.id })),
    ];
    expect(await ask('report/references', { references })).toHaveLength(references.length);
    const { total, passages } = await ask('report/passages', request);
    expect(passages.length).toBe(total);
    const kept = await ask('report/keep', { request, title: 'Kept' });
    expect(await ask('report/list', {})).toMatchObject([{ id: kept.id }]);
    await ask('report/renew', kept);
    await ask('report/kept', kept);
    await ask('report/duplicate', { ...kept, title: 'Again' });
    await ask('undo/undo', {});
    const { style } = await ask('house/style', {});
    const set = { ...style, organisation: 'Desk', number: '{kind}-{year}-{nn}', page: 'Letter' };
    expect((await ask('house/set', set)).next.brief).toMatch(/^B-\d{4}-01$/);
    await ask('undo/undo', {});
  });

  test('who is tied to whom, and the ways between two', async () => {
    const { nodes } = await ask('network/graph', { filter: {}, mode: 'actors' });
    expect(nodes.ids.length).toBeGreaterThan(1);
    const both = await ask('network/graph', { filter: {}, mode: 'incidents' });
    expect(both.nodes.ids.length).toBeGreaterThan(nodes.ids.length);
    const [from, to] = nodes.ids;
    const { ways } = await ask('network/paths', { filter: {}, from, to });
    expect(ways.every((way) => way.length > 1)).toBe(true);
  });

  test('the map of a view: legend, what lies in a box, circles, rows by key', async () => {
    const { view, total, unplaced } = await ask('view/answer', { filter: {}, sort: byDate });
    for (const by of mapColourings) {
      const { placed, bounds, categories } = await ask('map/summary', { view, by });
      expect(placed).toBe(total - unplaced);
      expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(placed);
      expect(bounds).not.toBeNull();
    }
    const box = [-180, -90, 180, 90];
    const { rows, total: inside } = await ask('map/within', { view, box, from: 0, count: 500 });
    expect(rows.length).toBe(inside);
    const [first] = rows;
    const keys = [first?.key ?? 0];
    const ids = [rows.at(-1)?.id ?? ''];
    const named = await ask('map/rows', { keys, ids });
    expect(named.rows).toEqual([first, rows.at(-1)]);
    const { lon, radiusM } = await ask('map/halos', { view, box, least: 1, most: 1e6, limit: 2 });
    expect(lon.length).toBe(radiusM.length);
    expect(lon.length).toBeLessThanOrEqual(2);
  });

  test('lists in every order, and their rows', async () => {
    for (const key of sortKeys) {
      for (const direction of ['ascending', 'descending']) {
        const list = await ask('view/answer', { filter: {}, sort: { key, direction } });
        expect(list.total).toBeGreaterThan(2);
        expect(list.rows.length).toBe(Math.min(200, list.total));
      }
    }
    await ask('tag/list', {});
    await ask('actor/list', { includeDeleted: true });
    await ask('source/list', { includeDeleted: true });
  });

  test('saved views in the order they were put in', async () => {
    const view = (name: string, layout: string) => ({
      ...{ do: 'create', table: 'saved_view' },
      values: { name, filter_text: 'place:Djibo', layout },
    });
    const ops = [view('second', '{"order":2}'), view('first', '{"order":1}'), view('odd', 'odd')];
    await ask('record/save', { ops });
    const list = await ask('saved-view/list', {});
    expect(list.map(({ name }) => name)).toEqual(['odd', 'first', 'second']);
    await ask('undo/undo', {});
    expect(await ask('saved-view/list', {})).toEqual([]);
  });

  test('every dossier', async () => {
    const { db } = held.session;
    for (const { id } of listRecords(db, 'incident')) {
      await ask('incident/get', { id });
      await ask('history/list', { recordId: id });
    }
    for (const { id } of listRecords(db, 'actor')) {
      await ask('actor/get', { id });
      await ask('mention/list', { table: 'actor', id });
    }
    for (const { id } of listRecords(db, 'source')) {
      await ask('source/get', { id });
      const versions = await ask('source/versions', { id });
      const seq = (versions as unknown as readonly { readonly seq: number }[])[0]?.seq;
      await ask('source/version-text', { id, seq });
    }
  });

  test('every record, and the notes on it', async () => {
    for (const table of tableNames) {
      for (const { id } of listRecords(held.session.db, table).slice(0, 50)) {
        const record = await ask('record/get', { table, id });
        expect(record['id']).toBe(id);
        if ((targetTables as readonly string[]).includes(table))
          await ask('note/list', { table, id });
      }
    }
  });

  test('search and completion', async () => {
    for (const text of ['djibo', 'نصرة', 'gsim', 'a', 'military']) {
      await ask('search/all', { text });
      for (const field of ['actor', 'place', 'tag', 'type']) {
        await ask('filter/complete', { field, text });
      }
    }
  });

  test('an edit, its undo and its redo', async () => {
    const [row] = (await ask('view/answer', { filter: {}, sort: byDate, count: 1 })).rows;
    const id = row?.id ?? '';
    const { incident } = await ask('incident/get', { id });
    const saved = await ask('record/save', {
      ops: [
        { do: 'update', table: 'incident', id, patch: { status: 'refuted' }, rev: incident.rev },
        {
          do: 'create',
          table: 'note',
          values: { target_table: 'incident', target_id: id, body: 'Why?', kind: 'question' },
        },
      ],
      why: 'second look',
    });
    expect(saved.ids[0]).toBe(id);
    const { entries } = await ask('history/list', { recordId: id, limit: 1 });
    expect(entries).toMatchObject([
      { kind: 'update', title: incident.title, why: 'second look', changeCount: 2 },
    ]);
    expect(await ask('undo/undo', {})).toEqual({ kind: 'update', title: incident.title });
    // what is taken back is a revision of its own
    const undone = (await ask('incident/get', { id })).incident;
    expect({ ...undone, rev: incident.rev }).toEqual(incident);
    await ask('undo/redo', {});
    const after = await ask('incident/get', { id });
    expect(after.row).toMatchObject({
      status: 'refuted',
      openQuestions: row ? row.openQuestions + 1 : 1,
    });
    await ask('case/describe', { description: 'New words' });
    await ask('undo/undo', {});
    expect(await ask('case/check', {})).toEqual({ ok: true, problems: [] });
    await ask('view/answer', { filter: { deleted: true }, sort: byDate });
  });
});
