/** Runs of words that may name a place, and what stands right beside them. */
import type { Document } from './document.ts';
import type { Run } from './place-setting.ts';
import * as words from './words/places.ts';

const particles = new Set('da de du la le el al ag n y es ez os dos des d l'.split(' '));
const personTitles = new Set(
  'mr mrs ms dr gen general colonel captain lieutenant major president minister sheikh imam sergeant commander ministre commandant capitaine m mme coach prince emir cheikh adjudant monseigneur pere pope bishop eveque brigadier admiral marshal governor gouverneur'.split(
    ' ',
  ),
);

/** "À Ngarbuh," begins a sentence: the small word is no part of the name. */
function opensWithLead(document: Document, token: Document['tokens'][number]): boolean {
  return (
    /^(?:a|au|aux|en|dans|de|du|des|d|l|sur|vers|entre|depuis|pres|in|at|on|near|from|around|outside|between|to|across)$/.test(
      token.word,
    ) && document.sentences[document.sentenceOf(token.index)]?.tokens[0]?.index === token.index
  );
}

/** Capitalised words that belong together: "Gorom-Gorom", "Mocimboa da Praia", "Fada N'Gourma". */
export function runsOf(document: Document, taken: ReadonlySet<number>): readonly Run[] {
  const { tokens } = document;
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token?.isCapital || taken.has(i) || token.isGlued || opensWithLead(document, token))
      continue;
    let end = i + 1;
    while (end < tokens.length) {
      const next = tokens[end];
      if (!next || taken.has(end)) break;
      const glue = next.gap === '-' || next.gap === '' || next.gap === '/';
      if (!glue) break;
      if (next.isCapital || (next.isGlued && /^\p{L}/u.test(next.word))) end += 1;
      else if (
        particles.has(next.word) &&
        tokens[end + 1]?.isCapital &&
        (tokens[end + 1]?.gap === '' || tokens[end + 1]?.isGlued) &&
        !taken.has(end + 1) &&
        (next.isGlued || next.word !== 'de')
      )
        end += 2;
      else break;
    }
    runs.push({ start: i, end });
    i = end - 1;
  }
  return runs;
}

const road = /^(?:axe|route|road|troncon|highway|axis|expressway|corridor|track|piste)$/;

export function isOnRoad(document: Document, run: Run): boolean {
  return (
    road.test(document.tokens[run.end]?.word ?? '') ||
    document.tokens
      .slice(Math.max(0, run.start - 3), run.start)
      .some(
        ({ word, index }) =>
          road.test(word) && document.sentenceOf(index) === document.sentenceOf(run.start),
      )
  );
}

export function isTownPart(document: Document, run: Run): boolean {
  const { tokens } = document;
  const before = tokens.slice(Math.max(0, run.start - 2), run.start);
  const after = tokens.slice(run.end, run.end + 3);
  const isApposed = /^[,(]/.test(after[0]?.gap ?? '');
  return (
    before.some(({ word }) => words.townParts.test(word)) ||
    words.townParts.test(after[0]?.word ?? '') ||
    (isApposed && after.some(({ word }) => words.townParts.test(word)))
  );
}

/** "l'axe Kantchari-Diapaga", "the Gusau-Funtua highway": two places. */
export function splitRuns(document: Document, runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run) => {
    const lead =
      road.test(document.tokens[run.end]?.word ?? '') ||
      document.tokens
        .slice(Math.max(0, run.start - 2), run.start)
        .some(({ word }) => road.test(word) || word === 'between');
    const cut = Array.from({ length: run.end - run.start - 1 }, (_, i) => run.start + 1 + i).filter(
      (i) => document.tokens[i]?.isGlued && document.tokens[i]?.isCapital,
    );
    const [at] = cut;
    if (!lead || at === undefined || cut.length > 1) return [run];
    return [
      { start: run.start, end: at },
      { start: at, end: run.end },
    ];
  });
}

export function isDateline(document: Document, run: Run): boolean {
  const sentence = document.sentences[document.sentenceOf(run.start)];
  if (sentence?.tokens[0]?.index !== run.start || run.end - run.start > 3) return false;
  const after = document.mirror.plain.slice(
    document.tokens[run.end - 1]?.to ?? 0,
    (document.tokens[run.end - 1]?.to ?? 0) + 40,
  );
  return /^(?:,? [^.\n]{0,30})?(?: \([^)]{2,20}\))? ?(?: - |\u2014| \u2014 )/.test(after);
}

export function isNoPlace(document: Document, run: Run): boolean {
  const own = document.tokens.slice(run.start, run.end);
  if (own.some(({ word }) => words.notPlaces.has(word))) return true;
  const isPark = /^(?:parc|park)$/.test(document.tokens[run.start - 1]?.word ?? '');
  if (own.length === 1 && (own[0]?.word.length ?? 0) < 3 && !isPark) return true;
  if (own.every(({ word }) => words.widePlaces.has(word))) return true;
  if (own.length > 4) return true;
  if (personTitles.has(document.tokens[run.start - 1]?.word ?? '')) return true;
  const isAcronym =
    own.length === 1 && own[0]?.isUpper === true && (own[0]?.plain.length ?? 9) <= 6;
  return (
    isAcronym &&
    !/^[^a-z]+$/.test(document.mirror.plain.slice(own[0]?.from ?? 0, (own[0]?.from ?? 0) + 30))
  );
}
