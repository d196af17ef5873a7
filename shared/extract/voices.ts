/** Whose word each part of a text is: its own speaker, the one who spoke before, or the whole text's. */
import type { Reading } from './reading.ts';
import { nameOf, phraseEnd, type Speaker, speakerOf } from './speakers.ts';
import type { Statement } from './statements.ts';
import type { Unit } from './units.ts';

export interface Voice {
  readonly speaker: Speaker;
  readonly via: string | undefined;
  readonly why: string;
}

export interface Voices {
  /** Who says what stands at a token; undefined where the text says it itself. */
  readonly at: (unit: Unit, token: number) => Voice | undefined;
  /** The statement by which an armed group claims what the unit tells. */
  readonly groupClaim: (unit: Unit) => Statement | undefined;
}

interface Spoken extends Statement {
  readonly voice: Voice;
}

/** "The biggest of the four", "a different raid": one of those claimed before. */
const anaphoric =
  /\b(?:of the (?:two|three|four|five|six|seven)|a different|another|a second|a third|the other|(?:is|are) said to|un autre|une autre|l'autre|une seconde|des (?:deux|trois|quatre))\b/;
const communique =
  /\b(?:apostates?|mujahid\w*|moudjahid\w*|soldiers of the caliphate|soldats du califat|praise be|by the grace of (?:god|allah)|louanges? a|par la grace|grace a (?:dieu|allah)|god willing|crusaders?|croises|murtad\w*|tawaghit|taghout)\b/;
const statementDoc =
  /\b(?:statement|press release|declaration|communique|condemn\w*|condamn\w*|appalled|deplor\w*|indign\w*|saddened)\b/;

export function voicesOf(reading: Reading): Voices {
  const { document } = reading;
  const spoken: (readonly Spoken[])[] = [];
  const chains: (Statement | undefined)[] = [];
  let speaker: Voice | undefined;
  let chain: Statement | undefined;
  for (const sentence of document.sentences) {
    const list: Spoken[] = [];
    for (const said of reading.sentences[sentence.index]?.statements ?? []) {
      const statement = resolve(said, speaker, chain, reading);
      if (!statement) continue;
      speaker = statement.voice;
      list.push(statement);
      if (statement.speaker.kind === 'group' && !said.isPronoun) chain = statement;
    }
    spoken.push(list);
    chains.push(chain);
  }
  const whole = documentVoice(reading);

  function chainOf(index: number): Voice | undefined {
    const sentence = document.sentences[index];
    const statement = chains[index];
    if (!sentence || !statement || !anaphoric.test(document.folded(sentence))) return undefined;
    const why = `One of the attacks that ${statement.speaker.name} claims.`;
    return { speaker: statement.speaker, via: statement.via, why };
  }

  function inherited(unit: Unit): Voice | undefined {
    for (let index = unit.sentence.index - 1; index >= 0; index -= 1) {
      if (document.sentences[index]?.paragraph !== unit.sentence.paragraph) return undefined;
      const voice = spoken[index]?.at(-1)?.voice ?? chainOf(index);
      if (voice) return { ...voice, why: `${voice.why} The next sentences go on with it.` };
    }
    return undefined;
  }

  function nearest(list: readonly Spoken[], token: number, unit: Unit): Spoken | undefined {
    const isCut = (a: number, b: number) =>
      document.tokens
        .slice(Math.min(a, b) + 1, Math.max(a, b) + 1)
        .some(({ gap }) => gap.includes(';'));
    const before = list.findLast(
      ({ at, form }) => at < token && form !== 'inverted' && !isCut(at, token),
    );
    const after = list.find(({ at }) => at > token && !isCut(at, token));
    // "selon X, cinq tues ; 3 000 menages ont fui": X goes on after the semicolon
    if (!before && !after)
      return list.findLast(({ at, form }) => at < token && form !== 'inverted');
    if (!before || !after) return before ?? after;
    // "X said …, according to Y": a figure far from X and next to Y is Y's
    const isNextTo =
      after.form !== 'verb' && after.at - token < token - before.at && before.at - unit.start > 12;
    return isNextTo ? after : before;
  }

  return {
    groupClaim: (unit) => {
      const list = spoken[unit.sentence.index] ?? [];
      const direct = list.find(({ speaker: each }) => each.kind === 'group');
      if (direct) return direct;
      const sentence = document.folded(unit.sentence);
      return anaphoric.test(sentence) ? chains[unit.sentence.index] : undefined;
    },
    at: (unit, token) => {
      const list = spoken[unit.sentence.index] ?? [];
      const own = list.filter(({ at }) => at >= unit.start && at < unit.end);
      const chosen = nearest(own.length > 0 ? own : list, token, unit);
      return (
        chosen?.voice ??
        chainOf(unit.sentence.index) ??
        communiqueVoice(reading, unit) ??
        inherited(unit) ??
        whole
      );
    },
  };
}

function resolve(
  said: Statement,
  before: Voice | undefined,
  chain: Statement | undefined,
  reading: Reading,
): Spoken | undefined {
  if (said.isPronoun) {
    if (!before) return undefined;
    const via = said.via ?? before.via;
    const why = `Said by the one who spoke before: ${before.speaker.name}.`;
    return { ...said, speaker: before.speaker, via, voice: { speaker: before.speaker, via, why } };
  }
  if (/^(?:group|groupe|organi[sz]ation|mouvement|movement)$/i.test(said.speaker.name)) {
    // "the group said": the organisation that spoke, else the armed group that claims
    const isSame =
      before && (before.speaker.kind === 'group' || before.speaker.actor?.kind === 'organisation');
    const speaker = isSame ? before.speaker : (chain?.speaker ?? before?.speaker ?? said.speaker);
    return {
      ...said,
      speaker,
      voice: { speaker, via: said.via, why: `"${said.speaker.name}" stands for ${speaker.name}.` },
    };
  }
  const statement = namedGroup(said, chain, reading);
  const { speaker, via } = statement;
  return { ...statement, voice: { speaker, via, why: `Said by ${speaker.name}.` } };
}

/** "The attackers say": the group that claimed before, or the only one the text names. */
function namedGroup(said: Statement, chain: Statement | undefined, reading: Reading): Statement {
  if (said.speaker.kind !== 'group' || said.speaker.actor?.known) return said;
  if (chain?.speaker.actor?.known) {
    return { ...said, speaker: chain.speaker, via: said.via ?? chain.via };
  }
  const groups = reading.actors.filter(({ side, known }) => side === 'group' && known);
  const [only] = groups;
  if (!only || new Set(groups.map(({ known }) => known?.key)).size > 1) return said;
  const name = nameOf(only, reading.document, reading.actors);
  return { ...said, speaker: { name, kind: 'group', actor: only } };
}

/** A group's own words: "the mujahideen attacked the apostate army, praise be to God". */
function communiqueVoice(reading: Reading, unit: Unit): Voice | undefined {
  const { document } = reading;
  const { paragraph } = unit.sentence;
  const folded = document.sentences
    .filter((each) => each.paragraph === paragraph)
    .map((each) => document.folded(each))
    .join(' ');
  if (!communique.test(folded)) return undefined;
  const groups = reading.actors.filter(({ side }) => side === 'group');
  const actor =
    groups.find(
      ({ start }) => document.sentences[document.sentenceOf(start)]?.paragraph === paragraph,
    ) ?? groups[0];
  if (!actor) return undefined;
  const name = nameOf(actor, document, reading.actors);
  return {
    speaker: { name, kind: 'group', actor },
    via: undefined,
    why: `The paragraph is in the words of ${name}.`,
  };
}

/** A statement speaks for the one who issues it: "Council members condemned the attack". */
function documentVoice(reading: Reading): Voice | undefined {
  const { document } = reading;
  const head = document.sentences.slice(0, 3);
  const folded = head.map((each) => document.folded(each)).join(' ');
  if (!statementDoc.test(folded)) return undefined;
  const name = /\b(?:security council|conseil de securite)\b/.test(folded)
    ? 'UN Security Council'
    : /\b(?:secretary-general|secretaire general de(?:s nations unies| l'onu))\b/.test(folded)
      ? 'UN Secretary-General'
      : undefined;
  if (name !== undefined) {
    const speaker: Speaker = { name, kind: 'official', actor: undefined };
    return { speaker, via: undefined, why: `The text is a statement of the ${name}.` };
  }
  const issuer = issuerOf(reading);
  if (issuer) return issuer;
  for (const sentence of head) {
    if (!/\b(?:condemn\w*|condamn\w*|appalled|deplor\w*)\b/.test(document.folded(sentence)))
      continue;
    const said = reading.sentences[sentence.index]?.statements.find(
      ({ speaker }) => speaker.kind === 'official',
    );
    if (said)
      return {
        speaker: said.speaker,
        via: undefined,
        why: `The text is a statement of ${said.speaker.name}.`,
      };
  }
  return undefined;
}

/** "Communique de presse de l'etat-major": who issues the text, from its heading. */
function issuerOf(reading: Reading): Voice | undefined {
  const { document } = reading;
  const context = {
    document,
    actors: reading.actors,
    persons: reading.persons,
    dates: new Set<number>(),
  };
  for (const sentence of document.sentences.slice(0, 2)) {
    if (
      !sentence.isHeading ||
      !/\b(?:statement|press release|communique|declaration)\b/.test(document.folded(sentence))
    )
      continue;
    const lead = sentence.tokens.find(
      ({ word, index }) =>
        /^(?:of|by|from|de|du|des)$/.test(word) &&
        !/^(?:presse|press|la)$/.test(document.tokens[index + 1]?.word ?? ''),
    );
    if (!lead) continue;
    const speaker = speakerOf(
      lead.index + 1,
      phraseEnd(sentence, lead.index + 1, context),
      context,
    );
    if (speaker)
      return { speaker, via: undefined, why: `The text is a statement of ${speaker.name}.` };
  }
  return undefined;
}
