/** Words of places, titles and times of day as comparing needs them. */
import { fold } from '../lib/fold.ts';
import { soundsOf } from '../lib/spelling.ts';

/** Words around a name that do not name it, in English and French. */
const general = new Set(
  `near in at the of de du des la le les l d et and a au aux en dans pres environs around
  town city village commune departement department district province region region ville localite locality
  camp base axis road route axe area zone north south east west nord sud est ouest km
  outskirts centre center entre between`.split(/\s+/),
);

/** Words that every title of the field has, and those that carry nothing. */
const commonInTitles = new Set(
  `attack attacks attaque attaques attaquent raid on in at of the and by near against claimed claims kill kills killed
  sur contre par dans un une des les la le et pres tue tues morts dead deadly assault reported incident`.split(
    /\s+/,
  ),
);

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export interface PlaceKeys {
  /** The whole name without general words, as it is written and as it may sound. */
  readonly whole: ReadonlySet<string>;
  /** Single words of it that can name a place. */
  readonly parts: ReadonlySet<string>;
}

export function placeKeysOf(names: readonly string[]): PlaceKeys {
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const name of names) {
    const words = wordsOf(name).filter((word) => !general.has(word));
    if (words.length === 0) continue;
    for (const sound of soundsOf(words.join(''))) whole.add(sound);
    // Arabic and other scripts have no sounds here
    whole.add(words.join(' '));
    for (const word of words) if (word.length >= 4) for (const s of soundsOf(word)) parts.add(s);
  }
  whole.delete('');
  parts.delete('');
  return { whole, parts };
}

/** Telling words of a title, as they sound. */
export function titleKeysOf(title: string): ReadonlySet<string> {
  const words = wordsOf(title).filter((word) => word.length >= 3 && !commonInTitles.has(word));
  return new Set(words.map((word) => soundsOf(word).at(-1) || word));
}

/** Hours of the day by words of both languages; a span may run over midnight. */
const partsOfDay: readonly (readonly [RegExp, number, number])[] = [
  [/\b(dawn|daybreak|aube|petit matin|aurore)\b/, 4, 7],
  [/\b(early (?:in the )?morning|tot le matin)\b/, 5, 8],
  [/\b(midnight|minuit)\b/, 23, 25],
  [/\b(noon|midday|midi)\b/, 11, 13],
  [/\b(afternoon|apres midi|apres-midi)\b/, 12, 18],
  [/\b(morning|matin|matinee)\b/, 5, 12],
  [/\b(evening|dusk|soir|soiree|crepuscule)\b/, 17, 22],
  [/\b(overnight|night|nuit|nocturne)\b/, 20, 29],
];

/** Hours from–to of a time as a source words it, `to` above 24 past midnight; null when it says none. */
export function hoursOf(words: string | null): readonly [number, number] | null {
  if (words === null) return null;
  const text = fold(words);
  const clock = /\b([01]?\d|2[0-3])\s?(?:[:h]\s?([0-5]\d)|h\b|heures?\b|(am|pm)\b)/.exec(text);
  if (clock) {
    const isAfternoon = clock[3] === 'pm' || /\bpm\b/.test(text);
    const given = Number(clock[1]);
    const hour = isAfternoon && given < 12 ? given + 12 : given;
    const at = hour + Number(clock[2] ?? 0) / 60;
    return [at, at];
  }
  const found = partsOfDay.find(([pattern]) => pattern.test(text));
  return found ? [found[1], found[2]] : null;
}

/** Hours between two spans of a day, over midnight too; 0 when they overlap. */
export function hoursBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const gaps = [-24, 0, 24].map((shift) => Math.max(0, a[0] - (b[1] + shift), b[0] + shift - a[1]));
  return Math.min(...gaps);
}
