/** Actors that the words beside an attack only hint at. */
import type { Draft } from './drafts.ts';
import type { Reading } from './reading.ts';
import type { Sighting } from './role-shape.ts';

/** No name stands with the attack, but one group is spoken of in its paragraph: a hint, said as such. */
export function impliedBy(draft: Draft, reading: Reading): readonly Sighting[] {
  const { document } = reading;
  const [first] = draft.units;
  if (!first) return [];
  const names = reading.actors.filter(({ side, known, start }) => {
    const sentence = document.sentences[document.sentenceOf(start)];
    if (side !== 'group' || !known || start > first.start) return false;
    if (!sentence || sentence.paragraph !== first.sentence.paragraph) return false;
    return !/\b(?:no group|active in|since|depuis|past decade|aucun groupe|in recent years)\b/.test(
      document.folded(sentence),
    );
  });
  const [only] = names;
  if (!only || new Set(names.map(({ known }) => known?.key)).size !== 1) return [];
  const why =
    'The only armed group spoken of beside the attack; the text does not say that it did it.';
  return [
    { mention: only, role: 'suspected perpetrator', basis: 'implied by context, not stated', why },
  ];
}

/** Peacekeepers without their mission: the one the text names. */
export function missionOf(sightings: readonly Sighting[], reading: Reading): Sighting | undefined {
  const hit = sightings.find(({ mention }) => mention.kind === 'external-force' && !mention.known);
  const missions = reading.actors.filter(({ kind, known }) => kind === 'external-force' && known);
  const [first] = missions;
  if (!hit || !first || new Set(missions.map(({ known }) => known?.key)).size > 1) return undefined;
  return {
    ...hit,
    mention: first,
    why: 'The only mission the text names; its peacekeepers were hit.',
  };
}
