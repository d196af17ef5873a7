/** The house style of a case: written, undone, worn by reports; numbers of reports are given once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCase } from '../../electron/services/check.ts';
import { houseStyle, houseView, setHouseStyle } from '../../electron/services/house-style.ts';
import {
  duplicateReport,
  keepReport,
  keptReport,
  renewReport,
} from '../../electron/services/kept-reports.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { noHouseStyle } from '../../shared/report/house-style.ts';
import { addIncident, type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { awa, bila, laptop, pack, take } from '../helpers/laptops.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
  addIncident(held.session, { title: 'Attack at the well' });
});
afterEach(() => held.close());

const list: ReportRequest = {
  kind: 'list',
  selection: { what: 'filter', filter: {}, sort: defaultSort },
  lang: 'en',
  withMap: false,
};
const year = new Date().getUTCFullYear();
const desk = {
  ...noHouseStyle,
  organisation: 'Desk of the wells',
  author: 'The desk',
  number: '{kind}-{year}-{nnn}',
  page: 'Letter',
  lang: 'fr',
  accent: '#1f4e79',
} as const;
const keep = (request: ReportRequest = list) => {
  const { id } = keepReport(held.session, { request, title: 'Kept' });
  return { id, ...keptReport(held.session, id).document.house };
};

describe('the house style', () => {
  test('is written as one step that undo takes back, and the case stays sound', () => {
    expect(houseStyle(held.session.db)).toEqual(noHouseStyle);
    setHouseStyle(held.session, desk);
    expect(houseStyle(held.session.db)).toEqual(desk);
    undo(held.session);
    expect(houseStyle(held.session.db)).toEqual(noHouseStyle);
    redo(held.session);
    expect(houseStyle(held.reopen().db)).toEqual(desk);
    expect(checkCase(held.session).problems).toEqual([]);
  });

  test('with a faint colour or an endless pattern is refused with what to do', () => {
    expect(() => setHouseStyle(held.session, { ...desk, accent: '#ffee00' })).toThrow(
      /#ffee00 is too faint.*4\.5 to 1/,
    );
    expect(() => setHouseStyle(held.session, { ...desk, number: '{year}' })).toThrow(
      /cannot be counted with.*\{nnn\}/,
    );
    expect(houseStyle(held.session.db)).toEqual(noHouseStyle);
  });

  test('dresses reports, which may say otherwise, and leaves the hash of their inputs alone', () => {
    const plain = buildReport(held.session, list);
    setHouseStyle(held.session, desk);
    const dressed = buildReport(held.session, list);
    expect(dressed.author).toBe('The desk');
    expect(dressed.house).toMatchObject({ organisation: 'Desk of the wells', page: 'Letter' });
    const own = { author: 'Awa', page: 'A4', number: 'X-1' } as const;
    const other = buildReport(held.session, { ...list, house: own });
    expect(other).toMatchObject({ author: 'Awa', house: { page: 'A4', number: 'X-1' } });
    expect(new Set([plain, dressed, other].map((each) => each.inputsSha256)).size).toBe(1);
  });

  test('a kept report stays as it was dressed', () => {
    setHouseStyle(held.session, desk);
    const { id } = keep();
    setHouseStyle(held.session, { ...desk, organisation: 'Another desk', page: null });
    const { document } = keptReport(held.session, id);
    expect(document.house).toMatchObject({ organisation: 'Desk of the wells', page: 'Letter' });
  });
});

describe('a pack', () => {
  test('leaves the house style at home, while a kept report wears it and its number is skipped', async () => {
    const [from, to] = [laptop(awa), laptop(bila, 1)];
    try {
      addIncident(from.session, { title: 'Attack at the well' });
      setHouseStyle(from.session, desk);
      const { id } = keepReport(from.session, { request: list, title: 'Kept' });
      await take(to, await pack(from));
      expect(houseStyle(to.session.db)).toEqual(noHouseStyle);
      expect(keptReport(to.session, id).document.house).toMatchObject({
        organisation: 'Desk of the wells',
        number: `L-${year}-001`,
      });
      setHouseStyle(to.session, desk);
      expect(houseView(to.session).next.list).toBe(`L-${year}-002`);
    } finally {
      from.close();
      to.close();
    }
  });
});

describe('product numbers', () => {
  test('count by kind, and only kept reports have one', () => {
    expect(keep().number).toBeNull();
    setHouseStyle(held.session, desk);
    expect(buildReport(held.session, list).house.number).toBeNull();
    expect(keep().number).toBe(`L-${year}-001`);
    expect(keep().number).toBe(`L-${year}-002`);
    const chronology: ReportRequest = { ...list, kind: 'chronology' };
    expect(keep(chronology).number).toBe(`C-${year}-001`);
    expect(houseView(held.session).next.list).toBe(`L-${year}-003`);
  });

  test('one that undo took back is not given again; redo brings the same', () => {
    setHouseStyle(held.session, desk);
    const first = keep();
    undo(held.session);
    expect(houseView(held.session).next.list).toBe(`L-${year}-002`);
    redo(held.session);
    expect(keptReport(held.session, first.id).document.house.number).toBe(`L-${year}-001`);
    expect(keep().number).toBe(`L-${year}-002`);
  });

  test('one written by hand is taken once and skipped by the counter', () => {
    setHouseStyle(held.session, desk);
    const own = (number: string): ReportRequest => ({ ...list, house: { number } });
    expect(keep(own(`L-${year}-001`)).number).toBe(`L-${year}-001`);
    expect(() => keep(own(`L-${year}-001`))).toThrow(/has the number L-\d+-001 already/);
    expect(keep().number).toBe(`L-${year}-002`);
  });

  test('the next edition keeps its number, a copy gets the next', () => {
    setHouseStyle(held.session, desk);
    const { id } = keep();
    addIncident(held.session, { title: 'Second attack' });
    renewReport(held.session, id);
    expect(keptReport(held.session, id).document.house.number).toBe(`L-${year}-001`);
    const copy = duplicateReport(held.session, { id, title: 'Copy' });
    expect(keptReport(held.session, copy.id).document.house.number).toBe(`L-${year}-002`);
  });
});
