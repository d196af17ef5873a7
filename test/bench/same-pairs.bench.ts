/** The answer-keyed pairs of "Same attack?": each with its score, then precision and recall by band. */
import { expect, it } from 'vitest';
import { compareIncidents } from '../../shared/domain/same-attack.ts';
import { pairs } from '../fixtures/same/pairs.ts';
import { table } from './measure.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;

it('judges the answer-keyed pairs', () => {
  const judged = pairs.map(({ a, b, ...pair }) => ({ ...pair, ...compareIncidents(a, b) }));
  const rows = [...judged]
    .sort((a, b) => b.weight - a.weight)
    .map(({ answer, why, score, reasons }) => [
      String(score),
      answer,
      why,
      reasons
        .filter(({ points }) => points !== 0)
        .map(({ aspect, points }) => `${aspect} ${points.toFixed(1)}`)
        .join(', '),
    ]);
  const counted = (bands: readonly string[]) => {
    const shown = judged.filter(({ band }) => bands.includes(band));
    const same = judged.filter(({ answer }) => answer === 'same');
    const right = shown.filter(({ answer }) => answer === 'same');
    const wrong = shown.filter(({ answer }) => answer === 'different');
    // a pair that nobody can tell is rightly asked about: neither hit nor miss
    return [percent(right.length, right.length + wrong.length), percent(right.length, same.length)];
  };
  console.log(table(`"Same attack?": ${pairs.length} pairs`, rows));
  console.log(
    table('Of pairs that can be told', [
      ['band', 'precision', 'recall'],
      ['likely', ...counted(['likely'])],
      ['likely or possible', ...counted(['likely', 'possible'])],
    ]),
  );
  expect(judged).toHaveLength(pairs.length);
});
