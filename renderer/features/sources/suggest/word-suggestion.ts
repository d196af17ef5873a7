// A suggestion in words of the reader's language: its line in the list, and why it was made. Pure.
import { edtfBounds, isExactDay } from '../../../../shared/domain/edtf.ts';
import { resolveDateWords } from '../../../../shared/extract/resolve-date.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import { edtfWords } from '../../../../shared/text/date-words.ts';
import { labels } from '../../../../shared/text/index.ts';
import { tollWords } from '../../../../shared/text/toll-words.ts';
import type { Catalogue, Lang } from '../../../text/catalogue.ts';
import { formats } from '../../../text/format.ts';
import type { FoundClaim, FoundIncident, FoundPlace, FoundRole } from './found.ts';
import type { Suggestion, SuggestionGroup, SuggestionOf } from './suggestion.ts';
import { isToll, tollOf } from './toll-of.ts';

export interface Wording {
  readonly lang: Lang;
  readonly words: Catalogue['suggest'];
  /** Day of publication that the text was read with. */
  readonly published: string | null;
  readonly groups: readonly SuggestionGroup[];
}

/** Title that an accepted incident gets. */
export function titleOf(incident: FoundIncident, { words, lang }: Wording): string {
  const type =
    words.type(incident.type) ??
    labels(lang).subEventTypes[
      incident.subEventType as keyof ReturnType<typeof labels>['subEventTypes']
    ] ??
    labels(lang).eventTypes[incident.eventType];
  const { place } = incident;
  if (place === null) return type;
  const name = place.canonical ?? place.as_written;
  if (place.precision === 'near') return words.titleNear(type, name);
  const isSpot = place.precision === 'settlement' || place.precision === 'point';
  return isSpot ? words.titleAt(type, name) : words.titleIn(type, name);
}

/** What is suggested, on one line. */
export function lineOf(item: Suggestion, wording: Wording): string {
  const { words, lang, groups } = wording;
  switch (item.kind) {
    case 'incident':
      return titleOf(item.incident, wording);
    case 'date':
      return edtfWords(item.edtf, lang);
    case 'place':
    case 'locality':
      return item.place.canonical ?? item.place.as_written;
    case 'role':
      return item.role.canonical ?? item.role.name;
    case 'claim':
      return figureLine(item.claim, wording);
    case 'same': {
      const other = groups.find(({ id }) => id === item.other)?.incident;
      return words.sameAs(other ? titleOf(other.incident, wording) : item.other);
    }
    case 'person':
      return item.person.name;
    case 'actor':
      return item.actor.canonical ?? item.actor.name;
    default:
      return assertNever(item, 'suggestion');
  }
}

function figureLine(claim: FoundClaim, { words, lang }: Wording): string {
  if (claim.measure === 'denial') return words.denial(claim.text);
  if (claim.outcome === null) return `${claim.text} ${claim.victims}`.trim();
  return tollWords(tollOf(claim), lang);
}

/** What stands smaller beside the line. */
export function asideOf(item: Suggestion, wording: Wording): string {
  const { words, lang } = wording;
  switch (item.kind) {
    case 'incident': {
      const { date, place } = item.incident;
      const when = date === null ? words.noDate : edtfWords(date, lang);
      return `${when} · ${place === null ? words.noPlace : whereOf(place, lang)}`;
    }
    case 'date':
      return words.asWritten(item.words);
    case 'place':
    case 'locality':
      return unitsOf(item.place, lang);
    case 'role':
      return words.roles[item.role.role];
    case 'claim':
      return claimAside(item.claim, words);
    case 'person':
      return item.person.role ?? '';
    case 'actor':
      return labels(lang).actorKinds[item.actor.kind];
    case 'same':
      return '';
    default:
      return assertNever(item, 'suggestion');
  }
}

function claimAside(claim: FoundClaim, words: Catalogue['suggest']): string {
  const who = claim.by === null ? words.textSays : words.says(claim.by);
  return [
    who,
    claim.via === null ? undefined : words.through(claim.via),
    claim.isSuperseded ? words.earlier : undefined,
    claim.isPart ? words.part : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function unitsOf(place: FoundPlace, lang: Lang): string {
  const country = place.country === null ? null : formats[lang].country(place.country);
  const name = place.canonical ?? place.as_written;
  return [place.admin2, place.admin1, country]
    .filter((part) => part !== null && part !== '' && part !== name)
    .join(', ');
}

export function whereOf(place: FoundPlace, lang: Lang): string {
  const units = unitsOf(place, lang);
  const name = place.canonical ?? place.as_written;
  return units === '' ? name : `${name}, ${units}`;
}

/** Why it is suggested, in sentences. */
export function reasonOf(item: Suggestion, wording: Wording): string {
  const { words } = wording;
  switch (item.kind) {
    case 'incident':
      return incidentReason(item.incident, wording);
    case 'date':
      return dateReason(item, wording);
    case 'place':
    case 'locality': {
      const base = placeReason(item.place, wording);
      return item.kind === 'locality' ? `${base} ${words.why.named}` : base;
    }
    case 'role':
      return [words.why.basis[item.role.basis], standsFor(item.role, words)]
        .filter(Boolean)
        .join(' ');
    case 'claim':
      return claimReason(item.claim, words);
    case 'same':
      return words.why.same;
    case 'person': {
      const { role } = item.person;
      return [role === null ? '' : words.why.office(role), words.why.person]
        .filter(Boolean)
        .join(' ');
    }
    case 'actor':
      return [standsFor(item.actor, words), words.why.named].filter(Boolean).join(' ');
    default:
      return assertNever(item, 'suggestion');
  }
}

function incidentReason(
  { type, subEventType, eventType, date, dateWords, place }: FoundIncident,
  wording: Wording,
): string {
  const { words, lang } = wording;
  const l = labels(lang);
  const sub = l.subEventTypes[subEventType as keyof typeof l.subEventTypes] ?? subEventType;
  const kind = `${(words.type(type) ?? sub).toLocaleLowerCase(lang)} (${l.eventTypes[eventType]} · ${sub})`;
  const latest = date === null || dateWords !== null ? null : edtfBounds(date).latest;
  return [
    words.why.incident(kind),
    latest === null ? '' : words.why.notLater(edtfWords(latest, lang)),
    place !== null && place.canonical === null ? words.why.unlisted : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The reckoning from the day of publication where it gives the same date; the words alone otherwise. */
function dateReason(
  { edtf, words: said }: SuggestionOf<'date'>,
  { words, lang, published }: Wording,
): string {
  const day = published !== null && isExactDay(published) ? published : null;
  const resolved = resolveDateWords(said, day, lang);
  return resolved.edtf === edtf ? `${resolved.why}.` : words.why.dateWords(said);
}

function placeReason(place: FoundPlace, { words, lang }: Wording): string {
  const isNear = place.precision === 'near' ? words.why.near : '';
  if (place.canonical === null) return [words.why.unlisted, isNear].filter(Boolean).join(' ');
  const isOwn = place.key !== null && !place.key.includes(':');
  const base = isOwn ? words.why.ownPlace : words.why.listedPlace(whereOf(place, lang));
  const spelt =
    fold(place.canonical) === fold(place.as_written) ? '' : words.why.spelt(place.as_written);
  return [base, spelt, isNear].filter(Boolean).join(' ');
}

function standsFor(
  { canonical, evidence }: Pick<FoundRole, 'canonical' | 'evidence'>,
  words: Catalogue['suggest'],
): string {
  const said = evidence.quote.replace(/\s+/gu, ' ');
  if (canonical === null || fold(canonical) === fold(said)) return '';
  return words.why.standsFor(said, canonical);
}

function claimReason(claim: FoundClaim, words: Catalogue['suggest']): string {
  const { by, via } = claim;
  if (claim.measure === 'denial') return words.why.denial(by ?? words.textSays);
  const hasNumber =
    claim.qualifier !== null || claim.value !== undefined || claim.min !== undefined;
  return [
    by === null
      ? words.why.nobody
      : via === null
        ? words.why.said(by)
        : words.why.saidThrough(by, via),
    claim.qualifier === 'none-given' ? words.why.noFigure : '',
    hasNumber || !isToll(claim) ? '' : words.why.noNumber,
    claim.isPart ? words.why.part : '',
    claim.isSuperseded ? words.why.earlier : '',
  ]
    .filter(Boolean)
    .join(' ');
}
