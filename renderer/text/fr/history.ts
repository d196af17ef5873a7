import type { historyEn } from '../en/history.ts';
import { pluralFr } from '../plural.ts';

export const historyFr: typeof historyEn = {
  title: 'Historique',
  subtitle: 'Chaque modification du dossier : qui, quand, pourquoi, et la valeur d’avant',
  list: 'Modifications, de la plus récente à la plus ancienne',
  states: { done: '', undone: 'annulé', gone: 'ne peut plus être rétabli' },
  changes: (count) => pluralFr(count, 'modification', 'modifications'),
  why: 'Motif',
  record: 'Fiche',
  field: 'Champ',
  before: 'Avant',
  after: 'Après',
  moreChanges: (count) => `et ${pluralFr(count, 'autre modification', 'autres modifications')}`,
  show: (title) => `Montrer les modifications de « ${title} »`,
  onlyThis: (record) => `Seulement l’historique de ${record}`,
  filtered: 'Une fiche et ce qui s’y rattache',
  showAll: 'Tout le dossier',
  loadMore: 'Modifications plus anciennes',
  empty: 'Aucune modification',
  emptyNext: 'Tout ce que vous saisirez, modifierez, supprimerez ou importerez figurera ici.',
  undoHelp:
    'Annuler défait d’abord l’étape la plus récente, puis les précédentes une à une ; une étape annulée peut être rétablie tant que rien de nouveau n’est saisi. Un import s’annule en bloc. Rien n’est jamais effacé de cette liste.',
  undoImport: 'Annuler cet import',
  undoImportTitle: 'Annuler cet import ?',
  undoImportBody:
    'Les fiches qu’il a ajoutées sont supprimées, celles qu’il a modifiées retrouvent leurs valeurs. Ce qui a été modifié à la main depuis reste en l’état.',
  batchUndone: (undone, kept) =>
    kept === 0
      ? `${pluralFr(undone, 'fiche annulée', 'fiches annulées')}.`
      : `${pluralFr(undone, 'fiche annulée', 'fiches annulées')}, ${pluralFr(kept, 'fiche gardée', 'fiches gardées')} car modifiées depuis.`,
  check: 'Vérifier le dossier',
  checking: 'Vérification de chaque fiche, lien et empreinte…',
  checkGood: 'Le dossier est sain.',
  checkGoodNext:
    'Le fichier, ses fiches, leurs liens, les empreintes et l’index de recherche concordent.',
  checkBad: (count) => `${pluralFr(count, 'problème trouvé', 'problèmes trouvés')}.`,
  checkBadNext:
    'Enregistrez une copie maintenant et ne supprimez pas les plus anciennes. Voici ce qui a été trouvé, pour la personne qui vous aidera :',
  checkIndexes:
    'Vos fiches sont intactes. Seul ce qui en est calculé ne concorde plus : l’index de recherche, les points de la carte, les bilans ou les clés de tri. Tout cela peut être reconstruit.',
  reindex: 'Reconstruire l’index de recherche',
  reindexed: (incidents, others) =>
    `L’index de recherche est reconstruit : ${incidents} incidents et ${others} autres fiches.`,
  moreProblems: (count) => `et ${count} de plus`,
  noValue: 'vide',
  picture: 'une image',
  yes: 'oui',
  no: 'non',
  recordId: (start) => `fiche …${start}`,
  action: (kind, title) => `${kind} « ${title} »`,
};
