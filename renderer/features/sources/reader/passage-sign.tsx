import type { PassageKind } from '../../../../shared/contract/passage-views.ts';
import { passageLetters } from './passage-face.ts';

/** The letter of a kind in its line, as in the text. */
export function PassageSign({ kind }: { readonly kind: PassageKind }) {
  return (
    <span className="passage-sign" data-kind={kind} aria-hidden>
      {passageLetters[kind]}
    </span>
  );
}
