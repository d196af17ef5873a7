// The "Undo" of a message: it takes back its own change, never another one that came after.

import { getApp, notify, notifyError } from '../state/app-store.ts';
import { getCase, undo } from '../state/case-store.ts';
import { catalogues } from '../text/catalogue.ts';

/** Says that something was done, with an "Undo" that takes back just that. */
export function notifyWithUndo(text: string, revision: number): void {
  const label = catalogues[getApp().lang].records.common.undo;
  notify({ text, action: { label, run: () => void takeBack(revision) } });
}

/** Undoes the change of that revision as long as it is the last one; an older one stands in the history. */
async function takeBack(revision: number): Promise<void> {
  if (getCase().caseState?.revision !== revision) {
    notify({ text: catalogues[getApp().lang].records.common.notLast });
    return;
  }
  try {
    await undo();
  } catch (thrown) {
    notifyError(thrown);
  }
}
