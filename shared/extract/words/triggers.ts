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

export const kinds: Readonly<Record<Kind, KindWords>> = {
  suicide: {
    type: 'suicide bombing',
    rank: 9,
    nouns: 'kamikaze kamikazes',
    verbs: '',
    weak: '',
  },
  air: {
    type: 'air strike',
    rank: 8,
    nouns: 'airstrike airstrikes drone drones airraid',
    verbs: '',
    weak: 'frappe frappes strikes aerial aerien aerienne aeriennes aeriens',
  },
  ied: {
    type: 'IED explosion',
    rank: 7,
    nouns: 'ied ieds landmine landmines eei roadside',
    verbs: '',
    weak: 'explosion explosions blast detonated exploded saute explose explosif explosifs mine mines bomb bombe engin',
  },
  shelling: {
    type: 'shelling',
    rank: 6,
    nouns: 'shelling bombardment bombardement bombardements',
    verbs: 'shelled bombarded bombarde bombardes pilonne bombed',
    weak: 'shells rockets mortar mortars obus roquettes artillery artillerie',
  },
  grenade: { type: 'grenade attack', rank: 6, nouns: 'grenade grenades', verbs: '', weak: '' },
  abduction: {
    type: 'abduction',
    rank: 3,
    nouns: 'kidnapping kidnappings abduction abductions enlevement enlevements rapt kidnapper',
    verbs:
      'kidnapped abducted enleve enleves enlevee enlevees kidnappe kidnappes kidnappee kidnappees enlever abducting kidnapping',
    weak: '',
  },
  ambush: {
    type: 'armed attack',
    rank: 5,
    nouns: 'ambush ambushes embuscade embuscades',
    verbs: 'ambushed',
    weak: '',
  },
  attack: {
    type: 'armed attack',
    rank: 5,
    nouns:
      'attack attacks raid raids assault assaults incursion incursions attaque attaques assaut assauts attentat attentats offensive onslaught storming',
    verbs:
      'attacked attacking raided stormed assaulted overran overrun besieged attaque attaques attaquee attaquees attaquer attaquant assailli assaillis assiege pris-d-assaut assaillie',
    weak: 'struck hit targeted targeting fired firing shots tirs tire vise visee vises frappe cible ciblee investi surgi',
  },
  clash: {
    type: 'armed clash',
    rank: 4,
    nouns:
      'clash clashes firefight gunfight gunbattle accrochage accrochages affrontement affrontements combats fusillade hostilities',
    verbs: 'clashed affrontes affrontent affronte',
    weak: 'fighting battle battles bataille',
  },
  killing: {
    type: 'killings',
    rank: 2,
    nouns: 'massacre massacres tuerie tueries killings lynching executions exactions',
    verbs:
      'executed execute executes executees beheaded massacred slaughtered murdered gunned egorge egorges egorgee massacres assassine assassines decapite abattu abattus',
    weak: 'killed killing kill tue tues tuee tuees tuer tuant',
  },
  sexual: {
    type: 'sexual violence',
    rank: 2,
    nouns: 'rapes viols',
    verbs: 'raped viole violees',
    weak: '',
  },
  takeover: {
    type: 'seizure of territory',
    rank: 1,
    nouns: '',
    verbs: 'recaptured retaken reconquis',
    weak: 'seized captured occupied entered retook occupe capture',
  },
  arson: {
    type: 'property destruction',
    rank: 1,
    nouns: '',
    verbs: 'torched looted looting incendie incendies pille pilles pillage saccage',
    weak: 'burned burnt burning brule brules',
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
}

const byWord = new Map<string, Trigger>();
for (const [kind, words] of Object.entries(kinds) as [Kind, KindWords][]) {
  const add = (list: string, form: Trigger['form'], isWeak: boolean) => {
    for (const word of list.split(' '))
      if (word !== '' && !byWord.has(word)) byWord.set(word, { kind, form, isWeak });
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
  'attacks raids assaults operations clashes ambushes strikes incursions attaques raids assauts embuscades frappes combats affrontements attentats exactions massacres enlevements kidnappings incidents violences'.split(
    ' ',
  ),
);

/** Armed people or means: what turns "three dead" into an incident and not an accident. */
export const armedPattern =
  /\b(?:gunm[ae]n|armed|militants?|militiam[ae]n|militias?|milices?|insurgents?|insurges?|d?jihadist\w*|terrorist\w*|islamists?|rebels?|rebelles?|fighters?|combattants?|soldiers?|soldats?|troops?|army|armee|militaires?|gendarmes?|peacekeepers?|casques? bleus?|hommes armes|individus armes|assailants?|assaillants?|bandits?|warplanes?|drones?|gunfire|explosives?|engin explosif|ied|bomb\w*|mortar\w*|rockets?|roquettes?|artillery|artillerie|shelling|ambush\w*|embuscade\w*|abduct\w*|kidnapp\w*|enleve\w*|rapt|machetes?|shot dead|par balles?|security forces|forces de (?:defense|securite|l'ordre)|al[- ]?qa\w+|vdp|attack\w*|attaqu\w*|assaut)\b/;
