import { describe, expect, it } from 'vitest';
import { statusOps, tagOps } from '../../../renderer/features/incidents/bulk-ops.ts';
import { toggled, withPart } from '../../../renderer/features/incidents/filter-parts.ts';

describe('tagOps', () => {
  it('given a new tag when tied to two then it is made once', () => {
    const ops = tagOps(['a', 'b'], 'hospital', undefined, 'fresh', new Set());
    expect(ops).toEqual([
      { do: 'create', table: 'tag', id: 'fresh', values: { name: 'hospital' } },
      {
        do: 'create',
        table: 'tagging',
        values: { tag_id: 'fresh', target_table: 'incident', target_id: 'a' },
      },
      {
        do: 'create',
        table: 'tagging',
        values: { tag_id: 'fresh', target_table: 'incident', target_id: 'b' },
      },
    ]);
  });

  it('given all carry it already when tied then there is nothing to do', () => {
    expect(tagOps(['a'], 'hospital', 'known', 'fresh', new Set(['a']))).toEqual([]);
  });
});

describe('statusOps', () => {
  it('given ids when set then each is one step', () => {
    expect(statusOps(['a', 'b'], 'confirmed')).toEqual([
      { do: 'update', table: 'incident', id: 'a', patch: { status: 'confirmed' } },
      { do: 'update', table: 'incident', id: 'b', patch: { status: 'confirmed' } },
    ]);
  });
});

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
