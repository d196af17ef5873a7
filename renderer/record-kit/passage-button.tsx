import { Quote } from 'lucide-react';
import type { Passage } from '../../shared/domain/records.ts';
import { openPassage } from '../state/passage-request.ts';
import { useText } from '../text/index.tsx';
import { IconButton } from '../ui/icon-button.tsx';

interface Props {
  readonly passages: readonly Passage[];
  /** What the words say, for the button's name. */
  readonly of: string;
}

/** Goes to the words in their source; nothing where there are none. A lost passage leads to its quotation. */
export function PassageButton({ passages, of }: Props) {
  const words = useText().records.claims;
  const passage = passages.find(({ is_lost }) => !is_lost) ?? passages[0];
  if (passage === undefined) return null;
  return (
    <IconButton
      className="passage-button"
      icon={<Quote size={12} aria-hidden />}
      label={words.showWordsOf(of)}
      onPress={() => void openPassage(passage.source_id, passage.id)}
    />
  );
}
