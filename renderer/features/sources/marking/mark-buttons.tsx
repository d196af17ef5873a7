import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { type MarkKind, markIcons, markKeys, markKinds } from './mark-kinds.ts';

interface Props {
  readonly isDisabled: boolean;
  readonly onMark: (kind: MarkKind) => void;
}

/** One button for each thing that selected words can become, with its key. */
export function MarkButtons({ isDisabled, onMark }: Props) {
  const words = useText().sources.marking;
  return markKinds.map((kind) => {
    const Icon = markIcons[kind];
    return (
      <Button
        key={kind}
        variant="quiet"
        className="reader-mark-button"
        icon={<Icon size={14} aria-hidden />}
        isDisabled={isDisabled}
        shortcut={markKeys[kind]}
        onPress={() => onMark(kind)}
      >
        {words.kinds[kind]}
      </Button>
    );
  });
}
