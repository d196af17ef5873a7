import { describe, expect, it } from 'vitest';
import { toggled, withPart } from '../../../renderer/features/incidents/filter-parts.ts';

describe('withPart', () => {
  it('given nothing or an empty list when set then the part goes', () => {
    const filter = { places: ['Djibo'], after: '2025-05-01' };
    expect(withPart(filter, 'places', [])).toEqual({ after: '2025-05-01' });
    expect(withPart(filter, 'after', undefined)).toEqual({ places: ['Djibo'] });
  });

  it('given a value when toggled twice then it is as before', () => {
    expect(toggled(toggled(['a'], 'b'), 'b')).toEqual(['a']);
  });
});
