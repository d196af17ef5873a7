// The sentence of the source that says something, as the statement of a claim. Pure.
import { codePointIndex, type TextSelectors } from '../../../../shared/domain/passage.ts';

/** Longer sentences are cut around the words, at a blank. Characters. */
const longest = 400;

/** The sentence around the first words of a passage, on one line. */
export function sentenceAt(
  text: string,
  passage: TextSelectors | undefined,
  language: string | null,
): string {
  if (passage === undefined) return '';
  const index = codePointIndex(text);
  const from = index.toUnit(passage.start);
  const to = index.toUnit(passage.end);
  const [start, end] = lineAround(text, from, to);
  const line = text.slice(start, end);
  const at = from - start;
  const sentences = new Intl.Segmenter(localeOf(language), { granularity: 'sentence' });
  const found = sentences.segment(line).containing(at);
  const sentence = found?.segment ?? line;
  const whole = found !== undefined && to - start > found.index + sentence.length;
  const said = whole ? passage.exact : sentence;
  return shorten(said.replace(/\s+/gu, ' ').trim(), passage.exact.replace(/\s+/gu, ' '));
}

function lineAround(text: string, from: number, to: number): readonly [number, number] {
  const start = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
  const end = text.indexOf('\n', to);
  return [Math.min(start, from), end < 0 ? text.length : end];
}

function localeOf(language: string | null): string {
  try {
    return Intl.getCanonicalLocales(language ?? 'en')[0] ?? 'en';
  } catch {
    // a tag that is none, as some imports hold
    return 'en';
  }
}

function shorten(sentence: string, words: string): string {
  if (sentence.length <= longest) return sentence;
  const at = Math.max(0, sentence.indexOf(words));
  const room = Math.max(0, longest - words.length);
  const from = Math.max(0, Math.min(at - room / 2, sentence.length - longest));
  const start = from === 0 ? 0 : sentence.indexOf(' ', from) + 1;
  const end =
    start + longest >= sentence.length
      ? sentence.length
      : sentence.lastIndexOf(' ', start + longest);
  const cut = sentence.slice(start, Math.max(end, Math.min(sentence.length, at + words.length)));
  return `${start > 0 ? '… ' : ''}${cut}${end < sentence.length ? ' …' : ''}`.slice(0, 10_000);
}
