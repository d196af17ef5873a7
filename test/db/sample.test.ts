import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { caseInfo } from '../../electron/services/case-state.ts';
import { createCase } from '../../electron/services/cases.ts';
import { fillSample, sampleTitle } from '../../electron/services/sample.ts';
import { type SampleName, sampleSchema } from '../../electron/services/sample-data.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { undoState } from '../../electron/services/undo.ts';
import training from '../../resources/sample/training.json' with { type: 'json' };
import { eventTypes, geoLevels, incidentStatuses } from '../../shared/domain/vocabulary.ts';

const author = { id: '0196d5a0-0000-7000-8000-00000000000a', name: 'Test', initials: 'T' };
let folder = '';
const open: CaseSession[] = [];

function filled(which: SampleName, name = which): CaseSession {
  const invented = which === 'training';
  const session = createCase(
    join(folder, `${name}.cairn`),
    { title: sampleTitle(which), invented },
    { author },
  );
  open.push(session);
  fillSample(session, which);
  return session;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-sample-'));
});
afterEach(() => {
  for (const session of open.splice(0)) session.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the Djibo sample', () => {
  test('given the facts, then each incident, target, claim and toll is there', () => {
    const { db } = filled('djibo');
    const incidents = listRecords(db, 'incident');
    expect(
      incidents.map((i) => [i.date_edtf, i.admin2, i.geo_level, i.status, i.targets.join(' ')]),
    ).toEqual([
      ['../2025-05-10', 'Soum', 'settlement', 'corroborated', 'town'],
      ['2025-05-11', 'Soum', 'settlement', 'corroborated', 'market military-base police-station'],
      ['2025-05', 'Loroum', 'district', 'claimed', 'military-post'],
      [null, 'Loroum', 'district', 'reported', ''],
    ]);
    const tolls = listRecords(db, 'toll').map((t) => [t.party, t.low, t.qualifier]);
    expect(tolls).toEqual([
      ['military', 200, 'exact'],
      ['military', 200, 'exact'],
      ['unknown', null, 'dozens'],
      ['military', null, 'none-given'],
      ['civilian', null, 'none-given'],
      ['military', 60, 'exact'],
      ['unknown', null, 'none-given'],
    ]);
    const same = listRecords(db, 'link').find((link) => link.role === 'possibly-same-as');
    expect([same?.from_id, same?.to_id]).toEqual([incidents[3]?.id, incidents[2]?.id]);
    expect(incidents.some((i) => i.invented)).toBe(false);
    expect(caseInfo(db)).toMatchObject({ title: 'Djibo, May 2025', tlp: 'GREEN', invented: false });
  });

  test('given a passage, then its positions hold its words in the text of its source', () => {
    const { db } = filled('djibo');
    const texts = new Map(listRecords(db, 'source').map((s) => [s.id, s]));
    const passages = listRecords(db, 'passage');
    expect(passages.length).toBe(listRecords(db, 'claim').length);
    for (const passage of passages) {
      const source = texts.get(passage.source_id);
      expect(
        Array.from(source?.text ?? '')
          .slice(passage.start, passage.end)
          .join(''),
      ).toBe(passage.exact);
      expect(passage.text_sha256).toBe(source?.text_sha256);
    }
  });

  test('given names in three languages, then JNIM has them all', () => {
    const { db } = filled('djibo');
    const jnim = listRecords(db, 'actor')[0];
    const names = listRecords(db, 'actor_name').filter((n) => n.actor_id === jnim?.id);
    expect(names.map((n) => [n.name, n.lang])).toEqual([
      ['JNIM', 'en'],
      ['GSIM', 'fr'],
      ["Groupe de soutien à l'islam et aux musulmans", 'fr'],
      ['Group for the Support of Islam and Muslims', 'en'],
      ['جماعة نصرة الإسلام والمسلمين', 'ar'],
    ]);
  });

  test('given two cases, then their records have the same ids and nothing can be undone', () => {
    const [a, b] = [filled('djibo', 'djibo'), filled('djibo', 'training')];
    const ids = (session: CaseSession) =>
      (['incident', 'actor', 'source', 'claim', 'toll', 'link', 'note', 'passage'] as const).map(
        (table) => listRecords(session.db, table).map((record) => record.id),
      );
    expect(ids(a)).toEqual(ids(b));
    expect(undoState(a)).toEqual({ undo: null, redo: null });
  });
});

describe('the training sample', () => {
  test('given it, then it is invented throughout and varied', () => {
    const { db } = filled('training');
    const incidents = listRecords(db, 'incident');
    expect(incidents.length).toBeGreaterThanOrEqual(40);
    expect(incidents.every((i) => i.invented && /invent|مختلق/i.test(i.summary))).toBe(true);
    expect(caseInfo(db)).toMatchObject({ title: 'Training — invented', invented: true });
    expect(new Set(incidents.map((i) => i.status))).toEqual(new Set(incidentStatuses));
    expect(new Set(incidents.map((i) => i.event_type))).toEqual(new Set(eventTypes));
    const levels = new Set(incidents.map((i) => i.geo_level));
    expect(levels).toEqual(new Set(geoLevels));
    const countries = new Set(incidents.map((i) => i.country));
    expect([...countries].sort()).toEqual(['BF', 'BJ', 'CI', 'GH', 'ML', 'MR', 'NE', 'TG']);
    const data = sampleSchema.parse(training);
    expect(
      Object.values(data.actors).every((actor) => String(actor.description).includes('nvented')),
    ).toBe(true);
  });
});
