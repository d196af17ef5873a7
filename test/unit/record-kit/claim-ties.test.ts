import { describe, expect, it } from 'vitest';
import {
  isCircular,
  relateOp,
  type TieDraft,
  tieDrafts,
  tieOps,
  withTie,
} from '../../../renderer/record-kit/claim-ties.ts';
import { publishedDays } from '../../../renderer/record-kit/published-days.ts';
import type { ClaimView } from '../../../shared/contract/read-calls.ts';
import { claimRef } from '../../../shared/text/claim-words.ts';
import { claimView, ids } from './builders.ts';

const other = claimView({ id: ids.other });
const related: ClaimView = {
  ...claimView(),
  relations: [
    {
      id: ids.toll,
      rev: 'r1',
      kind: 'contradicts',
      isFrom: false,
      note: 'saw it',
      other: claimRef(other),
    },
  ],
};
const tie = (choice: TieDraft['choice'], note = ''): TieDraft => ({
  otherId: ids.other,
  choice,
  note,
});

describe('the ties of a claim', () => {
  it('Given a stored contradiction of it When read Then it is seen from this end', () => {
    expect(tieDrafts(related)).toEqual([tie('contradicted-by', 'saw it')]);
    expect(tieOps(ids.claim, tieDrafts(related), related, [related, other])).toEqual([]);
  });

  it('Given another choice When saved Then the old relation goes and the new one comes', () => {
    const ops = tieOps(ids.claim, [tie('supports')], related, [related, other]);
    expect(ops).toEqual([
      { do: 'delete', table: 'claim_relation', id: ids.toll },
      {
        do: 'create',
        table: 'claim_relation',
        id: expect.any(String),
        values: {
          from_claim_id: ids.claim,
          to_claim_id: ids.other,
          kind: 'supports',
          note: '',
        },
      },
    ]);
  });

  it('Given another reason When saved Then only the note changes', () => {
    expect(tieOps(ids.claim, [tie('contradicted-by', 'heard it')], related, [other])).toEqual([
      {
        do: 'update',
        table: 'claim_relation',
        id: ids.toll,
        patch: { note: 'heard it' },
        rev: 'r1',
      },
    ]);
  });

  it('Given "replaced by" When saved Then the claim itself names the later one', () => {
    expect(tieOps(ids.claim, [tie('replaced-by')], claimView(), [claimView(), other])).toEqual([
      { do: 'update', table: 'claim', id: ids.claim, patch: { superseded_by_id: ids.other } },
    ]);
  });

  it('Given a second later claim When chosen Then it takes the place of the first', () => {
    const ties = withTie([tie('replaced-by')], ids.paper, 'replaced-by');
    expect(ties).toEqual([{ otherId: ids.paper, choice: 'replaced-by', note: '' }]);
    expect(withTie(ties, ids.paper, undefined)).toEqual([]);
  });

  it('Given a claim that this one replaces When it should replace this one Then that is a circle', () => {
    const siblings = [claimView(), claimView({ id: ids.other, superseded_by_id: ids.claim })];
    expect(isCircular(ids.claim, ids.other, 'replaced-by', siblings)).toBe(true);
    expect(isCircular(ids.claim, ids.other, 'replaces', siblings)).toBe(false);
    expect(isCircular(ids.claim, ids.other, 'contradicts', siblings)).toBe(false);
  });

  it('Given the other end When related Then the relation runs from there', () => {
    expect(relateOp(ids.claim, ids.other, 'supports', false)).toMatchObject({
      values: { from_claim_id: ids.other, to_claim_id: ids.claim },
    });
  });
});

describe('publishedDays', () => {
  const published = (date: string | null, publisher: string): ClaimView => ({
    ...claimView(),
    source: {
      id: ids.source,
      title: 'A report',
      publisher,
      kind: 'article',
      published: date,
      reliability: 'B',
      chain: [],
    },
  });

  it('Given sources known to the day, the month and not at all Then the days stand, earliest first', () => {
    expect(
      publishedDays([
        published('2025-05-14', 'BBC'),
        published('2025-05', 'SITE'),
        published(null, 'Radio'),
        published('2025-05-13', 'RFI'),
        claimView(),
      ]),
    ).toEqual([
      { day: '2025-05-13', label: 'RFI' },
      { day: '2025-05-14', label: 'BBC' },
    ]);
  });
});
