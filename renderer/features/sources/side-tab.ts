// Which panel stands beside the text: the record, its passages, or what was suggested from the text.
import { create } from 'zustand';

export const sideTabs = ['record', 'passages', 'suggestions'] as const;
export type SideTab = (typeof sideTabs)[number];

const store = create<{ readonly tab: SideTab }>(() => ({ tab: 'record' }));

export function useSideTab(): SideTab {
  return store(({ tab }) => tab);
}

export function showSideTab(tab: SideTab): void {
  store.setState({ tab });
}
