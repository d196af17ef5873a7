/** Who can speak: the noun phrases that stand for officials, witnesses, groups, monitors, outlets. */
import type { ActorMention } from './actor-mention.ts';
import type { Document } from './document.ts';
import { isDeterminer, isInName, isPreposition, type SpeechContext } from './noun-phrases.ts';
import { passedOnBy } from './words/speech.ts';

export type SpeakerKind = 'group' | 'official' | 'witness' | 'monitor' | 'media' | 'other';

export interface Speaker {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly actor: ActorMention | undefined;
  /** "the ministry", "le groupe": one already spoken of. */
  readonly isDefinite?: boolean;
}

const official =
  /\b(?:government|gouvernement|authorit\w+|autorit\w+|minist\w+|army|armee|military|militaire|police|gendarm\w+|spokes\w+|porte-parole|etat-major|general staff|governor|gouverneur|gouvernorat|mayor|maire|prefe\w+|officials?|president\w*|presidency|junta|junte|security council|conseil de securite|secretary-general|secretaire general|united nations|nations unies|mission|commission|prosecutor|procureur|parquet|state media|defen[cs]e|administrat\w+|council members|members of the (?:security )?council|membres du conseil|commissioner|commissaire|administrateur|commandement|command|high commissioner|haut-commissaire|ambassad\w+|embassy|hcr|unhcr|ocha|iom|oim|unicef|ohchr)\b/;
const witness =
  /\b(?:residents?|witness(?:es)?|villagers?|habitants?|temoins?|riverains?|survivors?|survivants?|rescapes?|people|locals?|inhabitants?|relatives?|proches?|farmer|herder|trader|shopkeeper|commercant\w*|villageois\w*|driver|chauffeur|parent|mother|father|the (?:two|three|four|five))\b/;
const speakerNouns =
  /\b(?:sources?|committee|comite|network|reseau|hospital|hopital|doctors?|medecin|infirmier|nurse|elus?|notables?|statement|communique|group|groupe|organi[sz]ation|ong|ngo|association|collectif|coalition|union|syndicat|leaders?|chiefs?|chefs?|imam|priest|pretre|rapport|report|observers?|monitors?|analysts?|office|bureau|service|centre|center|clinic|clinique|cell|cellule|charity|prelates?|parish|paroisse|clergy|herders|dioceses?|members?|membres?|spokes\w+|porte-parole|agency|agence|aid workers?|lawmaker|depute|senator|chairman|commander|commandant|officers?|officiers?|mouvement|movement|front|radio|television|newspaper|journal|red cross|croix-rouge|medics?|rescuers|secours|pompiers?|civil society|societe civile|victims?|victimes?|agents?|humanitaires?|bishop|eveque|diocese|secouristes?|council|conseil|teacher|enseignant|worker|employe|broadcaster|chaine|station|medias?|press|presse|website|portal|outlet|daily|quotidien|correspondents?|correspondant\w*)\b/;
const attackers =
  /\b(?:assaillants|attackers|assailants|militants|insurgents|d?jihadist(?:e?s)?|ravisseurs|terroristes|fighters|rebelles|rebels|combattants|(?:jihadist|militant|rebel|insurgent|terrorist|islamist|armed) group|groupe (?:d?jihadiste|arme|terroriste|islamiste|rebelle)|organisation (?:d?jihadiste|terroriste))\b/;
const headOfGroup =
  /\b(?:gang|rebel|militia|insurgent|separatist|jihadist|guerrilla)s?(?:'s)? (?:leader|commander|chief|boss|spokes\w+)|\b(?:chef|porte-parole|commandant|leader|dirigeant) (?:de |du |des |d')(?:la |l')?(?:gang|milice|rebelles?|rebellion|groupe arme|insurrection)/;
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
  // "soldiers of the caliphate" describes, it does not name; "shebab" does
  return (written.length <= 75 && /^\p{Lu}|\p{Lu}\S*$/u.test(written)) || /^\p{Ll}+$/u.test(written)
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
  /^(?:the|a|an|le|la|les|l|un|une|des|its|his|her|their|son|sa|ses|leur|leurs|but|and|et|mais|while|tandis|que|qu|that|on|meanwhile|however|cependant|toutefois|de|du|d|also|as|so|alors|then|ce|cet|cette|ces|this|these|those)$/;

/** Things that happen or are counted say nothing, even before a verb of saying. */
const mute =
  /^(?:who|which|what|there|it|this|that|these|those|qui|que|ce|cela|ceci|y|one|on)$|^(?:c'est|ce qu)|\b(?:attaques?|attacks?|raids?|assauts?|assaults?|embuscades?|ambush\w*|blasts?|explosions?|strikes?|frappes?|violences?|combats|clashes|fighting|incidents?|situation|tolls?|bilans?|figures?|chiffres?|deaths?|morts?|dead|killed|tues|blesses|vehicles?|roads?|routes?|bombs?|drones?|floods?|year|month|week|annee|mois|semaine)\b/;
const ranks =
  /\b(?:captain|colonel|lieutenant|major|brigadier|capitaine|adjudant|general (?:de )?\p{Lu}|gen\. |col\. |lt\. )/iu;

export interface SpeakerShape {
  /** End of what stands after a comma: "X, spokesman for the police". */
  readonly until?: number;
  /** The verb only means saying: whatever stands there speaks. */
  readonly isAny?: boolean;
}

/** The speaker in the tokens from–to; undefined when nothing in them can speak. */
export function speakerOf(
  from: number,
  end: number,
  context: SpeechContext,
  { until: far = end, isAny = false }: SpeakerShape = {},
): Speaker | undefined {
  const { document, actors, persons } = context;
  const { tokens } = document;
  // "residents reached by phone": how they were asked is no part of who they are
  const cut = tokens
    .slice(from + 1, end)
    .find(({ word, index }) => passedOnBy.has(word) && !isInName(index, context));
  const to = cut?.index ?? end;
  const until = cut ? to : far;
  let start = from;
  while (start < to && !isInName(start, context) && leading.test(tokens[start]?.word ?? ''))
    start += 1;
  if (start >= to) return undefined;
  const text = (a: number, b: number) => document.quote(a, b).replace(/\s+/g, ' ');
  const between = (a: number, b: number, mirror: string) =>
    mirror.slice(tokens[a]?.from ?? 0, tokens[b - 1]?.to ?? 0);
  const { folded: allFolded, plain } = document.mirror;
  const head = between(start, to, allFolded);
  // "the three" keeps its article for the pattern of witnesses; what follows the comma tells the office
  const whole = between(from, until, allFolded);
  const isUn = /\b(?:UN|ONU|U\.N\.)(?!\p{L})/u.test(between(start, until, plain));
  const isOfficial = official.test(whole) || isUn || ranks.test(between(start, until, plain));
  if (
    /\b(?:council members|members of the (?:security )?council|membres du conseil(?: de securite)?)\b/.test(
      head,
    )
  )
    return { name: 'UN Security Council', kind: 'official', actor: undefined };
  if (/^(?:un )?(?:secretary-general|secretaire general)$/.test(head))
    return { name: 'UN Secretary-General', kind: 'official', actor: undefined };
  const inside = actors.filter((each) => each.start >= start && each.end <= to);
  const actor = inside.findLast(({ side, known }) => known !== undefined || side !== 'other');
  const isWhole = actor !== undefined && actor.end >= to - 2 && actor.start <= start + 3;
  const isPerson = persons.some((person) => person.start >= start && person.end <= until);
  const full = until > to && until - start <= 20 ? text(start, until) : text(start, to);
  const isDefinite = tokens
    .slice(from, start)
    .some(({ word }) => /^(?:the|le|la|les|l|ce|cet|cette|ces|this|these)$/.test(word));
  const by = (kind: SpeakerKind, name: string = full): Speaker => ({
    name,
    kind,
    actor,
    isDefinite,
  });
  if (actor?.known && isWhole && actor.kind === 'media-monitor')
    return by('monitor', actor.known.name);
  if (actor?.known && isWhole && actor.kind === 'media-outlet')
    return by('media', actor.known.name);
  if (actor?.side === 'group' && (isWhole || (putOut.test(head) && actor.end >= to - 1)))
    return by('group', isPerson ? full : nameOf(actor, document, actors));
  if (
    actor?.known &&
    isWhole &&
    actor.side === 'other' &&
    actor.end - actor.start >= to - start - 1
  ) {
    const isOffice = actor.kind === 'government' || isUn || official.test(`${head} `);
    return by(isOffice ? 'official' : 'other');
  }
  if ((attackers.test(head) && !isOfficial) || headOfGroup.test(whole)) return by('group');
  if (/\bsources?\b/.test(head)) return by('other');
  if (witness.test(whole) && !/\b(?:minist|army|armee|spokes|porte-parole)/.test(whole))
    return { ...by('witness'), actor: undefined };
  if (isOfficial && !(actor?.known?.kind === 'organisation' && isWhole)) return by('official');
  if (speakerNouns.test(whole)) return by('other');
  // "the Cooperative for Peace and Development"
  const capitals = tokens.slice(start, to).filter(({ isCapital }) => isCapital).length;
  if (capitals >= 2 && tokens[start]?.isCapital === true && !mute.test(head)) return by('other');
  if (isPerson || /^\p{Lu}[\p{L}'\u2019-]+(?:[ -]\p{Lu}[\p{L}'\u2019-]+)+$/u.test(text(start, to)))
    return by('other');
  if (actor !== undefined)
    return by(actor.side === 'group' ? 'group' : actor.side === 'state' ? 'official' : 'other');
  const isNoun =
    !isPreposition(tokens[start]?.word ?? '') &&
    (!isDeterminer(tokens[start]?.word ?? '') || to - start > 1);
  return isAny && isNoun && !mute.test(head) && to - start <= 9 ? by('other') : undefined;
}
