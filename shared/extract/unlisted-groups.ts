/** Armed groups that no list knows, by what they are called: "the Gran Grif gang", "milice Yakutumba", "X Liberation Front". */
import type { ActorMention } from './actor-mention.ts';
import type { CountryMention } from './countries.ts';
import type { Document } from './document.ts';

const afterName =
  /^(?:gang|gangs|militia|militias|cartel|faction|front|rebels|separatists|guerrillas|insurgents|militants|fighters|gunmen|militiamen|rebellion)$/;
const afterArmed = /^(?:elements|groups?|men|fighters)$/;
const beforeName =
  /^(?:gang|milice|milices|cartel|faction|katiba|katibat|katiba|rebelles|combattants|miliciens|maquisards|bande|guerilla)$/;
/** A capital that tells a people, a faith or a land is no name of a group. */
const common =
  /^(?:islamic|islamist|muslim|muslims|christian|christians|tuareg|touareg|touaregs|fulani|peul|peuls|peulhs|arab|arabe|arabes|hutu|tutsi|hema|lendu|dogon|bambara|houthi|shia|sunni|kurdish|kurde|kurdes|suspected|the|these|some|armed|unidentified|local|several|two|three|al|other|des|les|jihadist|pro|anti|government|foreign|tribal|ethnic|state|many|most|dozens|hundreds|northern|southern|eastern|western|central|african|sahelian)$/;
const cause =
  /^(?:liberation|resistance|revolutionary|freedom|salvation|redemption|patriotic|defence|defense|independence|democratic|restoration)$/;
const body = /^(?:front|army|movement|forces?|brigades?|council|alliance|militia|fighters|union)$/;

export function unlistedGroups(
  document: Document,
  countries: readonly CountryMention[],
  taken: ReadonlySet<number>,
): ActorMention[] {
  const { tokens } = document;
  const land = new Set(
    countries.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  const isName = (i: number) => {
    const token = tokens[i];
    return token?.isCapital === true && !taken.has(i) && !land.has(i) && !common.test(token.word);
  };
  const isJoined = (i: number) => /^-?$/.test(tokens[i]?.gap ?? '.');
  const found: ActorMention[] = [];
  const add = (start: number, end: number, kind: ActorMention['kind']) =>
    found.push({
      start,
      end,
      known: undefined,
      side: 'group',
      force: undefined,
      country: undefined,
      kind,
      why: 'Called an armed group by the text; in no list.',
    });
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || taken.has(i)) continue;
    if (beforeName.test(token.word) && !token.isCapital) {
      let at = i + 1;
      if (/^(?:de|du|d|dite?|des)$/.test(tokens[at]?.word ?? '')) at += 1;
      if (/^(?:la|l|le)$/.test(tokens[at]?.word ?? '')) at += 1;
      let end = at;
      while (
        end < at + 3 &&
        isName(end) &&
        (isJoined(end) || (end === at && tokens[end]?.gap === '"'))
      )
        end += 1;
      if (end > at && document.lang === 'fr' && at - i <= 2) {
        add(i, end, kindOf(token.word));
        i = end - 1;
      }
      continue;
    }
    if (!isName(i)) continue;
    let end = i + 1;
    while (end < i + 5 && isName(end) && isJoined(end)) end += 1;
    const words = tokens.slice(i, end).map(({ word }) => word);
    const next = tokens[end];
    const isFollowed = next?.gap === '' && !next.isCapital && !taken.has(end);
    const isOrdinaryStart = i === 0 || /[.!?\n]/.test(token.gap);
    if (
      isFollowed &&
      afterName.test(next.word) &&
      document.lang === 'en' &&
      !(isOrdinaryStart && words.length === 1)
    ) {
      add(i, end + 1, kindOf(next.word));
      i = end;
    } else if (
      isFollowed &&
      next.word === 'armed' &&
      afterArmed.test(tokens[end + 1]?.word ?? '')
    ) {
      add(i, end + 2, 'rebel-group');
      i = end + 1;
    } else if (
      words.length >= 2 &&
      words.some((word) => cause.test(word)) &&
      body.test(words.at(-1) ?? '') &&
      words.length >= 3
    ) {
      add(i, end, 'rebel-group');
      i = end - 1;
    }
  }
  return found;
}

const kindOf = (word: string): ActorMention['kind'] =>
  /^(?:gangs?|militias?|milices?|miliciens|militiamen|bande|cartel)$/.test(word)
    ? 'identity-militia'
    : 'rebel-group';
