import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWording } from '../../../../shared/report/wording/check.ts';
import { secondTolls, secondUnseen } from './second-unseen.ts';
import { sentences, tolls } from './sentences.ts';
import { unseen, unseenTolls } from './unseen.ts';

const found = (text: string) =>
  checkWording(text, { tolls }).map(({ rule, words }) => [rule, words] as const);

describe('checkWording', () => {
  it.each(sentences)('Given %s When checked Then it says what is expected', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('Given the sixty texts When checked Then false alarms and misses are counted', () => {
    const key = ([rule, words]: readonly [string, string]) => `${rule}: ${words}`;
    let falseAlarms = 0;
    let missed = 0;
    for (const [text, expected] of sentences) {
      const got = new Set(found(text).map(key));
      const wanted = new Set(expected.map(key));
      falseAlarms += [...got].filter((each) => !wanted.has(each)).length;
      missed += [...wanted].filter((each) => !got.has(each)).length;
    }
    console.info(
      `wording: ${sentences.length} texts, ${falseAlarms} false alarms, ${missed} missed`,
    );
    expect(sentences.length).toBeGreaterThanOrEqual(60);
    expect({ falseAlarms, missed }).toEqual({ falseAlarms: 0, missed: 0 });
  });

  it.each([
    ['first', unseen, unseenTolls],
    ['second', secondUnseen, secondTolls],
  ] as const)(
    'Given the %s sixty sentences written unseen When checked Then false alarms and misses are counted',
    (name, texts, known) => {
      let falseAlarms = 0;
      let missed = 0;
      for (const [text, expected] of texts) {
        const got = new Set(checkWording(text, { tolls: known }).map(({ rule }) => rule));
        const wrong = [...got].filter((rule) => !expected.includes(rule));
        const left = expected.filter((rule) => !got.has(rule));
        if (wrong.length + left.length > 0) console.info(text, { wrong, left });
        falseAlarms += wrong.length;
        missed += left.length;
      }
      console.info(
        `${name} unseen: ${texts.length} sentences, ${falseAlarms} false alarms, ${missed} missed`,
      );
      expect(texts).toHaveLength(60);
      expect({ falseAlarms, missed }).toEqual({ falseAlarms: 0, missed: 0 });
    },
  );

  it('Given no figures of a case When checked Then figures are not looked at', () => {
    expect(checkWording('At Djibo 150 soldiers were killed.')).toEqual([]);
  });

  it('Given a replaced figure When checked Then what the claims say now is told', () => {
    const [finding] = checkWording('JNIM claimed 60 soldiers killed.', { tolls });
    expect(finding?.now).toEqual([
      { low: 200, high: 200 },
      { low: 12, high: 12 },
    ]);
  });

  it('Given any text When checked Then each finding stands where it says, in order', () => {
    const word = fc.constantFrom(
      ...'likely probable confiance élevée low confidence 200 60 soldats tués killed « » " “ ” [1] . \n\n ﬁ 𝒜 ß é œ selon we assess'.split(
        / /,
      ),
    );
    const text = fc
      .array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 40 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (given) => {
        const findings = checkWording(given, { tolls });
        for (const { start, end, words } of findings) {
          expect(given.slice(start, end)).toBe(words);
          expect(words).not.toBe('');
        }
        expect(findings.map(({ start }) => start)).toEqual(
          findings.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 400, examples: [['🄁 killed']] },
    );
  });
});
