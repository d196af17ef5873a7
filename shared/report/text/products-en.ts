/** Fixed words of situation report, chronology and actor profile. `products-fr.ts` has the same shape. */
import type { ChangeLevel } from '../../domain/period.ts';

const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

const changes: { readonly [L in ChangeLevel]: string } = {
  'large-increase': 'large increase',
  'moderate-increase': 'moderate increase',
  'limited-change': 'limited change',
  'large-decrease': 'large decrease',
};

export const productTextEn = {
  number,
  change: (level: ChangeLevel) => changes[level],
  keyPoints: 'Key points',
  countPoint: (count: number, mean: number, level: ChangeLevel) =>
    `${plural(count, 'incident', 'incidents')}; mean of the four periods before: ${number(mean)} (${changes[level]}).`,
  unsurePoint: (n: number) =>
    n === 1
      ? '1 of them may have happened outside the period: its date is uncertain.'
      : `${number(n)} of them may have happened outside the period: their dates are uncertain.`,
  nothing: 'No incident is recorded for this period.',
  killedPoint: (range: string, attacks: number, grades: string) =>
    `Reported killed: ${range}, from ${plural(attacks, 'incident', 'incidents')} with a figure${grades === '' ? '' : `, ${grades}`}.`,
  deadliestPoint: (title: string, date: string, range: string, grades: string) =>
    `Highest toll claimed: ${title} (${date}), ${range} killed${grades === '' ? '' : `, ${grades}`}.`,
  actorsPoint: (list: string) => `Most often perpetrator or claimant: ${list}.`,
  newActorsPoint: (list: string) => `First seen in this case in this period: ${list}.`,
  claimedPoint: (n: number) =>
    n === 1
      ? '1 incident rests on what is reported or claimed alone.'
      : `${number(n)} incidents rest on what is reported or claimed alone.`,
  disputedPoint: (n: number) => `${plural(n, 'incident is', 'incidents are')} disputed.`,
  mapCaption: (n: number, scope: string) =>
    `${plural(n, 'incident', 'incidents')} with a place — ${scope}. Circles show how exactly a place is known.`,
  activity: 'Incidents over time',
  activityCaption: (unit: string, scope: string) => `Incidents by ${unit} — ${scope}.`,
  units: { day: 'day', week: 'week (from Monday)', month: 'month', year: 'year' },
  sure: 'dated within the bar',
  spread: 'share of incidents whose date spans several bars',
  unplaced: (n: number) => `${plural(n, 'incident has', 'incidents have')} no dated span.`,
  byArea: 'By area',
  noArea: 'Area unknown',
  killed: (range: string) => `Killed: ${range}.`,
  comparison: 'Against earlier periods',
  comparisonColumns: {
    what: 'Count',
    now: 'This period',
    before: 'Period before',
    mean: 'Mean of four before',
    change: 'Change',
  },
  comparisonNote:
    'Periods of the same length, one after the other. Change against the mean of the four before, in ACLED’s levels: above +25 % large increase, +10 to +25 % moderate increase, below −25 % large decrease; a mean of two or fewer beside five or fewer is limited change. Tolls are ranges and are not compared.',
  allIncidents: 'All incidents',
  killedRow: 'Killed (range)',
  earlier: 'Changes to earlier incidents',
  earlierNone: 'Nothing recorded before this period was changed since it began.',
  statusChanged: (from: string, to: string) => `Status: ${from} → ${to}.`,
  claimsAdded: (n: number) => `${plural(n, 'claim', 'claims')} added.`,
  claimsReplaced: (n: number) => `${plural(n, 'claim', 'claims')} replaced by a later one.`,
  withdrawn: 'Withdrawn.',
  assessment: 'Assessment',
  gaps: 'Gaps',
  noDate: (n: number) =>
    `${plural(n, 'incident that matches has', 'incidents that match have')} no date and ${n === 1 ? 'stands' : 'stand'} in no period.`,
  noToll: (n: number) => `${plural(n, 'incident', 'incidents')} without any figure for the dead.`,
  noPerpetrator: (n: number) =>
    `${plural(n, 'incident', 'incidents')} with neither perpetrator nor claimant.`,
  imprecise: (n: number) => `${plural(n, 'incident', 'incidents')} placed by area only.`,
  question: (title: string, text: string) => `${title}: ${text}`,
  method: (from: string, to: string) =>
    `Method. An incident belongs to the period when any of its possible days lies between ${from} and ${to}.`,
  periodTitle: (from: string, to: string) => `Situation, ${from} to ${to}`,
  undated: 'Without a date',
  chronologyColumns: {
    date: 'Date',
    incident: 'Incident',
    actors: 'Actors',
    killed: 'Killed',
    status: 'Status',
  },
  names: 'Names',
  kind: 'Kind',
  country: 'Country',
  active: 'Active',
  activeFrom: (date: string) => `from ${date}`,
  activeTo: (date: string) => `until ${date}`,
  seen: 'In this case',
  seenLine: (incidents: number, period: string) =>
    `${plural(incidents, 'incident', 'incidents')}${period === '' ? '' : `, ${period}`}`,
  killedIn: 'Killed where perpetrator or claimant',
  rolesLine: 'Roles',
  relations: 'Relations',
  relationColumns: { relation: 'Relation', actor: 'Actor', period: 'Period', basis: 'Basis' },
  incidents: 'Incidents',
  incidentColumns: {
    date: 'Date',
    place: 'Place',
    incident: 'Incident',
    role: 'Role',
    killed: 'Killed',
    status: 'Status',
  },
  mostIncidents: (shown: number, all: number) =>
    `The latest ${number(shown)} of ${number(all)} incidents.`,
  claims: 'What it claims',
  claimColumns: { incident: 'Incident', claim: 'Claim', through: 'Through', grade: 'Grade' },
  byTypeOf: 'By type',
  byAreaOf: 'By region',
  notes: 'Analyst’s notes',
};
export type ProductText = typeof productTextEn;
