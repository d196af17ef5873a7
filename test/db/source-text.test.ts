/** A text is corrected, its passages stay with their words, and everything can be taken back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getRecord, listRecords } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import { listMentions } from '../../electron/services/mentions.ts';
import { saveRecords } from '../../electron/services/save.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import {
  correctText,
  listTextVersions,
  textOfVersion,
} from '../../electron/services/source-text.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { codePointIndex, selectPassage } from '../../shared/domain/passage.ts';
import type { Passage } from '../../shared/domain/records.ts';
import {
  addActor,
  addClaim,
  addIncident,
  addSource,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { awa, bila, laptop, pack, take } from '../helpers/laptops.ts';

const text =
  '🚨 On Sunday JNIM attacked the base at Djibo. The group said it killed 200 soldiers.\nقال السكان إن العشرات قتلوا. The army gave no figure.';

let held: TemporaryCase;
let session: CaseSession;
beforeEach(() => {
  held = temporaryCase();
  session = held.session;
});
afterEach(() => {
  expect(checkCase(session).problems).toEqual([]);
  held.close();
});

function mark(on: CaseSession, sourceId: string, words: string, target: object = {}): Passage {
  const source = getRecord(on.db, 'source', sourceId);
  const from = source?.text.indexOf(words) ?? -1;
  const selectors = selectPassage(source?.text ?? '', from, from + words.length);
  if (selectors === undefined || from < 0) throw new Error(`no "${words}"`);
  return act(on, { kind: 'create', title: words }, (tx) =>
    tx.insert('passage', {
      ...selectors,
      ...target,
      source_id: sourceId,
      text_sha256: source?.text_sha256 ?? '',
    }),
  );
}

function correct(sourceId: string, next: string, on = session) {
  const rev = getRecord(on.db, 'source', sourceId)?.rev ?? '';
  return correctText(on, { id: sourceId, text: next, rev, why: 'OCR' });
}

function passages(on = session): readonly Passage[] {
  return listRecords(on.db, 'passage');
}

/** Words at each live passage's position in the present text, `lost` where it is. */
function standing(on = session): readonly string[] {
  return passages(on).map((passage) => {
    if (passage.is_lost) return 'lost';
    const source = getRecord(on.db, 'source', passage.source_id);
    expect(passage.text_sha256).toBe(source?.text_sha256);
    const { toUnit } = codePointIndex(source?.text ?? '');
    const words = source?.text.slice(toUnit(passage.start), toUnit(passage.end));
    expect(words).toBe(passage.exact);
    return passage.exact;
  });
}

describe('correcting a text', () => {
  test('moves passages in the same transaction, marks what is gone, and undo brings all back', () => {
    const source = addSource(session, { text });
    mark(session, source.id, '200 soldiers');
    mark(session, source.id, 'العشرات');
    mark(session, source.id, 'attacked the base');
    const before = passages();

    const next = text
      .replace('🚨', '🚨🚨 UPDATE.')
      .replace('attacked the base at', 'hit')
      .replace('The army', 'The army of Burkina Faso');
    const revision = session.revision;
    const result = correct(source.id, next);
    expect(result).toEqual({
      version: 2,
      passages: { kept: 2, moved: 0, changed: 0, lost: 1 },
      revision: revision + 1,
    });
    expect(standing()).toEqual(['200 soldiers', 'العشرات', 'lost']);
    expect(passages()[2]?.exact).toBe('attacked the base');

    undo(session);
    // taking back is a revision of its own (decision 0098)
    const withoutRev = ({ rev: _rev, ...rest }: Passage) => rest;
    expect(passages().map(withoutRev)).toEqual(before.map(withoutRev));
    expect(getRecord(session.db, 'source', source.id)).toMatchObject({ text, text_version: 1 });
    redo(session);
    expect(standing()).toEqual(['200 soldiers', 'العشرات', 'lost']);
  });

  test('finds a lost passage again when its words come back', () => {
    const source = addSource(session, { text });
    mark(session, source.id, '200 soldiers');
    correct(source.id, text.replace('killed 200 soldiers', 'won'));
    expect(standing()).toEqual(['lost']);
    correct(source.id, text.replace('The army', 'The army itself'));
    expect(standing()).toEqual(['200 soldiers']);
  });

  test('follows words that were themselves corrected, unless it is a figure', () => {
    const source = addSource(session, { text });
    mark(session, source.id, 'The army gave no figure');
    mark(session, source.id, 'it killed 200 soldiers');
    const result = correct(source.id, text.replace('gave', 'has given').replace('200', '20'));
    expect(result.passages).toEqual({ kept: 0, moved: 0, changed: 1, lost: 1 });
    expect(standing()).toEqual(['The army has given no figure', 'lost']);
  });

  test('is refused for another version than the one shown', () => {
    const source = addSource(session, { text });
    correct(source.id, `${text} More.`);
    expect(() => correctText(session, { id: source.id, text: 'x', rev: source.rev })).toThrow(
      expect.objectContaining({ code: 'record/changed' }),
    );
  });

  test('is the only way: a form that brings another text is refused, one that brings the first is not', () => {
    const source = addSource(session, { text: '' });
    const save = (patch: object) =>
      saveRecords(session, {
        ops: [{ do: 'update', table: 'source', id: source.id, patch: { ...patch } }],
      });
    save({ text });
    save({ text, title: 'Same text, new title' });
    expect(() => save({ text: `${text}!` })).toThrow(
      expect.objectContaining({ code: 'input/invalid' }),
    );
    expect(getRecord(session.db, 'source', source.id)?.text).toBe(text);
  });
});

describe('a passage that comes late', () => {
  test('made on an older version, it is put where its words are now', () => {
    const source = addSource(session, { text });
    const old = getRecord(session.db, 'source', source.id);
    const from = text.indexOf('200 soldiers');
    const selectors = selectPassage(text, from, from + 12);
    correct(source.id, `CORRECTED. ${text}`);
    act(session, { kind: 'create', title: 'late' }, (tx) =>
      tx.insert('passage', {
        exact: '',
        start: 0,
        end: 0,
        ...selectors,
        source_id: source.id,
        text_sha256: old?.text_sha256 ?? '',
      }),
    );
    expect(standing()).toEqual(['200 soldiers']);
  });

  test('with positions that hold other words, it is put right or lost', () => {
    const source = addSource(session, { text });
    const good = mark(session, source.id, '200 soldiers');
    act(session, { kind: 'update', title: 'wrong' }, (tx) =>
      tx.update('passage', good.id, { start: 3, end: 15 }),
    );
    expect(standing()).toEqual(['200 soldiers']);
    act(session, { kind: 'update', title: 'wrong' }, (tx) =>
      tx.update('passage', good.id, { exact: 'never said', start: 0, end: 10 }),
    );
    expect(standing()).toEqual(['lost']);
  });
});

describe('packs', () => {
  test('a text corrected elsewhere moves the passages made here, and theirs arrive in place', async () => {
    const here = laptop(awa);
    const there = laptop(bila, 5);
    try {
      const source = addSource(here.session, { text });
      mark(here.session, source.id, '200 soldiers');
      await take(there, await pack(here));
      // there: the text is corrected; here: another passage is made on the first version
      correct(
        source.id,
        `CORRECTED. ${text.replace('The army gave', 'Officials gave')}`,
        there.session,
      );
      mark(here.session, source.id, 'العشرات');
      mark(here.session, source.id, 'The army');

      await take(here, await pack(there, 'b'));
      expect(standing(here.session)).toEqual(['200 soldiers', 'العشرات', 'lost']);
      await take(there, await pack(here, 'c'));
      expect(standing(there.session)).toEqual(['200 soldiers', 'العشرات', 'lost']);
      const again = await take(here, await pack(there, 'd'));
      expect(again.result).toMatchObject({ added: 0, updated: 0, conflicting: 0 });
    } finally {
      here.close();
      there.close();
    }
  });

  test('passages made on an old version arrive where the text was corrected meanwhile', async () => {
    const here = laptop(awa);
    const there = laptop(bila, 5);
    try {
      const source = addSource(here.session, { text });
      await take(there, await pack(here));
      mark(there.session, source.id, '200 soldiers');
      correct(source.id, `CORRECTED. ${text}`, here.session);
      await take(here, await pack(there, 'b'));
      expect(standing(here.session)).toEqual(['200 soldiers']);
      expect(checkCase(here.session).problems).toEqual([]);
      // the moved passage is theirs, one step on: no conflict when it goes back
      const back = await take(there, await pack(here, 'c'));
      expect(back.result).toMatchObject({ conflicting: 0 });
      expect(standing(there.session)).toEqual(['200 soldiers']);
    } finally {
      here.close();
      there.close();
    }
  });
});

describe('versions', () => {
  test('are told newest first with who, when and why, and each text can be read', () => {
    const source = addSource(session, { text });
    correct(source.id, `${text} B`);
    correct(source.id, `${text} C`);
    undo(session);
    const versions = listTextVersions(session.db, source.id);
    expect(
      versions.map(({ version, kind, why, isCurrent }) => [version, kind, why, isCurrent]),
    ).toEqual([
      [2, 'undo', null, true],
      [3, 'update', 'OCR', false],
      [2, 'update', 'OCR', false],
      [1, 'create', null, false],
    ]);
    const texts = versions.map(({ seq }) => textOfVersion(session.db, source.id, seq));
    expect(texts).toEqual([`${text} B`, `${text} C`, `${text} B`, text]);
    expect(() => textOfVersion(session.db, source.id, 9999)).toThrow(
      expect.objectContaining({ code: 'record/not-found' }),
    );
  });
});

describe('mentions', () => {
  test('of an actor: its own passages and the words of its claims, each in its sentence, newest first', () => {
    const actor = addActor(session, { name: 'JNIM' });
    const incident = addIncident(session, { title: 'Djibo' });
    const old = addSource(session, { text, title: 'Old', published: '2025-05-12' });
    const recent = addSource(session, { text, title: 'Recent', published: '2025-05-14' });
    const claim = addClaim(session, incident.id, {
      source_id: recent.id,
      claimant_id: actor.id,
      statement: '200 killed',
    });
    mark(session, old.id, 'JNIM', { target_table: 'actor', target_id: actor.id });
    mark(session, recent.id, '200 soldiers', { target_table: 'claim', target_id: claim.id });
    mark(session, recent.id, 'JNIM', { target_table: 'actor', target_id: actor.id });
    expect(
      listMentions(session.db, 'actor', actor.id).map(
        ({ source, role, before, passage, after }) => [
          source.title,
          role,
          `${before}[${passage.exact}]${after}`,
        ],
      ),
    ).toEqual([
      ['Recent', 'mention', '🚨 On Sunday [JNIM] attacked the base at Djibo.'],
      ['Recent', 'claimant', 'The group said it killed [200 soldiers].'],
      ['Old', 'mention', '🚨 On Sunday [JNIM] attacked the base at Djibo.'],
    ]);
  });
});
