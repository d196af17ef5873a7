// The "Undo" of a message: it takes back its own change, never another one that came after.

import { getApp, notify, notifyError } from '../state/app-store.ts';
import { getCase, undo } from '../state/case-store.ts';
import { catalogues } from '../text/catalogue.ts';

/** Undoes the change of that revision as long as it is the last one; an older one stands in the history. */
export async function takeBack(revision: number): Promise<void> {
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
