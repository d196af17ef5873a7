/** Words for importing tables that both the command line and the screen use. */
import type { RowIssueCode } from '../import/table-fields.ts';
import type { Lang } from './lang.ts';

export interface TableWords {
  readonly issues: { readonly [C in RowIssueCode]: string };
}

export const tableWords: { readonly [L in Lang]: TableWords } = {
  en: {
    issues: {
      'cell-count': 'more or fewer cells than there are columns',
      'cut-off': 'the file ends in the middle of this row',
      'date-missing': 'no date; the year alone is kept where there is one',
      'date-unreadable': 'not a date',
      'date-ambiguous': 'day or month first? Say which in the mapping',
      'year-differs': 'not the year of the date',
      'precision-unknown': 'not a time precision of 1 to 3; read as the exact day',
      'type-unknown': 'not in today’s list of types; kept as it stands',
      'country-unknown': 'not a country that is known here',
      'coordinates-unreadable': 'not a latitude and longitude; left without a point',
      'geo-precision-unknown': 'not a precision of 1 to 3; read as unknown',
      'fatalities-unreadable': 'not a number of people; read as no figure given',
      'inter-unknown': 'not a type of actor; left open',
      'timestamp-unreadable': 'not a time of upload; left out',
      'text-cut': 'too long; cut',
      'key-twice': 'the same event stands above; skipped',
    },
  },
  fr: {
    issues: {
      'cell-count': 'plus ou moins de cellules qu’il n’y a de colonnes',
      'cut-off': 'le fichier s’arrête au milieu de cette ligne',
      'date-missing': 'pas de date ; l’année seule est gardée quand elle est donnée',
      'date-unreadable': 'n’est pas une date',
      'date-ambiguous': 'jour ou mois d’abord ? À préciser dans la correspondance',
      'year-differs': 'n’est pas l’année de la date',
      'precision-unknown': 'n’est pas une précision de 1 à 3 ; lu comme jour exact',
      'type-unknown': 'hors de la liste actuelle des types ; gardé tel quel',
      'country-unknown': 'n’est pas un pays connu ici',
      'coordinates-unreadable': 'n’est pas une latitude et une longitude ; sans point',
      'geo-precision-unknown': 'n’est pas une précision de 1 à 3 ; lu comme inconnue',
      'fatalities-unreadable': 'n’est pas un nombre de personnes ; lu comme aucun chiffre donné',
      'inter-unknown': 'n’est pas un type d’acteur ; laissé ouvert',
      'timestamp-unreadable': 'n’est pas une date de mise en ligne ; laissé de côté',
      'text-cut': 'trop long ; coupé',
      'key-twice': 'le même événement figure plus haut ; ignoré',
    },
  },
};
