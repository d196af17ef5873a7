/**
 * The time of day in a few words of a source, kept as they are written: "morning", "vers 5 h 30",
 * "la nuit". Nothing is computed from it; a clock time in a report is seldom exact.
 */
const clock =
  String.raw`(?:(?:at|around|about|before|after|by|vers|a|avant|apres)\s+)?` +
  String.raw`(?:[01]?\d|2[0-3])(?:\s*[:h]\s*[0-5]\d|\s*heures?(?:\s+[0-5]?\d)?|\s*h\b)?` +
  String.raw`\s*(?:a\.?m\.?|p\.?m\.?|gmt|utc|local time|heure locale)?`;
const isClock = /[:h]|heure|\d\s*[ap]\.?m/;
const words =
  'early hours|early morning|late morning|late afternoon|early afternoon|late evening|early evening|' +
  'late at night|late night|before dawn|at dawn|at dusk|at noon|at midday|at midnight|around noon|' +
  'around midnight|around dawn|overnight|morning|afternoon|evening|night|dawn|dusk|noon|midday|' +
  'midnight|early|late|petites heures|tot le matin|tard le soir|fin de matinee|debut de matinee|' +
  'fin d apres midi|debut de soiree|fin de soiree|dans la matinee|dans la soiree|dans la nuit|' +
  'a l aube|avant l aube|au crepuscule|vers midi|vers minuit|a midi|a minuit|apres midi|matinee|' +
  'soiree|matin|soir|nuit|aube|crepuscule|midi|minuit';
const phrase = new RegExp(`\\b(?:${words.replaceAll(' ', String.raw`[\s'’-]+`)})\\b`, 'gu');
/** "early May", "late last year": part of a month or year, no time of day. */
const isPartOfMonth =
  /^(?:early|late)\s+(?:in\s+)?(?:(?:this|last|next)\s+(?:week|month|year)|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})\b/;

/** Words of the time of day, as written; null when there are none. */
export function timeWordsOf(text: string): string | null {
  const folded = foldSameLength(text);
  const found: string[] = [];
  for (const match of folded.matchAll(phrase)) {
    const at = match.index;
    if (isPartOfMonth.test(folded.slice(at))) continue;
    found.push(text.slice(at, at + match[0].length));
  }
  for (const match of folded.matchAll(new RegExp(`(?<![\\d/.-])${clock}`, 'gu'))) {
    if (isClock.test(match[0])) found.push(text.slice(match.index, match.index + match[0].length));
  }
  const all = [...new Set(found.map((word) => word.trim()))];
  return all.length === 0 ? null : all.join(', ');
}

/** Lower case without accents, character by character, so that positions stay. */
function foldSameLength(text: string): string {
  return [...text.normalize('NFC')]
    .map((c) => {
      const plain = c.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return plain.length === c.length ? plain : c;
    })
    .join('');
}
