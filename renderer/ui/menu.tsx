import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import type { ButtonVariant } from './button.tsx';
import { classes } from './defined.ts';
import './button.css';
import { OptionView } from './option-view.tsx';
import { Tooltip } from './tooltip.tsx';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      readonly shortcut?: string | undefined;
      readonly isDanger?: boolean | undefined;
      readonly isDisabled?: boolean | undefined;
      readonly isChecked?: boolean | undefined;
    }
  | { readonly id: string; readonly separator: true };

export interface MenuButtonProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isLabelHidden?: boolean | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  readonly isDisabled?: boolean | undefined;
  readonly showsChevron?: boolean | undefined;
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  if ('separator' in entry) return <Separator className="c-options-separator" />;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled ?? false}
      className={classes('c-option', entry.isDanger === true && 'c-option-danger')}
    >
      <OptionView
        label={entry.label}
        icon={entry.icon}
        isChecked={entry.isChecked}
        shortcut={entry.shortcut}
      />
    </MenuItem>
  );
}

/** A button that opens a menu. */
export function MenuButton(props: MenuButtonProps) {
  const isIcon = props.isLabelHidden === true;
  const button = (
    <AriaButton
      className={isIcon ? 'c-icon-button' : `c-button c-button-${props.variant ?? 'default'}`}
      isDisabled={props.isDisabled ?? false}
      {...(isIcon ? { 'aria-label': props.label } : {})}
    >
      {props.icon}
      {isIcon ? null : <span className="c-button-label">{props.label}</span>}
      {(props.showsChevron ?? !isIcon) ? <ChevronDown size={12} aria-hidden="true" /> : null}
    </AriaButton>
  );
  return (
    <MenuTrigger>
      {isIcon ? <Tooltip label={props.label}>{button}</Tooltip> : button}
      <Popover className="c-pop" offset={2}>
        <Menu className="c-options" onAction={(key) => props.onAction(String(key))}>
          {props.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
