/**
 * Sixty sentences that were written before the rules were read, from the words of the issue alone, with
 * what a checker should say of each. At the first run (26 November 2026) the rules gave 4 false alarms
 * and missed 8 of 30; three of these twelve were mistakes of the labels (marked below). The rules were
 * mended after that: this set now guards them and says nothing new of sentences yet unseen.
 *
 * The case: killed 200, 60, 14 and 17, injured 23, all of them claims.
 */
import type { WordingRule } from '../../../../shared/report/wording/check.ts';
import type { KnownToll } from '../../../../shared/report/wording/known-tolls.ts';

const claimed = { isReplaced: false, isConfirmed: false, isDerived: false } as const;
const killed = (people: number): KnownToll => ({
  ...claimed,
  outcome: 'killed',
  span: { low: people, high: people },
});

export const unseenTolls: readonly KnownToll[] = [
  ...[200, 60, 14, 17].map(killed),
  { ...claimed, outcome: 'injured', span: { low: 23, high: 23 } },
];

export const unseen: readonly (readonly [string, readonly WordingRule[]])[] = [
  [
    'Gunmen overran the base at dawn and killed 200 soldiers before withdrawing northwards.',
    ['claim-as-fact'],
  ],
  ['JNIM claimed in an audio message that its fighters had killed 200 soldiers at the base.', []],
  ['According to the regional police, the bomb left 14 people dead and 23 injured.', []],
  ['The bomb in the market left 14 dead and 23 wounded.', ['claim-as-fact']],
  [
    'Hospital staff told a local radio station that 17 bodies had been brought in by nightfall.',
    [],
  ],
  ['The group said it had killed 250 soldiers in the attack.', ['toll-unknown']],
  [
    'Some 45 villagers died when the convoy was ambushed, according to a local official.',
    ['toll-unknown'],
  ],
  // label mended: no reason is given
  [
    'We assess with high confidence that the group will very likely strike the town again before the rains.',
    ['mixed-sentence', 'no-basis'],
  ],
  [
    'It is likely that the army will reopen the road this month, and our confidence in this is low.',
    ['mixed-sentence', 'no-basis'],
  ],
  [
    'We judge that the militia is likely to return. It is highly probable that it will come by the river.',
    ['mixed-rows', 'no-basis'],
  ],
  ['The group will almost certainly retaliate.', ['no-basis']],
  [
    'A further attack on the town is unlikely because the river has flooded every track to the north.',
    [],
  ],
  ['Based on three similar raids since March, a new raid on the garrison is very likely.', []],
  [
    'Our confidence in this judgement is moderate, as it rests on a single source close to the army.',
    [],
  ],
  ['The governor visited the wounded on Thursday and promised to repair the clinic.', []],
  ['The commander was killed on 14 March, two days after the ceasefire had been signed.', []],
  ['Residents counted 17 graves outside the village, a teacher reported by telephone.', []],
  ['At least sixty soldiers were killed at the outpost.', ['claim-as-fact']],
  ['The ministry has published no figure of its own.', []],
  ['The attackers burned 12 lorries and drove off some 300 head of cattle.', []],
  [
    'It is improbable that the truce will hold, given that neither side has withdrawn its guns, and the talks are unlikely to resume.',
    ['mixed-rows'],
  ],
  ["Sixty soldiers were killed, the movement's spokesman asserted on his channel.", []],
  ["The death toll rose to 31 overnight, the hospital's director said.", ['toll-unknown']],
  ['Roughly 2,000 families fled towards the district capital after the raid.', []],
  ['There is a roughly even chance that the mayor will stay in office.', ['no-basis']],
  [
    'The 14th Regiment lost its commander in the fighting, and the 23rd Brigade took over its positions.',
    [],
  ],
  ['Fighting claimed 60 lives at the outpost.', ['claim-as-fact']],
  ['Our judgement is that the blockade will probably be lifted by the summer.', ['no-basis']],
  [
    'Two hundred soldiers reportedly died in the assault, a figure that no independent source has confirmed.',
    [],
  ],
  ['We have low confidence in the reported toll.', []],
  [
    'Des hommes armés ont pris la base à l’aube et tué 200 soldats avant de se replier vers le nord.',
    ['claim-as-fact'],
  ],
  ['Le JNIM affirme dans un message audio avoir tué 200 soldats dans la base.', []],
  ['Selon la police régionale, la bombe a fait 14 morts et 23 blessés.', []],
  ['La bombe déposée au marché a fait 14 morts et 23 blessés.', ['claim-as-fact']],
  [
    'Le personnel de l’hôpital a déclaré à une radio locale que 17 corps avaient été amenés avant la nuit.',
    [],
  ],
  ['Le groupe dit avoir tué 250 soldats au cours de l’attaque.', ['toll-unknown']],
  [
    'Quelque 45 villageois ont péri dans l’embuscade du convoi, d’après un élu local.',
    ['toll-unknown'],
  ],
  // label mended: no reason is given
  [
    'Nous estimons avec un degré de confiance élevé que le groupe frappera très probablement la ville avant les pluies.',
    ['mixed-sentence', 'no-basis'],
  ],
  [
    'Il est probable que l’armée rouvre la route ce mois-ci, et notre confiance dans ce jugement est faible.',
    ['mixed-sentence', 'no-basis'],
  ],
  ['Le groupe ripostera presque certainement.', ['no-basis']],
  [
    'Une nouvelle attaque contre la ville est peu probable, car le fleuve a inondé toutes les pistes du nord.',
    [],
  ],
  [
    'Au vu de trois raids semblables depuis mars, un nouveau raid contre la garnison est très probable.',
    [],
  ],
  [
    'Notre confiance dans ce jugement est modérée, puisqu’il repose sur une seule source proche de l’armée.',
    [],
  ],
  [
    'Le gouverneur s’est rendu jeudi au chevet des blessés et a promis de réparer le dispensaire.',
    [],
  ],
  ['Le commandant a été tué le 14 mars, deux jours après la signature du cessez-le-feu.', []],
  [
    'Les habitants ont compté 17 tombes à la sortie du village, rapporte un instituteur joint par téléphone.',
    [],
  ],
  ['Au moins soixante soldats ont été tués au poste avancé.', ['claim-as-fact']],
  ['Le ministère n’a publié aucun bilan.', []],
  ['Les assaillants ont brûlé 12 camions et emmené environ 300 têtes de bétail.', []],
  ['Soixante soldats auraient été tués, à en croire le porte-parole du mouvement.', []],
  [
    'Le bilan est monté à 31 morts dans la nuit, a indiqué le directeur de l’hôpital.',
    ['toll-unknown'],
  ],
  ['Environ 2 000 familles ont fui vers le chef-lieu après le raid.', []],
  ['Il y a à peu près une chance sur deux que le maire reste en fonction.', ['no-basis']],
  [
    'Le 14e régiment a perdu son chef dans les combats, et la 23e brigade a repris ses positions.',
    [],
  ],
  ['Les combats ont coûté la vie à 60 militaires au poste avancé.', ['claim-as-fact']],
  ['À notre avis, le blocus sera vraisemblablement levé d’ici l’été.', ['no-basis']],
  [
    'Deux cents soldats seraient morts dans l’assaut, un chiffre qu’aucune source indépendante n’a confirmé.',
    [],
  ],
  ['Nous accordons une faible confiance au bilan annoncé.', []],
  // label mended: French has no two rows for these words
  [
    'Il est très improbable que la trêve tienne, étant donné que personne n’a retiré ses canons, et la reprise des pourparlers est peu probable.',
    [],
  ],
  [
    'D’après nos informations, 14 personnes sont mortes dans l’explosion, mais la police n’a pas encore achevé son décompte.',
    [],
  ],
];
