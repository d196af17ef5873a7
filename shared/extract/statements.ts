/** Who says it, and through whom: "the ministry said", "selon un elu", "JNIM claimed", "told Reuters". */
import type { ActorMention } from './actors.ts';
import type { Document } from './document.ts';
import type { PersonMention } from './persons.ts';
import type { Sentence } from './segments.ts';
import { denial } from './words/vetoes.ts';

export type SpeakerKind = 'group' | 'official' | 'witness' | 'monitor' | 'media' | 'other';

export interface Speaker {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly actor: ActorMention | undefined;
}

export interface Statement {
  readonly speaker: Speaker;
  readonly via: string | undefined;
  /** Token of the verb or of "selon". */
  readonly at: number;
  readonly form: 'verb' | 'according' | 'inverted';
  readonly isClaim: boolean;
  readonly isDenial: boolean;
  readonly isPronoun: boolean;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const verbs = set(
  'said says say told reported reports claims claimed claiming announced announces added confirmed stated states declared wrote posted tweeted denied denies dismissed rejected disputed acknowledged admitted estimates estimated counted recorded documented blamed accused put puts heard saw described insisted gave gives provided released condemned condemns ' +
    'dit disent indique indiquent declare declarent affirme affirment annonce annoncent precise precisent rapporte rapportent confirme confirment revendique revendiquent soutient soutiennent ajoute ajoutent explique raconte racontent assure assurent avance avancent evoque evoquent dementi dement nie denonce denoncent reconnu reconnait estime estiment attribue parle parlent signale signalent recense compte relate condamne deplore en-sont dresse communique fait temoigne glisse',
);
const claimVerbs = set('claimed claims claiming credit revendique revendiquent attribue boasted');
const boundary = set(
  'that que which who whom whose and et but mais while as after when where because so if dont ou qu qui alors tandis quand apres lorsque puis since although though saying adding avant before',
);
const skip = set(
  'has have had also later then earlier since a ont avait avaient en y s n ne l lui leur on itself themselves already yet not pas deja aussi egalement pour sa part quant elle elles eux ils initially first only still ayant tout just',
);
const pronouns = set('it they he she il elle ils elles who which qui on');
const official =
  /\b(?:government|gouvernement|authorit\w+|autorit\w+|minist\w+|army|armee|military|militaire|police|gendarm\w+|spokes\w+|porte-parole|etat-major|general staff|governor|gouverneur|gouvernorat|mayor|maire|prefe\w+|officials?|president\w*|presidency|junta|junte|security council|conseil de securite|secretary-general|secretaire general|united nations|nations unies|un|onu|mission|minusma|monusco|minusca|commission|prosecutor|procureur|parquet|state media|defen[cs]e|administrat\w+|council members|members of the (?:security )?council|membres du conseil|regional|high commissioner|haut-commissaire|ambassad\w+|embassy|hcr|unhcr|ocha|iom|oim|unicef|ohchr)\b/;
const witness =
  /\b(?:residents?|witness(?:es)?|villagers?|habitants?|temoins?|riverains?|survivors?|survivants?|rescapes?|people|locals?|inhabitants?|relatives?|proches?|farmer|trader|shopkeeper|commercant|survivant|three|villageois|driver|chauffeur|parent|mother|father)\b/;
const speakerNouns =
  /\b(?:sources?|committee|comite|network|reseau|hospital|hopital|doctors?|medecin|infirmier|nurse|elus?|notables?|statement|communique|group|groupe|organi[sz]ation|ong|ngo|association|collectif|coalition|union|syndicat|leader|chief|chef|imam|priest|pretre|rapport|report|observers?|monitor\w*|analysts?|agency|agence|aid workers?|lawmaker|depute|senator|chairman|commander|commandant|officers?|officiers?|assaillants|insurgents|militants|jihadistes?|rebels?|rebelles?|conducteur|enseignant|teacher|fighters|combattants|mouvement|movement|front|radio|television|newspaper|journal|site|red cross|croix-rouge|medics?|rescuers|secours|pompier\w*|civil society|societe civile|victims?|victimes?|agents?|humanitaires?|bishop|eveque|diocese|secouristes?|council|conseil|conference)\b/;

const outlets = /^(?:media-outlet|media-monitor)$/;

export interface SpeechContext {
  readonly document: Document;
  readonly actors: readonly ActorMention[];
  readonly persons: readonly PersonMention[];
  /** Tokens of dates, skipped between subject and verb. */
  readonly dates: ReadonlySet<number>;
}

export function statementsOf(sentence: Sentence, context: SpeechContext): readonly Statement[] {
  const { tokens } = context.document;
  const found: Statement[] = [];
  for (const { index } of sentence.tokens) {
    const statement = accordingAt(sentence, index, context) ?? verbAt(sentence, index, context);
    if (statement) found.push(statement);
  }
  const group = found.find(({ speaker }) => speaker.kind === 'group');
  const folded = context.document.folded(sentence);
  const channel = mediumOf(sentence, context);
  return found
    .filter(({ speaker, form }) => !(group && form === 'according' && speaker.kind === 'monitor'))
    .map((statement) => {
      const monitor = found.find(({ speaker }) => speaker.kind === 'monitor');
      if (statement.speaker.kind === 'group' && monitor)
        return { ...statement, via: monitor.speaker.name };
      if (statement.speaker.kind === 'monitor') {
        // a monitor passes on what a group put out
        const author = context.actors.find(
          ({ start, side }) =>
            side === 'group' && context.document.sentenceOf(start) === sentence.index,
        );
        if (
          author &&
          /\b(?:messages?|claims?|claimed|credit|statement|revendi\w+|communique|propaganda|posted)\b/.test(
            folded,
          )
        ) {
          return {
            ...statement,
            speaker: {
              name: nameOf(author, context.document),
              kind: 'group' as const,
              actor: author,
            },
            via: statement.speaker.name,
            isClaim: true,
          };
        }
      }
      const isVia =
        channel !== undefined &&
        channel !== statement.speaker.name &&
        tokens[statement.at] !== undefined;
      return isVia && statement.via === undefined ? { ...statement, via: channel } : statement;
    });
}

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
  else if (word(at) === 'selon' || word(at) === 'citing' || word(at) === 'citant') from = at + 1;
  else if (word(at) === 'apres' && word(at - 1) === 'd') from = at + 1;
  else if (word(at) === 'de' && /^sources?$/.test(word(at + 1))) from = at + 1;
  if (from === undefined) return undefined;
  const end = nounPhraseEnd(sentence, from, context);
  const speaker = speakerOf(from, end, context);
  return (
    speaker && {
      speaker,
      via: undefined,
      at,
      form: 'according',
      isClaim: false,
      isDenial: false,
      isPronoun: false,
    }
  );
}

function verbAt(sentence: Sentence, at: number, context: SpeechContext): Statement | undefined {
  const { tokens } = context.document;
  const token = tokens[at];
  if (!token) return undefined;
  const two = `${token.word} ${tokens[at + 1]?.word ?? ''} ${tokens[at + 2]?.word ?? ''}`;
  const isIdiom =
    /^(?:took credit|take credit|takes credit|en sont a|en est a|fait etat|font etat|faisait etat|faisant etat|put the toll|is said to)/.test(
      two,
    ) ||
    (token.word === 'saying' && false);
  if (!verbs.has(token.word) && !isIdiom) return undefined;
  if (
    token.word === 'put' || token.word === 'puts'
      ? !/^(?:the|its|at|out)$/.test(tokens[at + 1]?.word ?? '')
      : false
  )
    return undefined;
  if (
    /^(?:reports|claims|claim|states|communique|compte|fait|dresse|saw|heard|attribue|parle|gave|given)$/.test(
      token.word,
    ) &&
    /^(?:the|of|le|la|les|un|une|these|ces|ce|by|de|des|its)$/.test(tokens[at - 1]?.word ?? '')
  )
    return undefined;
  const isDenial = denial.test(token.word) && token.word !== 'disputed';
  const isClaim = claimVerbs.has(token.word) || isIdiom;
  let end = at;
  while (
    end > (sentence.tokens[0]?.index ?? 0) &&
    (skip.has(tokens[end - 1]?.word ?? '') ||
      context.dates.has(end - 1) ||
      (/^(?:on|le|ce|last)$/.test(tokens[end - 1]?.word ?? '') && context.dates.has(end))) &&
    !/[;:"\u2014]/.test(tokens[end]?.gap ?? '')
  )
    end -= 1;
  const isCut = /[;:"\u2014(]|^,$|,"/.test(tokens[end]?.gap ?? '') && end === at;
  const start = isCut ? end : nounPhraseStart(sentence, end, context);
  if (start < end) {
    const isPronoun = end - start === 1 && pronouns.has(tokens[start]?.word ?? '');
    if (isPronoun)
      return {
        speaker: { name: '', kind: 'other', actor: undefined },
        via: undefined,
        at,
        form: 'verb',
        isClaim,
        isDenial,
        isPronoun: true,
      };
    const speaker = speakerOf(start, end, context);
    if (speaker)
      return { speaker, via: undefined, at, form: 'verb', isClaim, isDenial, isPronoun: false };
  }
  const isInverted =
    /^(?:said|says|indique|declare|affirme|annonce|precise|rapporte|raconte|explique|ajoute|confirme|assure|temoigne|glisse|rapportent|relate|estime|soutient|confie)$/.test(
      token.word,
    );
  if (!isInverted) return undefined;
  let from = at + 1;
  for (let guard = 0; guard < 6; guard += 1) {
    const word = tokens[from]?.word ?? '';
    if (/[.;]/.test(tokens[from]?.gap ?? '')) return undefined;
    if (context.dates.has(from)) from += 1;
    else if (/^(?:a|to|au|aux)$/.test(word)) {
      const media = context.actors.find(({ start: s }) => s >= from && s <= from + 2);
      if (!media) break;
      from = media.end;
    } else if (/^t$|^on$|^ce$/.test(word)) from += 1;
    else break;
  }
  const stop = nounPhraseEnd(sentence, from, context);
  const speaker = speakerOf(from, stop, context);
  return (
    speaker && {
      speaker,
      via: undefined,
      at,
      form: 'inverted',
      isClaim,
      isDenial,
      isPronoun: false,
    }
  );
}

function nounPhraseStart(
  sentence: Sentence,
  end: number,
  { document, dates, persons }: SpeechContext,
): number {
  const first = sentence.tokens[0]?.index ?? 0;
  const { tokens } = document;
  let start = end;
  while (start > first && end - start < 14) {
    const token = tokens[start - 1];
    const gap = tokens[start]?.gap ?? '';
    if (!token || /[;:.!?"\u2014]/.test(gap)) break;
    if (/[,()]/.test(gap)) {
      // "A spokesman, Colonel X Y, said": a name between commas belongs to what stands before it
      const person = persons.find(({ end: stop }) => stop === end || stop === start);
      const isName = person !== undefined && start <= person.start;
      if (!isName || start === end || !/^,$/.test(gap)) {
        if (start !== end) break;
        const inner = persons.find((each) => each.end === start);
        if (!inner) break;
      }
    }
    if (start < end && (boundary.has(token.word) || dates.has(token.index))) break;
    start -= 1;
  }
  return start;
}

function nounPhraseEnd(
  sentence: Sentence,
  start: number,
  { document, dates, actors, persons }: SpeechContext,
): number {
  const { tokens } = document;
  const last = (sentence.tokens.at(-1)?.index ?? start) + 1;
  let end = start;
  while (end < last && end - start < 11) {
    const token = tokens[end];
    if (!token || (end > start && /[,;:.!?"()\u2014]/.test(token.gap)) || dates.has(end)) break;
    const isNamed =
      actors.some((each) => end >= each.start && end < each.end) ||
      persons.some((each) => end >= each.start && end < each.end);
    if (
      end > start &&
      boundary.has(token.word) &&
      !isNamed &&
      !(token.word === 'et' || token.word === 'and')
    )
      break;
    if (
      end > start &&
      /^(?:on|in|dans|par|joint|joints|cite|cites|interroge|contacte|sur|with|at|said|told|were|was|ont|est|sont|had|has)$/.test(
        token.word,
      ) &&
      !isNamed
    )
      break;
    end += 1;
  }
  return end;
}

/** The speaker in a noun phrase; undefined when nothing in it can speak. */
export function speakerOf(
  from: number,
  to: number,
  { document, actors, persons }: SpeechContext,
): Speaker | undefined {
  const { tokens } = document;
  let start = from;
  while (
    start < to &&
    (/^(?:the|a|an|le|la|les|l|un|une|des|its|his|her|their|son|sa|ses|leur|leurs|but|and|et|mais|while|tandis|que|qu|that|on|meanwhile|however|cependant|toutefois|de|du|d)$/.test(
      tokens[start]?.word ?? '',
    ) ||
      (/^,/.test(tokens[start + 1]?.gap ?? '') &&
        start + 1 < to &&
        /^(?:meanwhile|later|separately|monday|tuesday|hier|yesterday)$/.test(
          tokens[start]?.word ?? '',
        )))
  )
    start += 1;
  if (start >= to) return undefined;
  const name = document.quote(start, to).replace(/\s+/g, ' ');
  const folded = document.mirror.folded.slice(tokens[start]?.from ?? 0, tokens[to - 1]?.to ?? 0);
  const actor = actors
    .filter(({ start: s, end: e }) => s >= start && e <= to)
    .findLast(({ side, known }) => known !== undefined || side !== 'other');
  const isWhole = actor !== undefined && actor.end >= to - 2 && actor.start <= start + 3;
  if (actor?.known && outlets.test(actor.known.kind))
    return {
      name: isWhole ? actor.known.name : name,
      kind: actor.known.kind === 'media-monitor' ? 'monitor' : 'media',
      actor,
    };
  if (actor && actor.side === 'group' && isWhole)
    return { name: nameOf(actor, document), kind: 'group', actor };
  if (actor?.known && isWhole && actor.side !== 'state')
    return {
      name: nameOf(actor, document),
      kind: /^(?:organisation|government|external-force)$/.test(actor.kind) ? 'official' : 'other',
      actor,
    };
  if (
    /\b(?:assaillants|attackers|assailants|militants|insurgents|jihadistes?|d?jihadists?|ravisseurs|terroristes|fighters)\b/.test(
      folded,
    )
  )
    return { name, kind: 'group', actor };
  if (official.test(folded)) return { name, kind: 'official', actor };
  if (witness.test(folded)) return { name, kind: 'witness', actor: undefined };
  if (speakerNouns.test(folded)) return { name, kind: 'other', actor };
  if (
    persons.some((person) => person.start >= start && person.end <= to) ||
    /^\p{Lu}\S+ \p{Lu}/u.test(name)
  )
    return { name, kind: 'other', actor };
  return actor ? { name, kind: actor.side === 'group' ? 'group' : 'other', actor } : undefined;
}

export function nameOf(actor: ActorMention, document: Document): string {
  return actor.known?.name ?? document.quote(actor.start, actor.end).replace(/\s+/g, ' ');
}

/** "told Reuters", "a l'AFP", "on its Radio Andalus", "carried by Amaq". */
function mediumOf(sentence: Sentence, { document, actors }: SpeechContext): string | undefined {
  const { tokens } = document;
  for (const actor of actors) {
    if (document.sentenceOf(actor.start) !== sentence.index || !outlets.test(actor.kind)) continue;
    const before = tokens
      .slice(Math.max(0, actor.start - 3), actor.start)
      .map(({ word }) => word)
      .join(' ');
    if (
      /\b(?:told|to|a l|a|by|par|via|on|through|sur|aupres de|aupres de l)(?: (?:the|l|la|le|its|sa|son))?$/.test(
        before,
      )
    )
      return actor.known?.name;
  }
  const radio =
    /\b(?:on|via|through|sur) (?:its|sa|son|the|la)? ?((?:Radio|Television|TV|Telegram|Twitter|Facebook|WhatsApp|Al)[- ]?(?:\p{Lu}\p{L}+)?)/u.exec(
      document.mirror.plain.slice(sentence.from, sentence.to),
    );
  return radio?.[1]?.trim();
}
