import type { ReportText } from './en.ts';

const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`;

export const reportTextFr: ReportText = {
  kinds: {
    brief: 'Fiche d’incident',
    list: 'Liste d’incidents',
    sitrep: 'Point de situation',
    profile: 'Profil d’acteur',
    chronology: 'Chronologie',
    trend: 'Note hebdomadaire de tendance',
  },
  page: 'Page',
  of: 'sur',
  asOf: (moment) => `situation au ${moment}`,
  notVerified: 'Les chiffres sont rapportés, non vérifiés.',
  invented: 'INVENTÉ POUR L’EXERCICE — rien de ce rapport n’a eu lieu',
  state: 'État des connaissances',
  author: 'Établi par',
  case: 'Dossier',
  scope: 'Périmètre',
  tlpMeaning: 'Diffusion',
  who: 'Qui',
  what: 'Quoi',
  when: 'Quand',
  where: 'Où',
  targets: 'Cibles',
  status: 'Statut',
  confidence: (level) => `confiance ${level.toLowerCase()}`,
  asWorded: (words) => `formulé «\u00a0${words}\u00a0»`,
  centreOnly: 'les coordonnées sont celles du milieu de la zone',
  within: (km) => `dans un rayon de ${km}\u00a0km`,
  noActors: 'Aucun acteur n’est lié.',
  notStated: 'Non précisé',
  known: 'Ce qui est allégué, confirmé, inconnu',
  tolls: 'Bilans, allégation par allégation',
  tollColumns: {
    party: 'Issue et partie',
    figure: 'Chiffre',
    who: 'Selon',
    through: (whom) => `par ${whom}`,
    source: 'Source',
    grade: 'Cote',
  },
  superseded: 'remplacée',
  unfounded: 'cotée 1 sans source indépendante',
  denied: (by) => `démentie par ${by}`,
  sameOrigin: (origin) => `même origine\u00a0: ${origin}`,
  ranges: 'Fourchettes',
  rangeLine: (outcome, range) => `${outcome}\u00a0: ${range}`,
  best: (figure, grade) => `le mieux coté ${figure} (${grade})`,
  tollNote:
    '«\u00a0Plusieurs\u00a0» se lit 3–9, «\u00a0des dizaines\u00a0» 24–99, «\u00a0des centaines\u00a0» 200–999. «\u00a0Aucun chiffre donné\u00a0» n’est pas zéro.',
  noTolls: 'Aucune source ne parle de victimes.',
  map: (title) => `Lieu\u00a0: ${title}. Le cercle montre avec quelle précision le lieu est connu.`,
  continues: 'Suite à la page suivante',
  mapDrawing: 'La carte est en cours de tracé…',
  mapFailed: 'La carte n’a pas pu être tracée sur cette machine.',
  clusters: 'nombre\u00a0: incidents proches les uns des autres',
  halo: 'cercle\u00a0: le lieu se trouve quelque part à l’intérieur',
  hollow: 'évidé\u00a0: connu à l’échelle d’une zone seulement',
  linked: 'Incidents liés',
  linkedColumns: {
    relation: 'Relation',
    incident: 'Incident',
    killed: 'Tués',
  },
  oneFigure:
    'Les incidents marqués «\u00a0peut-être le même\u00a0» donnent ensemble un seul chiffre, jamais la somme de deux.',
  notes: 'Notes de l’analyste',
  noteBy: (kind, author, day) => `${kind} — ${author}, ${day}`,
  sources: 'Sources',
  sourcePassesOn: (title) => `Relaie\u00a0: ${title}.`,
  published: (date) => `publié\u00a0: ${date}`,
  accessed: (date) => `consulté\u00a0: ${date}`,
  ratingKey: 'Échelle de cotation',
  ratingKeyText: (reliabilities, credibilities) =>
    `Lettre, fiabilité de la source\u00a0: ${reliabilities}. Chiffre, crédibilité de l’allégation\u00a0: ${credibilities}.`,
  noBasis:
    'F et 6 signifient qu’il n’y a pas de base pour juger\u00a0; ce ne sont pas les plus mauvaises cotes.',
  gradeSpan: (best, worst) =>
    best === worst
      ? `meilleures allégations cotées ${best}`
      : `meilleures allégations cotées de ${best} à ${worst}`,
  correction: {
    title: (edition) => `Rectificatif, édition ${edition}`,
    replaces: (productId, asOf) => `Cette édition remplace ${productId}, ${asOf}.`,
    none: 'Aucun incident n’est décrit autrement.',
    more: (n) => `${plural(n, 'autre changement', 'autres changements')}.`,
    new: 'nouveau',
    toll: (from, to) => `tués, rectifié de ${from} à ${to}`,
    status: (from, to) => `statut, rectifié de ${from} à ${to}`,
    merged: (into) => `fusionné avec «\u00a0${into}\u00a0»`,
    withdrawn: 'retiré',
    left: 'ne relève plus de ce rapport',
  },
  method: {
    title: 'Méthode.',
    ranges:
      'Les fourchettes vont du chiffre le plus bas au plus haut qu’une allégation donne\u00a0: une même origine compte une fois, les allégations remplacées sont exclues, rien n’est moyenné, et «\u00a0aucun chiffre donné\u00a0» n’est pas zéro. Le meilleur chiffre est celui de la meilleure cote\u00a0; F et 6 viennent en dernier. Sur plusieurs incidents, ceux qui sont peut-être le même comptent une fois et les réfutés sont exclus.',
    rangesOfOne:
      'Les fourchettes vont du plus bas au plus haut chiffre allégué ; une même origine compte une fois, les allégations remplacées sont exclues, rien n’est moyenné.',
    cut: (scope, incidents) =>
      `Données\u00a0: ${scope}\u00a0; ${plural(incidents, 'incident', 'incidents')}.`,
    lastChange: (moment, revision) =>
      `Dernière modification du dossier\u00a0: ${moment} (nº\u00a0${revision.toLocaleString('fr-FR')}).`,
    hash: (sha256) => `SHA-256 des données d’entrée\u00a0: ${sha256}.`,
  },
  dataSets: {
    ACLED: (n) =>
      `Contient des données d’ACLED (Armed Conflict Location & Event Data, acleddata.com), selon ses conditions d’utilisation\u00a0: ${plural(n, 'incident', 'incidents')}.`,
    UCDP: (n) =>
      `Contient des données du Uppsala Conflict Data Program (UCDP, ucdp.uu.se), CC BY 4.0\u00a0: ${plural(n, 'incident', 'incidents')}.`,
    GTD: (n) =>
      `Contient des données de la Global Terrorism Database (GTD) de START, université du Maryland (start.umd.edu/gtd), selon ses conditions d’utilisation\u00a0: ${plural(n, 'incident', 'incidents')}.`,
  },
  overview: 'Vue d’ensemble',
  incidents: 'Incidents',
  count: (n) => plural(n, 'incident', 'incidents'),
  period: 'Période',
  undated: (n) => `${n} sans date`,
  totalKilled: 'Tués',
  totalInjured: 'Blessés',
  totalLine: (range, attacks) =>
    `${range}, d’après ${plural(attacks, 'attaque chiffrée', 'attaques chiffrées')}`,
  totalMerged: (n) =>
    n < 2
      ? '1 incident peut-être identique à un autre\u00a0: compté une fois'
      : `${n} incidents peut-être identiques à d’autres\u00a0: comptés une fois`,
  totalWithout: (n) => `${n} sans chiffre`,
  totalRefuted: (n) => (n < 2 ? '1 réfuté, non compté' : `${n} réfutés, non comptés`),
  noTotal: 'aucun chiffre',
  byStatus: 'Par statut',
  byType: 'Par type',
  listColumns: {
    number: 'Nº',
    date: 'Date',
    place: 'Lieu',
    incident: 'Incident',
    actors: 'Acteurs',
    killed: 'Tués',
    status: 'Statut',
  },
  possiblySame: (numbers) => `peut-être le même que le nº ${numbers}`,
  possiblySameOutside: 'peut-être le même qu’un incident non listé',
  listNote:
    'Tués\u00a0: fourchette des allégations d’un incident, avec la cote de la meilleure. Un tiret signifie qu’aucune source ne parle de morts.',
  allOfCase: 'Tous les incidents du dossier',
  chosen: (n) => `${plural(n, 'incident choisi', 'incidents choisis')} à la main`,
  tlpTooLow: (asked, needed) =>
    `Un rapport étiqueté ${asked} ne peut pas contenir d’éléments étiquetés ${needed}.`,
  linkGone: (name) => `${name} (retiré)`,
  claimWithdrawn: 'allégation retirée',
  claimUnsourced: 'allégation sans source',
  sourceGone: 'source retirée',
  nothingToList: 'Aucun incident ne correspond.',
};
