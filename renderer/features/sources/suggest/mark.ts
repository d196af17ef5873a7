// A short mark of a suggestion that is the same when the text is read again, and that says nothing of the
// text: it may be kept outside the case. Pure.
import type { TextSelectors } from '../../../../shared/domain/passage.ts';

/** Characters around the words that must stand for the mark to stay. */
const around = 12;

/** Kind, detail, the first words and what stands right beside them, in 53 bits. */
export function markOf(kind: string, detail: string, passages: readonly TextSelectors[]): string {
  const [first] = passages;
  const words = first
    ? [first.prefix.slice(-around), first.exact, first.suffix.slice(0, around)]
    : [];
  return hash([kind, detail, ...words].join('\u0000'));
}

/** cyrb53 (public domain, bryc): quick and well spread; it keeps nobody from guessing and need not. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
