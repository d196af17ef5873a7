/** Fixed words of reports. `fr.ts` has the same shape. */
const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

export const reportTextEn = {
  kinds: {
    brief: 'Incident brief',
    list: 'Incident list',
    sitrep: 'Situation report',
    profile: 'Actor profile',
    chronology: 'Chronology',
    trend: 'Weekly trend note',
  },
  page: 'Page',
  of: 'of',
  asOf: (moment: string) => `as of ${moment}`,
  notVerified: 'Figures are reported, not verified.',
  invented: 'INVENTED FOR TRAINING — nothing in this report happened',
  state: 'State of knowledge',
  author: 'Prepared by',
  case: 'Case',
  scope: 'Scope',
  tlpMeaning: 'Sharing',
  who: 'Who',
  what: 'What',
  when: 'When',
  where: 'Where',
  targets: 'Targets',
  status: 'Status',
  confidence: (level: string) => `${level} confidence`,
  asWorded: (words: string) => `worded “${words}”`,
  centreOnly: 'the coordinates are the middle of the area',
  within: (km: string) => `within ${km} km`,
  noActors: 'No actor is linked.',
  notStated: 'Not stated',
  known: 'What is claimed, confirmed and unknown',
  tolls: 'Tolls, claim by claim',
  tollColumns: {
    party: 'Outcome and party',
    figure: 'Figure',
    who: 'Claimed by',
    through: (whom: string) => `through ${whom}`,
    source: 'Source',
    grade: 'Grade',
  },
  superseded: 'superseded',
  unfounded: 'graded 1 without an independent source',
  denied: (by: string) => `denied by ${by}`,
  sameOrigin: (origin: string) => `same origin: ${origin}`,
  ranges: 'Ranges',
  rangeLine: (outcome: string, range: string) => `${outcome}: ${range}`,
  best: (figure: string, grade: string) => `best graded ${figure} (${grade})`,
  tollNote:
    '“Several” is read as 3–9, “dozens” as 24–99, “hundreds” as 200–999. “No figure given” is not zero.',
  noTolls: 'No source speaks of casualties.',
  map: (title: string) => `Where: ${title}. The circle shows how exactly the place is known.`,
  /** At the foot of a page: headings of what stands on the next. */
  continues: 'Continues on the next page',
  mapDrawing: 'The map is being drawn…',
  mapFailed: 'The map could not be drawn on this machine.',
  clusters: 'number: incidents close together',
  hollow: 'hollow: known to an area only',
  halo: 'circle: the place lies somewhere within',
  linked: 'Linked incidents',
  linkedColumns: {
    relation: 'Relation',
    incident: 'Incident',
    killed: 'Killed',
  },
  oneFigure: 'Incidents marked “possibly the same” give one figure together, never the sum of two.',
  notes: 'Analyst’s notes',
  noteBy: (kind: string, author: string, day: string) => `${kind} — ${author}, ${day}`,
  sources: 'Sources',
  sourcePassesOn: (title: string) => `Passes on: ${title}.`,
  published: (date: string) => `published ${date}`,
  accessed: (date: string) => `accessed ${date}`,
  ratingKey: 'Rating key',
  ratingKeyText: (reliabilities: string, credibilities: string) =>
    `Letter, reliability of the source: ${reliabilities}. Number, credibility of the claim: ${credibilities}.`,
  noBasis: 'F and 6 mean that there is no basis to judge; they are not the worst grades.',
  gradeSpan: (best: string, worst: string) =>
    best === worst ? `best claims graded ${best}` : `best claims graded ${best} to ${worst}`,
  correction: {
    title: (edition: number) => `Correction note, edition ${edition}`,
    replaces: (productId: string, asOf: string) => `This edition replaces ${productId}, ${asOf}.`,
    none: 'No incident is told differently.',
    more: (n: number) => `${plural(n, 'further change', 'further changes')}.`,
    new: 'new',
    toll: (from: string, to: string) => `killed corrected from ${from} to ${to}`,
    status: (from: string, to: string) => `status corrected from ${from} to ${to}`,
    merged: (into: string) => `merged into “${into}”`,
    withdrawn: 'withdrawn',
    left: 'no longer part of what this report tells',
  },
  method: {
    title: 'Method.',
    ranges:
      'Ranges run from the lowest to the highest figure that a claim gives: one origin counts once, replaced claims are left out, nothing is averaged, and “no figure given” is not zero. The best figure is that of the best grade; F and 6 come last. Over several incidents those possibly the same count once and refuted ones are left out.',
    rangesOfOne:
      'Ranges run from the lowest to the highest figure claimed; one origin counts once, replaced claims are left out, nothing is averaged.',
    cut: (scope: string, incidents: number) =>
      `Data: ${scope}; ${plural(incidents, 'incident', 'incidents')}.`,
    lastChange: (moment: string, revision: number) =>
      `Last change of the case: ${moment} (no. ${revision.toLocaleString('en-GB')}).`,
    hash: (sha256: string) => `SHA-256 of the inputs: ${sha256}.`,
  },
  dataSets: {
    ACLED: (n: number) =>
      `Contains data of ACLED (Armed Conflict Location & Event Data, acleddata.com), under ACLED’s terms of use: ${plural(n, 'incident', 'incidents')}.`,
    UCDP: (n: number) =>
      `Contains data of the Uppsala Conflict Data Program (UCDP, ucdp.uu.se), CC BY 4.0: ${plural(n, 'incident', 'incidents')}.`,
    GTD: (n: number) =>
      `Contains data of the Global Terrorism Database (GTD) of START, University of Maryland (start.umd.edu/gtd), under its terms of use: ${plural(n, 'incident', 'incidents')}.`,
  },
  overview: 'Overview',
  incidents: 'Incidents',
  count: (n: number) => plural(n, 'incident', 'incidents'),
  period: 'Period',
  undated: (n: number) => `${n} without a date`,
  totalKilled: 'Killed',
  totalInjured: 'Injured',
  totalLine: (range: string, attacks: number) =>
    `${range}, from ${plural(attacks, 'attack', 'attacks')} with a figure`,
  totalMerged: (n: number) =>
    n === 1
      ? '1 incident possibly the same as another: counted once'
      : `${n} incidents possibly the same as others: counted once`,
  totalWithout: (n: number) => `${n} without a figure`,
  totalRefuted: (n: number) => `${n} refuted, left out`,
  noTotal: 'no figure',
  byStatus: 'By status',
  byType: 'By type',
  listColumns: {
    number: 'No.',
    date: 'Date',
    place: 'Place',
    incident: 'Incident',
    actors: 'Actors',
    killed: 'Killed',
    status: 'Status',
  },
  possiblySame: (numbers: string) => `possibly the same as no. ${numbers}`,
  possiblySameOutside: 'possibly the same as one not listed',
  listNote:
    'Killed: range over the claims of an incident, with the grade of the best one. A dash means that no source speaks of the dead.',
  allOfCase: 'All incidents of the case',
  chosen: (n: number) => `${plural(n, 'incident', 'incidents')} chosen by hand`,
  tlpTooLow: (asked: string, needed: string) =>
    `A report labelled ${asked} cannot hold parts labelled ${needed}.`,
  /** In place of what a text refers to. */
  linkGone: (name: string) => `${name} (withdrawn)`,
  claimWithdrawn: 'claim withdrawn',
  claimUnsourced: 'claim without a source',
  sourceGone: 'source withdrawn',
  nothingToList: 'No incident matches.',
};
export type ReportText = typeof reportTextEn;
