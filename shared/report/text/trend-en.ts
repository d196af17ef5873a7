/** Fixed words of the weekly trend note. `trend-fr.ts` has the same shape. */
import { productTextEn } from './products-en.ts';

const { number } = productTextEn;
const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

export const trendTextEn = {
  title: (from: string, to: string) => `Trends, week of ${from} to ${to}`,
  countPoint: (now: number, before: number, change: string) =>
    `${plural(now, 'incident', 'incidents')} this week, ${number(before)} the week before (${change}).`,
  meansPoint: (of4: string, change4: string, of52: string, change52: string, weeks: number) =>
    `Against the mean of the four weeks before (${of4}): ${change4}. Against that of ${weeks === 52 ? 'the 52 weeks' : plural(weeks, 'week', 'weeks')} before (${of52}): ${change52}.`,
  tooYoung: 'The case holds no four weeks before this one: nothing to compare with.',
  killedPoint: (low: string, best: string | null, high: string, n: number, grades: string) =>
    `Reported killed this week: lowest ${low}, ${best === null ? '' : `best graded ${best}, `}highest ${high}, from ${plural(n, 'incident', 'incidents')} with a figure${grades === '' ? '' : `, ${grades}`}.`,
  noKilled: 'No incident of this week has a figure for the dead.',
  newActors: (names: string) => `First seen in this case: ${names}.`,
  noNewActors: 'No actor appears in this case for the first time.',
  weeks: 'Week by week',
  weeksCaption: (scope: string) =>
    `Incidents by week (from Monday), the week told and the 52 before it — ${scope}.`,
  weekColumns: {
    week: 'Week from',
    incidents: 'Incidents',
    low: 'Killed, lowest',
    best: 'Killed, best graded',
    high: 'Killed, highest',
    change: 'Against the four before',
  },
  weeksNote:
    'Incidents of uncertain date count by the share of their days in a week. Tolls are those of incidents whose whole span of dates lies in the week; possibly the same counted once, refuted left out. A dash: before the first incident, or no figure. “+”: some figure is open at the top.',
  changes: 'What changed',
  changeColumns: {
    now: 'This week',
    before: 'Week before',
    of4: 'Mean of 4',
    of52: 'Mean of 52',
    change4: 'Against the 4',
    change52: 'Against the 52',
  },
  byType: 'By type',
  byArea: 'By region',
  mostAreas: (n: number) => `The ${number(n)} regions with most incidents this week and before.`,
  incidents: 'Incidents of the week',
  caveats: 'Caveats',
  unsure: (n: number) =>
    n === 1
      ? '1 incident may belong to this week or to another: it counts in part, its toll stands in no week.'
      : `${number(n)} incidents may belong to this week or to another: they count in part, their tolls stand in no week.`,
  undated: (n: number) =>
    `${plural(n, 'matching incident has', 'matching incidents have')} no date with two ends and stand${n === 1 ? 's' : ''} in no week.`,
  young: (n: number) =>
    `The case reaches back only ${plural(n, 'week', 'weeks')}: the long mean is taken over ${n === 1 ? 'it' : 'these'}.`,
  late: 'The latest weeks fill up as reports arrive late; a fall may be a delay.',
  disputed: (n: number) =>
    `${plural(n, 'incident of the week is', 'incidents of the week are')} disputed.`,
  claimed: (n: number) =>
    `${plural(n, 'incident of the week rests', 'incidents of the week rest')} on what is reported or claimed alone.`,
  sources: 'Counts follow what sources report: more attention gives more incidents.',
  method: (from: string, to: string) =>
    `Method. Weeks run from Monday to Sunday; this one from ${from} to ${to}. Levels of change are those of ACLED’s Trendfinder: above +25 % large increase, +10 to +25 % moderate increase, below −25 % large decrease, else limited change; a mean of two or fewer beside five or fewer is limited change. Means take in weeks since the first incident of the filter.`,
};
export type TrendText = typeof trendTextEn;
