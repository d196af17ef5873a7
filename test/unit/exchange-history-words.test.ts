import { describe, expect, test } from 'vitest';
import { countsWords, tableHeading } from '../../renderer/features/exchange/count-words.ts';
import { totalsOf } from '../../renderer/features/exchange/preview-totals.ts';
import { changeLines } from '../../renderer/features/history/changes-table.tsx';
import { initialsOf } from '../../renderer/features/settings/author-form.tsx';
import { fieldWords, valueWords } from '../../renderer/text/field-words.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';

describe('counts of packs', () => {
  test('given counts by table, then they are worded and empty ones are left out', () => {
    const counts = { incident: 1, claim: 2, note: 0 };
    expect(countsWords('en', counts)).toBe('1 incident · 2 claims');
    expect(countsWords('fr', counts)).toBe('1 incident · 2 allégations');
    expect(tableHeading('fr', 'attachment')).toBe('Pièces jointes');
  });

  test('given a preview, then verdicts add up over all tables', () => {
    const line = { new: 1, changed: 2, unchanged: 3, older: 0, conflicting: 1 };
    expect(totalsOf({ byTable: { incident: line, actor: line } })).toEqual({
      new: 2,
      changed: 4,
      unchanged: 6,
      older: 0,
      conflicting: 2,
    });
  });
});

describe('changes', () => {
  test('given a creation, then it opens into the fields that hold something', () => {
    const change = {
      table: 'incident',
      id,
      record: 'Djibo',
      field: '*',
      old: null,
      new: { title: 'Djibo', summary: '', targets: [], invented: false, latitude: 0 },
    };
    expect(changeLines([change]).map(({ field, old, new: now }) => [field, old, now])).toEqual([
      ['title', null, 'Djibo'],
      ['latitude', null, 0],
    ]);
  });

  test('given stored values, then they read as words', () => {
    expect(fieldWords('fr', 'incident', 'date_edtf')).toBe('Date');
    expect(valueWords('en', 'incident', 'date_edtf', '2025-05-11~')).toBe('c. 11 May 2025');
    expect(valueWords('fr', 'incident', 'targets', ['market'])).toBe('Marché');
    expect(valueWords('en', 'incident', 'invented', true)).toBe('yes');
    expect(valueWords('en', 'claim', 'credibility', 2)).not.toBe('2');
    expect(valueWords('fr', 'incident', 'summary', null)).toBe('vide');
    expect(valueWords('en', 'incident', 'summary', 'a'.repeat(500)).length).toBe(160);
  });
});

describe('initials', () => {
  test('given a name, then up to three first letters are taken', () => {
    expect(initialsOf('Awa Traoré')).toBe('AT');
    expect(initialsOf('Jean-Baptiste Ouédraogo Compaoré')).toBe('JBO');
    expect(initialsOf('')).toBe('');
  });
});
