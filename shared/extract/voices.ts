/** Whose word each part of a text is: its own speaker, the one who spoke before, or the whole text's. */
import type { Reading } from './reading.ts';
import type { Sentence } from './segments.ts';
import type { Statement } from './statements.ts';
import type { Unit } from './units.ts';
import { communiqueVoice, documentVoice } from './voice-document.ts';
import { type Heard, resolve, type Spoken, type Voice } from './voice-resolve.ts';

export type { Voice } from './voice-resolve.ts';

export interface Voices {
  /** Who says what stands at a token; undefined where the text says it itself. */
  readonly at: (unit: Unit, token: number) => Voice | undefined;
  /** The statement by which an armed group claims what the unit tells. */
  readonly groupClaim: (unit: Unit) => Statement | undefined;
  /** The statements of a sentence, with whom their words stand for. */
  readonly spokenIn: (sentence: Sentence) => readonly Spoken[];
}

/** "The biggest of the four", "a different raid": one of those claimed before. */
const anaphoric =
  /\b(?:of the (?:two|three|four|five|six|seven)|a different|another|a second|a third|the other|(?:is|are) said to|un autre|une autre|l'autre|une seconde|des (?:deux|trois|quatre))\b/;
/** "That is what the colonel announced": speaks of the sentence before. */
const retrospective =
  /^(?:c'est (?:ce|le bilan|du moins ce)|ce (?:bilan|decompte)|ces (?:chiffres|informations)|cette annonce|that (?:is|was) (?:what|according)|this (?:is|was) according|(?:the|these|those) (?:figures?|tolls?|numbers|information|details|account) (?:was|were|is|are|came|comes|come|has been|have been)\b)/;

export function voicesOf(reading: Reading): Voices {
  const { document } = reading;
  const spoken: (readonly Spoken[])[] = [];
  const chains: (Statement | undefined)[] = [];
  let heard: Heard = { last: undefined, chain: undefined, past: [] };
  for (const sentence of document.sentences) {
    const list: Spoken[] = [];
    for (const said of reading.sentences[sentence.index]?.statements ?? []) {
      const statement = resolve(said, heard, reading);
      if (!statement) continue;
      list.push(statement);
      const isGroup = statement.speaker.kind === 'group' && !said.isPronoun && !said.isNegated;
      heard = {
        last: said.form === 'nominal' ? heard.last : statement.voice,
        chain: isGroup ? statement : heard.chain,
        past: [...heard.past, statement.voice],
      };
    }
    spoken.push(list);
    chains.push(heard.chain);
  }
  const whole = documentVoice(reading, spoken);
  const sayings = (index: number) => (spoken[index] ?? []).filter(({ isNegated }) => !isNegated);

  function chainOf(index: number): Voice | undefined {
    const sentence = document.sentences[index];
    const statement = chains[index];
    if (!sentence || !statement || !anaphoric.test(document.folded(sentence))) return undefined;
    const why = `One of the attacks that ${statement.speaker.name} claims.`;
    return { speaker: statement.speaker, via: statement.via, why };
  }

  function inherited({ sentence }: Unit): Voice | undefined {
    for (let index = sentence.index - 1; index >= 0; index -= 1) {
      if (document.sentences[index]?.paragraph !== sentence.paragraph) return undefined;
      const voice =
        sayings(index).findLast((each) => carriesOn(each, reading))?.voice ?? chainOf(index);
      if (voice) return { ...voice, why: `${voice.why} The next sentences go on with it.` };
    }
    return undefined;
  }

  /** Within quotation marks that close later, or told by "That is what the colonel announced". */
  function following({ sentence }: Unit): Voice | undefined {
    const next = document.sentences[sentence.index + 1];
    if (next?.paragraph !== sentence.paragraph) return undefined;
    const isOpen = isQuoteOpen(reading, sentence);
    for (let index = next.index; index < document.sentences.length; index += 1) {
      const other = document.sentences[index];
      if (other?.paragraph !== sentence.paragraph) return undefined;
      const said = sayings(index).find(
        ({ reach, form }) => reach !== 'forward' || form === 'passive',
      );
      const isBack = index === next.index && retrospective.test(document.folded(other));
      if (isBack) return sayings(index)[0]?.voice;
      if (!isOpen) return undefined;
      if (said) return said.voice;
      if (!isQuoteOpen(reading, other)) return undefined;
    }
    return undefined;
  }

  return {
    spokenIn: (sentence) => spoken[sentence.index] ?? [],
    groupClaim: (unit) => {
      const direct = sayings(unit.sentence.index).find(({ speaker }) => speaker.kind === 'group');
      if (direct) return direct;
      return anaphoric.test(document.folded(unit.sentence))
        ? chains[unit.sentence.index]
        : undefined;
    },
    at: (unit, token) => {
      const list = sayings(unit.sentence.index);
      const own = list.filter(({ at }) => at >= unit.start && at < unit.end);
      return (
        nearest(own.length > 0 ? own : list, token, unit, reading)?.voice ??
        chainOf(unit.sentence.index) ??
        communiqueVoice(reading, unit) ??
        following(unit) ??
        inherited(unit) ??
        whole
      );
    },
  };
}

/** A denial, a condemnation, a claim of responsibility told in passing: what follows is not their word. */
function carriesOn({ isDenial, isClaim, form, at }: Spoken, { document }: Reading): boolean {
  if (isDenial || (isClaim && form === 'passive')) return false;
  return !/^(?:condem|condam|deplor|fustig|regrett|accus|blam)/.test(
    document.tokens[at]?.word ?? '',
  );
}

/** The statement in whose reach a token stands. */
function nearest(
  list: readonly Spoken[],
  token: number,
  unit: Unit,
  { document }: Reading,
): Spoken | undefined {
  const isCut = (a: number, b: number) =>
    document.tokens
      .slice(Math.min(a, b) + 1, Math.max(a, b) + 1)
      .some(({ gap }) => gap.includes(';'));
  const before = list.findLast(
    ({ at, reach }) => at < token && reach !== 'backward' && !isCut(at, token),
  );
  const after = list.find(
    ({ at, reach }) => at > token && reach !== 'forward' && !isCut(at, token),
  );
  // "selon X, cinq tues ; 3 000 menages ont fui": X goes on after the semicolon
  if (!before && !after)
    return list.findLast(({ at, reach }) => at < token && reach !== 'backward');
  if (!before || !after) return before ?? after;
  // "X said …, according to Y": a figure far from X and next to Y is Y's
  const isNextTo =
    after.form !== 'verb' && after.at - token < token - before.at && before.at - unit.start > 12;
  return isNextTo ? after : before;
}

/** Whether quotation marks opened in the paragraph are still open at the end of a sentence. */
function isQuoteOpen({ document }: Reading, sentence: Sentence): boolean {
  const first = document.sentences.find(({ paragraph }) => paragraph === sentence.paragraph);
  const text = document.mirror.plain.slice(first?.from ?? sentence.from, sentence.to);
  const opening =
    first && first.from > 0 && document.mirror.plain.charAt(first.from - 1) === '"' ? 1 : 0;
  return ((text.match(/"/g)?.length ?? 0) + opening) % 2 === 1;
}
