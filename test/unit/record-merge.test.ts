import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, decide, mergeContents } from '../../shared/pack/record-merge.ts';
import { withheldFields } from '../../shared/pack/withheld.ts';

const fields = ['title', 'summary', 'latitude', 'longitude', 'targets', 'tlp', 'deleted_at'];
const content = (values: Content = {}): Content => ({
  title: 'a',
  summary: '',
  latitude: 1,
  longitude: 2,
  targets: ['market'],
  tlp: 'GREEN',
  deleted_at: null,
  ...values,
});

function merge(ours: Content, theirs: Content, base: Content | undefined = content()) {
  return mergeContents('incident', fields, {
    bases: base === undefined ? [] : [base],
    ours: content(ours),
    theirs: content(theirs),
  });
}

describe('mergeContents', () => {
  it('takes what only one side changed', () => {
    const merged = merge({ title: 'b' }, { summary: 'long' });
    expect(merged).toEqual({ content: content({ title: 'b', summary: 'long' }), conflicts: [] });
  });

  it('lists what both changed in different ways and keeps ours until decided', () => {
    const merged = merge({ title: 'b' }, { title: 'c' });
    expect(merged.conflicts).toEqual([{ field: 'title', unit: 'title', ours: 'b', theirs: 'c' }]);
    expect(decide(merged, () => 'ours')['title']).toBe('b');
    expect(decide(merged, () => 'theirs')['title']).toBe('c');
    expect(decide(merged, () => ({ values: { title: 'both', summary: 'no' } }))).toMatchObject({
      title: 'both',
      summary: '',
    });
  });

  it('takes a side for unchanged only if it says what every base says', () => {
    // two laptops joined the same two titles and decided differently: neither decision may win unasked
    const bases = [content({ title: 'b' }), content({ title: 'c' })];
    const sides = { bases, ours: content({ title: 'b' }), theirs: content({ title: 'c' }) };
    expect(mergeContents('incident', fields, sides).conflicts).toEqual([
      { field: 'title', unit: 'title', ours: 'b', theirs: 'c' },
    ]);
  });

  it('finds no conflict where both changed alike', () => {
    expect(merge({ title: 'b' }, { title: 'b' }).conflicts).toEqual([]);
  });

  it('never mixes a latitude with the longitude of the other side', () => {
    const merged = merge({ latitude: 10 }, { longitude: 20 });
    expect(merged.conflicts).toEqual([
      { field: 'latitude', unit: 'latitude', ours: 10, theirs: 1 },
      { field: 'longitude', unit: 'latitude', ours: 2, theirs: 20 },
    ]);
    expect(decide(merged, () => 'theirs')).toMatchObject({ latitude: 1, longitude: 20 });
  });

  it('joins sets: what one side added or took out, holds', () => {
    const merged = merge({ targets: ['market', 'school'] }, { targets: ['bridge'] });
    expect(merged).toEqual({ content: content({ targets: ['bridge', 'school'] }), conflicts: [] });
  });

  it('asks when one deleted what the other edited, not when nobody edited', () => {
    expect(merge({ deleted_at: '5' }, { title: 'b' }).conflicts).toEqual([
      { field: 'deleted_at', unit: 'deleted_at', ours: '5', theirs: null },
    ]);
    expect(merge({ title: 'b' }, { deleted_at: '5' }).conflicts).toHaveLength(1);
    expect(merge({}, { deleted_at: '5' })).toEqual({
      content: content({ deleted_at: '5' }),
      conflicts: [],
    });
    expect(merge({ deleted_at: '4' }, { deleted_at: '5' }).content).toEqual(
      content({ deleted_at: '4' }),
    );
  });

  it('takes every difference for a conflict when the past is unknown', () => {
    const merged = mergeContents('incident', fields, {
      bases: [],
      ours: content({ title: 'b' }),
      theirs: content({ targets: ['x'] }),
    });
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['title']);
    expect(merged.content['targets']).toEqual(['market', 'x']);
  });

  const anyContent = fc.record({
    title: fc.constantFrom('a', 'b', 'c'),
    summary: fc.constantFrom('', 'x', 'y'),
    latitude: fc.constantFrom(1, 2, null),
    longitude: fc.constantFrom(2, 3),
    targets: fc.uniqueArray(fc.constantFrom('market', 'school', 'bridge')).map((set) => set.sort()),
    tlp: fc.constantFrom('GREEN', 'RED'),
    deleted_at: fc.constantFrom(null, '5'),
  });
  const bases = fc.array(anyContent, { maxLength: 2 });

  it('ends equal on both sides when conflicts are decided for the same side', () => {
    fc.assert(
      fc.property(bases, anyContent, anyContent, (from, one, other) => {
        const here = mergeContents('incident', fields, { bases: from, ours: one, theirs: other });
        const there = mergeContents('incident', fields, { bases: from, ours: other, theirs: one });
        expect(decide(here, () => 'ours')).toEqual(decide(there, () => 'theirs'));
        expect(decide(here, () => 'theirs')).toEqual(decide(there, () => 'ours'));
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no edit without listing it', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (from, one, other) => {
        const merged = mergeContents('incident', fields, {
          bases: [from],
          ours: one,
          theirs: other,
        });
        const listed = new Set(merged.conflicts.map(({ field }) => field));
        for (const field of fields.filter((name) => name !== 'targets')) {
          const text = (side: Content): string => JSON.stringify(side[field]);
          const result = text(merged.content);
          if (text(one) !== text(from) && result !== text(one)) expect(listed).toContain(field);
          if (text(other) !== text(from) && result !== text(other)) expect(listed).toContain(field);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('withheldFields', () => {
  const base = {
    source_id: 's',
    claimant_id: 'a',
    denied_by_id: null,
    via: ['a', 'b'],
    statement: 'x',
  };

  it('tells a reference that a ceiling emptied from one that a colleague emptied', () => {
    const emptied = { ...base, source_id: null, via: ['b'] };
    const edited = { ...emptied, statement: 'y' };
    const isTheirs = (record: Content) => JSON.stringify(record) === JSON.stringify(emptied);
    expect(withheldFields('claim', base, edited, isTheirs)).toEqual(['source_id', 'via']);
    expect(withheldFields('claim', base, edited, () => false)).toEqual([]);
  });
});
