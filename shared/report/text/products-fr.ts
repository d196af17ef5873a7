import type { ChangeLevel } from '../../domain/period.ts';
import type { ProductText } from './products-en.ts';

const number = (n: number) => n.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
const plural = (n: number, one: string, many: string) => `${number(n)} ${n < 2 ? one : many}`;

const changes: { readonly [L in ChangeLevel]: string } = {
  'large-increase': 'forte hausse',
  'moderate-increase': 'hausse modérée',
  'limited-change': 'variation limitée',
  'large-decrease': 'forte baisse',
};

export const productTextFr: ProductText = {
  number,
  change: (level) => changes[level],
  keyPoints: 'Points clés',
  countPoint: (count, mean, level) =>
    `${plural(count, 'incident', 'incidents')}\u00a0; moyenne des quatre périodes précédentes\u00a0: ${number(mean)} (${changes[level]}).`,
  unsurePoint: (n) =>
    n < 2
      ? `${number(n)} d’entre eux a pu se produire hors de la période\u00a0: sa date est incertaine.`
      : `${number(n)} d’entre eux ont pu se produire hors de la période\u00a0: leurs dates sont incertaines.`,
  nothing: 'Aucun incident n’est enregistré pour cette période.',
  killedPoint: (range, attacks, grades) =>
    `Tués selon les sources\u00a0: ${range}, d’après ${plural(attacks, 'incident chiffré', 'incidents chiffrés')}${grades === '' ? '' : `, ${grades}`}.`,
  deadliestPoint: (title, date, range, grades) =>
    `Bilan allégué le plus élevé\u00a0: ${title} (${date}), ${range} tués${grades === '' ? '' : `, ${grades}`}.`,
  actorsPoint: (list) => `Le plus souvent auteur ou revendiquant\u00a0: ${list}.`,
  newActorsPoint: (list) => `Vus pour la première fois dans ce dossier\u00a0: ${list}.`,
  claimedPoint: (n) =>
    n < 2
      ? `${number(n)} incident ne repose que sur ce qui est rapporté ou revendiqué.`
      : `${number(n)} incidents ne reposent que sur ce qui est rapporté ou revendiqué.`,
  disputedPoint: (n) => `${plural(n, 'incident est contesté', 'incidents sont contestés')}.`,
  mapCaption: (n, scope) =>
    `${plural(n, 'incident localisé', 'incidents localisés')} — ${scope}. Les cercles montrent avec quelle précision un lieu est connu.`,
  activity: 'Incidents dans le temps',
  activityCaption: (unit, scope) => `Incidents par ${unit} — ${scope}.`,
  units: { day: 'jour', week: 'semaine (du lundi)', month: 'mois', year: 'année' },
  sure: 'datés dans la barre',
  spread: 'part des incidents dont la date couvre plusieurs barres',
  unplaced: (n) => `${plural(n, 'incident n’a', 'incidents n’ont')} pas d’intervalle daté.`,
  byArea: 'Par zone',
  noArea: 'Zone inconnue',
  killed: (range) => `Tués\u00a0: ${range}.`,
  comparison: 'Par rapport aux périodes précédentes',
  comparisonColumns: {
    what: 'Décompte',
    now: 'Cette période',
    before: 'Période précédente',
    mean: 'Moyenne des quatre précédentes',
    change: 'Évolution',
  },
  comparisonNote:
    'Périodes de même durée, l’une après l’autre. Évolution par rapport à la moyenne des quatre précédentes, selon les niveaux d’ACLED\u00a0: au-delà de +25\u00a0% forte hausse, de +10 à +25\u00a0% hausse modérée, sous −25\u00a0% forte baisse\u00a0; une moyenne de deux au plus face à cinq au plus est une variation limitée. Les bilans sont des fourchettes et ne sont pas comparés.',
  allIncidents: 'Tous les incidents',
  killedRow: 'Tués (fourchette)',
  earlier: 'Changements sur des incidents antérieurs',
  earlierNone:
    'Rien de ce qui était enregistré avant cette période n’a été modifié depuis son début.',
  statusChanged: (from, to) => `Statut\u00a0: ${from} → ${to}.`,
  claimsAdded: (n) => `${plural(n, 'allégation ajoutée', 'allégations ajoutées')}.`,
  claimsReplaced: (n) =>
    `${plural(n, 'allégation remplacée', 'allégations remplacées')} par une plus récente.`,
  withdrawn: 'Retiré.',
  assessment: 'Appréciation',
  gaps: 'Lacunes',
  noDate: (n) =>
    n < 2
      ? `${number(n)} incident correspondant est sans date et n’entre dans aucune période.`
      : `${number(n)} incidents correspondants sont sans date et n’entrent dans aucune période.`,
  noToll: (n) => `${plural(n, 'incident', 'incidents')} sans aucun chiffre de tués.`,
  noPerpetrator: (n) => `${plural(n, 'incident', 'incidents')} sans auteur ni revendication.`,
  imprecise: (n) =>
    `${plural(n, 'incident situé', 'incidents situés')} à l’échelle d’une zone seulement.`,
  question: (title, text) => `${title}\u00a0: ${text}`,
  method: (from, to) =>
    `Méthode. Un incident appartient à la période quand l’un de ses jours possibles se situe entre le ${from} et le ${to}.`,
  periodTitle: (from, to) => `Situation du ${from} au ${to}`,
  undated: 'Sans date',
  chronologyColumns: {
    date: 'Date',
    incident: 'Incident',
    actors: 'Acteurs',
    killed: 'Tués',
    status: 'Statut',
  },
  names: 'Noms',
  kind: 'Nature',
  country: 'Pays',
  active: 'Actif',
  activeFrom: (date) => `depuis ${date}`,
  activeTo: (date) => `jusqu’à ${date}`,
  seen: 'Dans ce dossier',
  seenLine: (incidents, period) =>
    `${plural(incidents, 'incident', 'incidents')}${period === '' ? '' : `, ${period}`}`,
  killedIn: 'Tués là où il est auteur ou revendiquant',
  rolesLine: 'Rôles',
  relations: 'Relations',
  relationColumns: { relation: 'Relation', actor: 'Acteur', period: 'Période', basis: 'Fondement' },
  incidents: 'Incidents',
  incidentColumns: {
    date: 'Date',
    place: 'Lieu',
    incident: 'Incident',
    role: 'Rôle',
    killed: 'Tués',
    status: 'Statut',
  },
  mostIncidents: (shown, all) => `Les ${number(shown)} plus récents de ${number(all)} incidents.`,
  claims: 'Ce qu’il affirme',
  claimColumns: { incident: 'Incident', claim: 'Allégation', through: 'Par', grade: 'Cote' },
  byTypeOf: 'Par type',
  byAreaOf: 'Par région',
  notes: 'Notes de l’analyste',
};
