/** The lines of the three boxes in words. */

import type { KnownLine } from '../domain/known.ts';
import { assertNever } from '../lib/assert-never.ts';
import { edtfWords } from './date-words.ts';
import { codeLabel, labels } from './index.ts';
import type { Lang } from './lang.ts';
import { numberWords, tollWords } from './toll-words.ts';

interface KnownText {
  readonly claimed: string;
  readonly confirmed: string;
  readonly unknown: string;
  readonly through: (names: string) => string;
  readonly someone: string;
  readonly denied: (by: string) => string;
  readonly superseded: string;
  readonly unfounded: string;
  readonly nothingClaimed: string;
  readonly nothingConfirmed: string;
  readonly nothingUnknown: string;
  readonly dateUnknown: string;
  readonly dateInDoubt: (words: string) => string;
  readonly placeUnknown: string;
  readonly placeImprecise: (meaning: string, radius: string) => string;
  readonly perpetratorUnknown: string;
  readonly noToll: string;
  readonly tollInDoubt: (outcome: string, low: string, high: string | null) => string;
  readonly tollsApart: (outcome: string, atMost: string, atLeast: string) => string;
  readonly noFigureBy: (who: string) => string;
  readonly singleOrigin: (origin: string | null, claims: number) => string;
  readonly possiblySame: (title: string) => string;
  readonly question: (text: string) => string;
  readonly confidence: (level: string) => string;
  readonly within: (km: string) => string;
  readonly colon: string;
}

const texts: { readonly [L in Lang]: KnownText } = {
  en: {
    claimed: 'Claimed',
    confirmed: 'Confirmed',
    unknown: 'Unknown',
    through: (names) => `through ${names}`,
    someone: 'Unnamed claimant',
    denied: (by) => `Denied by ${by}.`,
    superseded: 'Superseded by a later claim.',
    unfounded: 'Graded 1, but no independent source confirms it.',
    nothingClaimed: 'No claim recorded.',
    nothingConfirmed: 'Nothing is confirmed by independent sources.',
    nothingUnknown: 'No open points recorded.',
    dateUnknown: 'No date is given.',
    dateInDoubt: (words) => `Date in doubt: ${words}.`,
    placeUnknown: 'The place is not known.',
    placeImprecise: (meaning, radius) => `Place: ${meaning}${radius}.`,
    perpetratorUnknown: 'No perpetrator is named.',
    noToll: 'No source speaks of casualties.',
    tollInDoubt: (outcome, low, high) =>
      `How many were ${outcome}: claims run from ${low} ${high === null ? 'upwards' : `to ${high}`}.`,
    tollsApart: (outcome, atMost, atLeast) =>
      `How many were ${outcome}: claims disagree, at most ${atMost} and at least ${atLeast}.`,
    noFigureBy: (who) => `${who} gave no figure for losses.`,
    singleOrigin: (origin, claims) =>
      `All ${claims} figures go back to one origin${origin === null ? '' : ` (${origin})`}: they count as one.`,
    possiblySame: (title) => `Possibly the same attack as “${title}”: one figure, not two.`,
    question: (text) => `Open question: ${text}`,
    confidence: (level) => `${level} confidence`,
    within: (km) => ` (within ${km} km)`,
    colon: ': ',
  },
  fr: {
    claimed: 'Allégué',
    confirmed: 'Confirmé',
    unknown: 'Inconnu',
    through: (names) => `par l’intermédiaire de ${names}`,
    someone: 'Auteur non nommé',
    denied: (by) => `Démenti par ${by}.`,
    superseded: 'Remplacé par une allégation ultérieure.',
    unfounded: 'Cotée 1, mais aucune source indépendante ne la confirme.',
    nothingClaimed: 'Aucune allégation enregistrée.',
    nothingConfirmed: 'Rien n’est confirmé par des sources indépendantes.',
    nothingUnknown: 'Aucun point en suspens enregistré.',
    dateUnknown: 'Aucune date n’est donnée.',
    dateInDoubt: (words) => `Date incertaine\u00a0: ${words}.`,
    placeUnknown: 'Le lieu n’est pas connu.',
    placeImprecise: (meaning, radius) => `Lieu\u00a0: ${meaning}${radius}.`,
    perpetratorUnknown: 'Aucun auteur n’est nommé.',
    noToll: 'Aucune source ne parle de victimes.',
    tollInDoubt: (outcome, low, high) =>
      `Nombre de ${outcome}\u00a0: les allégations vont de ${low} ${high === null ? 'à plus encore' : `à ${high}`}.`,
    tollsApart: (outcome, atMost, atLeast) =>
      `Nombre de ${outcome}\u00a0: les allégations se contredisent, au plus ${atMost} et au moins ${atLeast}.`,
    noFigureBy: (who) => `Aucun chiffre des pertes donné par ${who}.`,
    singleOrigin: (origin, claims) =>
      `Les ${claims} chiffres remontent à une seule origine${origin === null ? '' : ` (${origin})`}\u00a0: ils comptent pour un.`,
    possiblySame: (title) =>
      `Peut-être la même attaque que «\u00a0${title}\u00a0»\u00a0: un seul chiffre, non deux.`,
    question: (text) => `Question ouverte\u00a0: ${text}`,
    confidence: (level) => `confiance ${level}`,
    within: (km) => ` (dans un rayon de ${km}\u00a0km)`,
    colon: '\u00a0: ',
  },
};

export function knownTitles(
  lang: Lang,
): Pick<KnownText, 'claimed' | 'confirmed' | 'unknown' | 'nothingUnknown'> {
  return texts[lang];
}

/** One line of a box as a sentence, without its sources. */
export function knownWords(line: KnownLine, lang: Lang): string {
  const t = texts[lang];
  const l = labels(lang);
  switch (line.code) {
    case 'claim': {
      const who = [line.claimant ?? t.someone, ...viaWords(line.via, t)].join(', ');
      const tolls = line.tolls.map((toll) => tollWords(toll, lang)).join('; ');
      const what = sentence(line.statement === '' ? tolls : line.statement);
      const after = [
        line.deniedBy === null ? '' : t.denied(line.deniedBy),
        line.isSuperseded ? t.superseded : '',
        line.isUnfounded ? t.unfounded : '',
      ].filter((part) => part !== '');
      return [`${who}${t.colon}${what} [${line.grade}]`, ...after].join(' ');
    }
    case 'actor': {
      const confidence =
        line.confidence === null ? [] : [t.confidence(l.confidence[line.confidence].toLowerCase())];
      const parts = [
        codeLabel(l.roles, line.role),
        l.attributions[line.attribution],
        ...confidence,
      ];
      return `${line.actor}${t.colon}${parts.join(', ').toLowerCase()}.`;
    }
    case 'status': {
      // corroborated is not confirmed: the box must not say so
      const before = line.status === 'corroborated' ? `${t.nothingConfirmed} ` : '';
      return (
        before +
        `${l.statuses[line.status]}${line.why === null ? '.' : t.colon + sentence(line.why)}`
      );
    }
    case 'nothing-claimed':
      return t.nothingClaimed;
    case 'nothing-confirmed':
      return t.nothingConfirmed;
    case 'date-unknown':
      return t.dateUnknown;
    case 'date-in-doubt':
      return t.dateInDoubt(edtfWords(line.edtf, lang));
    case 'place-unknown':
      return t.placeUnknown;
    case 'place-imprecise': {
      const km = line.radiusM === null ? null : Math.round(line.radiusM / 1000);
      return t.placeImprecise(
        l.geoLevelMeanings[line.level],
        km === null ? '' : t.within(String(km)),
      );
    }
    case 'perpetrator-unknown':
      return t.perpetratorUnknown;
    case 'no-toll':
      return t.noToll;
    case 'toll-in-doubt':
      return t.tollInDoubt(
        l.outcomes[line.outcome].toLowerCase(),
        numberWords(line.low, lang),
        line.high === null ? null : numberWords(line.high, lang),
      );
    case 'tolls-apart':
      return t.tollsApart(
        l.outcomes[line.outcome].toLowerCase(),
        numberWords(line.atMost, lang),
        numberWords(line.atLeast, lang),
      );
    case 'no-figure-by':
      if (line.claimant === null && line.statement !== '') return sentence(line.statement);
      return t.noFigureBy([line.claimant ?? t.someone, ...viaWords(line.via, t)].join(', '));
    case 'single-origin':
      return t.singleOrigin(line.origin, line.claims);
    case 'possibly-same':
      return t.possiblySame(line.title);
    case 'question':
      return t.question(plain(line.text));
    default:
      return assertNever(line, 'line');
  }
}

function viaWords(via: readonly string[], t: KnownText): string[] {
  return via.length === 0 ? [] : [t.through(via.join(', '))];
}

/** Ends with a full stop, unless it already ends with a mark. */
function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…»”)]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}.`;
}

/** Markdown marks taken off for one line of text. */
function plain(markdown: string): string {
  return markdown
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
