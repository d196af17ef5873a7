/** The texts with answer keys: the four of shared/data and our own, ten of them held out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnswerKey, Forbidden } from './extract-scorer.ts';

const own = fileURLToPath(new URL('../fixtures/texts/', import.meta.url));
const shared = fileURLToPath(new URL('../fixtures/texts/shared/', import.meta.url));

export interface KeyedText {
  readonly key: AnswerKey;
  readonly text: string;
  readonly set: 'shared' | 'heldout' | 'own' | 'blind';
}

/** What the keys of shared/data forbid, for machines. */
const forbidden: Readonly<Record<string, readonly Forbidden[]>> = {
  T01: [{ value: 60, place: 'Djibo' }, { value: 200 }, { place: 'Diapaga' }],
  T05: [{ value: 54 }, { value: 5, measure: 'killed' }],
  T17: [{ place: 'Guinea' }, { perpetrator: 'any' }, { value: 2423 }],
  T20: [{ incident: 'any' }, { value: 12 }, { link: 'Ousmane Dicko' }],
};

function readFolder(folder: string, set: 'shared' | 'own'): readonly KeyedText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.key.json'))
    .sort()
    .map((name) => {
      const key = JSON.parse(readFileSync(join(folder, name), 'utf8')) as AnswerKey;
      const text = readFileSync(join(folder, name.replace('.key.json', '.txt')), 'utf8');
      const rules = forbidden[key.id];
      return {
        key: rules ? { ...key, must_not: rules } : key,
        text,
        set: key.heldout === true ? 'heldout' : /^[JKMN]/.test(key.id) ? 'blind' : set,
      };
    });
}

export const keyedTexts: readonly KeyedText[] = [
  ...readFolder(shared, 'shared'),
  ...readFolder(own, 'own'),
];

/** Texts keyed for which incidents they tell of, with type, day and place; figures and actors are left out. */
export const eventTexts: readonly KeyedText[] = readFolder(`${own}events/`, 'own');
