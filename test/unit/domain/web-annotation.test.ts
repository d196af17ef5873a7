import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../shared/domain/records.ts';
import { webAnnotation } from '../../../shared/domain/web-annotation.ts';

const passage: Passage = {
  id: '01970000-0000-7000-8000-000000000001',
  rev: 'r',
  created_at: '2025-05-14T10:00:00.000000Z',
  created_by: '01970000-0000-7000-8000-00000000000a',
  updated_at: '2025-05-15T10:00:00.000000Z',
  updated_by: '01970000-0000-7000-8000-00000000000a',
  deleted_at: null,
  tlp: 'GREEN',
  origin: null,
  source_id: '01970000-0000-7000-8000-000000000002',
  target_table: 'actor',
  target_id: '01970000-0000-7000-8000-000000000003',
  exact: 'JNIM',
  prefix: '🚨 The group ',
  suffix: '',
  start: 12,
  end: 16,
  text_sha256: 'ab'.repeat(32),
  is_lost: false,
};

describe('webAnnotation', () => {
  it('Given a mention of an actor When written Then it has the shape of the recommendation', () => {
    expect(webAnnotation(passage)).toEqual({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { cairn: 'https://cairn.invalid/ns#' }],
      id: 'urn:uuid:01970000-0000-7000-8000-000000000001',
      type: 'Annotation',
      motivation: 'identifying',
      created: '2025-05-14T10:00:00.000000Z',
      modified: '2025-05-15T10:00:00.000000Z',
      body: {
        type: 'SpecificResource',
        source: 'urn:uuid:01970000-0000-7000-8000-000000000003',
        purpose: 'identifying',
      },
      target: {
        type: 'SpecificResource',
        source: 'urn:uuid:01970000-0000-7000-8000-000000000002',
        state: { type: 'State', 'cairn:textSha256': 'ab'.repeat(32), 'cairn:lost': false },
        selector: [
          { type: 'TextQuoteSelector', exact: 'JNIM', prefix: '🚨 The group ' },
          { type: 'TextPositionSelector', start: 12, end: 16 },
        ],
      },
    });
  });

  it('Given a lost passage that leads nowhere When written Then only the quotation is left', () => {
    const annotation = webAnnotation({
      ...passage,
      target_table: null,
      target_id: null,
      is_lost: true,
    });
    expect(annotation).not.toHaveProperty('body');
    expect(annotation.motivation).toBe('highlighting');
    expect(annotation.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
  });
});
