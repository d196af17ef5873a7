/**
 * Sixty texts of our own, English and French, with what the checker has to say about them. They speak
 * of the case below: Djibo, where JNIM claims 200 killed after it had claimed 60; 15 to 20 injured by
 * the ministry; and Nassoumbou, confirmed, with 12 killed.
 */
import type { WordingRule } from '../../../../shared/report/wording/check.ts';
import type { KnownToll } from '../../../../shared/report/wording/known-tolls.ts';

const claimed = { isReplaced: false, isConfirmed: false, isDerived: false } as const;

export const tolls: readonly KnownToll[] = [
  { ...claimed, outcome: 'killed', span: { low: 200, high: 200 } },
  { ...claimed, outcome: 'killed', span: { low: 60, high: 60 }, isReplaced: true },
  { ...claimed, outcome: 'injured', span: { low: 15, high: 20 } },
  { ...claimed, outcome: 'killed', span: { low: 12, high: 12 }, isConfirmed: true },
];

/** Words found, with the rule. */
export type Expected = readonly (readonly [WordingRule, string])[];

export const sentences: readonly (readonly [string, Expected])[] = [
  // likelihood and confidence in one sentence
  [
    'It is likely, with moderate confidence, that JNIM did it: the claim names the unit [2].',
    [['mixed-sentence', 'likely, with moderate confidence']],
  ],
  [
    'Based on the footage, we judge with high confidence that a new attack is very unlikely.',
    [['mixed-sentence', 'high confidence that a new attack is very unlikely']],
  ],
  [
    'A second attack is almost certain (low confidence), given the losses of the garrison.',
    [['mixed-sentence', 'almost certain (low confidence']],
  ],
  [
    'Il est très probable que le JNIM ait agi (confiance élevée), car la vidéo montre le camp.',
    [['mixed-sentence', 'très probable que le JNIM ait agi (confiance élevée']],
  ],
  [
    'Avec une confiance modérée, une nouvelle attaque est improbable, compte tenu des pertes.',
    [['mixed-sentence', 'confiance modérée, une nouvelle attaque est improbable']],
  ],
  ['It is likely that JNIM did it because it names the unit. Our confidence is moderate.', []],
  ['Il est probable que le JNIM ait agi, car il nomme l’unité.\nConfiance modérée.', []],
  [
    'Residents have little confidence in the army; an attack is likely since the post is empty.',
    [],
  ],
  ['Une confiance faible : la source est unique.', []],
  // the number of a source is nobody killed
  ['JNIM claims 200 killed [1]. The post is empty, so a new attack is very likely.', []],
  ['Le JNIM affirme avoir tué 200 soldats [1, 2].', []],
  // both rows of words
  [
    'A raid is likely given the season [1]. An assault on the town is highly improbable [2].',
    [['mixed-rows', 'highly improbable']],
  ],
  [
    'An attack is probable, judging by the message [4]. A siege is very likely [4]. A truce is unlikely [5].',
    [['mixed-rows', 'probable']],
  ],
  [
    'There is a remote chance of talks [1]. A new raid is almost certain [2].',
    [['mixed-rows', 'almost certain']],
  ],
  [
    'Un raid est probable [1]. Une prise de la ville est hautement improbable [2].',
    [['mixed-rows', 'hautement improbable']],
  ],
  [
    'Une nouvelle attaque est vraisemblable au vu du message. Des renforts sont très probables.',
    [['mixed-rows', 'très probables']],
  ],
  ['The remote village of Sollé is likely to be next, as shown by the leaflets.', []],
  ['A raid is likely [1]; a siege is very unlikely [1].', []],
  [
    'Likely and probable are used interchangeably here. A raid is likely [1] and a siege probable [2].',
    [],
  ],
  ['Un raid est peu probable [1] ; un siège est improbable [2].', []],
  // a judgement without a basis
  ['A further attack on the town is likely.', [['no-basis', 'likely']]],
  ['We assess that JNIM will hold the road.', [['no-basis', 'We assess']]],
  [
    'In our judgement the garrison will leave.\n\nWe believe it will be replaced.',
    [
      ['no-basis', 'our judgement'],
      ['no-basis', 'We believe'],
    ],
  ],
  ['Une nouvelle attaque est presque certaine.', [['no-basis', 'presque certaine']]],
  ['Nous estimons que la garnison partira.', [['no-basis', 'Nous estimons']]],
  ['À notre avis, la route restera coupée.', [['no-basis', 'À notre avis']]],
  ['A further attack is likely, because the post was not manned again.', []],
  [
    'A further attack is likely:\n\n- the post was not manned again [3];\n- leaflets name the town.',
    [],
  ],
  ['We assess that JNIM did it [2, 3].', []],
  ['Nous estimons, au vu de la vidéo, que le JNIM tient la base.', []],
  ['Une nouvelle attaque est probable : le message de Dicko l’annonce [4].', []],
  ['“A new attack is likely,” an inhabitant told the radio.', []],
  ['Le gouverneur juge une attaque « très probable ».', []],
  // a claimed figure as a fact
  ['At Djibo 200 soldiers were killed.', [['claim-as-fact', '200 soldiers were killed']]],
  ['The attack killed 200 soldiers and police.', [['claim-as-fact', '200 soldiers and police']]],
  ['JNIM claimed the attack, which killed 200 soldiers.', [['claim-as-fact', '200 soldiers']]],
  ['Some 15 to 20 people were wounded.', [['claim-as-fact', '15 to 20 people were wounded']]],
  ['L’attaque a fait 200 morts.', [['claim-as-fact', '200 morts']]],
  [
    'Deux cents soldats ont été tués à Djibo.',
    [['claim-as-fact', 'Deux cents soldats ont été tués']],
  ],
  ['Le JNIM a revendiqué l’attaque, qui a fait 200 morts.', [['claim-as-fact', '200 morts']]],
  ['JNIM claimed that 200 soldiers were killed.', []],
  ['According to the ministry, 15 to 20 people were wounded.', []],
  ['JNIM claimed the attack and said that it had killed 200 soldiers.', []],
  ['Killed: 200 (D4).', []],
  ['Selon le JNIM, 200 soldats ont été tués.', []],
  ['L’attaque aurait fait 200 morts.', []],
  ['Le groupe revendique la mort de 200 soldats.', []],
  ['At Nassoumbou 12 soldiers were killed.', []],
  ['À Nassoumbou, douze soldats ont été tués.', []],
  // figures that the claims do not, or no longer, say
  ['JNIM claimed 60 soldiers killed.', [['toll-replaced', '60 soldiers killed']]],
  ['Le JNIM revendique la mort de 60 soldats.', [['toll-replaced', '60 soldats']]],
  ['According to SITE, 150 soldiers were killed.', [['toll-unknown', '150 soldiers were killed']]],
  [
    'Selon l’armée, 40 militaires ont été blessés.',
    [['toll-unknown', '40 militaires ont été blessés']],
  ],
  ['The army said that 12 soldiers were missing.', [['toll-unknown', '12 soldiers were missing']]],
  ['JNIM says it killed hundreds of soldiers.', []],
  ['Since 2015 more than 20,000 people have been killed.', []],
  ['Depuis 2015, plus de 20 000 personnes ont été tuées.', []],
  // nothing to say
  ['On 11 May 2025 fighters on some 100 motorcycles entered the town at 06:00.', []],
  ['Le 11 mai 2025, une centaine de motos sont entrées dans la ville à 6 h.', []],
  ['The army gave no figure.', []],
  ['L’armée n’a donné aucun bilan.', []],
  ['What was the fate of the market? Nobody who was there could be reached.', []],
  ['هاجم مسلحون القاعدة فجراً.', []],
];
