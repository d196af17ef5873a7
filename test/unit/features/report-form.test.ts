import { describe, expect, test } from 'vitest';
import {
  emptyForm,
  fileNameOf,
  type ListState,
  periodOf,
  requestOf,
} from '../../../renderer/features/reports/report-form.ts';

const state: ListState = {
  filter: { countries: ['BF'] },
  sort: { key: 'date', direction: 'descending' },
  selectedIds: [],
  latestDay: '2025-05-14',
};
const id = '0196d5a0-0000-7000-8000-00000000000a';

describe('the request of the reports screen', () => {
  test('a situation report takes the week of the latest incident, else the period of the filter', () => {
    const form = emptyForm('sitrep', 'en');
    expect(requestOf(form, state)).toMatchObject({ from: '2025-05-08', to: '2025-05-14' });
    expect(
      periodOf(form, { ...state, filter: { after: '2025-04-01', before: '2025-04-30' } }),
    ).toEqual({ from: '2025-04-01', to: '2025-04-30' });
  });

  test('what is typed wins: a month stands for its first and last day', () => {
    const form = { ...emptyForm('sitrep', 'fr'), from: 'avril 2025', to: 'avril 2025' };
    expect(requestOf(form, state)).toMatchObject({ from: '2025-04-01', to: '2025-04-30' });
  });

  test.each([
    { from: 'soon', to: '14 May 2025' },
    { from: '14 May 2025', to: '1 May 2025' },
    { from: '', to: '' },
  ])('no request for $from to $to', (typed) => {
    expect(requestOf({ ...emptyForm('sitrep', 'en'), ...typed }, state)).toBeUndefined();
  });

  test('passages are quoted where asked: all, or those chosen', () => {
    const form = { ...emptyForm('brief', 'en'), incidentId: id };
    expect(requestOf(form, state)).not.toHaveProperty('quotes');
    expect(requestOf({ ...form, quotes: 'all' }, state)).toMatchObject({ quotes: { what: 'all' } });
    expect(requestOf({ ...form, quotes: 'chosen', quoteIds: [id] }, state)).toMatchObject({
      quotes: { what: 'chosen', ids: [id] },
    });
  });

  test('no incident known yet: no period, no request', () => {
    expect(
      requestOf(emptyForm('sitrep', 'en'), { ...state, latestDay: undefined }),
    ).toBeUndefined();
  });

  test('brief and profile wait for their record', () => {
    expect(requestOf(emptyForm('brief', 'en'), state)).toBeUndefined();
    expect(requestOf(emptyForm('profile', 'en'), state)).toBeUndefined();
    expect(requestOf({ ...emptyForm('profile', 'en'), actorId: id }, state)).toMatchObject({
      kind: 'profile',
      actorId: id,
    });
  });

  test('list and chronology wait for a selection when that is what they print', () => {
    for (const kind of ['list', 'chronology'] as const) {
      const form = { ...emptyForm(kind, 'en'), scope: 'selected' as const };
      expect(requestOf(form, state)).toBeUndefined();
      expect(requestOf(form, { ...state, selectedIds: [id] })).toMatchObject({
        kind,
        selection: { what: 'incidents', ids: [id] },
      });
    }
  });

  test('a name that every file system takes', () => {
    expect(fileNameOf('Situation du 8 mai au 14 mai : Djibo / Sahel', 'situation', 'pdf')).toBe(
      'Situation-du-8-mai-au-14-mai-Djibo-Sahel-situation.pdf',
    );
    expect(fileNameOf('///', 'profil', 'html')).toBe('cairn-profil.html');
  });
});
