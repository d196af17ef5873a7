import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useText } from '../../../text/index.tsx';
import { OptionView } from '../../../ui/option-view.tsx';
import type { PassageFace } from './passage-face.ts';
import { PassageSign } from './passage-sign.tsx';

interface Props {
  /** Words that several passages cover. */
  readonly anchor: HTMLElement;
  readonly faces: readonly PassageFace[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** Which of the passages that lie over one another? */
export function PassageMenu({ anchor, faces, onChoose, onClose }: Props) {
  const words = useText().sources.passages;
  return (
    <Popover
      className="c-pop"
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      offset={2}
    >
      <Menu
        className="c-options"
        aria-label={words.choose}
        autoFocus="first"
        onAction={(key) => onChoose(String(key))}
      >
        {faces.map(({ id, kind, label, exact }) => (
          <MenuItem key={id} id={id} textValue={label} className="c-option">
            <OptionView label={label} description={exact} icon={<PassageSign kind={kind} />} />
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
