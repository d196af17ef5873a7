/** Words that tell of violence, with the kind of event they mean; all folded. */
import type { EventType } from '../../domain/vocabulary.ts';

export type Kind =
  | 'attack'
  | 'ambush'
  | 'clash'
  | 'killing'
  | 'abduction'
  | 'ied'
  | 'air'
  | 'shelling'
  | 'suicide'
  | 'grenade'
  | 'takeover'
  | 'arson'
  | 'sexual'
  | 'crackdown';

export interface KindWords {
  readonly type: string;
  /** Strength when several kinds stand in one incident; the highest names it. */
  readonly rank: number;
  /** Convincing alone; a weak word needs an armed actor or means beside it. */
  readonly nouns: string;
  readonly verbs: string;
  readonly weak: string;
}

/** Folded forms in which news French uses a verb in -er: told past, present, participles, infinitive. */
function er(...stems: readonly string[]): string {
  const ends = ['e', 'es', 'ee', 'ees', 'er', 'ent', 'ant', 'a', 'aient', 'ait', 'erent'];
  return stems
    .flatMap((stem) =>
      ends.map((end) => `${/g$/.test(stem) && /^a/.test(end) ? `${stem}e` : stem}${end}`),
    )
    .join(' ');
}

export const kinds: Readonly<Record<Kind, KindWords>> = {
  suicide: {
    type: 'suicide bombing',
    rank: 9,
    nouns: 'kamikaze kamikazes vbied svbied vbieds svbieds',
    verbs: '',
    weak: '',
  },
  air: {
    type: 'air strike',
    rank: 8,
    nouns: 'airstrike airstrikes drone drones airraid airraids',
    verbs: 'strafed strafing',
    weak: 'frappe frappes strikes aerial aerien aerienne aeriennes aeriens warplane warplanes gunship gunships helicopter helicopters helicoptere helicopteres',
  },
  ied: {
    type: 'IED explosion',
    rank: 7,
    nouns: 'bombing bombings ied ieds landmine landmines eei roadside',
    verbs: '',
    weak: `explosion explosions blast blasts detonated exploded detonation deflagration deflagrations saute sautee sautent sauter ${er('explos')} explosif explosifs explosives mine mines bomb bombs bombe bombes engin booby`,
  },
  shelling: {
    type: 'shelling',
    rank: 6,
    nouns:
      'shelling bombardment bombardments bombardement bombardements pilonnage pilonnages canonnade',
    verbs: `shelled bombarded bombarding ${er('bombard', 'pilonn')}`,
    weak: 'shells rocket rockets mortar mortars missile missiles obus roquette roquettes mortier mortiers artillery artillerie pounded pounding',
  },
  grenade: { type: 'grenade attack', rank: 6, nouns: 'grenade grenades', verbs: '', weak: '' },
  abduction: {
    type: 'abduction',
    rank: 3,
    nouns:
      'kidnapping kidnappings abduction abductions enlevement enlevements rapt rapts kidnapper kidnappers kidnappeur kidnappeurs abductors ravisseur ravisseurs captors hostage-taking',
    verbs: `kidnapped abducted abducting kidnap abduct ${er('kidnapp', 'sequestr')} enleve enleves enlevee enlevees enlever enlevent enlevant enleverent`,
    weak: 'snatched seized hostage hostages otage otages captive captives ransom rancon emmene emmenes emmenee emmenees emmenant emmenent marched',
  },
  ambush: {
    type: 'armed attack',
    rank: 5,
    nouns: 'ambush ambushes embuscade embuscades guet-apens',
    verbs: 'ambushed ambushing waylaid waylaying waylay',
    weak: '',
  },
  attack: {
    type: 'armed attack',
    rank: 5,
    nouns:
      'attack attacks raid raids assault assaults incursion incursions onslaught onslaughts storming razzia razzias foray forays shoot-out attaque attaques assaut assauts attentat attentats offensive',
    verbs: `attacked attacking bombed raided raiding stormed assaulted assaulting overran overrun besieged besieging ${er('attaqu', 'mitraill')} assailli assaillis assaillie assaillies assiege assiegee assiegent pris-d-assaut`,
    weak: `surrounded surround encircled encercle encercles encerclee encerclent siege infiltrate infiltrated infiltration struck hit strike targeted targeting fired firing shots gunfire shooting shootings fusillade fusillades invaded invading repelled repulsed repousse repoussee repousses rammed hijacked carjacked robbed tirs tire tirent tirant vise visee vises visees visait visent frappe frappee frappes cible ciblee ciblees cibles ciblent investi investie investis envahi envahie envahis envahissent surgi surgissent deferle deferlent encercle encerclent encerclee harcele harcelee irruption rafales`,
  },
  clash: {
    type: 'armed clash',
    rank: 4,
    nouns:
      'clash clashes firefight firefights gunfight gunfights gunbattle gunbattles shootout shootouts skirmish skirmishes accrochage accrochages affrontement affrontements combats escarmouche escarmouches hostilities',
    verbs:
      'clashed clashing skirmished affrontes affrontent affronte affrontees affrontaient affronter',
    weak: 'fighting fought battle battles battled battling bataille batailles accroche accroches accrochent heurts heurtent heurtaient neutralised neutralized neutralise neutralises neutralisee neutralisees neutraliser riposte oppose opposent opposant',
  },
  killing: {
    type: 'killings',
    rank: 2,
    nouns:
      'massacre massacres tuerie tueries killings slaughter carnage lynching lynchings lynchage beheading beheadings executions exactions assassinat assassinats assassination assassinations bloodbath',
    verbs: `executed beheaded decapitated massacred massacring slaughtered slaughtering butchered murdered assassinated lynched gunned slain ${er('egorg', 'massacr', 'assassin', 'decapit', 'lynch', 'fusill')} execute executes executees abattu abattus abattue abattues abattent abattant`,
    weak: `killed killing kill kills killers shot hacked stabbed murder murders meurtre meurtres ${er('tu')} tuerent`,
  },
  sexual: {
    type: 'sexual violence',
    rank: 2,
    nouns: 'rapes viols',
    verbs: 'raped violee violees gang-raped',
    weak: 'rape viol',
  },
  takeover: {
    type: 'seizure of territory',
    rank: 1,
    nouns: '',
    verbs: 'recaptured retaken reconquis reconquise',
    weak: 'captured capturing occupied occupying entered retook reclaimed occupe occupee occupent capture emparer empares empare emparent conquis',
  },
  arson: {
    type: 'property destruction',
    rank: 1,
    nouns: '',
    verbs: `torched torching looted looting ransacked ransacking plundered razed ${er('incendi', 'pill', 'saccag')} pillage pillages`,
    weak: 'burned burnt burning brule brules brulee brulees brulent rase rasee rasees ablaze',
  },
  crackdown: {
    type: 'violence against protesters',
    rank: 1,
    nouns: '',
    verbs: '',
    weak: 'protesters manifestants demonstrators',
  },
};

export const acledOfKind: Readonly<Record<Kind, readonly [EventType, string]>> = {
  suicide: ['Explosions/Remote violence', 'Suicide bomb'],
  air: ['Explosions/Remote violence', 'Air/drone strike'],
  ied: ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
  shelling: ['Explosions/Remote violence', 'Shelling/artillery/missile attack'],
  grenade: ['Explosions/Remote violence', 'Grenade'],
  abduction: ['Violence against civilians', 'Abduction/forced disappearance'],
  ambush: ['Battles', 'Armed clash'],
  attack: ['Battles', 'Armed clash'],
  clash: ['Battles', 'Armed clash'],
  killing: ['Violence against civilians', 'Attack'],
  sexual: ['Violence against civilians', 'Sexual violence'],
  takeover: ['Battles', 'Non-state actor overtakes territory'],
  arson: ['Strategic developments', 'Looting/property destruction'],
  crackdown: ['Protests', 'Excessive force against protesters'],
};

export interface Trigger {
  readonly kind: Kind;
  readonly form: 'noun' | 'verb';
  readonly isWeak: boolean;
  /** A weapon or a captive, no deed: "dogs that find explosives". */
  readonly isMeans: boolean;
}

const means = new Set(
  'explosives explosif explosifs mine mines bomb bombs bombe bombes engin booby shells rocket rockets mortar mortars missile missiles obus roquette roquettes mortier mortiers artillery artillerie helicopter helicopters helicoptere helicopteres warplane warplanes gunship gunships aerial aerien aerienne aeriennes aeriens hostage hostages otage otages captive captives ransom rancon cible cibles protesters manifestants demonstrators'.split(
    ' ',
  ),
);

const byWord = new Map<string, Trigger>();
for (const [kind, words] of Object.entries(kinds) as [Kind, KindWords][]) {
  const add = (list: string, form: Trigger['form'], isWeak: boolean) => {
    for (const word of list.split(' '))
      if (word !== '' && !byWord.has(word))
        byWord.set(word, { kind, form, isWeak, isMeans: means.has(word) });
  };
  add(words.nouns, 'noun', false);
  add(words.verbs, 'verb', false);
  add(words.weak, 'verb', true);
}

export function triggerOfWord(word: string): Trigger | undefined {
  return byWord.get(word);
}

/** Plurals that sum up several events. */
export const pluralTriggers = new Set(
  'attacks raids assaults operations clashes ambushes strikes airstrikes incursions killings kidnappings abductions bombings shootings skirmishes attaques assauts embuscades frappes combats affrontements accrochages bombardements attentats exactions massacres tueries assassinats enlevements rapts incidents violences razzias'.split(
    ' ',
  ),
);

/** Armed people or means: what turns "three dead" into an incident and not an accident. */
export const armedPattern =
  /\b(?:gunm[ae]n|gunfire|armed|shooters?|militants?|militiam[ae]n|militias?|paramilitar(?:y|ies)|milices?|miliciens?|insurgents?|insurgency|insurges?|d?jihadist\w*|terrorist\w*|islamists?|extremists?|extremistes?|rebels?|rebelles?|separatist\w*|fighters?|combattants?|guerrilla\w*|soldiers?|soldats?|troops?|army|armee|militaires?|gendarmes?|rangers?|peacekeepers?|casques? bleus?|(?:hommes|individus|elements|bandes?|groupes?|personnes) (?:lourdement )?(?:armes?|en armes|arme)|en armes|assailants?|assaillants?|attackers?|raiders?|bandits?|coupeurs de route|ravisseurs?|kidnappers?|cattle rustlers?|voleurs de betail|warplanes?|gunships?|drones?|frappes|military|coups de feu|tirs|explosives?|engins? explosifs?|ied|bomb\w*|mortar\w*|mortiers?|rockets?|roquettes?|missiles?|obus|artillery|artillerie|shelling|ambush\w*|embuscade\w*|abduct\w*|kidnapp\w*|enleve\w*|rapt|otages?|hostages?|machetes?|shot dead|opened fire|ouvert le feu|par balles?|a bout portant|kalachnikovs?|kalashnikovs?|security forces|forces (?:de (?:defense|securite|l'ordre)|armees|speciales)|al[- ]?qa\w+|vdp|attack\w*|attaqu\w*|assaut)\b/;
