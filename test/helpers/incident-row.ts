import type { IncidentRow } from '../../shared/contract/read-calls.ts';

/** A row of the incident table with plain values. */
export function incidentRow(patch: Partial<IncidentRow> & { readonly key: number }): IncidentRow {
  const { key } = patch;
  return {
    id: `0190a1b2-0000-7000-8000-${String(key).padStart(12, '0')}`,
    title: `Incident ${key}`,
    dateEdtf: '2025-05-11',
    dateEarliest: '2025-05-11',
    dateLatest: '2025-05-11',
    dateWords: null,
    place: 'Djibo',
    admin1: 'Sahel',
    admin2: 'Soum',
    country: 'BF',
    latitude: 14.1,
    longitude: -1.63,
    geoLevel: 'settlement',
    radiusM: 2000,
    eventType: 'Battles',
    subEventType: 'Armed clash',
    status: 'reported',
    confidence: null,
    review: 'draft',
    tlp: 'AMBER',
    invented: false,
    isDeleted: false,
    actors: [],
    killed: null,
    injured: null,
    claimCount: 0,
    noteCount: 0,
    openQuestions: 0,
    possiblySameAs: [],
    updatedAt: '2025-05-12T08:00:00.000000Z',
    ...patch,
  };
}
