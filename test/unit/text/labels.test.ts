import { describe, expect, test } from 'vitest';
import { recordMeta, recordSchemas, tableNames } from '../../../shared/domain/records.ts';
import * as v from '../../../shared/domain/vocabulary.ts';
import {
  codeLabel,
  fieldLabel,
  fieldLabels,
  labels,
  metaFieldLabels,
  roleWords,
} from '../../../shared/text/index.ts';
import { langs } from '../../../shared/text/lang.ts';

const lists = {
  eventTypes: v.eventTypes,
  subEventTypes: Object.values(v.eventTaxonomy).flat(),
  disorderTypes: v.disorderTypes,
  targets: v.targetTypes,
  statuses: v.incidentStatuses,
  statusMeanings: v.incidentStatuses,
  confidence: v.confidenceLevels,
  confidenceMeanings: v.confidenceLevels,
  reviews: v.reviewStates,
  geoLevels: v.geoLevels,
  geoLevelMeanings: v.geoLevels,
  actorKinds: v.actorKinds,
  interCodes: v.interCodes,
  nameKinds: v.nameKinds,
  roles: v.actorIncidentRoles,
  relations: v.actorActorRelations,
  incidentRelations: v.incidentIncidentRelations,
  attributions: v.attributions,
  sourceKinds: v.sourceKinds,
  reliabilities: v.reliabilities,
  reliabilityMeanings: v.reliabilities,
  credibilities: v.credibilities,
  credibilityMeanings: v.credibilities,
  claimKinds: v.claimKinds,
  claimRelations: v.claimRelationKinds,
  parties: v.parties,
  outcomes: v.outcomes,
  pairVerdicts: v.pairVerdicts,
  qualifiers: v.qualifiers,
  noteKinds: v.noteKinds,
  likelihoods: v.likelihoods,
  likelihoodRanges: v.likelihoods,
  tlpMeanings: v.tlpLabels,
  tables: tableNames,
  actionKinds: ['create', 'update', 'delete', 'restore', 'import', 'bulk', 'undo', 'redo'],
} as const;

describe.each(langs)('labels in %s', (lang) => {
  const catalogue = labels(lang);

  test('given the vocabulary, then each list has words for each code and no more', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(lists).sort());
    for (const [name, codes] of Object.entries(lists)) {
      const words = catalogue[name as keyof typeof lists] as Readonly<Record<string, unknown>>;
      expect([name, Object.keys(words).sort()]).toEqual([name, [...codes].map(String).sort()]);
      const values = Object.values(words).map((word) =>
        typeof word === 'string' ? word : Object.values(word as object),
      );
      expect(
        values.flat().filter((word) => typeof word !== 'string' || word.trim() === ''),
      ).toEqual([]);
    }
  });

  test('given the labels of one list, then no two codes read the same', () => {
    for (const name of Object.keys(lists) as (keyof typeof lists)[]) {
      if (name === 'relations' || name === 'incidentRelations') continue;
      const words = Object.values(catalogue[name] as Readonly<Record<string, string>>);
      expect([name, new Set(words).size]).toEqual([name, words.length]);
    }
  });

  test('given the records, then each field has a name', () => {
    for (const table of tableNames) {
      expect(Object.keys(fieldLabels(lang)[table]).sort()).toEqual(
        Object.keys(recordSchemas[table].shape).sort(),
      );
    }
    expect(Object.keys(metaFieldLabels(lang)).sort()).toEqual(
      [...Object.keys(recordMeta.shape), '*'].sort(),
    );
  });
});

test('given a code that is a free word, then it is shown as it is', () => {
  expect(codeLabel(labels('fr').targets, 'market')).toBe('Marché');
  expect(codeLabel(labels('fr').targets, 'silo')).toBe('silo');
  expect(codeLabel(labels('fr').targets, 'constructor')).toBe('constructor');
  expect([
    fieldLabel('claim', 'via', 'fr'),
    fieldLabel('claim', '*', 'en'),
    fieldLabel('x', 'y', 'en'),
  ]).toEqual(['Rapporté par', 'Whole record', 'y']);
});

test('given a directed link, then each end reads it its own way', () => {
  expect([
    roleWords('actor-actor', 'leader-of', true, 'en'),
    roleWords('actor-actor', 'leader-of', false, 'fr'),
    roleWords('actor-incident', 'victim', true, 'fr'),
    roleWords('incident-incident', 'possibly-same-as', false, 'en'),
  ]).toEqual(['leader of', 'dirigé par', 'Victime', 'possibly the same as']);
});
