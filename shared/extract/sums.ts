/** Sentences that add up several events: "at least 16 killed in separate attacks across three states". */
import { isSpot, mainPlace } from './draft-place.ts';
import type { Reading } from './reading.ts';
import type { Unit } from './units.ts';

const several =
  /\b(?:(?:separate|different|several|multiple|various|two|three|four|five|six|seven|twin|simultaneous|coordinated|series of|string of|spate of|wave of) (?:\p{L}+ ){0,2}(?:attacks|incidents|raids|assaults|ambushes|strikes|explosions|bombings|blasts)|across (?:two|three|four|five|six|several) (?:\p{L}+ )?(?:states|provinces|regions|districts|counties|countries)|(?:deux|trois|quatre|cinq|plusieurs|differentes|serie d'|vague d') ?(?:\p{L}+ )?(?:attaques|assauts|embuscades|attentats|frappes|explosions|raids))\b/u;

/** The figures belong to no one of the events that are told one by one afterwards. */
export function isSumOfEvents(reading: Reading, units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.casualties.length === 0) return false;
  const own = mainPlace(unit);
  if ((own && isSpot(own)) || !several.test(reading.document.folded(unit.sentence))) return false;
  const told = units
    .slice(at + 1)
    .filter((other) => other.skip === undefined && other.triggers.some(({ isWeak }) => !isWeak))
    .map((other) => mainPlace(other))
    .filter((place) => place !== undefined && isSpot(place))
    .map((place) => place?.written.toLowerCase());
  return new Set(told).size > 1;
}
