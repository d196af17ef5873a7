import type { uiEn } from '../en/ui.ts';

export const uiFr: typeof uiEn = {
  close: 'Fermer',
  cancel: 'Annuler',
  remove: 'Retirer',
  removeNamed: (name) => `Retirer ${name}`,
  addValue: (value) => `Ajouter « ${value} »`,
  searching: 'Recherche…',
  nothingFound: 'Aucun résultat.',
  showChoices: (label) => `Afficher les choix : ${label}`,
  notifications: 'Notifications',
  reliability: (letter, words) => `Source ${letter} : ${words}`,
  credibility: (digit, words) => `Affirmation ${digit} : ${words}`,
  more: 'Plus',
};
