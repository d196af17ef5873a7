/** Who says it, and through whom: "the ministry said", "selon un elu", "JNIM claimed", "told Reuters". */
import type { Sentence } from './segments.ts';
import {
  nameOf,
  phraseEnd,
  phraseStart,
  type Speaker,
  type SpeechContext,
  speakerOf,
} from './speakers.ts';
import { speechVerbs } from './words/speech.ts';
import { denial } from './words/vetoes.ts';

export interface Statement {
  readonly speaker: Speaker;
  readonly via: string | undefined;
  /** Token of the verb or of "selon". */
  readonly at: number;
  readonly form: 'verb' | 'according' | 'inverted';
  readonly isClaim: boolean;
  readonly isDenial: boolean;
  /** "it", "they", "and said", "the same source": whoever spoke before. */
  readonly isPronoun: boolean;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const idiom =
  /^(?:took credit|take credit|takes credit|claiming responsibility|en sont a|en est a|fait etat|font etat|faisait etat|faisant etat|put the toll|a fait savoir|ont fait savoir)/;
const claimVerb = /^(?:claimed|claims|claiming|took|takes|take|revendique|revendiquent|attribue)$/;
const invertible =
  /^(?:said|says|indique|declare|affirme|annonce|precise|rapporte|raconte|explique|ajoute|confirme|assure|temoigne|glisse|rapportent|relate|estime|soutient|confie|reported|deplore|denonce)$/;
/** May be nouns: "the reports", "le compte". */
const nounsToo =
  /^(?:reports|claims|claim|states|compte|saw|heard|attribue|parle|gave|given|rapporte|nie|estimates|estime|put|puts|released|recorded|donne|compte|reporting|confirme|chiffre)$/;
const skip = set(
  'has have had also later then earlier a ont avait avaient en y s n ne l lui leur itself themselves already yet not pas deja aussi egalement pour sa part quant elle elles eux initially first only still ayant tout just meme de son cote leurs again',
);
const pronouns = set('it they he she il elle ils elles on we');
const outlets = /^(?:media-outlet|media-monitor)$/;

export function statementsOf(sentence: Sentence, context: SpeechContext): readonly Statement[] {
  const { document, actors } = context;
  const found: Statement[] = [];
  for (const { index } of sentence.tokens) {
    const statement =
      accordingAt(sentence, index, context) ?? verbAt(sentence, index, found.length > 0, context);
    if (statement) found.push(statement);
  }
  const group = found.find(({ speaker }) => speaker.kind === 'group');
  const monitor = found.find(({ speaker }) => speaker.kind === 'monitor');
  const folded = document.folded(sentence);
  const channel = mediumOf(sentence, context);
  return found
    .filter(({ speaker, form }) => !(group && form === 'according' && speaker.kind === 'monitor'))
    .map((statement): Statement => {
      if (statement.speaker.kind === 'group' && monitor)
        return { ...statement, via: monitor.speaker.name };
      if (statement.speaker.kind === 'monitor' && putOut.test(folded)) {
        // a monitor passes on what a group put out
        const author = actors.find(
          ({ start, side }) => side === 'group' && document.sentenceOf(start) === sentence.index,
        );
        if (author) {
          const speaker: Speaker = {
            name: nameOf(author, document, actors),
            kind: 'group',
            actor: author,
          };
          return { ...statement, speaker, via: statement.speaker.name, isClaim: true };
        }
      }
      const isVia = channel !== undefined && channel !== statement.speaker.name;
      return isVia ? { ...statement, via: channel } : statement;
    });
}

const putOut =
  /\b(?:messages?|claims?|claimed|credit|statement|revendi\w+|communique|propaganda|posted)\b/;

/** "according to X", "selon X", "d'apres X", "de source securitaire". */
function accordingAt(
  sentence: Sentence,
  at: number,
  context: SpeechContext,
): Statement | undefined {
  const { tokens } = context.document;
  const word = (i: number) => tokens[i]?.word ?? '';
  let from: number | undefined;
  if (word(at) === 'according' && word(at + 1) === 'to') from = at + 2;
  else if (/^(?:selon|citing|citant)$/.test(word(at))) from = at + 1;
  else if (word(at) === 'apres' && word(at - 1) === 'd') from = at + 1;
  else if (word(at) === 'de' && /^sources?$/.test(word(at + 1)) && word(at - 1) !== 'deux')
    from = at + 1;
  if (from === undefined) return undefined;
  const end = phraseEnd(sentence, from, context);
  const same =
    /^(?:eux|elles?|lui|them|him|her)$|^(?:the|la|le|les|ces|cette|ce)?\s*(?:same|meme|memes)\b/.test(
      tokens
        .slice(from, end)
        .map((token) => token.word)
        .join(' '),
    );
  const speaker = same
    ? { name: '', kind: 'other' as const, actor: undefined }
    : speakerOf(from, end, context);
  return (
    speaker && {
      speaker,
      via: undefined,
      at,
      form: 'according',
      isClaim: false,
      isDenial: false,
      isPronoun: same,
    }
  );
}

type Subject = Speaker | 'before' | undefined;

function verbAt(
  sentence: Sentence,
  at: number,
  isLater: boolean,
  context: SpeechContext,
): Statement | undefined {
  const { tokens } = context.document;
  const token = tokens[at];
  if (!token) return undefined;
  const isIdiom = idiom.test(
    tokens
      .slice(at, at + 3)
      .map(({ word }) => word)
      .join(' '),
  );
  if (!speechVerbs.has(token.word) && !isIdiom) return undefined;
  const before = tokens[at - 1]?.word ?? '';
  // "is said to have": hearsay without a speaker
  if (/^(?:is|are|was|were|been|be|ete|etre)$/.test(before)) return undefined;
  if (
    nounsToo.test(token.word) &&
    /^(?:the|of|le|la|les|un|une|these|ces|ce|by|de|des|its|no|in|par|claims)$/.test(before)
  )
    return undefined;
  if (/^puts?$/.test(token.word) && !/^(?:the|its|at|out)$/.test(tokens[at + 1]?.word ?? ''))
    return undefined;
  const isDenial = denial.test(token.word) && token.word !== 'disputed';
  const base = { via: undefined, at, isClaim: claimVerb.test(token.word) || isIdiom, isDenial };
  const subject = subjectOf(sentence, at, isLater, context);
  if (subject === 'before') {
    return {
      ...base,
      speaker: { name: '', kind: 'other', actor: undefined },
      form: 'verb',
      isPronoun: true,
    };
  }
  if (subject) return { ...base, speaker: subject, form: 'verb', isPronoun: false };
  const after = invertible.test(token.word) ? inverted(sentence, at, context) : undefined;
  return after && { ...base, speaker: after, form: 'inverted', isPronoun: false };
}

/** The subject of the verb at `at`: the noun phrase before it, past adverbs, dates and appositions. */
function subjectOf(
  sentence: Sentence,
  at: number,
  isLater: boolean,
  context: SpeechContext,
): Subject {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  const word = (i: number) => tokens[i]?.word ?? '';
  let end = at;
  let crossed = false;
  while (end > first) {
    const isDate =
      context.dates.has(end - 1) ||
      (context.dates.has(end) && /^(?:on|le|ce|last|late|early)$/.test(word(end - 1)));
    const isSkipped =
      isDate || skip.has(word(end - 1)) || /^\p{L}{3,}(?:ly|ement)$/u.test(word(end - 1));
    if (!isSkipped || /[;:"\u2014()]/.test(tokens[end]?.gap ?? '')) break;
    if (
      /,/.test(tokens[end]?.gap ?? '') &&
      !isDate &&
      !/^(?:elles?|eux|lui|part|cote)$/.test(word(end - 1))
    )
      break;
    crossed = crossed || isDate || /^(?:elles?|eux|lui|part|cote)$/.test(word(end - 1));
    end -= 1;
  }
  const gap = tokens[end]?.gap ?? '';
  if (end === first) return pronouns.has(word(first)) ? 'before' : undefined;
  if (/[;:"\u2014]/.test(gap)) return undefined;
  if (/^(?:and|et|but|mais|puis|then)$/.test(word(end - 1)) && isLater) return 'before';
  if (
    /^(?:adding|saying|claiming|ajoutant|precisant|affirmant|disant|assurant|indiquant)$/.test(
      word(at),
    )
  ) {
    return isLater ? 'before' : groupBefore(sentence, at, context);
  }
  if (pronouns.has(word(end - 1)) && !/[,(]/.test(gap)) return 'before';
  if (/[,()]/.test(gap) && !crossed)
    return inverted(sentence, at, context) === undefined
      ? apposed(sentence, end, context)
      : undefined;
  if (/^(?:which|who|qui)$/.test(word(end - 1))) {
    const start = phraseStart(sentence, end - 1, context);
    return speakerOf(start, end - 1, context);
  }
  return speakerOf(phraseStart(sentence, end, context), end, context);
}

/** "JNIM put out a statement claiming …": the group named before the participle. */
function groupBefore(sentence: Sentence, at: number, { document, actors }: SpeechContext): Subject {
  const first = sentence.tokens[0]?.index ?? 0;
  const actor = actors.find(({ start, side }) => start >= first && start < at && side === 'group');
  return actor ? { name: nameOf(actor, document, actors), kind: 'group', actor } : 'before';
}

/** "SITE, a group that follows what armed men publish, said": the phrase before the first comma. */
function apposed(sentence: Sentence, end: number, context: SpeechContext): Speaker | undefined {
  const { tokens } = context.document;
  const first = sentence.tokens[0]?.index ?? 0;
  for (let i = end - 1; i > first && end - i < 26; i -= 1) {
    const gap = tokens[i]?.gap ?? '';
    if (/[;:"\u2014]/.test(gap)) return undefined;
    if (!/[,(]/.test(gap)) continue;
    const speaker = speakerOf(phraseStart(sentence, i, context), i, context);
    if (speaker) return speaker;
  }
  return undefined;
}

/** "a indique mardi a l'AFP le ministere", ", said Hassan Ali Nur". */
function inverted(sentence: Sentence, at: number, context: SpeechContext): Speaker | undefined {
  const { tokens } = context.document;
  const last = (sentence.tokens.at(-1)?.index ?? at) + 1;
  if (!invertible.test(tokens[at]?.word ?? '')) return undefined;
  let from = at + 1;
  for (let guard = 0; guard < 8 && from < last; guard += 1) {
    const word = tokens[from]?.word ?? '';
    if (/[.;:,"]/.test(tokens[from]?.gap ?? '')) return undefined;
    if (context.dates.has(from) || /^(?:on|ce|t|dans|soir|matin)$/.test(word)) from += 1;
    else if (/^(?:a|to|au|aux)$/.test(word)) {
      const media = context.actors.find(({ start }) => start >= from && start <= from + 2);
      if (!media) return undefined;
      from = media.end;
    } else break;
  }
  const end = phraseEnd(sentence, from, context);
  if (
    /^(?:had|has|have|was|were|is|are|would|will|could|a|ont|est|sont|avait|etait|that|que)$/.test(
      tokens[end]?.word ?? '',
    ) &&
    (tokens[end]?.gap ?? '') === ''
  )
    return undefined;
  if (/^(?:that|que|qu|avoir)$/.test(tokens[from]?.word ?? '')) return undefined;
  // ", said messages put out by X took credit": not turned round, for a verb follows
  const isEnglish = /^(?:said|says|reported)$/.test(tokens[at]?.word ?? '');
  const follows = tokens[end];
  if (isEnglish && end < last && follows && !/[,.;"]/.test(follows.gap)) return undefined;
  return speakerOf(from, end, context);
}

/** "told Reuters", "a l'AFP", "on its Radio Andalus", "carried by Amaq". */
function mediumOf(sentence: Sentence, { document, actors }: SpeechContext): string | undefined {
  const { tokens } = document;
  for (const actor of actors) {
    if (document.sentenceOf(actor.start) !== sentence.index || !outlets.test(actor.kind)) continue;
    const before = tokens
      .slice(Math.max(0, actor.start - 6), actor.start)
      .map(({ word }) => word)
      .join(' ');
    if (
      /\b(?:told|to|a|by|par|via|on|through|sur|de|aupres de)(?: (?:the|l|la|le|les|its|sa|son|ses|branche|organe|agence|media|mediatique|chaine|channel|canal|outlet|arm|wing|page|propaganda|news|radio|de|du|d|propagande|official|officiel))*$/.test(
        before,
      ) &&
      !/\baccording to\b/.test(before)
    )
      return actor.known?.name;
  }
  const folded = document.mirror.plain.slice(sentence.from, sentence.to);
  const channel =
    /\b(?:on|via|through|sur) (?:its |sa |son |the |la |le )?(Telegram|Twitter|Facebook|WhatsApp|(?:Radio|Television|TV) \p{Lu}\p{L}+)/u.exec(
      folded,
    );
  return channel?.[1];
}
