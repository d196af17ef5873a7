// Joins the topics of each language. The French topics are typed by the English ones, so a string
// that is missing in either is a type error.
import { actorsEn } from './en/actors.ts';
import { appEn } from './en/app.ts';
import { conflictsEn } from './en/conflicts.ts';
import { countsEn } from './en/counts.ts';
import { datesEn } from './en/dates.ts';
import { errorsEn } from './en/errors.ts';
import { exchangeEn } from './en/exchange.ts';
import { exportFilesEn } from './en/export-files.ts';
import { historyEn } from './en/history.ts';
import { incidentsEn } from './en/incidents.ts';
import { jobsEn } from './en/jobs.ts';
import { mapEn } from './en/map.ts';
import { networkEn } from './en/network.ts';
import { recordsEn } from './en/records.ts';
import { reportsEn } from './en/reports.ts';
import { sameEn } from './en/same.ts';
import { settingsEn } from './en/settings.ts';
import { sourcesEn } from './en/sources.ts';
import { suggestEn } from './en/suggest.ts';
import { tableImportEn } from './en/table-import.ts';
import { timelineEn } from './en/timeline.ts';
import { uiEn } from './en/ui.ts';
import { welcomeEn } from './en/welcome.ts';
import { wordingEn } from './en/wording.ts';
import { actorsFr } from './fr/actors.ts';
import { appFr } from './fr/app.ts';
import { conflictsFr } from './fr/conflicts.ts';
import { countsFr } from './fr/counts.ts';
import { datesFr } from './fr/dates.ts';
import { errorsFr } from './fr/errors.ts';
import { exchangeFr } from './fr/exchange.ts';
import { exportFilesFr } from './fr/export-files.ts';
import { historyFr } from './fr/history.ts';
import { incidentsFr } from './fr/incidents.ts';
import { jobsFr } from './fr/jobs.ts';
import { mapFr } from './fr/map.ts';
import { networkFr } from './fr/network.ts';
import { recordsFr } from './fr/records.ts';
import { reportsFr } from './fr/reports.ts';
import { sameFr } from './fr/same.ts';
import { settingsFr } from './fr/settings.ts';
import { sourcesFr } from './fr/sources.ts';
import { suggestFr } from './fr/suggest.ts';
import { tableImportFr } from './fr/table-import.ts';
import { timelineFr } from './fr/timeline.ts';
import { uiFr } from './fr/ui.ts';
import { welcomeFr } from './fr/welcome.ts';
import { wordingFr } from './fr/wording.ts';
import { withFrenchSpaces } from './french-spaces.ts';

export type Lang = 'en' | 'fr';

const en = {
  actors: actorsEn,
  app: appEn,
  conflicts: conflictsEn,
  counts: countsEn,
  dates: datesEn,
  errors: errorsEn,
  exchange: exchangeEn,
  exportFiles: exportFilesEn,
  tableImport: tableImportEn,
  history: historyEn,
  incidents: incidentsEn,
  jobs: jobsEn,
  map: mapEn,
  network: networkEn,
  records: recordsEn,
  reports: reportsEn,
  same: sameEn,
  settings: settingsEn,
  sources: sourcesEn,
  suggest: suggestEn,
  timeline: timelineEn,
  ui: uiEn,
  welcome: welcomeEn,
  wording: wordingEn,
};
export type Catalogue = typeof en;

const fr: Catalogue = {
  actors: actorsFr,
  app: appFr,
  conflicts: conflictsFr,
  counts: countsFr,
  dates: datesFr,
  errors: errorsFr,
  exchange: exchangeFr,
  exportFiles: exportFilesFr,
  tableImport: tableImportFr,
  history: historyFr,
  incidents: incidentsFr,
  jobs: jobsFr,
  map: mapFr,
  network: networkFr,
  records: recordsFr,
  reports: reportsFr,
  same: sameFr,
  settings: settingsFr,
  sources: sourcesFr,
  suggest: suggestFr,
  timeline: timelineFr,
  ui: uiFr,
  welcome: welcomeFr,
  wording: wordingFr,
};

export const catalogues: { readonly [L in Lang]: Catalogue } = {
  en,
  fr: withFrenchSpaces(fr),
};
