/** State forces and armed people without a name: "l'armee malienne", "gunmen", "hommes armes". */
import type { ActorMention, Force } from './actor-mention.ts';
import type { CountryMention } from './countries.ts';
import type { Document } from './document.ts';
import { countryName } from './words/countries.ts';

const forceWords: Readonly<Record<string, Force>> = {
  ...Object.fromEntries(
    'army soldier soldiers troop troops military armee armees militaire militaires soldat soldats navy aviation airforce chasseurs-bombardiers paratroopers servicemen bidasses'
      .split(' ')
      .map((word) => [word, 'army'] as const),
  ),
  ...Object.fromEntries(
    'police policeman policemen policier policiers commissariat'
      .split(' ')
      .map((word) => [word, 'police'] as const),
  ),
  ...Object.fromEntries(
    'gendarme gendarmes gendarmerie'.split(' ').map((word) => [word, 'gendarmerie'] as const),
  ),
};

const unnamed =
  /^(?:(?:unidentified|unknown|suspected|presumed|heavily|masked|masques|encagoules|people|persons|armed|non|state|youths|perpetrators|hommes|individus|des|presumes|elements|groupes?|groups?|men|bandits?|gunm[ae]n|militants?|insurgents?|insurges?|d?jihadist(?:e?s)?|terrorist(?:e?s)?|rebels?|rebelles?|extremist(?:e?s)?|islamist(?:e?s)?|assailants?|assaillants?|attackers?|kidnappers|ravisseurs|fighters|combattants|raiders|armes?|lourdement|identifies|inconnus|jihadistes|djihadistes) ?)+$/;
const unnamedHeads = new Set(
  'gunmen gunman militants insurgents jihadists djihadistes jihadistes terrorists terroristes rebels rebelles extremists islamists islamistes assailants assaillants attackers bandits kidnappers fighters combattants insurges raiders ravisseurs'.split(
    ' ',
  ),
);

export function forcesAndUnnamed(
  document: Document,
  countries: readonly CountryMention[],
  taken: ReadonlySet<number>,
): ActorMention[] {
  const { tokens } = document;
  const byToken = new Map<number, CountryMention>();
  for (const mention of countries)
    for (let i = mention.start; i < mention.end; i += 1) byToken.set(i, mention);
  const found: ActorMention[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(i)) continue;
    // "soldats de la paix" serve no army
    const isPeace = /^(?:de la paix|de maintien)/.test(
      document.tokens
        .slice(i + 1, i + 4)
        .map(({ word }) => word)
        .join(' '),
    );
    if (/^(?:peacekeepers?|casques|helmets)$/.test(token.word)) {
      const start = byToken.get(i - 1)?.form === 'adjective' ? i - 1 : i;
      const end = token.word === 'casques' ? i + 2 : i + 1;
      found.push({
        start,
        end,
        known: undefined,
        side: 'state',
        force: undefined,
        country: undefined,
        kind: 'external-force',
        why: 'Peacekeepers.',
      });
      continue;
    }
    const force = isPeace
      ? undefined
      : (forceWords[token.word] ?? forceAt(document, i) ?? nationalAt(document, byToken, i));
    if (force !== undefined) {
      const { start, end, country } = withCountry(document, byToken, i);
      found.push({
        start,
        end,
        known: undefined,
        side: 'state',
        force,
        country,
        kind: force === 'army' ? 'state-force' : 'police',
        why:
          country === undefined
            ? 'A state force; its country follows from the place.'
            : `A state force of ${countryName(country)}.`,
      });
      i = Math.max(i, end - 1);
      continue;
    }
    const length = unnamedAt(document, i, taken);
    if (length > 0) {
      found.push({
        start: i,
        end: i + length,
        known: undefined,
        side: 'unnamed',
        force: undefined,
        country: undefined,
        kind: 'unidentified',
        why: 'Armed people without a name.',
      });
      i += length - 1;
    }
  }
  return found;
}

/** "armed forces", "forces armees", "security forces", "forces de defense et de securite". */
function forceAt(document: Document, at: number): Force | undefined {
  const words = document.tokens
    .slice(at, at + 3)
    .map(({ word }) => word)
    .join(' ');
  return /^(?:armed forces|air force|special forces|presidential guard|republican guard|forces armees|forces speciales|armee de l air|garde presidentielle|garde republicaine|security forces|forces de (?:defense|securite|l)|government forces|garde nationale|national guard|defen[cs]e and security|forces gouvernementales|fds)\b/.test(
    words,
  )
    ? 'army'
    : undefined;
}

/** "Israeli forces", "forces rwandaises", "Russian strikes": the army of a country by its adjective. */
function nationalAt(
  document: Document,
  byToken: ReadonlyMap<number, CountryMention>,
  at: number,
): Force | undefined {
  const word = document.tokens[at]?.word ?? '';
  const isAdjective = (i: number) => byToken.get(i)?.form === 'adjective';
  const isForce =
    /^(?:forces|troupes|warplanes|jets|aircraft|gunships|artillery|tanks|avions|commandos|paratroopers)$/.test(
      word,
    );
  const isStrike =
    /^(?:airstrikes?|strikes?|fire|shelling|shellfire|bombardments?|bombardements?|frappes?|missiles?|drones?|raids?|tirs)$/.test(
      word,
    );
  if (isForce && (isAdjective(at - 1) || isAdjective(at + 1))) return 'army';
  const isLed =
    isAdjective(at - 1) ||
    (/^(?:air|drone|missile|artillery|tank)$/.test(document.tokens[at - 1]?.word ?? '') &&
      isAdjective(at - 2));
  const isRegime = /^(?:government|regime|junta|governmental|gouvernementale?s?)$/.test(
    document.tokens[at - 1]?.word ?? '',
  );
  return (isStrike && (isLed || isRegime)) || (isForce && isRegime) ? 'army' : undefined;
}

const forceTail =
  /^(?:forces|force|armees|de|defense|et|securite|and|security|gouvernementales|l|ordre|armed|services|nationale|national|air|la|republicaine|presidentielle|guard|garde|speciales)$/;

function withCountry(document: Document, byToken: ReadonlyMap<number, CountryMention>, at: number) {
  const { tokens } = document;
  let start = at;
  let end = at + 1;
  while (
    forceTail.test(tokens[end]?.word ?? '') &&
    tokens[end]?.gap === '' &&
    /^(?:forces|armed|security|defen[cs]e|government|police|fds|garde$|presidential|republican|national|special|air$)/.test(
      tokens[at]?.word ?? '',
    )
  )
    end += 1;
  const possessed = tokens[start - 1]?.plain === "'s" ? byToken.get(start - 2) : undefined;
  const before = possessed ?? byToken.get(start - 1);
  const national =
    tokens[end]?.word === 'nationale' || tokens[end]?.word === 'national' ? end + 1 : end;
  const after =
    byToken.get(national) ??
    (/^(?:of|de|du)$/.test(tokens[end]?.word ?? '')
      ? (byToken.get(end + 1) ?? byToken.get(end + 2))
      : undefined);
  const hit =
    before && before.form !== 'capital'
      ? before
      : after && (after.form === 'adjective' || after.start > end)
        ? after
        : undefined;
  if (hit && hit === before) start = hit.start;
  else if (hit) end = hit.end;
  return { start, end, country: hit?.code };
}

function unnamedAt(document: Document, at: number, taken: ReadonlySet<number>): number {
  const { tokens } = document;
  let length = 0;
  for (let i = at; i < at + 5 && i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(i) || (i > at && token.gap !== '' && token.gap !== '-')) break;
    const words = tokens
      .slice(at, i + 1)
      .map(({ word }) => word)
      .join(' ');
    if (!unnamed.test(words)) break;
    const isHead =
      unnamedHeads.has(token.word) ||
      /\b(?:armed (?:men|groups?|individuals|elements|persons|people|assailants|attackers|youths|persons)|(?:hommes|individus|elements|groupes?) (?:lourdement )?armes?|armed group|(?:unidentified|unknown|masked) (?:armed )?(?:men|people|individuals|persons|elements|attackers|perpetrators)|(?:hommes|individus) (?:non identifies|inconnus|masques|encagoules))\b/.test(
        words,
      );
    if (isHead) length = i - at + 1;
  }
  return length;
}
