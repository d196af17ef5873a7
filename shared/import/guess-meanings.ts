/** What the columns of a list of somebody's own may mean, by their names in English and French. Pure. */
import { fold } from '../lib/fold.ts';
import { type ColumnMeaning, singleMeanings } from './table-fields.ts';

const names: readonly (readonly [ColumnMeaning, string])[] = [
  ['key', 'id event_id incident_id eventid uid uuid ref reference no numero'],
  ['date', 'date event_date incident_date date_start start_date date_incident jour_date'],
  ['date-end', 'date_end end_date date_fin'],
  ['year', 'year iyear annee an'],
  ['month', 'month imonth mois'],
  ['day', 'day iday jour'],
  ['time', 'time heure hour'],
  ['title', 'title titre headline event incident intitule'],
  ['notes', 'notes description summary resume details narrative account recit commentaire_public'],
  ['event-type', 'event_type type attack_type attacktype incident_type category categorie'],
  ['sub-event-type', 'sub_event_type subtype sous_type'],
  ['target-type', 'targets target_type targettype type_de_cible'],
  ['status', 'status statut'],
  ['actor', 'actor actors actor1 actor2 group groupname acteur acteurs groupe parties'],
  ['perpetrator', 'perpetrator perpetrators attacker attackers auteur auteurs assaillant'],
  ['target', 'target cible'],
  ['victim', 'victim victims victime victimes'],
  ['claimant', 'claimed_by claimant revendique_par'],
  ['country', 'country country_name pays'],
  ['admin1', 'admin1 adm1 region province state provstate etat'],
  ['admin2', 'admin2 adm2 district cercle departement county'],
  ['location', 'location place city town village lieu ville localite site'],
  ['latitude', 'latitude lat y'],
  ['longitude', 'longitude lon lng long x'],
  [
    'fatalities',
    'fatalities killed deaths dead best nkill noofkills morts tues deces victims_killed',
  ],
  ['killed-low', 'low killed_low deaths_low killed_min min_deaths'],
  ['killed-high', 'high killed_high deaths_high killed_max max_deaths'],
  ['injured', 'injured wounded nwound blesses'],
  ['captured', 'captured abducted kidnapped hostages enleves otages'],
  ['missing', 'missing disparus'],
  ['displaced', 'displaced deplaces'],
  ['source', 'source sources source_name'],
  ['source-url', 'url link source_url source_link lien'],
  ['source-publisher', 'publisher outlet media editeur'],
  ['source-date', 'source_date published date_publication'],
  ['tags', 'tags tag mots_cles keywords'],
  ['note', 'comment comments note remark remarks remarque commentaire'],
];
const byName = new Map(
  names.flatMap(([meaning, all]) => all.split(' ').map((name) => [name, meaning] as const)),
);

/** One for each column; a column of which nothing can be told is kept, one without a name left out. */
export function guessMeanings(columns: readonly string[]): ColumnMeaning[] {
  const seen = new Set<ColumnMeaning>();
  return columns.map((name) => {
    const plain = fold(name.replace(/^\ufeff/, '').trim()).replace(/[^\p{L}\p{N}]+/gu, '_');
    if (plain === '') return 'skip';
    const meaning = byName.get(plain.replace(/^_+|_+$/g, ''));
    if (meaning === undefined || (singleMeanings.includes(meaning) && seen.has(meaning))) {
      return 'keep';
    }
    seen.add(meaning);
    return meaning;
  });
}
