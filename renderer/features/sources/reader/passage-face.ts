// How a passage shows itself: its kind, its letter, and in words what it is for.
import type { PassageKind, PassageView } from '../../../../shared/contract/passage-views.ts';
import type { useText } from '../../../text/index.tsx';
import { markKeys } from '../marking/mark-kinds.ts';

export interface PassageFace {
  readonly id: string;
  readonly kind: PassageKind;
  /** What it leads to, in words; the kind alone where it leads nowhere. */
  readonly label: string;
  readonly exact: string;
}

/** Letters as the keys that make them; a link and a bare mark have none of their own. */
export const passageLetters: { readonly [K in PassageKind]: string } = {
  ...markKeys,
  link: 'L',
  mark: '·',
};

type Words = ReturnType<typeof useText>['sources']['passages'];

export function passageFace(view: PassageView, words: Words): PassageFace {
  const { passage, kind, target, notes } = view;
  const label = target?.label ?? notes[0]?.note.body;
  return {
    id: passage.id,
    kind,
    label: label === undefined ? words.kinds[kind] : words.kindOf(words.kinds[kind], label),
    exact: passage.exact,
  };
}
