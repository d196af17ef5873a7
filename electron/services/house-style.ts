/** The house style of the case, and the numbers it gives to reports. */
import type { CallResult } from '../../shared/contract/contract.ts';
import { reportKinds } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportKind } from '../../shared/report/document.ts';
import { faintColours, type HouseStyle, leastContrast } from '../../shared/report/house-style.ts';
import {
  type NextNumber,
  nextNumber,
  numberTokens,
  patternProblem,
} from '../../shared/report/product-number.ts';
import {
  giveNumber,
  lastCount,
  ownerOfNumber,
  shownNumbers,
} from '../db/queries/product-numbers.ts';
import type { Reader, Writer } from '../db/sqlite.ts';
import { act } from './act.ts';
import { caseInfo } from './case-state.ts';
import type { CaseSession } from './session.ts';

export function houseStyle(db: Reader): HouseStyle {
  const info = caseInfo(db);
  return {
    organisation: info.house_organisation,
    author: info.house_author,
    number: info.house_number,
    page: info.house_page,
    lang: info.house_lang,
    accent: info.house_accent,
    rule: info.house_rule,
    logo: info.house_logo,
  };
}

/** The style as fields of the case. */
export function houseColumns(style: HouseStyle) {
  return {
    house_organisation: style.organisation,
    house_author: style.author,
    house_number: style.number,
    house_page: style.page,
    house_lang: style.lang,
    house_accent: style.accent,
    house_rule: style.rule,
    house_logo: style.logo,
  };
}

/** The style, and the number that a report of each kind would get now. */
export function houseView(session: CaseSession): CallResult<'house/style'> {
  const style = houseStyle(session.db);
  const next = reportKinds.map((kind) => [kind, nextNumberOf(session, kind)?.number ?? null]);
  return { style, next: Object.fromEntries(next) };
}

/** Throws `input/invalid` (a colour too faint for paper, a pattern that cannot count), `case/read-only`. */
export function setHouseStyle(session: CaseSession, style: HouseStyle): CallResult<'house/style'> {
  const [faint] = faintColours(style);
  if (faint !== undefined) {
    throw refusal(
      faint,
      `The colour ${style[faint] ?? ''} is too faint on white paper. Choose a darker one: its contrast must be ${leastContrast[faint]} to 1 or more.`,
    );
  }
  if (style.number !== null && patternProblem(style.number) !== undefined) {
    throw refusal(
      'number',
      `"${style.number}" cannot be counted with. Use one counter, as {nnn}, and of others only ${numberTokens.join(', ')}.`,
    );
  }
  const info = caseInfo(session.db);
  act(session, { kind: 'update', title: info.title }, (tx) =>
    tx.update('case_info', info.id, houseColumns(style)),
  );
  return houseView(session);
}

function refusal(field: string, message: string): AppError {
  return new AppError('input/invalid', message, { issues: [{ path: [field], message }] });
}

/** The number that a report kept now would get; null where the house has no pattern. */
export function nextNumberOf(session: CaseSession, kind: ReportKind): NextNumber | null {
  const { db, author } = session;
  const pattern = houseStyle(db).number;
  if (pattern === null) return null;
  const year = thisYear();
  const shown = shownNumbers(db);
  return nextNumber(
    pattern,
    { kind, year, initials: author.initials },
    lastCount(db, kind, year),
    (number) => shown.has(number) || ownerOfNumber(db, number) !== undefined,
  );
}

/** Throws `input/invalid` for a number that another report has. */
export function requireFreeNumber(db: Reader, number: string, reportId: string): void {
  const owner = ownerOfNumber(db, number) ?? shownNumbers(db).get(number);
  if (owner === undefined || owner === reportId) return;
  throw refusal(
    'number',
    `Another report of this case has the number ${number} already. Choose another number, or leave it out to get the next one.`,
  );
}

/** Enters the number of a kept report; undo does not take it back. */
export function enterNumber(
  db: Writer,
  given: { readonly number: string; readonly n: number | null },
  of: { readonly kind: ReportKind; readonly reportId: string; readonly at: string },
): void {
  giveNumber(db, { ...given, ...of, year: thisYear() });
}

const thisYear = () => new Date().getUTCFullYear();
