import { getApp, notify } from '../state/app-store.ts';
import { getCase, undo } from '../state/case-store.ts';
import { takeLocalStep } from '../state/local-undo.ts';
import { catalogues } from '../text/catalogue.ts';
import { actionWords } from '../text/field-words.ts';

/** Takes back what was done last, in the page or in the case, and says what it was. Throws `undo/nothing`. */
export async function undoLast(): Promise<void> {
  const local = takeLocalStep();
  if (local !== undefined) {
    local.undo();
    notify({ text: local.undone });
    return;
  }
  if (getCase().undo.undo === null) return;
  const { lang } = getApp();
  notify({ text: catalogues[lang].app.undone(actionWords(lang, await undo())) });
}
