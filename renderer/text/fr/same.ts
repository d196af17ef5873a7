import type { sameEn } from '../en/same.ts';
import { pluralFr } from '../plural.ts';

export const sameFr: typeof sameEn = {
  title: 'Même attaque ?',
  command: 'Comparer',
  searching: 'Comparaison des incidents…',
  goOn: 'Fermer et laisser continuer',
  close: 'Fermer',
  failed: 'Les incidents n’ont pas pu être comparés',
  retry: 'Réessayer',
  none: 'Rien ne ressemble à une attaque racontée deux fois',
  noneText: 'Les paires déjà distinguées ne sont plus proposées.',
  finished: 'Toutes les paires ont été examinées',
  finishedText: (count) => `${pluralFr(count, 'paire tranchée', 'paires tranchées')}.`,
  list: 'Paires à comparer',
  counts: (likely, possible) =>
    `${pluralFr(likely, 'probable', 'probables')}, ${pluralFr(possible, 'possible', 'possibles')}`,
  decided: (count) => pluralFr(count, 'tranchée', 'tranchées'),
  more: (shown) =>
    `Seules les ${shown} premières sont affichées. Tranchez-en, puis relancez la recherche.`,
  bands: { likely: 'Probable', possible: 'Possible', unlikely: 'Peu probable' },
  score: (score) => `${score} sur 100`,
  scoreHelp:
    'Ce qui plaide pour une seule attaque : dates, lieux, acteurs, type, chiffres, sources et mots. Ce qui est inconnu ne compte ni pour ni contre.',
  linked: 'Liés comme peut-être identiques',
  decisions: {
    same: 'Une seule attaque, fusionnée',
    possibly: 'Peut-être la même',
    different: 'Deux attaques',
    open: 'À trancher',
  },
  aspect: 'Critère',
  verdict: 'Constat',
  aspects: {
    date: 'Date',
    time: 'Heure',
    place: 'Lieu',
    perpetrator: 'Auteurs',
    victim: 'Visés',
    type: 'Type',
    target: 'Cibles',
    toll: 'Chiffres',
    source: 'Sources',
    words: 'Titre',
    key: 'Clé du jeu de données',
  },
  verdicts: { agrees: 'Concorde', near: 'Proche', differs: 'Diffère', unknown: 'Inconnu' },
  days: (days) => `${pluralFr(days, 'jour', 'jours')} d’écart`,
  km: (km, allowed) => `${km} km d’écart ; leur précision en admet ${allowed}`,
  notGiven: 'Non indiqué',
  notGivenInBoth: (names) => `Indiqué ni d’un côté ni de l’autre : ${names}.`,
  claims: (count) => pluralFr(count, 'allégation', 'allégations'),
  noClaims: 'Aucune allégation',
  map: 'Les deux lieux avec leur précision',
  noMap: 'L’un des deux au moins n’a pas de point sur la carte.',
  openIncident: 'Ouvrir',
  why: 'Motif, si vous voulez en donner un',
  same: 'Même attaque…',
  possibly: 'Peut-être la même',
  different: 'Deux attaques',
  skip: 'Passer',
  reopen: 'Reposer la question',
  keys: { same: 'M', possibly: 'P', different: 'D' },
  skipKey: '↓',
  decidedBy: (name, day) => `Tranché par ${name}, ${day}.`,
  reason: (why) => `Motif : ${why}`,
  undo: 'Annuler',
  done: {
    same: 'Fusionnés en un seul incident.',
    possibly: 'Liés comme peut-être identiques. Les totaux comptent les deux une seule fois.',
    different: 'Noté comme deux attaques. La question ne sera plus posée.',
    open: 'La question sera reposée.',
  },
  readOnly: 'Ce dossier est ouvert en lecture seule : comparez, mais tranchez dans une copie.',
  invented: 'L’un des deux est inventé pour l’exercice : ils ne peuvent pas être fusionnés.',
  merge: {
    title: 'Fusionner en un seul incident',
    keep: 'Incident conservé',
    keepHelp: 'Son identifiant reste ; l’autre y conduit.',
    first: 'Le premier',
    second: 'Le second',
    choose: 'Là où ils diffèrent',
    nothing: 'Les deux disent la même chose : rien à choisir.',
    sides: { kept: 'Conservé', other: 'Autre', both: 'Les deux' },
    parts: {
      title: 'Titre',
      date: 'Date',
      time: 'Heure',
      place: 'Lieu',
      type: 'Type',
      targets: 'Cibles',
      summary: 'Résumé',
      status: 'Statut',
      confidence: 'Confiance',
      review: 'Relecture',
      external_key: 'Clé du jeu de données',
    },
    both: 'Les deux, réunis',
    moves: 'Ce qui suit',
    movesNothing: 'Rien ne dépend de l’autre incident.',
    links: (count) => pluralFr(count, 'lien', 'liens'),
    notes: (count) => pluralFr(count, 'note', 'notes'),
    attachments: (count) => pluralFr(count, 'pièce jointe', 'pièces jointes'),
    tags: (count) => pluralFr(count, 'étiquette', 'étiquettes'),
    folded:
      'Les liens et étiquettes communs aux deux ne sont gardés qu’une fois. Une seule annulation défait le tout.',
    tlp: (tlp) => `Le marquage le plus strict l’emporte : TLP:${tlp}.`,
    back: 'Retour',
    confirm: 'Fusionner',
  },
  notice: (count) =>
    count === 1
      ? 'Ressemble à un incident que vous avez déjà.'
      : `Ressemble à ${count} incidents que vous avez déjà.`,
  draft: (count) =>
    count === 1
      ? 'Ressemble à un incident que vous avez déjà :'
      : `Ressemble à ${count} incidents que vous avez déjà :`,
  andMore: (count) => `et ${count} de plus`,
  panel: {
    title: 'Même attaque ?',
    compareAll: 'Comparer…',
    nothing: 'Rien d’autre dans le dossier ne ressemble à cette attaque.',
    compareWith: (title) => `Comparer avec ${title}`,
    merged: (count) =>
      count === 1
        ? 'Un autre incident a été fusionné dans celui-ci :'
        : `${count} incidents ont été fusionnés dans celui-ci :`,
    mergedInto: 'Cet incident a été fusionné dans un autre :',
    openKept: 'Ouvrir celui qui a été conservé',
  },
  toolbar: 'Même attaque ? Chercher les incidents racontés deux fois',
  partly: (count) =>
    count === 1
      ? '1 incident a plus de 400 voisins dans le temps et l’espace. Il a été comparé aux 400 qui ont le plus en commun avec lui : noms de lieux et d’acteurs, sources, mots.'
      : `${pluralFr(count, 'incident', 'incidents')} ont chacun plus de 400 voisins dans le temps et l’espace. Chacun a été comparé aux 400 qui ont le plus en commun avec lui : noms de lieux et d’acteurs, sources, mots.`,
  preview: {
    title: 'Ressemble à l’un des vôtres',
    text: (count, likely) =>
      `${pluralFr(count, 'paire', 'paires')} d’un nouvel incident et d’un des vôtres, dont ${pluralFr(likely, 'probable', 'probables')}. Après l’import, vous pourrez les comparer côte à côte.`,
    theirs: 'Dans le paquet',
    ours: 'Dans ce dossier',
    more: (count) => `et ${pluralFr(count, 'paire', 'paires')} de plus`,
    after: (count) => `Comparer ${pluralFr(count, 'paire', 'paires')}`,
    batch: 'Même attaque ?',
  },
  twins: {
    title: 'Lignes d’un jeu de données que vous avez aussi',
    inPack: (count, name) =>
      `${pluralFr(count, 'incident du paquet est une ligne', 'incidents du paquet sont des lignes')} de ${name} que ce dossier a aussi.`,
    join: 'Faire un seul incident de chaque paire',
    joinText:
      'Ce que dit le jeu de données n’y figure qu’une fois ; ce que chaque côté a ajouté ou modifié est conservé. Là où les deux ont modifié la même chose différemment, les deux incidents restent séparés et vous les comparez.',
    leaveText: 'Les deux restent. Vous pourrez les réunir plus tard sous « Même attaque ? ».',
    inCase: (count) =>
      `${pluralFr(count, 'paire est une seule et même ligne', 'paires sont chacune une seule et même ligne')} d’un jeu de données`,
    ofSet: (count, name) => `${name} : ${pluralFr(count, 'paire', 'paires')}`,
    joinAll: (count) =>
      count === 1 ? 'Réunir la paire' : `Réunir les ${pluralFr(count, 'paire', 'paires')}`,
    joining: 'Réunion en cours…',
    joined: (count) => pluralFr(count, 'paire réunie', 'paires réunies'),
    apart: (count) =>
      `${pluralFr(count, 'paire se contredit et reste', 'paires se contredisent et restent')} à comparer.`,
    undo: 'Annuler',
  },
};
