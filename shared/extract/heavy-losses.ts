/** "inflicted heavy losses on the army", "de lourdes pertes": a toll without a number. */
import type { Party } from '../domain/vocabulary.ts';
import type { Casualty } from './casualty-people.ts';
import type { Token } from './tokens.ts';
import { partyOfNoun } from './words/people.ts';

const losses = /^(?:losses|casualties|pertes)$/;
const heavy =
  /^(?:heavy|severe|serious|significant|major|huge|massive|considerable|substantial|terrible|enormous|lourdes?|importantes?|enormes|considerables|severes|cuisantes|sensibles|terribles|grosses|grandes)$/;

export function heavyLosses(
  tokens: readonly Token[],
  found: readonly Casualty[],
  quote: (start: number, end: number) => string,
): readonly Casualty[] {
  const offset = tokens[0]?.index ?? 0;
  for (const [i, token] of tokens.entries()) {
    if (!losses.test(token.word)) continue;
    const isBefore = heavy.test(tokens[i - 1]?.word ?? '');
    const after = /^(?:humaines|militaires|en|et)$/.test(tokens[i + 1]?.word ?? '') ? i + 2 : i + 1;
    const isAfter = heavy.test(tokens[after]?.word ?? '') && token.word === 'pertes';
    if (!isBefore && !isAfter) continue;
    const start = isBefore ? i - 1 : i;
    const end = isAfter ? after + 1 : i + 1;
    const lead = tokens.slice(Math.max(0, start - 6), start).map(({ word }) => word);
    // "never so heavy", "despite heavy losses of cattle"
    if (
      lead.some((word) =>
        /^(?:jamais|never|aussi|such|without|sans|avoid|eviter|no|not|pas)$/.test(word),
      )
    )
      continue;
    if (
      /^(?:of|de|en)$/.test(tokens[end]?.word ?? '') &&
      /^(?:cattle|livestock|betail|money|materiel|equipment|revenue|argent)$/.test(
        tokens[end + 1]?.word ?? '',
      )
    )
      continue;
    const victims = whoSuffers(tokens, end);
    if (
      found.some(
        ({ measure, party }) => measure === 'killed' && party === (victims?.party ?? party),
      )
    )
      continue;
    return [
      {
        start: offset + start,
        end: offset + end,
        measure: 'killed',
        quantity: {
          start,
          end,
          low: null,
          high: null,
          qualifier: 'heavy',
          isArticle: false,
          isVague: true,
        },
        victims: victims ? quote(offset + victims.at, offset + victims.at + 1) : '',
        party: victims?.party ?? 'unknown',
        isPart: false,
      },
    ];
  }
  return [];
}

/** "on the army", "aux soldats": the people after it. */
function whoSuffers(
  tokens: readonly Token[],
  end: number,
): { readonly at: number; readonly party: Party } | undefined {
  if (!/^(?:on|upon|to|among|a|au|aux|dans|parmi|sur|chez)$/.test(tokens[end]?.word ?? ''))
    return undefined;
  for (let i = end + 1; i < end + 6; i += 1) {
    const token = tokens[i];
    if (!token || /[,;:.]/.test(token.gap)) return undefined;
    const party = /^(?:army|armee|military|forces|armees)$/.test(token.word)
      ? 'military'
      : partyOfNoun(token.word);
    if (party !== undefined && party !== 'unknown') return { at: i, party };
  }
  return undefined;
}
