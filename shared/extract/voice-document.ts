/** Whose word a whole text or paragraph is: a communique, a press statement, a report with its issuer. */
import { phraseEnd } from './noun-phrases.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './segments.ts';
import { nameOf, type Speaker, speakerOf } from './speakers.ts';
import type { Unit } from './units.ts';
import type { Spoken, Voice } from './voice-resolve.ts';

const communique =
  /\b(?:apostates?|mujahid\w*|moudjahid\w*|soldiers of the caliphate|soldats du califat|praise be|by the grace of (?:god|allah)|louanges? a|par la grace|grace a (?:dieu|allah)|god willing|crusaders?|croises|murtad\w*|tawaghit|taghout)\b/;
const statementDoc =
  /\b(?:statement|press release|declaration|communique|condemn\w*|condamn\w*|appalled|deplor\w*|indign\w*|saddened)\b/;

/** A group's own words: "the mujahideen attacked the apostate army, praise be to God". */
export function communiqueVoice(reading: Reading, unit: Unit): Voice | undefined {
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
export function documentVoice(
  reading: Reading,
  spoken: readonly (readonly Spoken[])[],
): Voice | undefined {
  const { document } = reading;
  // country, motto, ministry, "communique": the head of an official paper is long
  const lines = document.sentences.slice(0, 8);
  const body = lines.findIndex(({ isHeading, tokens }) => !isHeading && tokens.length > 9);
  const head = document.sentences.slice(0, Math.max(3, body + 1));
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
  const condemned = head
    .filter((sentence) =>
      /\b(?:condemn\w*|condamn\w*|appalled|deplor\w*)\b/.test(document.folded(sentence)),
    )
    .flatMap(({ index }) => spoken[index] ?? [])
    .filter(({ speaker }) => speaker.kind === 'official' || speaker.kind === 'other')
    .sort((a, b) => b.speaker.name.length - a.speaker.name.length);
  const [said] = condemned;
  return said && { ...said.voice, why: `The text is a statement of ${said.speaker.name}.` };
}

const issued =
  /\b(?:statement|press release|communique|declaration|situation report|sitrep|flash update|news release|note d'information|bulletin|rapport de situation|update|report)\b/;

/** "Communique de presse de l'etat-major", or a heading that names the issuer above "Communique no 45". */
function issuerOf(reading: Reading): Voice | undefined {
  const { document } = reading;
  const context = {
    document,
    actors: reading.actors,
    persons: reading.persons,
    dates: new Set<number>(),
    places: new Set<number>(),
  };
  const headings = document.sentences.slice(0, 8).filter(({ isHeading }) => isHeading);
  const titles = headings.filter((each) => issued.test(document.folded(each)));
  const stand = (speaker: Speaker | undefined): Voice | undefined =>
    speaker && { speaker, via: undefined, why: `The text is a statement of ${speaker.name}.` };
  if (titles.length === 0) return undefined;
  for (const { tokens } of headings.filter((each) => !titles.includes(each))) {
    const first = tokens[0]?.index ?? 0;
    const speaker = speakerOf(first, first + Math.min(tokens.length, 9), context);
    const isIssuer =
      speaker &&
      (speaker.kind === 'official' ||
        speaker.kind === 'group' ||
        speaker.actor?.known?.kind === 'organisation');
    if (isIssuer && !/\b(?:attack|attaque|raid|tue|killed)/i.test(speaker.name))
      return stand(speaker);
  }
  for (const sentence of titles) {
    const lead = sentence.tokens.find(
      ({ word, index }) =>
        index > issueAt(sentence) &&
        /^(?:of|by|from|de|du|des)$/.test(word) &&
        !/^(?:presse|press|la|situation|information)$/.test(document.tokens[index + 1]?.word ?? ''),
    );
    if (!lead) continue;
    const end = phraseEnd(sentence, lead.index + 1, context);
    const speaker = speakerOf(lead.index + 1, end, context);
    if (speaker) return stand(speaker);
  }
  return undefined;
}

/** Token of "statement", "communique" in a heading. */
function issueAt({ tokens }: Sentence): number {
  return tokens.find(({ word }) => issued.test(word))?.index ?? 0;
}
