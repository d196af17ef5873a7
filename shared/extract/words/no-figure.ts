/** "gave no figure", "n'a donne aucun bilan": that no figure is given, English and French; reads folded text. */

/** One of the words, for a pattern. */
const one = (words: string): string => `(?:${words.split(' ').join('|')})`;

const adverbs =
  '(?:immediately|yet|so far|specifically|otherwise|publicly|itself|initially|independently) ';
const own = one(
  'any a an the its his her their exact precise specific official overall further more own full casualty death new immediate possible',
);
const what = `(?:${own} )*(?:figures?|tolls?|numbers?|counts?|casualt(?:y|ies)|losses|breakdown|death toll|how many|deaths|victims)`;
const give =
  '(?:give|gives|gave|given|giving|provide|provides|provided|providing|release|releases|released|releasing|offer|offers|offered|offering|issue|issued|issuing|say|says|said|saying|specify|specified|specifying|disclose|disclosed|disclosing|mention|mentioned|mentioning|put|putting|state|stated|stating|publish|published|publishing|reveal|revealed|supply|supplied|cite|cited|quote|quoted|report|reported|confirm|detail|detailed|elaborate on|comment on|commented on|commenting on)';

const english = [
  `(?:gave|give|gives|given|giving|provided?|providing|released?|offer\\w*|issued|cited|supplied|published) no (?:official |precise |exact |other |further |specific |immediate )*(?:figures?|tolls?|casualty|numbers?|death toll|details? (?:of|on|about) (?:the )?(?:casualt\\w+|losses|victims))(?: (?:figures?|tolls?|numbers?))?`,
  `without (?:${adverbs})?${give} (?:out )?${what}`,
  `(?:did|has|have|had|was|were|does|do|would|could|can)(?: not|n't) (?:been able to |able to |be able to |want to |wish to |${adverbs})*${give} (?:out )?${what}`,
  `(?:declined|refused|unable|failed|yet|reluctant) to ${give} (?:out )?${what}`,
  `could (?:give|provide|offer) no ${what}`,
  'no (?:official |precise |exact |independent |immediate |confirmed |overall |other )*(?:death )?(?:toll|figures?|casualty (?:figures?|toll|count))(?! of )',
  `no (?:official |immediate |further |word or )?(?:word|information|details?|indication|data) (?:on|of|about|as to|regarding) (?:${own} )*(?:number of |extent of )?(?:casualties|toll|victims|losses|dead|deaths)`,
  `(?:toll|number of (?:\\w+ )?(?:dead|victims|casualties|wounded|deaths|killed|injured)|casualty figures?|casualties|losses|figures?) (?:was|were|is|are|remains?|remained)(?: not)? ?(?:${adverbs})?(?:unknown|unclear|uncertain|not known|not clear|clear|known|available|given|released|disclosed|established|provided|not (?:${adverbs})?(?:clear|known|available|given|released|disclosed|established))`,
  `(?:unclear|not (?:${adverbs})?(?:clear|known)|unknown) how many`,
  'how many (?:\\w+ ){0,8}(?:was|were|is|remained|remains) (?:not |un)(?:immediately )?(?:clear|known)',
  `(?:made no mention|said nothing|silent|kept silent|stayed silent|no comment) (?:of|about|on) (?:(?:${own}|number of) )*(?:casualties|losses|toll|victims|dead|deaths)`,
];

const deny =
  "(?:sans|n'a|n'ont|n'avait|n'avaient|n'est|n'etait|n'etaient|n'etant|ne|n'|refuse d[e'] ?|refusent d[e'] ?|refusant d[e'] ?|refuse a|garde de|gardee de|renonce a|pas en mesure d[e'] ?|incapables? d[e'] ?|pas souhaite|pas voulu|se refuse a)";
const filler =
  "(?:toutefois|pas|encore|toujours|jamais|pour l'heure|pour l'instant|pour autant|cependant|souhaite|voulu|pu|ete|lui|en|y|rien|plus|mesure|de|a|etre|officiellement|immediatement|etait|etaient|veut|peut|souhaitait|voulait|a ce stade|dans l'immediat|neanmoins|en mesure|en mesure de|ni|capable)";
const verb =
  '(?:donner?|donnees?|fournir?|fournis?|avancer?|communiquer?|communiquees?|publier?|livrer?|preciser?|precisees?|indiquer?|reveler?|devoiler?|etablir?|etabli|chiffrer?|confirmer?|evoquer?|mentionner?|detailler?|dire|dit|rendu|rendre|annoncer?|faire|fait|dressee?r?|connaitre)';
const object =
  "(?:(?:de|d'|du|des|aucun|aucune|un|une|le|la|les|leur|leurs|son|ses|autres?|public|officiel|exact|etat|precis|sur|quant|a|au|davantage) ?)*(?:bilans?|chiffr\\w*|nombre|combien|pertes|victimes|precisions? sur (?:le|la|les|ses|leurs) (?:bilan|nombre|pertes|victimes)|details? sur (?:le|les|ses|leurs) (?:bilan|pertes|victimes|nombre))";
const french = [
  `${deny} ?(?:${filler} )*${verb} (?:${filler} )*${object}`,
  'sans (?:toutefois |pour autant )?(?:les|la|le|en)? ?(?:chiffrer|quantifier)',
  "(?:muet|muette|muets|silencieux|silence|rien dit|rien dire|pas exprimee?s?|pas communique|pas communiquee?s?) (?:sur|du|de|quant a|quant au) (?:le |la |les |ses |leurs |d'eventuelles |ces )*(?:bilan|pertes|nombre|victimes)",
  'aucun (?:bilan|chiffre)(?: officiel| precis| humain| definitif| chiffre| fiable)*',
  'pas de (?:bilan|chiffre)',
  "bilan (?:humain |officiel |exact |precis |chiffre |definitif |des victimes |des pertes )*(?:(?:non|pas) |n'est pas |n'a pas |n'etait pas |n'avait pas |reste |restait |demeure |demeurait |est |etait )*(?:encore |toujours |ete )*(?:non |pas )?(?:encore )?(?:communique|connu|disponible|inconnu|etabli|precise|publie|rendu public|indisponible|incertain|revele|donne)",
  "(?:nombre|bilan)(?: exact| precis)?(?: de| des| d'| de la| de ces)?(?: \\w+){0,3} (?:reste|restait|demeure|demeurait|est|etait|n'est|n'etait|n'a|n'avait)(?: pas| encore| toujours| ete| pu)* ?(?:inconnu|incertain|connu|etabli|communique|indetermine|precise|etre (?:etabli|precise|determine))",
  '(?:on |nul ne |personne ne )?(?:ignore|ignorait|ignorent|sait|savait)(?: pas| encore| toujours)* (?:combien|le (?:bilan|nombre))',
  'bilan (?:encore )?inconnu',
];

export const noFigure = new RegExp(`(?<![\\p{L}'])(?:${[...english, ...french].join('|')})`, 'u');
