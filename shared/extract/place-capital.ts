/** A capital told by its country: "the Somali capital", "la capitale du Mali", "Mali's capital". */
import type { CountryContext } from './countries.ts';
import type { Document } from './document.ts';
import type { Run } from './place-setting.ts';
import { capitalOf, countries } from './words/countries.ts';

export interface CapitalRun extends Run {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
}

const otherLead =
  /^(?:provincial|regional|state|district|county|financial|commercial|economic|former|human|working|venture|peine|provinciale|regionale|economique|ancienne)$/;

/** Runs of words that mean a capital; none where its name stands beside them. */
export function capitalRuns(document: Document, context: CountryContext): readonly CapitalRun[] {
  const { tokens } = document;
  const word = (at: number) => tokens[at]?.word ?? '';
  return tokens.flatMap((token, at): CapitalRun[] => {
    const isFrench = token.word === 'capitale';
    if (!isFrench && token.word !== 'capital') return [];
    if (!isFrench && document.lang === 'fr') return [];
    if (otherLead.test(word(at - 1)) || otherLead.test(word(at + 1))) return [];
    const end = at + (word(at + 1) === 'city' ? 2 : 1);
    const before = context.mentions.find(
      (mention) =>
        mention.form !== 'capital' && mention.end === at - (word(at - 1) === 's' ? 1 : 0),
    );
    const skip = /^(?:du|de|d|of)$/.test(word(end))
      ? /^(?:la|l|the)$/.test(word(end + 1))
        ? 2
        : 1
      : 0;
    const after = context.mentions.find(
      ({ form, start }) => form !== 'capital' && start === end + skip,
    );
    const own = before ?? after;
    const isAlone =
      !own && skip === 0 && /^(?:the|la)$/.test(word(at - 1)) && !tokens[end]?.isCapital;
    const country = own?.code ?? (isAlone ? context.around(document.sentenceOf(at))[0] : undefined);
    if (country === undefined) return [];
    const name = capitalOf(country);
    const run = { start: before?.start ?? at, end: after ? after.end : end };
    if (name === undefined || isNamedBeside(document, run, country)) return [];
    return [{ ...run, country, name }];
  });
}

/** "the capital, Bamako": the name itself is read. */
function isNamedBeside(document: Document, run: Run, code: string): boolean {
  const names = countries.find((each) => each.code === code)?.capitals ?? [];
  const heads = new Set(names.map((name) => name.toLowerCase().split(/[ '-]/)[0]));
  return document.tokens
    .slice(Math.max(0, run.start - 4), run.end + 3)
    .some(({ word }) => heads.has(word));
}
