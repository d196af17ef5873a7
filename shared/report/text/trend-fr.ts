import { productTextFr } from './products-fr.ts';
import type { TrendText } from './trend-en.ts';

const { number } = productTextFr;
const plural = (n: number, one: string, many: string) => `${number(n)} ${n < 2 ? one : many}`;

export const trendTextFr: TrendText = {
  title: (from, to) => `Tendances, semaine du ${from} au ${to}`,
  countPoint: (now, before, change) =>
    `${plural(now, 'incident', 'incidents')} cette semaine, ${number(before)} la semaine précédente (${change}).`,
  meansPoint: (of4, change4, of52, change52, weeks) =>
    `Par rapport à la moyenne des quatre semaines précédentes (${of4})\u00a0: ${change4}. Par rapport à celle ${weeks === 52 ? 'des 52 semaines précédentes' : weeks < 2 ? 'de la semaine précédente' : `des ${number(weeks)} semaines précédentes`} (${of52})\u00a0: ${change52}.`,
  tooYoung:
    'Le dossier ne contient pas quatre semaines avant celle-ci\u00a0: il n’y a rien à comparer.',
  killedPoint: (low, best, high, n, grades) =>
    `Tués selon les sources cette semaine\u00a0: au plus bas ${low}, ${best === null ? '' : `mieux coté ${best}, `}au plus haut ${high}, d’après ${plural(n, 'incident chiffré', 'incidents chiffrés')}${grades === '' ? '' : `, ${grades}`}.`,
  noKilled: 'Aucun incident de cette semaine n’a de chiffre pour les morts.',
  newActors: (names) => `Vus pour la première fois dans ce dossier\u00a0: ${names}.`,
  noNewActors: 'Aucun acteur n’apparaît pour la première fois dans ce dossier.',
  weeks: 'Semaine par semaine',
  weeksCaption: (scope) =>
    `Incidents par semaine (du lundi), la semaine décrite et les 52 précédentes — ${scope}.`,
  weekColumns: {
    week: 'Semaine du',
    incidents: 'Incidents',
    low: 'Tués, au plus bas',
    best: 'Tués, mieux coté',
    high: 'Tués, au plus haut',
    change: 'Face aux quatre précédentes',
  },
  weeksNote:
    'Les incidents de date incertaine comptent selon la part de leurs jours dans une semaine. Les bilans sont ceux des incidents dont tout l’intervalle de dates est dans la semaine\u00a0; les doublons possibles comptent une fois, les réfutés sont exclus. Un tiret\u00a0: avant le premier incident, ou aucun chiffre. «\u00a0+\u00a0»\u00a0: un chiffre est ouvert vers le haut.',
  changes: 'Ce qui a changé',
  changeColumns: {
    now: 'Cette semaine',
    before: 'Semaine précédente',
    of4: 'Moyenne de 4',
    of52: 'Moyenne de 52',
    change4: 'Face aux 4',
    change52: 'Face aux 52',
  },
  byType: 'Par type',
  byArea: 'Par région',
  mostAreas: (n) => `Les ${number(n)} régions avec le plus d’incidents cette semaine et avant.`,
  incidents: 'Incidents de la semaine',
  caveats: 'Réserves',
  unsure: (n) =>
    n < 2
      ? `${number(n)} incident peut être de cette semaine ou d’une autre\u00a0: il compte en partie, son bilan n’est dans aucune semaine.`
      : `${number(n)} incidents peuvent être de cette semaine ou d’une autre\u00a0: ils comptent en partie, leurs bilans ne sont dans aucune semaine.`,
  undated: (n) =>
    n < 2
      ? `${number(n)} incident correspondant n’a pas de date à deux bornes et n’est dans aucune semaine.`
      : `${number(n)} incidents correspondants n’ont pas de date à deux bornes et ne sont dans aucune semaine.`,
  young: (n) =>
    `Le dossier ne remonte qu’à ${plural(n, 'semaine', 'semaines')}\u00a0: la moyenne longue est prise sur ${n < 2 ? 'celle-ci' : 'celles-ci'}.`,
  late: 'Les dernières semaines se complètent avec les informations tardives\u00a0; une baisse peut être un retard.',
  disputed: (n) =>
    `${plural(n, 'incident de la semaine est contesté', 'incidents de la semaine sont contestés')}.`,
  claimed: (n) =>
    `${plural(n, 'incident de la semaine ne repose', 'incidents de la semaine ne reposent')} que sur ce qui est rapporté ou revendiqué.`,
  sources:
    'Les décomptes suivent ce que les sources rapportent\u00a0: plus d’attention donne plus d’incidents.',
  method: (from, to) =>
    `Méthode. Les semaines vont du lundi au dimanche\u00a0; celle-ci du ${from} au ${to}. Les niveaux d’évolution sont ceux du Trendfinder d’ACLED\u00a0: au-delà de +25\u00a0% forte hausse, de +10 à +25\u00a0% hausse modérée, sous −25\u00a0% forte baisse, sinon variation limitée\u00a0; une moyenne de deux au plus face à cinq au plus est une variation limitée. Les moyennes portent sur les semaines depuis le premier incident du filtre.`,
};
