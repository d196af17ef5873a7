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
  /** "with rockets", "au moyen d'engins explosifs": what an attack was made with. */
  readonly isInstrument: boolean;
}

const idioms: Readonly<Partial<Record<Kind, string>>> = {
  attack:
    "descended on|swooped on|abattus sur|laid siege|rained down|stormed into|burst into|broke into|went on a rampage|went on the rampage|on a rampage|en sont pris|en est pris|en sont prises|s en prennent a|pris d'assaut|prise d'assaut|prises d'assaut|donne l'assaut|opened fire|open fire|opening fire|sprayed bullets|sprayed with bullets|riddled with bullets|came under fire|come under fire|came under attack|come under attack|under heavy fire|exchange of gunfire|ouvert le feu|ouvrent le feu|ouvrant le feu|fait feu|fait irruption|font irruption|faisant irruption|fait une descente|fait une incursion|gunned down|mown down|mowed down|shot dead|shot and killed|shot and wounded|shot at|homemade bombs-attack|tirs a l'arme lourde|tirs nourris|tirs d'arme automatique|tirs d'armes automatiques|tirs a l'arme automatique|coups de feu|crepitement des armes|rafales d'armes|essuye des tirs|essuye des coups de feu|essuyer des tirs|fell into the hands|tombe aux mains|tombee aux mains|tombes aux mains|pris pour cible|prise pour cible|prises pour cible|pris pour cibles|prenant pour cible|pris a partie|prise a partie|prises a partie|prenant a partie|coup de main|la cible de|la cible d|ont cible|a cible|ont vise|a vise|vehicle ramming|house to house|maison par maison|de maison en maison|held up by",
  ambush:
    'tendu une embuscade|tombe dans une embuscade|tombes dans une embuscade|tombee dans une embuscade|laid an ambush|lay in wait|guet apens',
  air: "drone strike|drone strikes|drone attack|drone attacks|air strike|air strikes|air raid|air raids|air attack|air attacks|aerial bombardment|aerial bombing|air bombardment|barrel bomb|barrel bombs|helicopter gunship|helicopter gunships|fighter jet|fighter jets|war plane|bombing raid|bombing raids|bombs fell|bombs had fallen|dropped bombs|dropped a bomb|dropping bombs|jets struck|jets had struck|jets bombed|planes bombed|planes struck|largue des bombes|bombes larguees|frappe aerienne|frappes aeriennes|frappe de drone|frappes de drone|frappe de drones|frappes de drones|attaque de drone|attaque de drones|attaques de drones|attaque au drone|tir de drone|tirs de drone|tirs de drones|drone arme|drones armes|frappe menee|frappes menees|raid aerien|raids aeriens|bombardement aerien|bombardements aeriens|avion de chasse|avions de chasse|avion de combat|avions de combat|helicoptere de combat|helicopteres de combat|barils d'explosifs",
  ied: 'car bomb|car bombs|car bombing|car bombings|truck bomb|truck bombs|truck bombing|motorcycle bomb|explosive laden|vehicule piege|vehicules pieges|voiture piegee|voitures piegees|camion piege|camions pieges|moto piegee|motos piegees|roadside bomb|roadside bombs|improvised explosive device|improvised explosive devices|improvised bomb|improvised bombs|land mine|land mines|land-mine|buried bomb|buried mine|planted bomb|mine blast|bomb blast|bomb blasts|bomb attack|bomb attacks|bomb went off|bomb ripped|bomb exploded|blast ripped|explosion ripped|blast tore|explosion tore|booby trap|booby traps|engin explosif|engins explosifs|charge explosive|charges explosives|dispositif explosif|colis piege|saute sur|sautent sur|sauter sur|hit a mine|struck a mine|hit a landmine|struck a landmine|ran over|drove over|explosive device|explosive devices|mine artisanale|mines artisanales|mine terrestre|mines terrestres|mine antichar|bombe artisanale|bombes artisanales|homemade bomb|homemade bombs|mine antipersonnel|heurte un engin|heurte une mine|roule sur',
  shelling:
    "tirs d'obus|tir d'obus|tirs de roquettes|tir de roquette|tirs de roquette|tirs d'artillerie|tirs de mortier|tirs de mortiers|tir de mortier|tir de missile|tirs de missiles|artillery fire|mortar fire|rocket fire|mortar attack|rocket attack|missile strike|missile strikes|missile attack|mortar rounds|shells landed|shells fell|shell landed|shell fell|shell hit|shell exploded|shells hit|shells exploded|rockets landed|obus sont tombes|obus est tombe|roquettes sont tombees|roquette est tombee",
  suicide:
    "suicide bomber|suicide bombers|suicide bombing|suicide bombings|suicide attack|suicide attacks|suicide attacker|suicide attackers|suicide car bomb|suicide truck bomb|suicide blast|suicide vest|suicide vests|explosive vest|explosives vest|suicide car bombing|suicide drone|attentat suicide|attentats suicides|attentat-suicide|attentats-suicides|attaque suicide|attaque-suicide|attentat kamikaze|vehicule kamikaze|vehicules kamikazes|ceinture explosive|ceinture d'explosifs|ceintures explosives|gilet explosif|blew himself up|blew herself up|blew themselves up|blow himself up|blowing himself up|blowing herself up|detonated his|detonated her|s'est fait exploser|se sont fait exploser|s'est fait sauter|fait exploser|femme kamikaze",
  abduction:
    'taken hostage|taken captive|taken away at gunpoint|took them away|took away|taken away by|led away|driven away|dragged away|forced onto motorbikes|forced onto motorcycles|forced them onto|forces a monter|contraints de les suivre|emmenes par|emmene par|emmenees par|held hostage|held captive|pris en otage|prise en otage|prises en otage|retenus en otage|prise d otages|took hostage|hostage taking|marched into|marched off|into the bush|into the forest|whisked away|carried off|forced into vehicles|bundled into|forced disappearance|forced disappearances|forcibly disappeared|disparition forcee|disparitions forcees|emmenes de force|emmene de force|conduits de force|portes disparus apres|vers une destination inconnue|to an unknown destination|for ransom|contre rancon',
  clash:
    'echange de tirs|echanges de tirs|echange de coups de feu|echanges de coups de feu|exchange of fire|exchanges of fire|exchanged fire|exchange of gunfire|gun battle|gun battles|gun fight|fire fight|heavy fighting|intense fighting|fierce fighting|fresh fighting|renewed fighting|street battles|violents combats|intenses combats|combats intenses|de violents combats|fighting broke out|fighting erupted|se sont affrontes|aux prises avec|armes lourdes',
  killing:
    'corps ont ete decouverts|corps ont ete retrouves|corps decouverts|corps retrouves|corps sans vie|corps cribles de balles|cadavres ont ete|cadavres decouverts|bodies were found|bodies were discovered|bodies were recovered|bodies found|body was found|bodies with gunshot|bullet riddled|mass grave|mass graves|charnier|charniers|fosse commune|fosses communes|hacked to death|stabbed to death|beaten to death|burned alive|burnt alive|burned to death|brules vifs|brulee vive|put to death|mis a mort|mises a mort|executed summarily|summary execution|summary executions|extrajudicial executions|extrajudicial killings|executions sommaires|executions extrajudiciaires|passes par les armes|passe par les armes|slit the throats|throats slit|tues par balles|tue par balles|tuee par balles|a bout portant|at point blank',
  sexual: 'sexual violence|violences sexuelles|gang rape|viols collectifs|viol collectif',
  arson:
    'set fire to|set ablaze|set alight|set on fire|burned down|burnt down|burned to the ground|razed to the ground|mis le feu|mettant le feu|mettent le feu|reduit en cendres|reduits en cendres|reduite en cendres|partis en fumee',
  takeover:
    "took control|taken control|take control|pris le controle|prend le controle|prennent le controle|seized control|s'est empare|se sont empares|s'emparent|s'emparer|fell to|fallen to|withdrew from|driven out of|drove out|chasses de|entres dans la ville|entered the town|captured the town|seized the town",
};

/** Told of armed people only. */
const weakIdioms = new Set(
  'into the bush|into the forest|marched into|marched off|broke into|burst into|house to house|maison par maison|de maison en maison|ran over|drove over|roule sur|la cible de|la cible d|held up by|armes lourdes|aux prises avec|for ransom|to an unknown destination|vers une destination inconnue|body was found|corps sans vie|une frappe|des frappes|fighter jet|fighter jets|helicoptere de combat|helicopteres de combat|avion de chasse|avions de chasse|avion de combat|avions de combat|beaten to death|stabbed to death|burned to death'.split(
    '|',
  ),
);

const book: PhraseBook<Trigger> = phraseBook(
  (Object.entries(idioms) as [Kind, string][]).flatMap(([kind, list]) =>
    list.split('|').map((text) =>
      phraseOf<Trigger>(
        text,
        {
          kind,
          form: 'noun',
          isWeak: kind === 'takeover' || weakIdioms.has(text),
          isMeans: false,
        },
        false,
      ),
    ),
  ),
);

/** Determiners that make "attack", "hit" or "raid" a noun or a verb. */
const passive = /^(?:was|were|been|be|being|ete|est|sont|etait|etaient)$/;

export function triggersOf(
  sentence: Sentence,
  taken: ReadonlySet<number>,
  lang: Lang,
  isAirWar: boolean,
): readonly TriggerHit[] {
  const { tokens } = sentence;
  const isBombers = tokens.some(({ word }) => bombers.test(word));
  const found: TriggerHit[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(token.index)) continue;
    const idiom = book.at(tokens, i);
    const before = tokens[i - 1]?.word ?? '';
    const isPassive =
      passive.test(before) ||
      (passive.test(tokens[i - 2]?.word ?? '') && !/^(?:the|a)$/.test(before));
    const isInstrument = [1, 2, 3].some((step) =>
      /^(?:with|using|armed|moyen|avec|aide|munis|armes|renfort)$/.test(
        tokens[i - step]?.word ?? '',
      ),
    );
    if (idiom) {
      found.push({
        isInstrument,
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
    if (isDeal(token.word, tokens[i + 1]?.word ?? '', tokens[i + 2]?.word ?? '')) continue;
    const isBomb =
      isBombers &&
      /^(?:bombing|bombings|bombed|bombardements?|bombard\w*|bombs?|bombes?)$/.test(token.word);
    const isStrike = isAirWar && /^(?:strikes?|frappes?)$/.test(token.word);
    const isAir = (isBomb || isStrike) && !/^(?:a|ont|to)$/.test(before);
    const form =
      lang === 'fr' &&
      /^(?:a|ont|avait|avaient|ayant|ete|est|sont|aurait|auraient|etait|etaient|avoir)$/.test(
        before,
      )
        ? 'verb'
        : trigger.form;
    found.push({
      ...trigger,
      isInstrument,
      ...(trigger.isMeans && isLanding(tokens, i + 1) ? { isMeans: false, isWeak: false } : {}),
      ...(isAir ? { kind: 'air' as const, isWeak: /^bomb(?:e?s?)$/.test(token.word) } : {}),
      form: isAir ? 'noun' : form,
      at: token.index,
      length: 1,
      isPlural: pluralTriggers.has(token.word),
      isPassive,
    });
  }
  return found;
}

/** "rockets hit the camp", "un obus est tombe": means that strike are a deed. */
function isLanding(tokens: Sentence['tokens'], at: number): boolean {
  const words = [0, 1, 2].map((step) => tokens[at + step]?.word ?? '').join(' ');
  return /^(?:(?:had |have |has )?(?:hit|landed|struck|fell|fallen|exploded|detonated|ripped|slammed|rained)\b|(?:a|ont) (?:touche|frappe|explose|atteint|tue|detruit)|(?:s|se) (?:est|sont) abattu|(?:est|sont) tombe)/.test(
    words,
  );
}

/** Who bombs from the air. */
const bombers =
  /^(?:jets?|planes?|aircraft|warplanes?|airforce|air|paragliders?|drones?|helicopters?|gunships?|aviation|avions?|aerien\w*|helicopteres?|parapentes?)$/;

/** Words of a text in which "the strike" comes from the air. */
export const airWar =
  /\b(?:drones?|air ?strikes?|airstrikes?|warplanes?|fighter jets?|air force|aviation|avions? (?:de|militaires?)|frappes? aeriennes?|armee de l'air|bombardements? aeriens?|helicopter gunships?|israel\w*|houthis?)\b/;

/** "struck a deal": nothing was hit. */
function isDeal(word: string, next: string, after: string): boolean {
  const deal = /^(?:deals?|bargains?|agreements?|pacts?|balance|chord|note|tone|truce)$/;
  return /^(?:struck|strike|strikes|hit|hits)$/.test(word) && (deal.test(next) || deal.test(after));
}

/** "heart attack", "hunger strikes", "mine d'or", "flambee des prix": violent words for something else. */
function isOtherSense(word: string, before: string, after: string): boolean {
  // "no attack was reported", "dement toute attaque"
  if (/^(?:no|an[y]|aucune?|toute?)$/.test(before)) return true;
  if (/^(?:attacks?|attaques?|attacked|assaults?|assauts?)$/.test(word))
    return (
      /^(?:heart|panic|verbal|cyber|personal|counter|contre|media|legal)$/.test(before) ||
      /^(?:cardiaques?|verbales?|informatiques?|final|en|mediatiques?)$/.test(after)
    );
  if (/^strikes?$/.test(word))
    return /^(?:hunger|general|labour|labor|on|teachers|doctors|nurses|workers|price)$/.test(
      before,
    );
  if (/^mines?$/.test(word))
    return (
      /^(?:d|gold|of|or|artisanal|de)$/.test(after) ||
      (/^(?:gold|coal|copper|la|salt|diamond)$/.test(before) && after !== 'explosion')
    );
  if (/^(?:explosions?|bombes?|bombs?)$/.test(word))
    return /^(?:des|of|in|demographique|retardement|price|prix|joie|joy|calorifique)$/.test(after);
  if (/^fired$/.test(word)) return /^(?:was|were|been|be|coach|from|by)$/.test(before);
  if (/^shots?$/.test(word)) return /^(?:long|penalty|free|vaccine|flu|mug|big|best)$/.test(before);
  if (/^execut(?!ee)/.test(word))
    return /^(?:le|la|les|un|une|a|the|its|projet|programme|budget|travaux|plan|works|contract)$/.test(
      after,
    );
  if (/^(?:abattu|abattus|slaughtered|egorges?|butchered)$/.test(word))
    return /^(?:cattle|goats?|sheep|cows?|animals?|arbres?|moutons?|boeufs?|betail|poulets?|betes|trees?)$/.test(
      after,
    );
  if (word === 'combats') return before === 'sports';
  if (/^offensive$/.test(word)) return /^(?:charm|is|was|diplomatique)$/.test(before);
  if (/^captures?$|^captured$/.test(word)) return /^(?:video|photo|d|on)$/.test(after);
  if (/^(?:viol|viols|rape)$/.test(word)) return after === 'of' || after === 'du';
  return false;
}
