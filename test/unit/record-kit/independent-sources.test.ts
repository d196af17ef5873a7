import { describe, expect, it } from 'vitest';
import {
  hasIndependentSource,
  originOf,
} from '../../../renderer/record-kit/independent-sources.ts';
import { claimView, ids } from './builders.ts';

const own = originOf(claimView({ origin_words: 'SITE bulletin' }));
const residents = {
  id: ids.other,
  source_id: ids.paper,
  claimant_id: ids.incident,
  via: [],
};

describe('hasIndependentSource', () => {
  it('Given another source, claimant and way When asked Then there is one', () => {
    expect(hasIndependentSource(own, [claimView(residents)])).toBe(true);
  });

  it.each([
    ['the claim itself only', { id: ids.claim, source_id: ids.paper, claimant_id: null, via: [] }],
    ['the same source', { ...residents, source_id: ids.source }],
    ['the same claimant', { ...residents, claimant_id: ids.actor }],
    ['the same monitor in between', { ...residents, via: [ids.monitor] }],
    ['the same words of origin', { ...residents, origin_words: ' site Bulletin ' }],
    ['a claim without a source', { ...residents, source_id: null }],
    ['a superseded claim', { ...residents, superseded_by_id: ids.claim }],
  ])('Given %s When asked Then there is none', (_what, claim) => {
    expect(hasIndependentSource(own, [claimView(claim)])).toBe(false);
  });
});
