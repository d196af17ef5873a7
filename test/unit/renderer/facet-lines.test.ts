import { describe, expect, test } from 'vitest';
import {
  chosenValues,
  facetLines,
  pressed,
} from '../../../renderer/features/counts/facet-lines.ts';
import type { FacetName } from '../../../shared/contract/view-calls.ts';

const actor = '0190a1b2-0000-7000-8000-000000000001';
const other = '0190a1b2-0000-7000-8000-000000000002';

describe('a line of the counts', () => {
  const samples: readonly (readonly [FacetName, string])[] = [
    ['type', 'battles'],
    ['subType', 'armed-clash'],
    ['status', 'confirmed'],
    ['actor', actor],
    ['country', 'BF'],
    ['region', 'BF/Sahel'],
    ['grade', 'none'],
    ['source', actor],
    ['tag', 'market'],
  ];
  test.each(samples)(
    'of %s: pressed once it narrows, pressed twice it is as before',
    (name, value) => {
      const before = { text: 'convoy' };
      const narrowed = pressed(before, name, value, false) ?? {};
      expect(chosenValues(narrowed, name)).toEqual([value]);
      expect(narrowed.text).toBe('convoy');
      expect(pressed(narrowed, name, value, false)).toEqual(before);
    },
  );

  test('with Ctrl it joins the others and leaves them; without it stands alone', () => {
    const one = pressed({}, 'country', 'BF', false) ?? {};
    const both = pressed(one, 'country', 'ML', true) ?? {};
    expect(both.countries).toEqual(['BF', 'ML']);
    expect(pressed(both, 'country', 'BF', true)?.countries).toEqual(['ML']);
    expect(pressed(both, 'country', 'BF', false)?.countries).toEqual(['BF']);
  });

  test('an actor asked for by words stays when another is added, with the role of the one before', () => {
    const before = { actors: [{ words: 'JNIM' }, { id: actor, role: 'perpetrator' as const }] };
    expect(pressed(before, 'actor', other, true)?.actors).toEqual([
      { words: 'JNIM' },
      { id: actor, role: 'perpetrator' },
      { id: other },
    ]);
  });

  test('what the filter cannot ask for is not pressed', () => {
    expect(pressed({}, 'country', 'none', false)).toBeUndefined();
    expect(pressed({}, 'country', 'Burkina', false)).toBeUndefined();
  });

  test('values that were there before the facet was narrowed stay, with no count', () => {
    const line = (value: string, count: number) => ({ value, label: value, count });
    const facet = { name: 'country' as const, values: [line('BF', 7)], more: 0 };
    expect(facetLines(facet, [line('ML', 9), line('BF', 7)])).toEqual([
      line('BF', 7),
      line('ML', 0),
    ]);
  });
});
