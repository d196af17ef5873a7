import { describe, expect, it } from 'vitest';
import { mixedSentences } from '../../../renderer/record-kit/estimative-check.ts';

describe('mixedSentences', () => {
  it.each([
    'It is likely, with moderate confidence, that JNIM did it.',
    'We judge with high confidence that a new attack is very unlikely.',
    'A second attack is almost certain (low confidence).',
    'Il est très probable que JNIM ait agi (confiance élevée).',
    'Avec une confiance modérée, une nouvelle attaque est improbable.',
  ])('Given both in one sentence When checked Then it is found: %s', (sentence) => {
    expect(mixedSentences(`First. ${sentence} Last.`)).toEqual([sentence]);
  });

  it.each([
    'It is likely that JNIM did it. Our confidence is moderate.',
    'Il est probable que JNIM ait agi.\nConfiance modérée.',
    'Residents have little confidence in the army; an attack is likely.',
    'An unlikelyhood of high confidence men.',
    '',
  ])('Given one or the other When checked Then nothing is said: %s', (body) => {
    expect(mixedSentences(body)).toEqual([]);
  });
});
