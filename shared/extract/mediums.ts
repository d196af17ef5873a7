/** Through whom a statement reached the text: "told Reuters", "carried by Amaq", "in a post on Facebook". */
import type { SpeechContext } from './noun-phrases.ts';
import type { Sentence } from './segments.ts';
import { passedOnBy } from './words/speech.ts';

export interface Medium {
  readonly at: number;
  readonly name: string;
}

const outlets = /^(?:media-outlet|media-monitor)$/;
const lead =
  /\b(?:told|telling|to|a|au|by|par|via|on|through|sur|de|dans|in|aupres de|aupres d|with)(?: (?:the|l|la|le|les|its|sa|son|ses|their|leur|branche|organe|agence|media|mediatique|medias|chaine|channel|canal|outlet|arm|wing|page|propaganda|news|radio|television|tv|de|du|d|propagande|official|officiel|officielle|monitor|monitoring|website|site|newspaper|daily|journal|quotidien|local|locale|state|private|agency|broadcaster|group|groupe|specialise|specialisee|americain|americaine|us|jihadist|djihadiste))*$/;
const platform =
  /\b(?:on|via|through|over|sur|par)(?: (?:its|sa|son|the|la|le|leur|their|les|page|pages|official|compte|account|reseau|reseaux|social|chaine|channel|canal|de|a|an|state|state-run|public|national|local))* ?(Telegram|Twitter|Facebook|WhatsApp|X(?![\p{L}\p{N}])|TikTok|YouTube|(?:Radio|Television|TV) \p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}]+)?|(?:state|national|public) (?:television|radio|TV|broadcaster)|television (?:nationale|publique|d'Etat)|radio (?:nationale|publique|d'Etat)|(?:television|radio) (?:nationale|publique))/giu;
const radio =
  /\b(?:told|to|a|de|par|by)(?: (?:the|local|la|l'|private|state|community|station|une|a))* ?((?:Radio|Television|TV) \p{Lu}[\p{L}\p{N}]+|\p{Lu}\p{L}+ (?:Radio|FM|TV|News|Times|Post|Trust|Reporters|newspaper|daily|website|magazine))/gu;

export function mediumsOf(sentence: Sentence, context: SpeechContext): readonly Medium[] {
  const { document, actors } = context;
  const { tokens } = document;
  const found: Medium[] = [];
  for (const actor of actors) {
    if (document.sentenceOf(actor.start) !== sentence.index || !outlets.test(actor.kind)) continue;
    const words = tokens
      .slice(Math.max(sentence.tokens[0]?.index ?? 0, actor.start - 6), actor.start)
      .map(({ word }) => word)
      .join(' ');
    if (lead.test(words) && !/\baccording to(?: the)?$/.test(words) && actor.known)
      found.push({
        at: actor.start,
        name:
          actor.end - actor.start > 1 ? document.quote(actor.start, actor.end) : actor.known.name,
      });
  }
  found.push(...named(sentence, context), ...passed(sentence, context));
  return found.filter(
    ({ at, name }, i) => found.findIndex((each) => each.at === at || each.name === name) === i,
  );
}

/** Platforms and stations that are in no list. */
function named(sentence: Sentence, { document }: SpeechContext): readonly Medium[] {
  const plain = document.mirror.plain.slice(sentence.from, sentence.to);
  return [platform, radio].flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap((match): readonly Medium[] => {
      const name = match[1];
      if (name === undefined) return [];
      const from = sentence.from + match.index + match[0].length - name.length;
      const token = sentence.tokens.find((each) => each.from >= from);
      return token
        ? [{ at: token.index, name: document.evidence(from, from + name.length).quote }]
        : [];
    }),
  );
}

const press =
  /^(?:agency|agence|website|site|channel|chaine|media|medias|outlet|newspaper|journal|daily|news|monitor|monitoring|radio|quotidien|portal|portail|station|magazine|television|page)$/;

/** "relayed by the agency Kiema", "interroge par Studio Yafa": a proper name after the passive. */
function passed(sentence: Sentence, context: SpeechContext): readonly Medium[] {
  const { document, actors } = context;
  const { tokens } = document;
  return sentence.tokens.flatMap(({ word, index }): readonly Medium[] => {
    if (!passedOnBy.has(word)) return [];
    // "diffuse mercredi soir par son agence Shahada"
    let by = index + 1;
    while (
      by < index + 5 &&
      (context.dates.has(by) ||
        /^(?:soir|matin|hier|later|on|le|ensuite)$/.test(tokens[by]?.word ?? ''))
    )
      by += 1;
    if (!/^(?:by|par)$/.test(tokens[by]?.word ?? '')) return [];
    let start = by + 1;
    // "by the pro-militant website Somalimemo": past small words to the name
    const limit = start + 6;
    while (
      start < limit &&
      tokens[start]?.isCapital === false &&
      /^-?$/.test(tokens[start]?.gap ?? '.')
    )
      start += 1;
    if (start > by + 2 && !tokens.slice(by + 1, start).some((each) => press.test(each.word)))
      return [];
    const actor = actors.find((each) => each.start === start);
    if (actor)
      return outlets.test(actor.kind) && actor.known ? [{ at: start, name: actor.known.name }] : [];
    let end = start;
    while (
      end < start + 4 &&
      tokens[end]?.isCapital === true &&
      (end === start || tokens[end]?.gap === '')
    )
      end += 1;
    return end > start ? [{ at: start, name: document.quote(start, end) }] : [];
  });
}

interface Spoken {
  readonly at: number;
  readonly speaker: { readonly kind: string };
}

/** The medium nearest to a statement, unless it is nearer to another one. A group's claim takes any. */
export function nearestMedium<T extends Spoken>(
  mediums: readonly Medium[],
  statement: T,
  all: readonly T[],
): string | undefined {
  const distance = (medium: Medium, { at }: Spoken) => Math.abs(medium.at - at);
  const own = mediums.filter(
    (medium) =>
      statement.speaker.kind === 'group' ||
      all.every((other) => distance(medium, other) >= distance(medium, statement)),
  );
  return own.sort((a, b) => distance(a, statement) - distance(b, statement))[0]?.name;
}
