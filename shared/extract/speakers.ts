/** Who can speak: the noun phrases that stand for officials, witnesses, groups, monitors, outlets. */
import type { ActorMention } from './actor-mention.ts';
import type { Document } from './document.ts';
import type { PersonMention } from './persons.ts';
import type { Sentence } from './segments.ts';
import { speechVerbs } from './words/speech.ts';

export type SpeakerKind = 'group' | 'official' | 'witness' | 'monitor' | 'media' | 'other';

export interface Speaker {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly actor: ActorMention | undefined;
}

export interface SpeechContext {
  readonly document: Document;
  readonly actors: readonly ActorMention[];
  readonly persons: readonly PersonMention[];
  /** Tokens of dates, skipped between subject and verb. */
  readonly dates: ReadonlySet<number>;
}

const official =
  /\b(?:government|gouvernement|authorit\w+|autorit\w+|minist\w+|army|armee|military|militaire|police|gendarm\w+|spokes\w+|porte-parole|etat-major|general staff|governor|gouverneur|gouvernorat|mayor|maire|prefe\w+|officials?|president\w*|presidency|junta|junte|security council|conseil de securite|secretary-general|secretaire general|united nations|nations unies|un|onu|mission|commission|prosecutor|procureur|parquet|state media|defen[cs]e|administrat\w+|council members|members of the (?:security )?council|membres du conseil|commissioner|commissaire|administrateur|commandement|command|high commissioner|haut-commissaire|ambassad\w+|embassy|hcr|unhcr|ocha|iom|oim|unicef|ohchr)\b/;
const witness =
  /\b(?:residents?|witness(?:es)?|villagers?|habitants?|temoins?|riverains?|survivors?|survivants?|rescapes?|people|locals?|inhabitants?|relatives?|proches?|farmer|herder|trader|shopkeeper|commercant\w*|villageois\w*|driver|chauffeur|parent|mother|father|the (?:two|three|four|five))\b/;
const speakerNouns =
  /\b(?:sources?|committee|comite|network|reseau|hospital|hopital|doctors?|medecin|infirmier|nurse|elus?|notables?|statement|communique|group|groupe|organi[sz]ation|ong|ngo|association|collectif|coalition|union|syndicat|leaders?|chiefs?|chefs?|imam|priest|pretre|rapport|report|observers?|monitors?|analysts?|agency|agence|aid workers?|lawmaker|depute|senator|chairman|commander|commandant|officers?|officiers?|mouvement|movement|front|radio|television|newspaper|journal|site|red cross|croix-rouge|medics?|rescuers|secours|pompiers?|civil society|societe civile|victims?|victimes?|agents?|humanitaires?|bishop|eveque|diocese|secouristes?|council|conseil|teacher|enseignant|worker|employe)\b/;
const attackers =
  /\b(?:assaillants|attackers|assailants|militants|insurgents|d?jihadist(?:e?s)?|ravisseurs|terroristes|fighters|rebelles|rebels|combattants|(?:jihadist|militant|rebel|insurgent|terrorist|islamist|armed) group|groupe (?:d?jihadiste|arme|terroriste|islamiste|rebelle)|organisation (?:d?jihadiste|terroriste))\b/;
const putOut =
  /\b(?:messages?|statements?|communiques?|posts?|videos?|claims?|revendication|spokes\w+|porte-parole|leaders?|text|texte)\b/;

/** The acronym a text uses for a known actor, else the name written there when short, else the listed one. */
export function shortName(
  mention: ActorMention,
  actors: readonly ActorMention[],
  document: Document,
): string {
  const key = mention.known?.key;
  const acronym = actors.find(
    ({ known, start, end }) =>
      known?.key === key && end === start + 1 && document.tokens[start]?.isUpper === true,
  );
  const best = acronym ?? mention;
  const written = document.quote(best.start, best.end).replace(/\s+/g, ' ');
  // "soldiers of the caliphate" describes, it does not name
  return written.length <= 40 && /^\p{Lu}|\p{Lu}\S*$/u.test(written)
    ? written
    : (mention.known?.name ?? written);
}

export function nameOf(
  actor: ActorMention,
  document: Document,
  actors: readonly ActorMention[],
): string {
  if (actor.known) return shortName(actor, actors, document);
  return document.quote(actor.start, actor.end).replace(/\s+/g, ' ');
}

const leading =
  /^(?:the|a|an|le|la|les|l|un|une|des|its|his|her|their|son|sa|ses|leur|leurs|but|and|et|mais|while|tandis|que|qu|that|on|meanwhile|however|cependant|toutefois|de|du|d|also|as|so|alors|then)$/;

/** The speaker in the tokens from–to; undefined when nothing in them can speak. */
export function speakerOf(from: number, to: number, context: SpeechContext): Speaker | undefined {
  const { document, actors, persons } = context;
  const { tokens } = document;
  let start = from;
  while (start < to && leading.test(tokens[start]?.word ?? '')) start += 1;
  if (start >= to) return undefined;
  const name = document.quote(start, to).replace(/\s+/g, ' ');
  const folded = document.mirror.folded.slice(tokens[start]?.from ?? 0, tokens[to - 1]?.to ?? 0);
  // "the three" keeps its article for the pattern of witnesses
  const whole = document.mirror.folded.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
  if (
    /\b(?:council members|members of the (?:security )?council|membres du conseil(?: de securite)?)\b/.test(
      folded,
    )
  ) {
    return { name: 'UN Security Council', kind: 'official', actor: undefined };
  }
  if (/^(?:un )?(?:secretary-general|secretaire general)$/.test(folded)) {
    return { name: 'UN Secretary-General', kind: 'official', actor: undefined };
  }
  const inside = actors.filter((each) => each.start >= start && each.end <= to);
  const actor = inside.findLast(({ side, known }) => known !== undefined || side !== 'other');
  const isWhole = actor !== undefined && actor.end >= to - 2 && actor.start <= start + 3;
  const by = (kind: SpeakerKind, own: string = name): Speaker => ({ name: own, kind, actor });
  if (actor?.known && isWhole && actor.kind === 'media-monitor')
    return by('monitor', actor.known.name);
  if (actor?.known && isWhole && actor.kind === 'media-outlet')
    return by('media', actor.known.name);
  if (actor?.side === 'group' && (isWhole || (putOut.test(folded) && actor.end >= to - 1))) {
    return by('group', nameOf(actor, document, actors));
  }
  if (actor?.known && isWhole && actor.side === 'other' && actor.kind !== 'media-outlet') {
    const isOfficial =
      actor.kind === 'government' ||
      /\b(?:united nations|un |onu|ocha|ohchr|iom|oim|unhcr|hcr|unicef|wfp|pam)\b/.test(
        `${folded} `,
      );
    return by(isOfficial ? 'official' : 'other', actor.known.name);
  }
  if (attackers.test(folded) && !official.test(folded)) return by('group');
  if (witness.test(whole) && !/\b(?:minist|army|armee)/.test(folded))
    return { name, kind: 'witness', actor: undefined };
  const isOrganisation = actor?.known?.kind === 'organisation' && isWhole;
  if (official.test(folded) && !isOrganisation) return by('official');
  if (speakerNouns.test(folded)) return by('other');
  const isPerson = persons.some((person) => person.start >= start && person.end <= to);
  if (isPerson || /^\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)+$/u.test(name)) return by('other');
  if (actor === undefined) return undefined;
  return by(actor.side === 'group' ? 'group' : actor.side === 'state' ? 'official' : 'other');
}

const boundary = new Set(
  'that que which whom whose and et but mais while as after when where because so if dont ou qu alors tandis quand apres lorsque puis since although though saying adding avant before including'.split(
    ' ',
  ),
);

/** Where the noun phrase that ends at `end` begins. */
export function phraseStart(sentence: Sentence, end: number, context: SpeechContext): number {
  const { document, dates, persons } = context;
  const first = sentence.tokens[0]?.index ?? 0;
  const { tokens } = document;
  let start = end;
  while (start > first && end - start < 16) {
    const token = tokens[start - 1];
    if (!token) break;
    if (start < end) {
      const gap = tokens[start]?.gap ?? '';
      if (/[;:.!?"\u2014()]/.test(gap)) break;
      // "A spokesman, Colonel X Y": the name belongs to what stands before the comma
      if (
        gap.includes(',') &&
        !persons.some((each) => start <= each.start && each.start <= start + 4 && each.end <= end)
      )
        break;
      if (dates.has(token.index)) break;
      if (boundary.has(token.word)) {
        // "the army and the police said"
        const isJoint =
          (token.word === 'and' || token.word === 'et') &&
          end - start <= 3 &&
          /^(?:the|la|le|les|l|des|a)$/.test(tokens[start]?.word ?? '') &&
          tokens[start - 2] !== undefined &&
          !/,/.test(token.gap);
        if (!isJoint) break;
      }
      if (speechVerbs.has(token.word)) break;
      // "three people who live there": a short clause inside
      if (/^(?:who|qui)$/.test(token.word) && end - start > 4) break;
    }
    start -= 1;
  }
  return start;
}

/** Where the noun phrase that begins at `start` ends. */
export function phraseEnd(sentence: Sentence, start: number, context: SpeechContext): number {
  const { document, dates, actors, persons } = context;
  const { tokens } = document;
  const last = (sentence.tokens.at(-1)?.index ?? start) + 1;
  let end = start;
  while (end < last && end - start < 11) {
    const token = tokens[end];
    if (!token || (end > start && /[,;:.!?"()\u2014]/.test(token.gap)) || dates.has(end)) break;
    const isNamed = [...actors, ...persons].some((each) => end >= each.start && end < each.end);
    if (end > start && !isNamed) {
      if (boundary.has(token.word) && token.word !== 'and' && token.word !== 'et') break;
      if (
        /^(?:on|in|dans|par|joint|joints|cite|cites|interroge|contacte|contactee?s?|sur|with|at|who|qui|said|told|were|was|has|have|had|ont|est|sont|a)$/.test(
          token.word,
        )
      )
        break;
    }
    end += 1;
  }
  return end;
}
