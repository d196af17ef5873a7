import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleX } as const;

/** The shape that goes with a tone, so that colour is never the only sign. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden="true" className={`c-tone c-tone-${tone}`} />;
}
