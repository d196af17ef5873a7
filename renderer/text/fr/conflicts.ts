import type { conflictsEn } from '../en/conflicts.ts';
import { pluralFr } from '../plural.ts';

export const conflictsFr: typeof conflictsEn = {
  title: 'Différences à trancher',
  help: 'Un fichier plus récent dit autre chose que vous. Vos mots restent jusqu’à votre décision ; ce que vous gardez n’est redemandé que si le fichier dit du nouveau.',
  total: (count) => pluralFr(count, 'incident attend', 'incidents attendent'),
  byKind: 'Trancher d’un coup, par genre',
  kind: (table, field, count) => `${table}, ${field} : ${count} sur cette page`,
  mine: 'Dans le dossier',
  files: 'Dans le fichier',
  writer: (name, at) => `${name}, le ${at}`,
  from: (file, line, at) => `${file}, ligne ${line}, importé le ${at}`,
  keep: 'Garder le vôtre',
  take: 'Prendre celui du fichier',
  keepFor: (field, title) => `Garder votre ${field} de ${title}`,
  takeFor: (field, title) => `Prendre ${field} du fichier pour ${title}`,
  keepAll: (name) => `Garder tous les vôtres : ${name}`,
  takeAll: (name) => `Prendre tous ceux du fichier : ${name}`,
  open: (title) => `Ouvrir ${title}`,
  kept: (field) => `${field} : vos mots sont gardés.`,
  taken: (field) => `${field} : repris du fichier.`,
  decidedAll: (count) => `${pluralFr(count, 'différence tranchée', 'différences tranchées')}.`,
  more: 'Différences suivantes',
  goDecide: 'Trancher les différences',
  waiting: (count, file) =>
    `${file} dit autre chose que vous en ${pluralFr(count, 'endroit', 'endroits')}.`,
  origin: 'Repris de',
  cells: (count) => pluralFr(count, 'autre cellule de sa ligne', 'autres cellules de sa ligne'),
};
