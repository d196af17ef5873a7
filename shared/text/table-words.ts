/** Words for importing tables that both the command line and the screen use. */
import type { RowIssueCode } from '../import/table-fields.ts';
import type { Lang } from './lang.ts';

export interface TableWords {
  readonly issues: { readonly [C in RowIssueCode]: string };
  /** Headings of a table of rows that were left out, and what stands under the second. */
  readonly line: string;
  readonly reason: string;
  readonly because: (column: string, words: string) => string;
}

export const tableWords: { readonly [L in Lang]: TableWords } = {
  en: {
    line: 'Line in the file',
    reason: 'Why it was left out',
    because: (column, words) => `${column}: ${words}`,
    issues: {
      'cell-count': 'more or fewer cells than there are columns',
      'cut-off': 'the file ends in the middle of this row',
      'date-missing': 'no date; the year alone is kept where there is one',
      'date-unreadable': 'not a date',
      'date-ambiguous': 'day or month first? Say which in the mapping',
      'year-differs': 'not the year of the date',
      'precision-unknown': 'not a time precision of this data set; the days given are kept',
      'type-unknown': 'not in today’s list of types; kept as it stands',
      'country-unknown': 'not a country that is known here',
      'coordinates-unreadable': 'not a latitude and longitude; left without a point',
      'geo-precision-unknown': 'not a place precision of this data set; read as unknown',
      'fatalities-unreadable': 'not a number of people; read as no figure given',
      'inter-unknown': 'not a type of actor; left open',
      'timestamp-unreadable': 'not a time of upload; left out',
      'text-cut': 'too long; cut',
      'key-twice': 'the same event stands above; skipped',
      'no-incident': 'no incident, nor a part of one that can be taken in; left out',
      'coordinates-range':
        'a latitude beyond 90 or a longitude beyond 180 degrees: perhaps they are swapped; left out',
      'already-here': 'an incident of this very case; left as it is',
      'key-unreadable': 'not an id of this data set; the row is known by its cells',
      'end-before-start': 'ends before it begins; the first day is kept',
      'bounds-broken': 'low, best and high are not in order; kept as the file says',
      'parts-differ': 'the figures by party do not add up to this; the total is kept',
      'status-unknown': 'not a status of this program; left as reported',
      'url-unreadable': 'not an address; left out',
      'point-missing': 'no place in numbers; comes in without a point on the map',
      'relation-left': 'a tie for which there is no word or no end here; left out',
      'part-marked':
        'labels of single parts, which a record here cannot have: the whole bears the strictest',
      'marking-left': 'a marking that has no place on some of what bears it; left out',
      'language-left': 'the same words in other languages; left out',
      'whole-missing': 'does not hold the whole incident any more; read by the other columns alone',
      'not-taken': 'changed in the table, which this column cannot do; left as Cairn wrote it',
    },
  },
  fr: {
    line: 'Ligne du fichier',
    reason: 'Raison de l’exclusion',
    because: (column, words) => `${column}\u00a0: ${words}`,
    issues: {
      'cell-count': 'plus ou moins de cellules qu’il n’y a de colonnes',
      'cut-off': 'le fichier s’arrête au milieu de cette ligne',
      'date-missing': 'pas de date ; l’année seule est gardée quand elle est donnée',
      'date-unreadable': 'n’est pas une date',
      'date-ambiguous': 'jour ou mois d’abord ? À préciser dans la correspondance',
      'year-differs': 'n’est pas l’année de la date',
      'precision-unknown':
        'n’est pas une précision de date de ce jeu ; les jours donnés sont gardés',
      'type-unknown': 'hors de la liste actuelle des types ; gardé tel quel',
      'country-unknown': 'n’est pas un pays connu ici',
      'coordinates-unreadable': 'n’est pas une latitude et une longitude ; sans point',
      'geo-precision-unknown': 'n’est pas une précision de lieu de ce jeu ; lu comme inconnue',
      'fatalities-unreadable': 'n’est pas un nombre de personnes ; lu comme aucun chiffre donné',
      'inter-unknown': 'n’est pas un type d’acteur ; laissé ouvert',
      'timestamp-unreadable': 'n’est pas une date de mise en ligne ; laissé de côté',
      'text-cut': 'trop long ; coupé',
      'key-twice': 'le même événement figure plus haut ; ignoré',
      'no-incident':
        'ni un incident, ni une partie d’incident qui puisse être reprise ; laissé de côté',
      'coordinates-range':
        'latitude au-delà de 90 ou longitude au-delà de 180 degrés : peut-être inversées ; laissé de côté',
      'already-here': 'un incident de ce dossier même ; laissé tel quel',
      'key-unreadable': 'n’est pas un identifiant de ce jeu ; la ligne est connue par ses cellules',
      'end-before-start': 'finit avant de commencer ; le premier jour est gardé',
      'bounds-broken':
        'bas, meilleur et haut ne sont pas dans l’ordre ; gardés comme dans le fichier',
      'parts-differ': 'les chiffres par partie ne donnent pas ce total ; le total est gardé',
      'status-unknown': 'n’est pas un statut de ce programme ; laissé comme signalé',
      'url-unreadable': 'n’est pas une adresse ; laissée de côté',
      'point-missing': 'aucun lieu en chiffres ; repris sans point sur la carte',
      'relation-left': 'un lien qui n’a ici pas de mot ou pas d’extrémité ; laissé de côté',
      'part-marked':
        'mentions de diffusion de certaines parties, impossibles ici : l’ensemble porte la plus stricte',
      'marking-left': 'un marquage sans place sur une partie de ce qui le porte ; laissé de côté',
      'language-left': 'les mêmes mots dans d’autres langues ; laissés de côté',
      'whole-missing':
        'ne contient plus tout l’incident ; lu d’après les autres colonnes seulement',
      'not-taken':
        'modifié dans le tableau, ce que cette colonne ne permet pas ; laissé tel que Cairn l’a écrit',
    },
  },
};
