import { Check, CircleHelp, EqualApproximately, type LucideIcon, X } from 'lucide-react';
import type { SameVerdict } from '../../../shared/domain/same-attack-types.ts';
import { useText } from '../../text/index.tsx';

const icons: { readonly [V in SameVerdict]: LucideIcon } = {
  agrees: Check,
  near: EqualApproximately,
  differs: X,
  unknown: CircleHelp,
};

/** Whether two incidents agree in something: a sign and a word, never colour alone. */
export function VerdictSign({ verdict }: { readonly verdict: SameVerdict }) {
  const t = useText().same;
  const Icon = icons[verdict];
  return (
    <span className={`same-verdict same-verdict-${verdict}`}>
      <Icon size={13} aria-hidden="true" />
      {t.verdicts[verdict]}
    </span>
  );
}
