import type { settingsEn } from '../en/settings.ts';

export const settingsFr: typeof settingsEn = {
  title: 'Réglages',
  appearance: 'Langue et apparence',
  language: 'Langue',
  languages: { system: 'Celle du système', en: 'English', fr: 'Français' },
  theme: 'Apparence',
  themes: { system: 'Celle du système', light: 'Claire', dark: 'Sombre' },
  author: 'Auteur',
  authorHelp:
    'Votre nom accompagne désormais chacune de vos modifications, ainsi que les paquets et les rapports que vous transmettez. L’historique garde le nom sous lequel chaque modification a été faite ; vos notes prennent le nouveau.',
  name: 'Nom',
  initials: 'Initiales',
  initialsHelp: 'Dix lettres au plus, affichées là où la place manque',
  theCase: 'Ce dossier',
  noCase: 'Aucun dossier n’est ouvert.',
  caseTitle: 'Titre',
  caseTitleMissing: 'Un dossier doit avoir un titre.',
  description: 'Description',
  descriptionHelp: 'Ce que le dossier couvre et ce qu’il laisse de côté. Markdown.',
  tlp: 'Marquage du dossier',
  tlpHelp:
    'Les nouvelles fiches prennent ce marquage. Exports et rapports laissent de côté ce qui dépasse le plafond que vous y choisissez.',
  file: (name) => `Fichier : ${name}`,
  readOnly: 'Ce fichier n’est pas accessible en écriture : rien ici ne peut être modifié.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  reset: 'Rétablir',
  unsaved: 'Pas encore enregistré',
  about: 'À propos de Cairn',
  version: 'Version',
  electron: 'Electron',
  platform: 'Système',
  network: 'Réseau',
  networkValue: 'Jamais utilisé. Toute requête qui ne vise pas les fichiers de Cairn est refusée.',
  dataWhere: 'Vos données',
  dataWhereValue:
    'Chaque dossier est l’unique fichier dont vous avez choisi l’emplacement, pièces jointes comprises. Les réglages et la liste des dossiers récents se trouvent dans votre profil. Rien d’autre n’est écrit.',
  licences: 'Données et polices',
  licenceList: {
    naturalEarth: 'Carte du monde : Natural Earth, domaine public',
    geonames: 'Lieux : GeoNames (geonames.org), CC BY 4.0',
    inter: 'Police Inter : The Inter Project Authors, SIL Open Font License 1.1',
    noto: 'Polices Noto Naskh Arabic et Noto Sans : The Noto Project Authors, SIL Open Font License 1.1',
    taxonomy:
      'Les types d’événements suivent le manuel d’ACLED ; les cotes, l’échelle de l’Amirauté ; les marquages, TLP 2.0 de FIRST ; les mots de probabilité, ICD-203',
    software:
      'Construit avec Electron, React, React Aria, MapLibre GL JS, SQLite et d’autres, sous licences MIT, BSD, Apache 2.0 et ISC',
  },
  keys: 'Clavier',
  showKeys: 'Raccourcis clavier',
};
