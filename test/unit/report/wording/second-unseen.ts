/**
 * A second sixty, thirty clean and thirty faulty, again written before their writer had read the rules.
 * At the first run (26 November 2026) the rules gave 1 false alarm ("by the group's own count") and missed
 * none of 32 faults. That cause is mended: from now on the set only guards.
 *
 * The case: every figure below is a claim, none of them confirmed.
 */
import type { WordingRule } from '../../../../shared/report/wording/check.ts';
import type { KnownToll } from '../../../../shared/report/wording/known-tolls.ts';

const claimed = (
  outcome: KnownToll['outcome'],
  low: number,
  high: number | null = low,
): KnownToll => ({
  ...{ outcome, span: { low, high } },
  ...{ isReplaced: false, isConfirmed: false, isDerived: false },
});

export const secondTolls: readonly KnownToll[] = [
  ...[7, 9, 11, 14, 23, 31, 40, 58].map((people) => claimed('killed', people)),
  claimed('killed', 12, 20),
  claimed('killed', 20, 29),
  claimed('killed', 100, null),
  claimed('injured', 40),
  claimed('captured', 7),
];

export const secondUnseen: readonly (readonly [string, readonly WordingRule[]])[] = [
  ['Residents told Radio Ndeke that nine people were killed when the market burned.', []],
  ['The army spokesman put the number of dead at 31; the rebels speak of seven.', []],
  ['Government forces withdrew 14 km to the south on 12 March 2026.', []],
  ['The 7th Brigade shelled three villages along the river.', []],
  [
    'It is likely that the convoy will return, because the same road was used in each of the last four weeks [2].',
    [],
  ],
  [
    'We have moderate confidence in this judgement, as two independent sources describe the same column [1][3].',
    [],
  ],
  ['Hospital records list 11 dead from the night of the shelling.', []],
  ['No deaths were reported during the week.', []],
  ['Negotiators spoke of confidence-building measures at the border post.', []],
  ['By the group’s own count, 40 soldiers died in the ambush.', []],
  [
    'An attack on Taru before the rains is very unlikely: the ford is under water and the bridge was blown up in May [4].',
    [],
  ],
  ['The number of people killed remains unknown.', []],
  ['Between 12 and 20 people were reportedly killed.', []],
  ['Some 2,000 families have left the town since April, the UN office says.', []],
  ['Five weapons and two vehicles were destroyed in the raid.', []],
  ['Selon le préfet, 14 personnes ont été tuées dans l’attaque du marché.', []],
  [
    'Le porte-parole de l’armée avance le chiffre de 31 morts, les rebelles en reconnaissent sept.',
    [],
  ],
  ['Les forces gouvernementales ont reculé de 14 km vers le sud le 12 mars 2026.', []],
  [
    'Il est probable que le convoi repasse par cette route, puisqu’elle a servi chacune des quatre dernières semaines [2].',
    [],
  ],
  [
    'Notre confiance dans ce jugement est modérée : deux sources indépendantes décrivent la même colonne [1][3].',
    [],
  ],
  ['Neuf civils auraient péri dans l’incendie.', []],
  ['Le nombre de blessés reste inconnu.', []],
  ['D’après les registres de l’hôpital, onze corps ont été reçus dans la nuit.', []],
  ['Les mesures de confiance prévues à la frontière n’ont pas été appliquées.', []],
  ['Aucun mort n’a été signalé cette semaine.', []],
  [
    'Une attaque contre Taru avant les pluies est très improbable, car le gué est sous l’eau et le pont a sauté en mai [4].',
    [],
  ],
  ['La 7e brigade a bombardé trois villages le long du fleuve.', []],
  ['Le groupe affirme avoir tué 40 soldats dans l’embuscade.', []],
  ['Cinq motos et deux véhicules ont été détruits pendant le raid.', []],
  ['Au dire des habitants, une vingtaine de personnes sont mortes.', []],
  [
    'We assess with high confidence that a further attack is likely.',
    ['mixed-sentence', 'no-basis'],
  ],
  [
    'It is almost certain, and our confidence is moderate, that the garrison will leave [2].',
    ['mixed-sentence'],
  ],
  [
    'A ceasefire is unlikely (low confidence) because the two sides have not met since June.',
    ['mixed-sentence'],
  ],
  [
    'An offensive is very likely and a second front only a remote chance, because fuel has been stored [1].',
    ['mixed-rows'],
  ],
  [
    'It is probable that the road will be closed, and likely that fuel will run out, as the depot burned [3].',
    ['mixed-rows'],
  ],
  ['The group will probably attack Taru within the month.', ['no-basis']],
  ['We judge that the truce will hold.', ['no-basis']],
  ['Reprisals are highly likely.', ['no-basis']],
  ['Fourteen civilians were killed in the attack.', ['claim-as-fact']],
  ['The airstrike killed 23 people and wounded 40 [2].', ['claim-as-fact']],
  ['31 soldiers died when the post was overrun.', ['claim-as-fact']],
  ['The raid left nine dead.', ['claim-as-fact']],
  ['Seven teachers were abducted on the road to Taru.', ['claim-as-fact']],
  ['The death toll stands at 58.', ['claim-as-fact']],
  ['More than a hundred people lost their lives under the shells.', ['claim-as-fact']],
  [
    'Nous estimons avec une confiance élevée qu’une nouvelle attaque est probable.',
    ['mixed-sentence', 'no-basis'],
  ],
  [
    'Il est presque certain que la garnison partira, et notre confiance est moyenne [2].',
    ['mixed-sentence'],
  ],
  [
    'Un cessez-le-feu est peu probable (confiance faible), car les deux camps ne se sont pas vus depuis juin.',
    ['mixed-sentence'],
  ],
  [
    'Il est vraisemblable que la route soit coupée et probable que le carburant manque, car le dépôt a brûlé [3].',
    ['mixed-rows'],
  ],
  [
    'Une offensive est hautement vraisemblable, un second front très improbable, puisque du carburant a été stocké [1].',
    ['mixed-rows'],
  ],
  ['Le groupe attaquera probablement Taru dans le mois.', ['no-basis']],
  ['Nous jugeons que la trêve tiendra.', ['no-basis']],
  ['Des représailles sont très probables.', ['no-basis']],
  ['Quatorze civils ont été tués dans l’attaque.', ['claim-as-fact']],
  ['La frappe aérienne a fait 23 morts et 40 blessés [2].', ['claim-as-fact']],
  ['31 soldats sont morts lors de la prise du poste.', ['claim-as-fact']],
  ['Le bilan est de 58 morts.', ['claim-as-fact']],
  ['Sept enseignants ont été enlevés sur la route de Taru.', ['claim-as-fact']],
  ['Plus de cent personnes ont perdu la vie sous les obus.', ['claim-as-fact']],
  ['L’attentat a coûté la vie à neuf policiers.', ['claim-as-fact']],
];
