// Which panel stands beside the text: the record, or what was suggested from the text.
import { create } from 'zustand';

export type SideTab = 'record' | 'suggestions';

const store = create<{ readonly tab: SideTab }>(() => ({ tab: 'record' }));

/** Falls back to the record while a tab is not offered. */
export function useSideTab(): SideTab {
  return store(({ tab }) => tab);
}

export function showSideTab(tab: SideTab): void {
  store.setState({ tab });
}
