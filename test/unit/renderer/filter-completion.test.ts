import { describe, expect, it } from 'vitest';
import {
  accept,
  askedSuggestions,
  completionAt,
  stretchOf,
} from '../../../renderer/features/incidents/filter-completion.ts';
import { formatFilter, parseFilter } from '../../../shared/domain/filter-text.ts';
import { filterChips } from '../../../shared/text/filter-words.ts';

function labelsAt(text: string, caret = text.length, lang: 'en' | 'fr' = 'en') {
  return completionAt(text, caret, lang, {}).suggestions.map((suggestion) => suggestion.label);
}

describe('completionAt', () => {
  it.each([
    ['ac', 'en', ['actor:']],
    ['act', 'fr', ['acteur:']],
    ['kil', 'en', ['killed>=']],
    ['"ac', 'en', []],
  ] as const)('given %j in %s when completed then offers fields %j', (text, lang, expected) => {
    expect(labelsAt(text, text.length, lang)).toEqual(expected);
  });

  it('given a status begun when completed then offers statuses by code or word', () => {
    expect(labelsAt('status:con')).toEqual(['Confirmed']);
    expect(labelsAt('statut:rev', 10, 'fr')).toEqual(['Revendiqué']);
  });

  it('given one status written when another is begun then the first stays', () => {
    const text = 'status:claimed,con';
    const completion = completionAt(text, text.length, 'en', {});
    const [first] = completion.suggestions;
    if (first === undefined) throw new Error('no suggestion');
    expect(accept(text, completion, first).text).toBe('status:claimed,confirmed ');
  });

  it('given an actor begun when completed then the case is asked for it', () => {
    const { ask } = completionAt('place:Djibo actor:JN', 20, 'en', {});
    expect(ask).toEqual({ field: 'actor', text: 'JN', head: 'actor:' });
  });

  it('given an actor with a dot when completed then offers roles', () => {
    expect(labelsAt('actor.perp')).toEqual(['actor.perpetrator:']);
  });

  it('given the caret behind a space when completed then offers every field', () => {
    expect(labelsAt('place:Djibo ').length).toBeGreaterThan(8);
  });
});

describe('accept', () => {
  it('given words of the case when taken then they replace only the part at the caret', () => {
    const text = 'actor:gs place:Djibo';
    const completion = completionAt(text, 8, 'en', {});
    const [suggestion] = askedSuggestions(
      'actor:',
      [{ value: 'Groupe de soutien', label: 'Groupe de soutien', count: 3 }],
      String,
    );
    if (suggestion === undefined) throw new Error('no suggestion');
    expect(accept(text, completion, suggestion)).toEqual({
      text: 'actor:"Groupe de soutien" place:Djibo',
      caret: 26,
    });
  });
});

describe('stretchOf', () => {
  it('given each condition of a filter when looked up then its own text is found', () => {
    const text = 'actor:JNIM actor:Police place:Djibo after:2025-05-01 killed>=50 "police station"';
    const { filter } = parseFilter(text);
    const whole = formatFilter(filter);
    const found = filterChips(filter, 'en').map((chip) => {
      const { from, to } = stretchOf(whole, formatFilter(chip.remove()));
      return whole.slice(from, to);
    });
    expect(found).toEqual([
      'actor:JNIM',
      'actor:Police',
      'place:Djibo',
      'after:2025-05-01',
      'killed>=50',
      '"police station"',
    ]);
  });
});
