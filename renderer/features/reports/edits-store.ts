// Edits of reports that are not kept yet: they outlive a look at another screen, by case and report.
import { create } from 'zustand';
import { noEdits, type ReportEdits } from '../../../shared/report/edits.ts';

const store = create<{ readonly edits: Readonly<Record<string, ReportEdits>> }>(() => ({
  edits: {},
}));

/** The edits of one report; none to begin with. `key` names case, kind, language and subject. */
export function useEdits(key: string): ReportEdits {
  return store((state) => state.edits[key] ?? noEdits);
}

export function setEdits(key: string, edits: ReportEdits): void {
  store.setState((state) => ({ edits: { ...state.edits, [key]: edits } }));
}
