/** Links and marks in an analyst's text of a report: they follow the case, and the label follows them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords, listRecordsBy } from '../../electron/db/queries/records.ts';
import { keepReport, keptReport, renewReport } from '../../electron/services/kept-reports.ts';
import { knownReferences } from '../../electron/services/report-references.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { fillSample } from '../../electron/services/sample.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { linkAddress, markText, sourceItems } from '../../shared/report/references.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
  fillSample(held.session, 'djibo');
});
afterEach(() => held.close());

const incident = (words: string) => {
  const found = listRecords(held.session.db, 'incident').find(({ title }) => title.includes(words));
  if (found === undefined) throw new Error(`no incident with ${words}`);
  return found;
};
const claimsOf = (id: string) =>
  listRecordsBy(held.session.db, 'claim', 'incident_id', [id]).filter(
    (claim) => claim.source_id !== null,
  );
const firstClaim = (id: string) => {
  const [claim] = claimsOf(id);
  if (claim?.source_id == null) throw new Error('no claim with a source');
  return { ...claim, source_id: claim.source_id };
};
const brief = (text: string, hidden: string[] = []): ReportRequest => ({
  kind: 'brief',
  incidentId: incident('military base').id,
  lang: 'en',
  withMap: false,
  edits: { order: [], hidden, texts: { Outlook: text } },
});
const written = ({ blocks }: ReportDocument) => {
  const at = blocks.findIndex((block) => block.type === 'heading' && block.text === 'Outlook');
  const block = blocks[at + 1];
  return block?.type === 'markdown' ? block.text : undefined;
};
const change = (table: 'claim' | 'actor' | 'source', id: string, patch: Record<string, unknown>) =>
  saveRecords(held.session, { ops: [{ do: 'update', table, id, patch }] });
const remove = (table: 'claim' | 'incident', id: string) =>
  saveRecords(held.session, { ops: [{ do: 'delete', table, id }] });
const source = (title: string, tlp: 'GREEN' | 'RED' = 'GREEN') => {
  const values = { kind: 'article', title, reliability: 'C', text: '', tlp } as const;
  const { ids } = saveRecords(held.session, { ops: [{ do: 'create', table: 'source', values }] });
  return ids[0] ?? '';
};

describe('a text with links and marks', () => {
  test('shows a record by the name that it has now', () => {
    const [actor] = listRecords(held.session.db, 'actor');
    if (actor === undefined) throw new Error('no actor');
    const request = brief(`Led by [x](${linkAddress('actor', actor.id)}).`);
    expect(written(buildReport(held.session, request))).toContain(
      `Led by ${actor.name.slice(0, 4)}`,
    );
    change('actor', actor.id, { name: 'Renamed group' });
    expect(written(buildReport(held.session, request))).toBe('Led by Renamed group.');
  });

  test('shares the numbers of the other marks; another source of the claim is another number', () => {
    const claim = firstClaim(incident('military base').id);
    const request = brief(`200 killed${markText('claim', claim.id)}.`);
    const numberOf = (document: ReportDocument, id: string) =>
      sourceItems(document).find(({ sourceId }) => sourceId === id)?.number;
    const before = buildReport(held.session, request);
    expect(written(before)).toBe(`200 killed\u00a0\\[${numberOf(before, claim.source_id)}\\].`);
    const other = source('Another paper');
    change('claim', claim.id, { source_id: other });
    const after = buildReport(held.session, request);
    expect(numberOf(after, other)).toBeGreaterThan(0);
    expect(written(after)).toBe(`200 killed\u00a0\\[${numberOf(after, other)}\\].`);
  });

  test('says that a claim was withdrawn, also with its incident', () => {
    const base = incident('military base');
    const outside = incident('Loroum');
    const [own, foreign] = [firstClaim(base.id), firstClaim(outside.id)];
    const request = brief(`a${markText('claim', own.id)} b${markText('claim', foreign.id)}`);
    expect(written(buildReport(held.session, request))).not.toContain('withdrawn');
    remove('claim', own.id);
    remove('incident', outside.id);
    expect(written(buildReport(held.session, request))).toBe(
      'a\u00a0\\[claim withdrawn\\] b\u00a0\\[claim withdrawn\\]',
    );
  });

  test('lists a source that only the text rests on, and none that nothing rests on', () => {
    const other = source('Only here');
    const document = buildReport(held.session, {
      ...brief(`See${markText('source', other)}.`),
      kind: 'list',
      selection: { what: 'incidents', ids: [incident('military base').id] },
      edits: {
        order: [],
        hidden: ['Overview', 'Incidents', 'Killed by party'],
        texts: { Outlook: `See${markText('source', other)}.` },
      },
    } as ReportRequest);
    expect(sourceItems(document)).toMatchObject([{ number: 1, title: 'Only here.' }]);
    expect(written(document)).toBe('See\u00a0\\[1\\].');
  });

  test('raises the label, and is part of the fingerprint', () => {
    const other = source('Secret', 'RED');
    const request = brief(`See${markText('source', other)}.`);
    const document = buildReport(held.session, request);
    expect(document.tlp).toBe('RED');
    expect(() => buildReport(held.session, { ...request, tlp: 'GREEN' })).toThrow(/RED/);
    change('source', other, { title: 'Secret too' });
    expect(buildReport(held.session, request).inputsSha256).not.toBe(document.inputsSha256);
  });

  test('keeps its marks when a kept report takes over what the case says now', () => {
    const claim = firstClaim(incident('military base').id);
    const { id } = keepReport(held.session, {
      request: brief(`200 killed${markText('claim', claim.id)}.`),
      title: 'Kept',
    });
    const frozen = written(keptReport(held.session, id).document);
    remove('claim', claim.id);
    expect(written(keptReport(held.session, id).document)).toBe(frozen);
    renewReport(held.session, id);
    expect(written(keptReport(held.session, id).document)).toBe(
      '200 killed\u00a0\\[claim withdrawn\\].',
    );
  });

  test('numbers typed by hand follow their sources through a change of the numbers', () => {
    const base = incident('military base');
    const built = buildReport(held.session, brief('As told [2].'));
    const told = sourceItems(built).find(
      ({ number }) => `As told\u00a0\\[${number}\\].` === written(built),
    );
    const plain = buildReport(held.session, { ...brief(''), edits: undefined });
    expect(told?.sourceId).toBe(sourceItems(plain)[1]?.sourceId);
    expect(base.id).toBeTruthy();
  });
});

describe('knownReferences', () => {
  test('tells names, claims that a later one replaced, and leaves out what was never there', () => {
    const base = incident('military base');
    const [old, later] = claimsOf(base.id);
    if (old === undefined || later === undefined) throw new Error('two claims are needed');
    change('claim', old.id, { superseded_by_id: later.id });
    const known = knownReferences(held.session.db, [
      { table: 'incident', id: base.id },
      { table: 'claim', id: old.id },
      { table: 'actor', id: '0196d5a0-0000-7000-8000-00000000dead' },
    ]);
    expect(known).toMatchObject([
      { name: base.title, isGone: false },
      { isReplaced: true, sourceId: old.source_id, incidentId: base.id },
    ]);
  });
});
