/** Verbs and adjectives for what happened to people, folded; English and French. */
import type { Outcome } from '../../domain/vocabulary.ts';
import type { Token } from '../tokens.ts';
import type { Measure } from '../types.ts';

export const outcomeOfMeasure: Readonly<Record<Measure, Outcome | null>> = {
  killed: 'killed',
  wounded: 'injured',
  missing: 'missing',
  captured: 'captured',
  abducted: 'captured',
  arrested: 'captured',
  displaced: 'displaced',
  denial: null,
};

type Counted = Exclude<Measure, 'denial'>;

function table(lines: Partial<Readonly<Record<Counted, string>>>): ReadonlyMap<string, Counted> {
  const map = new Map<string, Counted>();
  for (const [measure, words] of Object.entries(lines) as [Counted, string][]) {
    for (const word of words.split(' ')) map.set(word, measure);
  }
  return map;
}

/** After the people: "12 soldiers were killed", "7 blesses", "sont portes disparus". */
export const suffered = table({
  killed:
    'killed dead died slain murdered executed beheaded massacred shot slaughtered drowned perished burned deaths fatalities neutralised neutralized eliminated lynched ' +
    'tues tue tuee tuees morts mort mortes morte decedes decede decedees decedee executes execute executees executee abattus abattu abattue abattues egorges egorge egorgees egorgee ' +
    'assassines assassine assassinees assassinee massacres massacre massacrees neutralises neutralise neutralisee deces peri fauches fauche tombes fallen decapites decapite brules perdu succombe succombes succombee succombees succumbed peris perie martyred hacked felled hanged stoned crushed incinerated calcines carbonises noyes ensevelis executions',
  wounded:
    'wounded injured hurt maimed injuries blesses blesse blessee blessees mutiles touches touche touchee touchees hospitalised hospitalized hospitalises hospitalise hospitalisees burnt maimed commotionnes atteints',
  missing:
    'missing unaccounted disparus disparu disparue disparues introuvables introuvable untraced',
  abducted:
    'kidnapped abducted enleves enleve enlevee enlevees kidnappes kidnappe kidnappee kidnappees emmenes emmenees emmenee sequestres sequestre ravis ravie enrolled snatched',
  captured: 'captured captive captures capture capturee prisonniers',
  arrested:
    'arrested detained interpelles interpelle interpellee interpellees arretes arrete arretee arretees ecroues apprehendes apprehendees',
  displaced: 'displaced fled uprooted deplaces deplacees fui fuient',
});

/** Before the people: "killed 12 soldiers", "a fait 7 blesses", "enlever deux femmes". */
export const inflicted = table({
  killed:
    'killed killing kill kills murdered murdering executed executing beheaded beheading massacred massacring slaughtered gunned slaying claimed neutralised neutralized neutralising eliminated lost shot buried ' +
    'tue tues tuer tuant tuent execute executer abattu abattre egorge egorger assassine assassiner massacre massacrer neutralise neutraliser elimine eliminer perdu perdre fauche decapite enterre enterres inhume inhumes slew slain massacring slaughtering lynched lynching hanging drowned burying bury liquide liquider liquidant eliminant neutralisant abattant egorgeant assassinant massacrant executant decapitant fauchant pendu lynche fusille fusiller claiming perdant',
  wounded:
    'wounded wounding injured injuring hurt hurting maimed blesse blesser blessant wounds injures mutile mutiler touche',
  abducted:
    'kidnapped kidnapping abducted abducting seized enleve enlever enlevant kidnappe kidnapper emmene kidnappant emmenant emmener ravir sequestre snatched snatching seizing',
  captured: 'captured capturing capture capturer capturant',
  arrested:
    'arrested detained arresting interpelle arrete detaining interpellant arretant apprehended apprehende',
  displaced: 'displaced displacing uprooted deplace',
});

/** "the death of 12 soldiers", "la mort de 12 soldats". */
export const nominal = table({
  killed:
    'death deaths killing killings murder murders execution executions massacre mort deces assassinat assassinats meurtre meurtres execution executions perte',
  abducted: 'kidnapping abduction kidnappings abductions enlevement enlevements rapt',
  wounded: 'wounding',
  displaced: 'displacement deplacement',
  captured: 'capture',
  missing: 'disappearance disparition',
  arrested: 'arrest arrestation',
});

export interface Special {
  readonly measure: Counted;
  readonly end: number;
}

const forms: readonly (readonly [RegExp, Counted])[] = [
  [
    /^(?:(?:ont |a |avaient |avait |ayant |y )*)(?:perdu|perdent|perdait|perd|laisse|laissent|perdant)(?: tous| toutes)? (?:la|leur|sa) vie\b/,
    'killed',
  ],
  [/^(?:y )?(?:laisse|laissent) la vie\b/, 'killed'],
  [/^(?:lost|losing|lose|loses) (?:their|his|her|its|the) li(?:fe|ves)\b/, 'killed'],
  [
    /^(?:paid|pay|paying) (?:the|with) (?:(?:supreme|ultimate|highest) price|(?:their|his|her) li(?:fe|ves))\b/,
    'killed',
  ],
  [/^(?:laid|gave) (?:down )?(?:their|his|her) li(?:fe|ves)\b/, 'killed'],
  [
    /^(?:made the (?:supreme|ultimate) sacrifice|passed away|fell in (?:action|combat)|bled to death|did not survive|met (?:his|her|their) deaths?)\b/,
    'killed',
  ],
  [/^(?:trouve|trouvent|trouvaient|trouvant|trouver) la mort\b/, 'killed'],
  [/^(?:paye|payent|payer) de (?:leur|sa) vie\b/, 'killed'],
  [/^(?:rendu|rendent) (?:l ame|leur dernier souffle)\b/, 'killed'],
  [
    /^(?:shot|burned|hacked|beaten|burnt|stabbed|clubbed|starved|tortured) (?:dead|to death|alive)\b/,
    'killed',
  ],
  [/^(?:passes?|passees?) par les armes\b/, 'killed'],
  [
    /^(?:sustained|suffered|suffering|sustaining|received|receiving|with)(?: (?:serious|minor|severe|various|critical|life-threatening|multiple|gunshot|bullet|slight|varying|different|grave|degrees|of|degree|shrapnel|burn))* (?:injur\w+|wounds?|burns)\b/,
    'wounded',
  ],
  [
    /^(?:treated|being treated|hospitali[sz]ed|rushed to hospital|taken to hospital|evacuated with injur\w+|admitted (?:to|in|with))\b/,
    'wounded',
  ],
  [/^(?:critically|seriously|severely|badly) (?:hurt|hit|burned|burnt)\b/, 'wounded'],
  [
    /^(?:in|dans un|en) (?:a )?(?:critical|serious|stable|etat) (?:condition|critique|grave|state)\b/,
    'wounded',
  ],
  [
    /^(?:hit|touches?|touchees?|atteints?|atteintes?) (?:by|par)(?: des| une| un| stray| a)? (?:balles?|bullets?|eclats|shrapnel|gunfire|projectiles?)\b/,
    'wounded',
  ],
  [/^(?:taken|held|took|kept|made|seized)(?: as)? (?:hostages?|captives?)\b/, 'abducted'],
  [/^(?:taken|held|took|made|captured)(?: as)? prisoners?\b/, 'captured'],
  [
    /^(?:led|marched|carried|driven|dragged|whisked|taken|spirited|herded|forced|bundled|frogmarched)(?: away)?(?: off)? (?:away|into (?:the |a |their |two |waiting )?(?:bush|forest|captivity|woods|hills|mountains|vehicles?|trucks?|cars?|pick ?ups?)|to an unknown|at gunpoint|by (?:the )?(?:attackers|gunmen|assailants|militants|kidnappers))\b/,
    'abducted',
  ],
  [
    /^(?:pris|prises|prise|emmenes|emmene|emmenees|emmenee|retenus|retenues|detenus|faits)(?: comme)?(?: en)? otages?\b/,
    'abducted',
  ],
  [
    /^(?:emmenes?|emmenees?|conduits?|conduites?|emportes?|emporte)(?: de force| avec eux| captifs| vers| dans| par| en)\b/,
    'abducted',
  ],
  [/^(?:faits?|faites?|fait) prisonni\w+\b/, 'captured'],
  [
    /^(?:contraint\w*|force\w*) (?:a|de|to) (?:fuir|flee|leave|quitter|se deplacer|abandonner)\b/,
    'displaced',
  ],
  [/^(?:ont|a|have|has|had) (?:fui|fled)\b/, 'displaced'],
  [
    /^(?:pris la fuite|prennent la fuite|(?:quitte|abandonne|deserte) (?:leurs?|le|la|les) (?:maisons?|villages?|foyers?|domiciles?|localites?|sites?|camps?)|(?:driven|forced) (?:from|out of) their homes|left their (?:homes|villages))\b/,
    'displaced',
  ],
  [/^(?:seized|taken|snatched|whisked)(?: away)? (?:from|by|at|during|in|on)\b/, 'abducted'],
  [/^mis(?:es)? hors (?:d etat de nuire|de combat)\b/, 'killed'],
  [/^put out of action\b/, 'killed'],
  [
    /^(?:portes?|portees?|still|reported|manquent|manque) (?:disparu\w*|missing|a l appel)\b/,
    'missing',
  ],
  [/^sans nouvelles\b/, 'missing'],
  [/^prisoners?\b/, 'captured'],
  [/^hostages?\b/, 'abducted'],
];

/** Outcomes told in several words: "ont perdu la vie", "paid the supreme price", "taken hostage". */
export function specialAfter(tokens: readonly Token[], at: number): Special | undefined {
  const words = tokens
    .slice(at, at + 8)
    .map(({ word }) => word)
    .join(' ');
  for (const [pattern, measure] of forms) {
    const match = pattern.exec(words);
    if (match) return { measure, end: at + match[0].split(' ').length };
  }
  return undefined;
}
