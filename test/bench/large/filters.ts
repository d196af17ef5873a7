/** The questions that scale is measured with (shared/scale.md), each a little different at every step. */
import type { Filter } from '../../../shared/domain/filter.ts';
import { commonWord, rareWord } from './rows.ts';

export interface MeasuredFilter {
  readonly name: string;
  /** Another step changes one part of it, as a hand on the mouse does. */
  readonly at: (step: number) => Filter;
}

const years = (first: number, count: number): Filter => ({
  after: `${first}-01-01`,
  before: `${first + count - 1}-12-31`,
});
const box = (step: number): NonNullable<Filter['box']> => [-20, -10 + step / 7, 25, 25];

/** `topActor`: id of the most frequent one. */
export function measuredFilters(topActor: string): readonly MeasuredFilter[] {
  const actor = [{ id: topActor }];
  return [
    { name: 'none', at: () => ({}) },
    { name: 'one year', at: (step) => years(2005 + (step % 20), 1) },
    { name: '5 years + country', at: (s) => ({ ...years(2003 + (s % 18), 5), countries: ['SY'] }) },
    { name: 'top actor + 10 years', at: (s) => ({ ...years(2000 + (s % 15), 10), actors: actor }) },
    { name: 'box + toll ≥ 1', at: (step) => ({ box: box(step), killedMin: 1 }) },
    {
      name: 'text in 7 % + 10 years',
      at: (step) => ({ text: rareWord, ...years(2000 + (step % 15), 10) }),
    },
    { name: 'text in 94 %', at: (step) => ({ text: commonWord, killedMax: 100_000 + step }) },
    {
      name: 'six parts',
      at: (step) => ({
        ...{ ...years(2003 + (step % 10), 10), countries: ['SY', 'YE', 'SO'], actors: actor },
        ...{ types: ['Battles', 'Violence against civilians'], killedMin: 1 },
        box: [-20, -10, 60, 45],
      }),
    },
    {
      name: 'brush step',
      at: (step) => ({ after: `2015-${pad(step)}-01`, before: `2016-${pad(step)}-01` }),
    },
  ];
}

const pad = (step: number) => String(1 + (step % 12)).padStart(2, '0');
