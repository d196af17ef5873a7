/** Whether a sentence says who says it, and whether a judgement says on what it rests. Pure; folded text. */

const attribution = new RegExp(
  `(?<![\\p{L}])(?:${[
    // English
    'according to',
    'claim(?:s|ed|ing)?',
    'alleg(?:e|es|ed|edly|ing|ation|ations)',
    'reported(?:ly)?',
    'reports?',
    'reporting',
    'sa(?:y|ys|id|ying)',
    'stat(?:es|ed)',
    'statement',
    'announc(?:es|ed|ing)',
    'declar(?:es|ed)',
    'told',
    'wrote|writes|posted',
    'assert(?:s|ed|ing)',
    'acknowledg(?:es|ed)',
    'admit(?:s|ted)',
    'confirm(?:s|ed) (?:that|the)',
    'den(?:y|ies|ied)',
    'put(?:s|ting)? (?:the|its|their) (?:death )?(?:toll|number|figure|count|losses|dead)',
    'sp(?:eaks?|oke) of',
    'estimat(?:e|es|ed)',
    'record(?:s|ed)|count(?:s|ed)|documented',
    'cit(?:es|ed|ing)',
    'quot(?:es|ed|ing)',
    "(?:by|on) (?:[\\p{L}'-]+ ){1,4}own (?:account|count|reckoning|figures?|admission)",
    'purported(?:ly)?|supposed(?:ly)?',
    'un(?:confirmed|verified)',
    'attribut(?:es|ed) to',
    // French
    'selon',
    'd.?apres',
    'revendi(?:que|quent|quee?s?|quait|quant|quer|cation|cations)',
    'affirm(?:e|ent|ait|aient|ant)',
    'declar(?:e|ent|ait|aient|ant)',
    'annonc(?:e|ent|ait|aient)|annoncant',
    'indiqu(?:e|ent|ait|aient|ant)',
    'rapport(?:e|ent|ee?s?|ait|aient|ant)',
    'rapports? d(?:e|u|es)',
    'precis(?:e|ent|ait|ant)',
    '(?:fait|font|faisait|faisaient|faisant) etat',
    'evoqu(?:e|ent|ait|ant)',
    'parl(?:e|ent|ait|ant) d[eu]?',
    '(?:a|ont|avait) dit|dit|disent|disant',
    'assur(?:e|ent|ait|ant)',
    'estim(?:e|ent|ait|ant)',
    'avanc(?:e|ent|ait)|avancant',
    'recens(?:e|ent|ait)',
    'denombr(?:e|ent|ait)',
    'pretend(?:ent|ait|ant|u|us|ue|ues)?',
    'presum(?:e|es|ee|ees)',
    'reconn(?:u|ait|aissent|aissant)',
    'dement(?:i|ent|ait)?',
    'communiques?',
    'aux dires d(?:e|es|u)|au dire d(?:e|es|u)|a en croire',
    'de sources?',
    "de (?:son|leur) propre aveu|de l'aveu d(?:e|es|u)|par (?:son|leur) propre decompte",
    '(?:aurai(?:t|ent)|serai(?:t|ent)|ferai(?:t|ent))',
    'non (?:confirme|verifie)e?s?',
    'bilan (?:officiel|provisoire) de l',
  ].join('|')})(?![\\p{L}])`,
  'u',
);

/** "JNIM claimed the attack, which killed 60": who did it is claimed there, not how many died. */
const authorship =
  /(?<![\p{L}])(?:claim(?:s|ed|ing)? (?:responsibility|credit)(?: for)?|(?:claim(?:s|ed|ing)?|revendiqu(?:e|ent|ait|ant)) (?:the|this|that|l|l'|la|le|cette|cet|ce) ?(?:attack|assault|ambush|raid|bombing|attaque|assaut|embuscade|attentat|operation)|(?:attack|assault|ambush|raid|attaque|assaut|embuscade|attentat),? (?:was )?(?:claimed|revendiquee?) by|(?:attaque|assaut|embuscade|attentat),? (?:a ete |est )?revendiquee? par)(?![\p{L}])/gu;

/** A grade beside a figure says that it is a claim and how good. */
const graded = /\((?:[a-f][1-6])\)/u;

/** "Claimed 60 lives" says who died, « poste avancé » where: neither says who tells it. */
const otherSense =
  /(?<![\p{L}])(?:claim(?:s|ed|ing) (?:[\p{L}\d,]+ ){0,4}lives|(?:postes?|positions?|bases?|lignes?) avancee?s?)(?![\p{L}])/gu;

/** Whether the words of one sentence say whose figure it is. */
export function isAttributed(folded: string): boolean {
  if (graded.test(folded)) return true;
  // "JNIM claimed the attack and said that": only the claim of the deed is set aside
  return attribution.test(folded.replace(authorship, ' ').replace(otherSense, ' '));
}

const reasons = new RegExp(
  `(?<![\\p{L}])(?:${[
    'because',
    'since',
    'given (?:that|the|its|their|how)',
    'based on|on the basis|basis',
    'as (?:shown|evidenced|indicated|seen)',
    'in (?:view|light) of',
    'due to|owing to',
    'evidence',
    'indicat(?:e|es|ed|ors?|ions?)',
    'suggest(?:s|ed)?',
    'point(?:s|ed) to',
    'consistent with|in line with',
    'patterns?',
    'show(?:s|ed|n)?|demonstrat(?:e|es|ed)',
    'witness(?:es)?|footage|imagery|videos?|photos?|messages?',
    'judging (?:by|from)',
    'the fact that',
    'assum(?:e|es|ing|ption|ptions)',
    'follows? from|follow(?:s|ed|ing)',
    'car|parce que?|puisque?',
    'comme (?:le |l.?)?(?:montre|indique|atteste|suggere)(?:nt)?',
    'etant donne',
    'compte tenu|en raison|au vu|vu (?:que?|le|la|les|l)',
    'fonde(?:e|s|es|ent)?|repose(?:nt)?|sur la base|base(?:e|s|es)? sur',
    'a en juger',
    'montre(?:nt)?|suggere(?:nt)?|laisse(?:nt)? (?:penser|croire)|atteste(?:nt)?|temoigne(?:nt)?|temoins?|temoignages?',
    'indices?|preuves?|images?|photographies?',
    'dans la lignee|conforme(?:s|ment)?',
    "s ?'?appuie(?:nt)?",
    'supposons|hypothese',
  ].join('|')})(?![\\p{L}])`,
  'u',
);

/** `[3]`, `[1, 4]`: marks of sources. */
const marks = /\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]/u;

/** Whether words say on what a judgement rests: a reason, a source, who says so. */
export function hasBasis(folded: string): boolean {
  return marks.test(folded) || reasons.test(folded) || isAttributed(folded);
}

const background =
  /(?<![\p{L}])(?:since (?:\d{4}|\p{L}+ \d{4}|the (?:start|beginning))|over the (?:past|last)|in the (?:past|last) |in (?:all of |recent )|previous(?:ly)?|earlier (?:attacks?|this year)|a (?:year|month|week) earlier|last (?:year|month|week)|depuis|au cours d(?:e|es|u) (?:l.)?(?:\p{L}+ )?(?:derni\p{L}+|an|ans|annee|annees|mois|semaines?|trimestre|\d{4})|ces derni(?:ers|eres)|l.?(?:an|annee) derni(?:er|ere)|precedent(?:e|s|es)?|auparavant|un an plus tot)(?![\p{L}])/u;

/** Whether a sentence speaks of other times: its figures are not those of the incidents at hand. */
export function isBackground(folded: string): boolean {
  return background.test(folded);
}
