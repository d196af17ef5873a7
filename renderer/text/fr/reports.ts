import type { reportsEn } from '../en/reports.ts';
import { pluralFr } from '../plural.ts';

export const reportsFr: typeof reportsEn = {
  title: 'Rapports',
  subtitle: 'Ce qui figure sur ce papier est ce que contient le PDF.',
  setup: 'Rapport',
  preview: 'Aperçu',
  kind: 'Nature',
  kinds: { brief: 'Fiche d’incident', list: 'Liste d’incidents' },
  incident: 'Incident',
  incidentHelp:
    'Saisissez un titre ou un lieu. L’incident sélectionné dans le tableau est repris au départ.',
  listTitle: 'Titre',
  scope: 'Incidents',
  scopes: { filter: 'Filtre actuel', selected: 'Sélection', case: 'Tout le dossier' },
  scopeFilter: (words, count) => `${words} : ${pluralFr(count, 'incident', 'incidents')}`,
  scopeSelected: (count) =>
    `${pluralFr(count, 'incident sélectionné', 'incidents sélectionnés')} dans le tableau`,
  scopeCase: (count) => pluralFr(count, 'incident', 'incidents'),
  language: 'Langue du rapport',
  languages: { en: 'English', fr: 'Français' },
  tlpHelp:
    'Le rapport prend l’étiquette la plus élevée de ses éléments, sauf si vous en choisissez une plus élevée.',
  tlpTooLow: (needed) =>
    `Certains éléments sont étiquetés ${needed}. Choisissez ${needed} ou plus, ou retirez ces éléments.`,
  tlpTake: (needed) => `Prendre ${needed}`,
  notes: 'Notes à imprimer',
  noNotes: 'Cet incident n’a pas de notes.',
  withMap: 'Carte',
  save: 'Enregistrer en PDF…',
  saving: 'Création du PDF…',
  saved: (fileName) => `${fileName} enregistré`,
  savedDetail: (pages, size) => `${pluralFr(pages, 'page', 'pages')}, ${size}`,
  failed: 'Le rapport n’a pas été enregistré',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  morePages: (count) =>
    `${pluralFr(count, 'page supplémentaire', 'pages supplémentaires')} dans le PDF`,
  building: 'Préparation du rapport…',
  chooseIncident: 'Choisissez un incident',
  chooseIncidentHelp:
    'Une fiche dit ce qui est allégué, confirmé et inconnu au sujet d’un incident.',
  nothingSelected: 'Aucun incident n’est sélectionné',
  nothingSelectedHelp: 'Sélectionnez des incidents dans le tableau, ou imprimez le filtre actuel.',
  gone: 'Cet incident n’existe plus.',
  fileBrief: 'fiche',
  fileList: 'incidents',
};
