/** Traffic Light Protocol 2.0 (FIRST). Labels are never translated and hold no space. */
import { type TlpLabel, tlpLabels } from './vocabulary.ts';

/** Text colours on black, exactly as TLP 2.0 gives them. */
export const tlpColours: { readonly [L in TlpLabel]: string } = {
  CLEAR: '#FFFFFF',
  GREEN: '#33FF00',
  AMBER: '#FFC000',
  'AMBER+STRICT': '#FFC000',
  RED: '#FF2B2B',
};
/** Ground behind every label, as TLP 2.0 gives it. */
export const tlpGround = '#000000';

/** The label as it is written: `TLP:AMBER+STRICT`. */
export function tlpText(label: TlpLabel): string {
  return `TLP:${label}`;
}

/** Position in CLEAR < GREEN < AMBER < AMBER+STRICT < RED. */
function tlpRank(label: TlpLabel): number {
  return tlpLabels.indexOf(label);
}

/** Negative when `a` may be shared more widely than `b`. */
export function compareTlp(a: TlpLabel, b: TlpLabel): number {
  return tlpRank(a) - tlpRank(b);
}

/** The strictest of the labels; CLEAR when there is none. */
export function tlpMax(labels: Iterable<TlpLabel>): TlpLabel {
  let max: TlpLabel = 'CLEAR';
  for (const label of labels) if (compareTlp(label, max) > 0) max = label;
  return max;
}

/** Reads `TLP:AMBER`, `tlp:amber+strict` or `amber`; WHITE of TLP 1.0 is CLEAR. Null when it is none. */
export function parseTlp(text: string): TlpLabel | null {
  const label = text.trim().toUpperCase().replace(/^TLP:/, '');
  if (label === 'WHITE') return 'CLEAR';
  return tlpLabels.find((known) => known === label) ?? null;
}
