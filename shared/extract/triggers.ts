/** Words of violence in a sentence, single ones and idioms. */
import { type PhraseBook, phraseBook, phraseOf } from './phrases.ts';
import type { Sentence } from './segments.ts';
import type { Lang } from './types.ts';
import { type Kind, pluralTriggers, type Trigger, triggerOfWord } from './words/triggers.ts';

export interface TriggerHit extends Trigger {
  /** Token position in the document. */
  readonly at: number;
  readonly length: number;
  readonly isPlural: boolean;
  /** "was attacked", "a ete attaque": what stands before it suffers. */
  readonly isPassive: boolean;
}

const idioms: Readonly<Partial<Record<Kind, string>>> = {
  attack:
    "descended on|swooped on|abattus sur|laid siege|rained down|stormed into|went on a rampage|en sont pris|en est pris|en sont prises|pris d'assaut|prise d'assaut|opened fire|open fire|ouvert le feu|fait irruption|fait une descente|gunned down|shot dead|shot and killed|homemade bombs-attack|tirs a l'arme lourde|tirs nourris|fell into the hands|pris pour cible|ont vise|a vise",
  ambush:
    'tendu une embuscade|tombe dans une embuscade|tombes dans une embuscade|tombee dans une embuscade',
  air: 'drone strike|drone strikes|air strike|air strikes|air raid|air raids|frappe aerienne|frappes aeriennes|frappe de drone|frappes de drone|frappes de drones|raid aerien|raids aeriens|bombardement aerien',
  ied: 'roadside bomb|roadside bombs|improvised explosive device|improvised explosive devices|engin explosif|engins explosifs|saute sur|hit a mine|struck a mine|drove over|explosive device|explosive devices|mine artisanale|bombe artisanale|homemade bomb|homemade bombs|mine antipersonnel|heurte un engin',
  suicide:
    'suicide bomber|suicide bombers|suicide bombing|suicide attack|suicide attacks|car bomb|truck bomb|attentat suicide|attentat-suicide|vehicule piege|voiture piegee|blew himself up|blew herself up|fait exploser|femme kamikaze',
  abduction:
    'taken hostage|taken captive|pris en otage|prise en otage|prises en otage|prise d otages|took hostage|forced disappearance|disparition forcee',
  clash:
    'echange de tirs|echanges de tirs|exchange of fire|exchanged fire|heavy fighting|intense fighting|violents combats|fighting broke out',
  killing:
    'corps ont ete decouverts|corps ont ete retrouves|corps decouverts|corps sans vie|bodies were found|bodies were discovered|bodies were recovered|bodies found|mass grave|mass graves|charnier|fosse commune',
  sexual: 'sexual violence|violences sexuelles',
  arson: 'set fire to|set ablaze|burned down|burnt down|mis le feu|mettant le feu',
  takeover: 'took control|taken control|pris le controle|seized control|fell to|withdrew from',
};

const book: PhraseBook<Trigger> = phraseBook(
  (Object.entries(idioms) as [Kind, string][]).flatMap(([kind, list]) =>
    list
      .split('|')
      .map((text) =>
        phraseOf<Trigger>(text, { kind, form: 'noun', isWeak: kind === 'takeover' }, false),
      ),
  ),
);

/** Determiners that make "attack", "hit" or "raid" a noun or a verb. */
const passive = /^(?:was|were|been|be|being|ete|est|sont|etait|etaient)$/;

export function triggersOf(
  sentence: Sentence,
  taken: ReadonlySet<number>,
  lang: Lang,
): readonly TriggerHit[] {
  const { tokens } = sentence;
  const found: TriggerHit[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(token.index)) continue;
    const idiom = book.at(tokens, i);
    const before = tokens[i - 1]?.word ?? '';
    const isPassive =
      passive.test(before) ||
      (passive.test(tokens[i - 2]?.word ?? '') && !/^(?:the|a)$/.test(before));
    if (idiom) {
      found.push({
        ...idiom.phrase.value,
        at: token.index,
        length: idiom.length,
        isPlural: /s$/.test(idiom.phrase.words.at(-1) ?? ''),
        isPassive,
      });
      i += idiom.length - 1;
      continue;
    }
    const trigger = triggerOfWord(token.word);
    if (!trigger) continue;
    if (isOtherSense(token.word, before, tokens[i + 1]?.word ?? '')) continue;
    const form =
      lang === 'fr' &&
      /^(?:a|ont|avait|avaient|ayant|ete|est|sont|aurait|auraient|etait|etaient|avoir)$/.test(
        before,
      )
        ? 'verb'
        : trigger.form;
    found.push({
      ...trigger,
      form,
      at: token.index,
      length: 1,
      isPlural: pluralTriggers.has(token.word),
      isPassive,
    });
  }
  return found;
}

/** "heart attack", "hunger strikes", "counter-attack" of a match, "mine d'or", "hit by". */
function isOtherSense(word: string, before: string, after: string): boolean {
  if (/^attacks?$|^attaques?$/.test(word))
    return (
      /^(?:heart|panic|verbal|cyber|personal|counter|contre)$/.test(before) ||
      /^(?:cardiaques?|verbales?|informatiques?)$/.test(after)
    );
  if (/^strikes?$/.test(word)) return /^(?:hunger|general|labour|labor|on|teachers)$/.test(before);
  if (/^mines?$/.test(word))
    return (
      /^(?:d|gold|of|or|artisanal)$/.test(after) ||
      (/^(?:gold|coal|copper|la)$/.test(before) && after !== 'explosion')
    );
  if (word === 'combats') return before === 'sports';
  if (/^raids?$/.test(word)) return before === 'police' && false;
  if (/^offensive$/.test(word)) return /^(?:charm|is|was)$/.test(before);
  if (word === 'capture' || word === 'captured') return /^(?:video|photo|d)$/.test(after);
  return false;
}
