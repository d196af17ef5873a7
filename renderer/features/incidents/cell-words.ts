// What the cells of the table say. Pure: language and words come in as arguments.
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { choiceFromEdtf } from '../../../shared/domain/date-choice.ts';
import type { TollSummary } from '../../../shared/domain/toll-types.ts';
import type { Qualifier } from '../../../shared/domain/vocabulary.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import type { incidentsEn } from '../../text/en/incidents.ts';

export interface CellLanguage {
  readonly lang: Lang;
  readonly words: (typeof incidentsEn)['cell'];
  readonly number: (value: number) => string;
}

const shortMonths = {
  en: monthPairs('en-GB'),
  fr: monthPairs('fr-FR'),
} as const;

function monthPairs(locale: string): readonly (readonly [string, string])[] {
  const long = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const day = new Date(Date.UTC(2025, month, 15));
    return [long.format(day), short.format(day)] as const;
  });
}

/** A date as short as it stays clear: `11 May 2025`, `≤ 10 May 2025`, `sept. 2025`. */
export function shortDate(edtf: string, lang: Lang): string {
  const choice = choiceFromEdtf(edtf);
  const words =
    choice.kind === 'before'
      ? `≤\u2009${edtfWords(choice.day, lang)}`
      : choice.kind === 'after'
        ? `≥\u2009${edtfWords(choice.day, lang)}`
        : edtfWords(edtf, lang);
  return shortMonths[lang].reduce((text, [long, short]) => text.replaceAll(long, short), words);
}

/** The date in a cell and in full; the source's own words when there is no date. */
export function dateText(
  row: Pick<IncidentRow, 'dateEdtf' | 'dateWords'>,
  lang: Lang,
): { readonly text: string; readonly full: string; readonly isWords: boolean } | undefined {
  const { dateEdtf, dateWords } = row;
  const hasWords = dateWords !== null && dateWords !== '';
  if (dateEdtf !== null) {
    const full = edtfWords(dateEdtf, lang) + (hasWords ? `\n“${dateWords}”` : '');
    return { text: shortDate(dateEdtf, lang), full, isWords: false };
  }
  return hasWords ? { text: dateWords, full: dateWords, isWords: true } : undefined;
}

/** The place with the area it lies in, finest first and without repeats: `Djibo, Soum`. */
export function placeParts(row: Pick<IncidentRow, 'place' | 'admin1' | 'admin2'>): {
  readonly name: string | undefined;
  readonly area: string | undefined;
} {
  const parts = [row.place, row.admin2, row.admin1].filter(
    (part): part is string => part !== null && part !== '',
  );
  const [name, ...rest] = [...new Set(parts)];
  return { name, area: rest[0] };
}

/** The finer type where it is known. */
export function typeText(
  row: Pick<IncidentRow, 'eventType' | 'subEventType'>,
  lang: Lang,
): string | undefined {
  const l = labels(lang);
  if (row.subEventType !== null) return codeLabel(l.subEventTypes, row.subEventType);
  if (row.eventType !== null) return codeLabel(l.eventTypes, row.eventType);
  return undefined;
}

export type RangeText =
  | { readonly kind: 'figure' | 'vague' | 'no-figure'; readonly text: string }
  | { readonly kind: 'none' };

/** A toll in a cell: `60`, `12–200`, `≥ 60`, `heavy`, `no figure`, or nothing when nobody claims one. */
export function rangeText(summary: TollSummary | null, language: CellLanguage): RangeText {
  if (summary === null) return { kind: 'none' };
  const { low, high, vague, noFigure, apart } = summary;
  const { number, words, lang } = language;
  const [first] = vague;
  if (apart !== null) {
    const text = words.apart(number(apart.atMost), number(apart.atLeast));
    return { kind: 'figure', text };
  }
  if (low === 0 && high === null && first !== undefined) {
    return { kind: 'vague', text: qualifier(first, lang) };
  }
  if (low !== null && high === null) return { kind: 'figure', text: words.atLeast(number(low)) };
  if (low !== null && high !== null) {
    const text = low === high ? number(low) : words.range(number(low), number(high));
    return { kind: 'figure', text };
  }
  if (first !== undefined) return { kind: 'vague', text: qualifier(first, lang) };
  return noFigure ? { kind: 'no-figure', text: words.noFigure } : { kind: 'none' };
}

function qualifier(code: Qualifier, lang: Lang): string {
  return labels(lang).qualifiers[code].toLocaleLowerCase(lang);
}

export type ActorSign = 'plain' | 'doubtful' | 'denied';
export interface ActorPart {
  readonly id: string;
  readonly name: string;
  readonly sign: ActorSign;
}

/** Who did it, to whom, and who else is named: `JNIM → FABF, Police · SITE`. */
export interface ActorParts {
  readonly from: readonly ActorPart[];
  readonly to: readonly ActorPart[];
  readonly others: readonly ActorPart[];
}

const doers = new Set(['perpetrator']);
const sufferers = new Set(['target', 'victim']);

export function actorParts(actors: IncidentRow['actors']): ActorParts {
  const seen = new Set<string>();
  const pick = (has: (role: string) => boolean): readonly ActorPart[] =>
    actors.flatMap(({ id, shortName, role, attribution }) => {
      if (!has(role) || seen.has(id)) return [];
      seen.add(id);
      const sign: ActorSign =
        attribution === 'denied' ? 'denied' : attribution === 'alleged' ? 'doubtful' : 'plain';
      return [{ id, name: shortName, sign }];
    });
  return {
    from: pick((role) => doers.has(role)),
    to: pick((role) => sufferers.has(role)),
    others: pick((role) => !doers.has(role) && !sufferers.has(role)),
  };
}

/** Every actor with role and attribution in words, one a line, for the tooltip. */
export function actorLines(actors: IncidentRow['actors'], language: CellLanguage): string {
  const l = labels(language.lang);
  return actors
    .map(({ name, role, attribution }) =>
      language.words.withRole(
        name,
        codeLabel(l.roles, role).toLocaleLowerCase(language.lang),
        attribution === null ? '' : l.attributions[attribution].toLocaleLowerCase(language.lang),
      ),
    )
    .join('\n');
}
