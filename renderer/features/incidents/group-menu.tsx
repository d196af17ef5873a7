import { Rows3 } from 'lucide-react';
import { groupings } from '../../../shared/contract/view-calls.ts';
import { setLayout } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { MenuButton } from '../../ui/menu.tsx';

/** Where the layout keeps what the table is grouped by. */
export const groupKey = 'incidents.group';
export const groupChoices = ['none', ...groupings] as const;

/** What the table is grouped by. */
export function GroupMenu({ chosen }: { readonly chosen: (typeof groupChoices)[number] }) {
  const t = useText().incidents.group;
  return (
    <MenuButton
      label={chosen === 'none' ? t.by : t[chosen]}
      variant="quiet"
      icon={<Rows3 size={14} aria-hidden="true" />}
      entries={groupChoices.map((id) => ({ id, label: t[id], isChecked: id === chosen }))}
      onAction={(id) => setLayout(groupKey, id)}
    />
  );
}
