import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectPassage, type TextSelectors } from '../../../shared/domain/passage.ts';
import {
  type Anchored,
  locatePassage,
  movePassages,
} from '../../../shared/domain/passage-anchor.ts';

function passageOf(text: string, words: string, nth = 0): TextSelectors {
  let from = -1;
  for (let i = 0; i <= nth; i += 1) from = text.indexOf(words, from + 1);
  const selectors = selectPassage(text, from, from + words.length);
  if (from < 0 || selectors === undefined) throw new Error(`no "${words}" in the text`);
  return selectors;
}

function moveOne(before: string, after: string, words: string, nth = 0): Anchored {
  const [anchored] = movePassages(before, after, [passageOf(before, words, nth)]);
  if (anchored === undefined) throw new Error('no answer');
  return anchored;
}

const wordsOf = (anchored: Anchored): string =>
  anchored.how === 'lost' ? 'lost' : `${anchored.how}: ${anchored.selectors.exact}`;

const story = `On Sunday morning JNIM fighters attacked the military base at Djibo. The group said it killed 200 soldiers.
Residents of the town spoke of dozens of dead and of houses on fire. The army gave no figure.

🚨 Update: un habitant joint au téléphone a parlé d’une trentaine de soldats tués. قال السكان إن العشرات قتلوا.`;

describe('movePassages', () => {
  it.each([
    ['text put in front', `CORRECTED. ${story}`, '200 soldiers', 'kept: 200 soldiers'],
    [
      'a word beside it corrected',
      story.replace('said it killed', 'claimed to have killed'),
      '200 soldiers',
      'kept: 200 soldiers',
    ],
    [
      'a typing error inside it corrected',
      story.replace('houses on fire', 'homes on fire'),
      'dozens of dead and of houses on fire',
      'changed: dozens of dead and of homes on fire',
    ],
    ['its figure corrected', story.replace('200', '20'), 'killed 200 soldiers', 'lost'],
    ['its words taken out', story.replace('killed 200 soldiers', 'won'), '200 soldiers', 'lost'],
    [
      'an emoji put in before Arabic words',
      story.replace('قال السكان', '🔥🔥 قال السكان'),
      'العشرات',
      'kept: العشرات',
    ],
    ['everything written anew', 'Nothing of it is left, not a single line.', 'Djibo', 'lost'],
  ])('Given %s When moved Then %#', (_what, after, words, expected) => {
    expect(wordsOf(moveOne(story, after, words))).toBe(expected);
  });

  it('Given a sentence moved to the end When moved Then the passage goes with it', () => {
    const sentence = 'The group said it killed 200 soldiers.';
    const after = `${story.replace(sentence, '')}\n${sentence}`;
    const anchored = moveOne(story, after, 'killed 200 soldiers');
    expect(anchored.how === 'lost' ? -1 : anchored.selectors.start).toBe(
      [...after.slice(0, after.indexOf('killed 200'))].length,
    );
  });

  it('Given its sentence deleted and a like one left When moved Then it is lost, not given to the other', () => {
    const before =
      'On Monday it killed 12 soldiers in Djibo. On Tuesday it killed 12 soldiers in Diapaga.';
    expect(
      wordsOf(moveOne(before, 'On Tuesday it killed 12 soldiers in Diapaga.', '12 soldiers')),
    ).toBe('lost');
    expect(
      wordsOf(moveOne(before, 'On Tuesday it killed 12 soldiers in Diapaga.', '12 soldiers', 1)),
    ).toBe('kept: 12 soldiers');
  });

  it('Given no earlier text When moved Then the quotation is searched for with its surroundings', () => {
    const [found] = movePassages(undefined, `New. ${story}`, [passageOf(story, '200 soldiers')]);
    const [gone] = movePassages(undefined, 'They killed 200 soldiers elsewhere.', [
      passageOf(story, '200 soldiers'),
    ]);
    expect([found?.how, gone?.how]).toEqual(['moved', 'lost']);
  });

  it('Given a text of the size of a report When every line of it changes Then passages are still found in them', () => {
    const many = Array.from({ length: 900 }, (_, i) => `Line ${i}: ${story}`).join('\n');
    const after = many.replaceAll('Residents', 'Inhabitants').replaceAll('houses', 'homes');
    const [anchored] = movePassages(many, after, [passageOf(many, 'Line 812')]);
    expect(anchored?.how).toBe('kept');
  });
});

describe('locatePassage', () => {
  it('Given the same words twice among the same words When located Then its position tells which', () => {
    const text = 'one two three. one two three. one two three.';
    const middle = passageOf(text, 'two', 1);
    expect(locatePassage(text, middle)).toEqual({ from: 19, to: 22 });
  });

  it('Given words that occur elsewhere among other words When located Then it is lost', () => {
    const passage = passageOf(story, 'dozens');
    expect(
      locatePassage('The market sold dozens of eggs that day, as on others.', passage),
    ).toBeUndefined();
  });
});

/** Words with an identity of their own, so that a test can tell which one was found. */
interface Word {
  readonly id: number;
  readonly word: string;
}

/** Sentences as much alike as those of a list of attacks. */
const sentence = fc
  .tuple(
    fc.constantFrom('Sunday', 'Monday', 'dimanche', 'الأحد'),
    fc.constantFrom('JNIM', 'ISSP', 'l’armée', 'the group'),
    fc.constantFrom('killed', 'wounded', 'a tué', 'قتل'),
    fc.constantFrom('12', '30', 'dozens of', 'une trentaine de'),
    fc.constantFrom('soldiers', 'civilians', 'militaires 🔥', '👩‍👩‍👧'),
    fc.constantFrom('in Djibo', 'in Diapaga', 'à Solle\u0301', 'near the base'),
  )
  .map(([day, who, did, many, whom, where]) =>
    `On ${day} ${who} ${did} ${many} ${whom} ${where}.`.split(' '),
  );
const vocabulary = ['killed', '12', 'soldiers', 'Djibo.', 'On', 'the', 'قتل', '🔥', 'Solle\u0301'];

type Edit =
  | { readonly do: 'insert'; readonly at: number; readonly words: readonly string[] }
  | { readonly do: 'delete'; readonly at: number; readonly count: number }
  | { readonly do: 'move'; readonly at: number; readonly count: number; readonly to: number };

const place = fc.nat(1000);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constant('insert' as const),
    at: place,
    words: fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    do: fc.constant('delete' as const),
    at: place,
    count: fc.integer({ min: 1, max: 25 }),
  }),
  fc.record({
    do: fc.constant('move' as const),
    at: place,
    count: fc.integer({ min: 1, max: 25 }),
    to: place,
  }),
);

function applyEdit(words: readonly Word[], { at, ...change }: Edit, nextId: () => number) {
  const from = at % (words.length + 1);
  const list = [...words];
  if (change.do === 'insert') {
    list.splice(from, 0, ...change.words.map((word) => ({ id: nextId(), word })));
    return list;
  }
  const taken = list.splice(from, change.count);
  if (change.do === 'move') list.splice(change.to % (list.length + 1), 0, ...taken);
  return list;
}

function spansOf(words: readonly Word[]) {
  const spans: { readonly id: number; readonly from: number; readonly to: number }[] = [];
  let text = '';
  for (const { id, word } of words) {
    spans.push({ id, from: text.length, to: text.length + word.length });
    text += `${word} `;
  }
  return { text, spans };
}

/** Unit positions of selectors, by counting code points the slow way. */
function unitsOf(text: string, { start, end }: TextSelectors) {
  const points = [...text];
  return { from: points.slice(0, start).join('').length, to: points.slice(0, end).join('').length };
}

describe('random edits', () => {
  const cases = fc.record({
    words: fc.array(sentence, { minLength: 3, maxLength: 15 }).map((list) => list.flat()),
    at: place,
    length: fc.integer({ min: 1, max: 8 }),
    edits: fc.array(edit, { maxLength: 4 }),
  });

  function run({
    words,
    at,
    length,
    edits,
  }: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
    let id = 0;
    const nextId = () => {
      id += 1;
      return id;
    };
    const old = words.map((word) => ({ id: nextId(), word }));
    const next = edits.reduce<readonly Word[]>((list, each) => applyEdit(list, each, nextId), old);
    const before = spansOf(old);
    const after = spansOf(next);
    const first = at % (old.length - 8);
    const chosen = before.spans.slice(first, first + length);
    const from = chosen[0]?.from ?? 0;
    const passage = selectPassage(before.text, from, chosen.at(-1)?.to ?? from);
    if (passage === undefined) throw new Error('nothing chosen');
    const [anchored] = movePassages(before.text, after.text, [passage]);
    if (anchored === undefined) throw new Error('no answer');
    return { before, after, chosen, passage, anchored };
  }

  it('Then what is found holds its words at its positions, and nothing found is cut or empty', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { after, passage, anchored } = run(given);
        if (anchored.how === 'lost') return;
        const { selectors } = anchored;
        const { from, to } = unitsOf(after.text, selectors);
        expect(after.text.slice(from, to)).toBe(selectors.exact);
        expect(selectPassage(after.text, from, to)).toEqual(selectors);
        if (anchored.how !== 'changed') expect(selectors.exact).toBe(passage.exact);
        expect(after.text.slice(0, from).endsWith(selectors.prefix)).toBe(true);
        expect(after.text.slice(to).startsWith(selectors.suffix)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('Then the words found are those that were marked, or such as nobody could tell from them', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { before, after, chosen, anchored } = run(given);
        if (anchored.how === 'lost') return;
        const first = before.spans.findIndex(({ id }) => id === chosen[0]?.id);
        const around = before.spans.slice(Math.max(0, first - 2), first + chosen.length + 2);
        const phrase = before.text.slice(around[0]?.from, around.at(-1)?.to);
        // a text that says the same thing twice over leaves nothing to tell its words apart by
        fc.pre(before.text.indexOf(phrase) === before.text.lastIndexOf(phrase));
        const { from, to } = unitsOf(after.text, anchored.selectors);
        const found = after.spans.filter((span) => span.from < to && span.to > from);
        const ids = new Set(chosen.map(({ id }) => id));
        if (found.some(({ id }) => ids.has(id))) return;
        // a copy put in right beside the marked words is as good as they are: both tell the same edit
        const marked = after.spans.findIndex(({ id }) => ids.has(id));
        const taken = after.spans.findIndex(({ id }) => id === found[0]?.id);
        if (marked >= 0 && Math.abs(marked - taken) <= chosen.length + 2) return;
        // other words: then they must stand beside a word that stood beside the marked ones
        const old = before.text.slice(0, chosen[0]?.from).trimEnd().split(' ').at(-1);
        const now = after.text.slice(0, from).trimEnd().split(' ').at(-1);
        const oldNext = before.text.slice(chosen.at(-1)?.to).trimStart().split(' ').at(0);
        const nowNext = after.text.slice(to).trimStart().split(' ').at(0);
        const isSameBefore = old === now;
        const isSameAfter = oldNext === nowNext;
        expect(isSameBefore || isSameAfter).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('Given no edit Then every passage stays', () => {
    fc.assert(
      fc.property(cases, (given) => {
        expect(run({ ...given, edits: [] }).anchored.how).toBe('kept');
      }),
    );
  });

  it('Given text put in before and after Then every passage stays with its words', () => {
    fc.assert(
      fc.property(cases, fc.string(), fc.string(), (given, head, tail) => {
        const { before, passage } = run({ ...given, edits: [] });
        const [anchored] = movePassages(before.text, `${head} ${before.text} ${tail}`, [passage]);
        expect(anchored?.how).toBe('kept');
      }),
    );
  });
});
